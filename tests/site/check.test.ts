/** The page that says whether a number was right then and is right now, in a real browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../tools/browser.ts';
import { dist, files } from './pages.ts';
import { type Served, serveSite } from './serve.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

const release = files
  .flatMap((file) => /^v\/([^/]+)\/n\/doubling-time\.json$/.exec(file)?.[1] ?? [])
  .at(-1);
const frozen = JSON.parse(
  readFileSync(join(dist, `v/${release}/n/doubling-time.json`), 'utf8'),
) as { text: string };

async function ask(query: Record<string, string>): Promise<string> {
  const page = await browser.newPage();
  try {
    const address = new URL('check/', site.address);
    address.search = new URLSearchParams(query).toString();
    await page.goto(address.href, { waitUntil: 'load' });
    const answer = page.locator('[data-answer] p').last();
    await answer.waitFor();
    return (await page.locator('[data-answer]').textContent()) ?? '';
  } finally {
    await page.close();
  }
}

test('a number as its release has it was right', async () => {
  const answer = await ask({ release: release ?? '', n: 'doubling-time', v: frozen.text });
  expect(answer).toContain(`“${frozen.text}” was right.`);
});

test('another value was not', async () => {
  const answer = await ask({ release: release ?? '', n: 'doubling-time', v: '99 days' });
  expect(answer).toContain('“99 days” was not right.');
});

test('the answer leads to the number then and now', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(new URL(`check/?release=${release}&n=doubling-time`, site.address).href);
    const links = page.locator('[data-answer] a');
    await links.last().waitFor();
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).pathname),
    );
    expect(addresses).toEqual(
      [`v/${release}/n/doubling-time/`, 'n/doubling-time/'].map(
        (path) => new URL(path, site.address).pathname,
      ),
    );
  } finally {
    await page.close();
  }
});

test.each(['1999.1', '..', 'latest'])(
  'a release that never was is said to be none: %s',
  async (name) => {
    const answer = await ask({ release: name, n: 'doubling-time', v: '' });
    expect(answer).toContain(`There is no release “${name}”`);
    expect(answer).not.toContain('In release');
  },
);

test('the example is a question about the latest release, with its own value', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(new URL('check/', site.address).href);
    const example = page.locator('main a[href*="?release="]');
    const address = new URL((await example.getAttribute('href')) ?? '', site.address);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      release,
      n: 'doubling-time',
      v: frozen.text,
    });
    expect(await page.locator('input[name="v"]').getAttribute('placeholder')).toBe(frozen.text);
    await example.click();
    await page.getByText(`“${frozen.text}” was right.`).waitFor();
  } finally {
    await page.close();
  }
});

test('files that cannot be read are said to be so', async () => {
  const page = await browser.newPage();
  try {
    await page.route('**/n/*.json', (route) => route.abort());
    await page.goto(new URL('check/?n=doubling-time', site.address).href);
    await page.getByText('The files of this site could not be read.').waitFor();
  } finally {
    await page.close();
  }
});

test('an unknown number, and mark-up instead of one, are answered in words', async () => {
  const answer = await ask({ release: '', n: '<img src=x onerror=alert(1)>', v: '' });
  expect(answer).toBe('There is no number with this id, neither then nor now.');
});
