/** The page that tries a record, in a real browser: the same door, lints and measurement as in Node. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readData } from '../../src/build/readData.ts';
import { compute } from '../../src/lib/compute.ts';
import { schemaAddressOf } from '../../src/lib/jsonSchema.ts';
import { formatModel } from '../../src/lib/records/canonical.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { asAnswers } from '../../src/lib/trial/asAnswers.ts';
import { judgeText } from '../../src/lib/trial/judgeTrial.ts';
import { editFileAddress, emptyFileAddress, newFileAddress } from '../../src/lib/trial/newFile.ts';
import { publication } from '../../src/lib/cite/publication.ts';
import { exampleOf } from '../../src/lib/trial/example.ts';
import { trialData, withModel } from '../../src/lib/trial/trialData.ts';
import { launchChromium } from '../../tools/browser.ts';
import { dist, pages } from './pages.ts';
import { type Served, serveSite } from './serve.ts';

const root = join(import.meta.dirname, '..', '..');
const data = trialData(readData(join(root, 'data')));
const headline = compute(data, {}, 'chosen');
const known = exampleOf(data.models, headline.frontier).record;
/** A real record as a new one: other name, other id. */
const record: ModelRecord = { ...known, id: 'tried-7b', name: 'Tried 7B' };
const answers = asAnswers(record)!;
const text = formatModel({ $schema: schemaAddressOf('model'), ...record });

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

let context: BrowserContext;
let page: Page;
/** What the browser complains of, and what it asks of anybody. */
let troubles: string[];
let requests: string[];
beforeEach(async () => {
  [troubles, requests] = [[], []];
  context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  // Of the context, so that those of the worker are seen, too.
  context.on('request', (request) => {
    requests.push(`${request.method()} ${request.url()}`);
  });
  await page.goto(new URL('contribute/try/', site.address).href, { waitUntil: 'load' });
  await page.waitForSelector('[data-trial]:not([hidden])');
});
afterEach(async () => {
  const { origin } = new URL(site.address);
  const strange = requests.filter(
    (request) => !request.startsWith(`GET ${origin}/`) && !request.startsWith('GET data:'),
  );
  await context.close();
  expect({ troubles, strange }).toEqual({ troubles: [], strange: [] });
});

async function isDone(): Promise<void> {
  await page.waitForSelector('[data-trial]:not([aria-busy])', { timeout: 60_000 });
}

async function paste(content: string): Promise<void> {
  await page.check('[name="try-mode"][value="text"]');
  await page.fill('#try-text', content);
  await page.click('[data-paste] button');
}

async function exactOf(part: string): Promise<Record<string, unknown>[]> {
  return JSON.parse((await page.getAttribute(`[data-${part}]`, 'data-exact')) ?? 'null');
}

/** Walks on by the tabulator key until the focus is on a field, and gives back its name. */
async function tabTo(isThere: (focus: { name: string; id: string; text: string }) => boolean) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const { activeElement: on } = document;
      return {
        name: on?.getAttribute('name') ?? '',
        id: on?.id ?? '',
        text: on?.textContent ?? '',
      };
    });
    if (isThere(focus)) return;
  }
  throw new Error('the focus never came there');
}

/** Answers a question where the focus is; a list is answered by the letters of its words. */
async function answer(value: string): Promise<void> {
  const label = await page.evaluate((wanted) => {
    const { activeElement: on } = document;
    if (!(on instanceof HTMLSelectElement)) return null;
    return [...on.options].find((option) => option.value === wanted)?.text ?? '';
  }, value);
  if (label === null) {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(value);
  } else await page.keyboard.type(label);
}

const scoreKeys = ['benchmark', 'value', 'shots', 'source', 'locator'];
const rareKeys = ['protocol', 'setting', 'harness', 'reporter', 'note'];

async function typeRecord(): Promise<void> {
  for (const key of await page.$$eval('[data-form] > fieldset [name]', (fields) =>
    fields.map((field) => field.getAttribute('name') ?? ''),
  )) {
    const value = answers.fields[key];
    if (value === undefined) continue;
    await tabTo(({ id }) => id === `try-${key}`);
    await answer(value);
  }
  for (const [i, score] of answers.scores.entries()) {
    if (i > 0) {
      await tabTo(({ text: words }) => words === 'Add a score');
      await page.keyboard.press('Enter');
    }
    for (const key of scoreKeys) {
      // The first field of a new score has the focus already.
      if (i === 0 || key !== 'benchmark') await tabTo(({ name }) => name === key);
      await answer(score[key] ?? '');
    }
    if (!rareKeys.some((key) => score[key] !== undefined)) continue;
    await tabTo(({ text: words }) => words === 'More about this score');
    await page.keyboard.press('Enter');
    for (const key of rareKeys) {
      await tabTo(({ name }) => name === key);
      if (score[key] !== undefined) await answer(score[key]);
    }
  }
}

test('a record typed in by keyboard alone is measured to the same bits as in Node', async () => {
  await typeRecord();
  await tabTo(({ text: words }) => words.trim() === 'Check the record');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-judged] p');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('right');
  await isDone();
  const all = withModel(data, record);
  const here = data.panels.map(({ id }) => {
    const measured = compute(all, { panel: id, draws: 0 }).models.find((m) => m.id === record.id);
    const { effectiveParameters, density, interval } = measured ?? {};
    return measured ? { panel: id, effectiveParameters, density, interval } : { panel: id };
  });
  const byPanel = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a['panel']) < String(b['panel']) ? -1 : 1;
  expect((await exactOf('placed')).sort(byPanel)).toEqual(here.sort(byPanel));
  expect((await exactOf('law'))[0]).toEqual({
    panel: headline.panel.id,
    without: headline.headline.doublingTime,
    with: compute(all, {}, 'chosen').headline.doublingTime,
  });
  expect(await page.locator('[data-drawn] svg').count()).toBe(2);
  expect(await page.textContent('[data-file] code')).toBe(text);
});

test('the file is what the command line writes from the same answers, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'try-'));
  try {
    cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true, dereference: true });
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify({ ...answers.fields, scores: answers.scores }));
    const args = ['tools/add.ts', '--data', join(folder, 'data'), '--json', file];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(`${status} ${stderr}`).toBe('0 ');
    await paste(JSON.stringify(JSON.parse(text)));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-download]'),
    ]);
    expect(download.suggestedFilename()).toBe('tried-7b.json');
    const offered = readFileSync(await download.path());
    const written = readFileSync(join(folder, 'data', 'models', 'tried-7b.json'));
    expect(offered.equals(written)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const swap = (from: string | RegExp, to: string) => text.replace(from, to);
const firstValue = /"value": (0\.\d+)/.exec(text)?.[1] as string;
const percent = String(Number(firstValue) * 100);

/** What is wrong, the text, the field that is told, and words of the rule. */
const broken: [string, string, string, string][] = [
  ['a comma too many', swap(/,\n {2}"name"/, ',,\n  "name"'), '', 'must be valid JSON'],
  ['a missing field', swap(/ {2}"family": .*\n/, ''), 'family', 'is missing'],
  ['an unknown field', swap('"modality"', '"modal"'), 'modal', 'is not a field'],
  ['a percentage', swap(firstValue, percent), 'scores[0].value', 'not a percentage'],
  ['a day that is none', swap(/"date": ".*"/, '"date": "2025-02-30"'), 'released.date', 'calendar'],
  ['a date to come', swap(/"date": ".*"/, '"date": "2999-01-01"'), 'released.date', 'must not lie'],
  ['a count as text', swap(/"total": \d+/, '"total": "7B"'), 'parameters.total', 'number'],
  [
    'no such benchmark',
    swap(/"benchmark": "[^"]+"/, '"benchmark": "mmlux"'),
    'scores[0].benchmark',
    'names no file',
  ],
  ['no address', swap(/"source": "[^"]+"/, '"source": "the paper"'), 'released.source', 'URL'],
  [
    'a known alias',
    swap('"aliases": []', `"aliases": ["${known.id}"]`),
    'aliases[0]',
    'already has',
  ],
  ['a key twice', swap('"stage"', '"name": "Again",\n  "stage"'), 'name', 'is written twice'],
];

test('broken records are refused in words that say where, what and how to mend it', async () => {
  const checks = pages.find(({ file }) => file === 'contribute/checks/index.html');
  for (const [name, content, field, words] of broken) {
    expect(content, name).not.toBe(text);
    await paste(content);
    const finding = page.locator(`[data-judged] li.error[data-of="${field}"]`);
    await expect
      .poll(() => finding.allTextContents().then(String), { timeout: 20_000 })
      .toContain(words);
    const told = (await finding.first().textContent()) ?? '';
    expect(told, name).toMatch(/Mend: \S/);
    const link = await finding.first().locator('a').last().getAttribute('href');
    expect(checks?.html).toContain(`id="${link?.split('#')[1]}"`);
    expect(await page.isVisible('[data-file]')).toBe(false);
  }
});

test('a wrong answer is told beside its field, and the check goes to the first of them', async () => {
  await page.fill('#try-name', 'Tried 7B');
  await page.fill('#try-parameters', '7.6');
  await page.click('[data-form] button[type="submit"]');
  expect(await page.inputValue('#try-id')).toBe('tried-7b');
  expect(await page.textContent('#try-parameters-fault')).toContain('billions are not the unit');
  expect(await page.getAttribute('#try-parameters', 'aria-invalid')).toBe('true');
  expect(await page.textContent('#try-family-fault')).toContain('is missing');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('try-organization');
});

test('what was typed survives a reload, and can be emptied', async () => {
  await paste(text);
  await isDone();
  await page.reload();
  expect(await page.inputValue('#try-text')).toBe(text);
  await page.waitForSelector('[data-law] table', { timeout: 60_000 });
  await page.click('[data-empty]');
  await page.reload();
  expect(await page.inputValue('#try-text')).toBe('');
});

/** A record's file, and where its button should lead, by the functions of the page in Node. */
function sending(model: ModelRecord): { content: string; href: string | null } {
  const content = formatModel({ $schema: schemaAddressOf('model'), ...model });
  const { path, verdicts, isKnown } = judgeText(content, data);
  const file = `data/${path}`;
  const { repository } = publication;
  if (verdicts.some(({ severity }) => severity === 'error')) return { content, href: null };
  if (isKnown) return { content, href: editFileAddress(repository, file) };
  const href = newFileAddress(repository, file, content) ?? emptyFileAddress(repository, file);
  return { content, href };
}

test('the button leads to a file on GitHub: new with the record in it, empty where that is too long, known', async () => {
  const long = Array.from({ length: 12 }, (_, i) => `${i}, ${'so '.repeat(180)}on.`);
  const ways = [record, { ...record, notes: long }, known].map(sending);
  expect(ways.map(({ href }) => href?.replace(/\?.*/, '').split('/')[5])).toEqual([
    'new',
    'new',
    'edit',
  ]);
  expect(ways.map(({ href }) => href?.includes('value='))).toEqual([true, false, false]);
  for (const { content, href } of ways) {
    await paste(content);
    const link = page.locator('[data-send]:visible');
    const seen = async () => ((await link.count()) === 1 ? link.getAttribute('href') : null);
    await expect.poll(seen, { timeout: 20_000 }).toBe(href);
    await page.waitForSelector('[data-copy]');
  }
  expect(await page.textContent('[data-file]')).toContain('takes its place');
});

test('text of a stranger stays text', async () => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await paste(formatModel({ ...record, name: hostile, notes: [hostile] }));
  await isDone();
  expect(await page.locator('[data-trial] img, [data-trial] script').count()).toBe(0);
  expect(await page.title()).toMatch(/^Try a record/);
});

test('the page with a result breaks no rule of accessibility, in light and dark, at any width', async () => {
  await page.click('[data-example]');
  await page.waitForSelector('[data-law] table', { timeout: 60_000 });
  for (const [width, colorScheme] of [
    [1200, 'light'],
    [1200, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const all = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    const { violations } = await (
      colorScheme === 'dark' ? all.withRules('color-contrast') : all
    ).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beyond).toBe(0);
  }
});

test('without a script the page says what it would do, and where else to go', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  try {
    const still = await plain.newPage();
    await still.goto(new URL('contribute/try/', site.address).href);
    expect(await still.isVisible('[data-trial]')).toBe(false);
    expect(await still.locator('noscript a[href$="CONTRIBUTING.md"]').isVisible()).toBe(true);
  } finally {
    await plain.close();
  }
});

test('the data that travel weigh little', () => {
  const sent = gzipSync(readFileSync(join(dist, 'contribute', 'try', 'data.json'))).length;
  expect(sent).toBeLessThan(600_000);
});
