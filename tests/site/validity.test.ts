import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { pages } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Both ways of writing it are right; the preset wants capitals.
    'doctype-style': 'off',
    // A title is the name of a model, and some names are long.
    'long-title': 'off',
  },
});

async function faultsOf(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${file}:${line} ${ruleId}: ${message}`),
  );
}

test('every built page is valid HTML', async () => {
  const faults: string[] = [];
  for (const { file, html } of pages) faults.push(...(await faultsOf(html, file)));
  expect(pages.length).toBeGreaterThan(10);
  expect(faults.slice(0, 20)).toEqual([]);
});

test('a page that is not would be reported', async () => {
  const html = '<!doctype html><html lang="en"><title>x</title><p><div></div></p></html>';
  expect(await faultsOf(html, 'planted.html')).not.toEqual([]);
});
