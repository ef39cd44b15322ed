/** The zip of the site, unpacked and opened from a folder: no server, no network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../tools/browser.ts';
import { files } from './pages.ts';

const root = resolve(import.meta.dirname, '..', '..');
const scratch = join(root, '.cache', 'offline-test');
const name = 'site';

/** What is unpacked: the pages that are visited, and everything but the many pages of models. */
const wanted = (file: string) => !/^site\/(?:m|b|v\/[^/]+\/n)\//.test(file);

let browser: Browser;
let packed: string[] = [];
beforeAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  const args = [join(root, 'tools', 'offline.ts'), name, '--out', scratch];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  const zip = readFileSync(join(scratch, `${name}.zip`));
  packed = [];
  const content = unzipSync(zip, {
    filter: (file) => {
      packed.push(file.name);
      return wanted(file.name);
    },
  });
  for (const [file, bytes] of Object.entries(content)) {
    const path = join(scratch, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  browser = await launchChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const address = (path: string) => pathToFileURL(join(scratch, name, path)).href;

async function open(path: string): Promise<{ page: Page; failed: string[] }> {
  const page = await browser.newPage({ offline: true });
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(address(path), { waitUntil: 'load' });
  return { page, failed };
}

test('holds every file of the site and their checksums', () => {
  expect(packed).toHaveLength(files.length + 1);
  expect(packed).toContain(`${name}/SHA256SUMS.txt`);
});

test('an article has its style, its faces and its figures', async () => {
  const { page, failed } = await open('law/index.html');
  expect(failed).toEqual([]);
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const figures = [...document.querySelectorAll('figure')];
    return {
      family: getComputedStyle(document.body).fontFamily,
      loaded: [...document.fonts].some(({ status }) => status === 'loaded'),
      figures: figures.length,
      blank: figures.filter((figure) => figure.getBoundingClientRect().height < 100).length,
    };
  });
  expect(seen.family).toContain('Observatory');
  expect(seen.loaded).toBe(true);
  expect(seen.figures).toBeGreaterThan(4);
  expect(seen.blank).toBe(0);
  await page.close();
});

test('its links lead from page to page', async () => {
  const { page } = await open('index.html');
  await page.locator('header').getByRole('link', { name: 'Method' }).click();
  expect(page.url()).toBe(address('method/index.html'));
  await page.locator('a.n').first().click();
  expect(page.url()).toContain('/n/');
  expect(await page.locator('h1').isVisible()).toBe(true);
  await page.close();
});

test('a frozen figure is drawn', async () => {
  const frozen = files.find((file) => /^v\/[^/]+\/f\/density-trend\/index\.html$/.test(file));
  expect(frozen).toBeDefined();
  const { page, failed } = await open(frozen as string);
  expect(failed).toEqual([]);
  const width = await page
    .locator('figure img')
    .evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width).toBeGreaterThan(500);
  await page.close();
});
