import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { attribute, type Page } from './html.ts';
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

/** Which elements with which attributes stand in which: pages alike in this are valid together. */
function shapeOf({ elements }: Page): string {
  const parts = elements.map(({ tagName, attrs, parentNode }) => {
    const parent = parentNode && 'tagName' in parentNode ? parentNode.tagName : '';
    return `${parent}>${tagName}[${attrs.map(({ name }) => name).join(' ')}]`;
  });
  return [...new Set(parts)].sort().join('\n');
}

test('one page of every shape is valid HTML', async () => {
  const shapes = new Map(pages.map((page) => [shapeOf(page), page]));
  const faults: string[] = [];
  for (const { file, html } of shapes.values()) faults.push(...(await faultsOf(html, file)));
  expect(shapes.size).toBeGreaterThan(10);
  expect(faults.slice(0, 20)).toEqual([]);
});

test('no page has an id twice', () => {
  const repeated = pages.flatMap(({ file, elements }) => {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return twice.map((id) => `${file}: #${id}`);
  });
  expect(repeated.slice(0, 20)).toEqual([]);
});

test('a page that is not would be reported', async () => {
  const html = '<!doctype html><html lang="en"><title>x</title><p><div></div></p></html>';
  expect(await faultsOf(html, 'planted.html')).not.toEqual([]);
});
