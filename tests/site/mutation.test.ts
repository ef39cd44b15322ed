/**
 * Tells the site another story and sees whether it listens: every score of a model released after 2024
 * is lowered, a new model joins, the whole site is built from that, and figures, numbers, words and
 * statuses must follow. One build serves both stories, since a build takes long.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../src/build/readData.ts';
import { compute } from '../../src/lib/compute.ts';
import { judgeGrowth } from '../../src/lib/sentences.ts';
import type { NumberRecord } from '../../src/lib/numbers/number.ts';
import { formatNumber, formatNumberInterval } from '../../src/lib/numbers/number.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { copyProject } from '../../tools/projectCopy.ts';
import { buildSite } from './build.ts';
import { attribute, parsePage, textsOf } from './html.ts';
import { dist } from './pages.ts';

const root = resolve(import.meta.dirname, '..', '..');
let copy = '';
let built = '';

/** A record like that of a known model, under another name with markup in it. */
const planted: ModelRecord = {
  ...(JSON.parse(
    readFileSync(join(root, 'data', 'models', 'qwen2.5-7b.json'), 'utf8'),
  ) as ModelRecord),
  id: 'planted-9b',
  name: 'Planted <b>9B</b>',
  family: 'Planted',
  organization: 'Nobody',
  hub: null,
  aliases: [],
};

/** What is left of each later score: enough that the newest models fall behind those of 2024. */
const SHARE_LEFT = 0.6;

beforeAll(() => {
  copy = copyProject(root, 'mutated', ['images']);
  built = join(copy, 'dist');
  for (const file of globSync('data/models/*.json', { cwd: copy })) {
    const path = join(copy, file);
    const record = JSON.parse(readFileSync(path, 'utf8')) as ModelRecord;
    if ((record.released?.date ?? '') < '2025') continue;
    const scores = record.scores.map((score) => ({ ...score, value: score.value * SHARE_LEFT }));
    writeFileSync(path, JSON.stringify({ ...record, scores }));
  }
  writeFileSync(join(copy, 'data', 'models', 'planted-9b.json'), JSON.stringify(planted));
  const { status, stderr } = buildSite(copy);
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 400_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (site: string, path: string) => readFileSync(join(site, path), 'utf8');
const listed = (pattern: string, cwd = dist) => globSync(pattern, { cwd }).sort();
const textOf = (site: string, path: string) => {
  const page = parsePage(path, read(site, path));
  const main = page.elements.find(({ tagName }) => tagName === 'main');
  return main ? [...textsOf(main)].join(' ').replace(/\s+/g, ' ') : '';
};
const headingOf = (site: string, path: string) => {
  const page = parsePage(path, read(site, path));
  const heading = page.elements.find(({ tagName }) => tagName === 'h1');
  return heading ? [...textsOf(heading)].join('') : '';
};

describe('when every score after 2024 is lowered', () => {
  test('the data no longer show the growth they showed', () => {
    const { headline } = compute(readData(join(copy, 'data')), {}, 'chosen');
    expect(judgeGrowth(headline)).not.toBe('grows');
  });

  test('the verdict is another', () => {
    expect(headingOf(built, 'index.html')).not.toBe(headingOf(dist, 'index.html'));
    expect(headingOf(built, 'index.html')).not.toMatch(/keep getting denser/);
  });

  test('every figure that rests on those scores changes', () => {
    const figures = listed('f/*.csv');
    expect(figures.length).toBeGreaterThanOrEqual(30);
    const changed = figures.filter((file) => read(built, file) !== read(dist, file));
    for (const id of ['density-trend', 'doubling-forest', 'sizes']) {
      expect(changed).toContain(`f/${id}.csv`);
    }
    expect(changed.length).toBeGreaterThan(figures.length / 2);
    const drawn = changed.filter((file) => {
      const picture = file.replace(/csv$/, 'svg');
      const undated = (svg: string) => svg.replace(/data \d{4}-\d{2}-\d{2} · [0-9a-f]{8}/g, '');
      return undated(read(built, picture)) !== undated(read(dist, picture));
    });
    expect(drawn).toEqual(changed);
  });

  test('the numbers change, and each is printed as it is', () => {
    const numbers = listed('n/*.json').filter((file) => file !== 'n/cite.json');
    const valueIn = (site: string, file: string) =>
      (JSON.parse(read(site, file)) as NumberRecord).value;
    const changed = numbers.filter((file) => valueIn(built, file) !== valueIn(dist, file));
    expect(changed).toContain('n/doubling-time.json');
    expect(changed.length).toBeGreaterThan(numbers.length / 3);
    expect(misprints(built)).toEqual([]);
  });

  test('statuses of claims change', () => {
    const statusOf = (site: string, file: string) =>
      (JSON.parse(read(site, file)) as { result: { status: string } }).result.status;
    const claims = listed('data/claims/*.json', root).map((file) => `c/${file.slice(12)}`);
    expect(claims).toHaveLength(7);
    const changed = claims.filter((file) => statusOf(built, file) !== statusOf(dist, file));
    expect(changed).toContain('c/parameters-halve.json');
    for (const file of claims) {
      const page = `corollaries/${file.slice(2, -5)}/index.html`;
      expect(textOf(built, page)).toContain(statusOf(built, file));
    }
  });

  test('no article says what it said of the growth', () => {
    const law = textOf(built, 'law/index.html');
    expect(law).not.toContain('The growth itself is clear');
  });
});

describe('a new record', () => {
  test('has a page, a row and a place in the chart without another edit', () => {
    expect(read(built, 'm/planted-9b/index.html')).toContain('Planted &lt;b&gt;9B&lt;/b&gt;');
    expect(read(built, 'models/index.html')).toMatch(/href="[^"]*\/m\/planted-9b\/"/);
    expect(read(built, 'law/index.html')).toContain('Planted &lt;b&gt;9B&lt;/b&gt;');
    expect(read(built, 'data/v1/models.csv')).toContain('planted-9b');
  });

  test('brings no markup of its own into a page', () => {
    for (const path of ['models', 'm/planted-9b', 'law', 'data/ledger', 'changelog']) {
      const { elements } = parsePage(path, read(built, `${path}/index.html`));
      const bold = elements.filter(({ tagName }) => tagName === 'b');
      expect(bold.map((element) => [...textsOf(element)].join(''))).not.toContain('9B');
    }
  });
});

test('the site as it is prints each number as its own page has it', () => {
  expect(misprints(dist)).toEqual([]);
});

/** Links to numbers whose text is neither the number's value nor its interval. */
function misprints(site: string): string[] {
  const wrong: string[] = [];
  for (const file of globSync('**/index.html', { cwd: site })) {
    for (const element of parsePage(file, read(site, file)).elements) {
      if (attribute(element, 'class') !== 'n') continue;
      const address = attribute(element, 'href') ?? '';
      // What a release froze stands as it was, whatever the data say now.
      if (address.includes('/v/')) continue;
      const id = /\/n\/([^/]+)\/$/.exec(address)?.[1] ?? '';
      const record = JSON.parse(read(site, `n/${id}.json`)) as NumberRecord;
      const text = [...textsOf(element)].join('');
      const value = formatNumber(record);
      const allowed = [
        value,
        value.replace(/ .*$/, ''),
        formatNumberInterval(record) ?? 'no interval',
      ];
      if (!allowed.includes(text)) wrong.push(`${file}: ${id} printed as "${text}"`);
    }
  }
  return wrong;
}
