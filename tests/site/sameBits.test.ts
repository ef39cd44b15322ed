/**
 * The measurement gives the same bits in Node and in a browser. The sources of src/lib are served as
 * they are, types taken off; nothing in them may need Node, or this test could not load them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readData } from '../../src/build/readData.ts';
import type { Choices } from '../../src/lib/choices.ts';
import { compute } from '../../src/lib/compute.ts';
import type { PanelData } from '../../src/lib/panel.ts';
import { launchChromium } from '../../tools/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const generator = 'pure-rand/generator/xoroshiro128plus';
const page = `<!doctype html><title>compute</title>
<script type="importmap">{"imports":{"${generator}":"/generator.js"}}</script>
<script type="module">
  import { compute } from '/src/lib/compute.ts';
  window.measure = (data, choices) => JSON.stringify(compute(data, choices));
</script>`;

/** What the page may load: its own text, the generator and files of src/lib. */
function textAt(path: string): string | null {
  if (path === '/') return page;
  if (path === '/generator.js')
    return readFileSync(fileURLToPath(import.meta.resolve(generator)), 'utf8');
  const file = join(root, path);
  if (!file.startsWith(resolve(root, 'src/lib') + sep) || !existsSync(file)) return null;
  return stripTypeScriptTypes(readFileSync(file, 'utf8'));
}

const server = createServer(({ url = '/' }, response) => {
  const text = textAt(url);
  const type = url === '/' ? 'text/html' : 'text/javascript';
  response.writeHead(text === null ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
  response.end(text ?? '');
});

/** Only what a measurement reads, as a page would be given it. */
const { models, benchmarks, panels, rulers, dataset, reference } = readData(join(root, 'data'));
const data: PanelData = {
  ...{ models, benchmarks, panels, rulers, dataset },
  reference: { losses: reference.losses },
};

let browser: Browser;
let tab: Page;
beforeAll(async () => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  browser = await launchChromium();
  tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction('typeof window.measure === "function"');
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

test.each<Partial<Choices>>([
  { draws: 100 },
  { panel: 'leaderboard-v1', draws: 100, weights: 'equal', estimator: 'tau95' },
  { panel: 'leaderboard-v2', draws: 100, parameters: 'active', derived: 'in' },
  { panel: 'leaderboard-v1', draws: 50, ruler: 'two-step-5t' },
])('compute gives the same bits in Node and in Chromium with %j', async (choices) => {
  // JSON keeps every double: the shortest text that reads back as the same bits
  const here = JSON.stringify(compute(data, choices));
  const there = await tab.evaluate(
    ([set, chosen]) =>
      (window as unknown as { measure(data: unknown, choices: unknown): string }).measure(
        set,
        chosen,
      ),
    [data, choices] as const,
  );
  expect(there === here).toBe(true);
  expect(here.length).toBeGreaterThan(100_000);
});
