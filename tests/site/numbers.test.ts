/** What the terminal says, the site says: `npm run fit -- --json` against the built pages. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { estimatorIds, windowIds } from '../../src/lib/choices.ts';
import type { TrendResult } from '../../src/lib/compute.ts';
import { formatDays, formatFixed } from '../../src/lib/format.ts';
import { dist, homeAddress, pages } from './pages.ts';

interface Fitted {
  panel: string;
  counts: { inTrend: number; undefined: number };
  recordHolders: string[];
  headline: { estimator: string; window: string };
  trends: TrendResult[];
  models: { id: string; density: number | null }[];
}

const root = resolve(import.meta.dirname, '..', '..');
const text = execFileSync(process.execPath, [join(root, 'tools', 'fit.ts'), '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const fitted = JSON.parse(text) as Fitted[];
const home = readFileSync(join(dist, 'index.html'), 'utf8');

test('fit gives three panels, three windows and each estimator, with counts and record holders', () => {
  expect(fitted).toHaveLength(3);
  for (const { trends, counts, recordHolders } of fitted) {
    expect(trends).toHaveLength(windowIds.length * estimatorIds.length);
    expect(counts.inTrend).toBeGreaterThan(100);
    expect(counts.undefined).toBeGreaterThanOrEqual(0);
    expect(recordHolders.length).toBeGreaterThan(3);
  }
});

test('every line has an interval or a reason why there is none', () => {
  for (const { trends } of fitted) {
    for (const { line, slopeInterval, refusal } of trends) {
      expect(line === null ? refusal !== null : slopeInterval !== null).toBe(true);
    }
  }
});

test('the downloads hold the same slopes as fit', () => {
  const { rows } = JSON.parse(readFileSync(join(dist, 'data/v1/trends.json'), 'utf8')) as {
    rows: Record<string, unknown>[];
  };
  expect(rows).toHaveLength(fitted.length * windowIds.length * estimatorIds.length);
  for (const { panel, trends } of fitted) {
    for (const { window, estimator, line } of trends) {
      const row = rows.find(
        (candidate) =>
          candidate['panel'] === panel &&
          candidate['window'] === window &&
          candidate['estimator'] === estimator,
      );
      expect(row?.['slope'] ?? null).toBe(line?.slope ?? null);
    }
  }
});

test('the home page prints the headline of each panel with its interval, as fit has it', () => {
  for (const { trends, headline } of fitted) {
    const trend = trends.find(
      ({ estimator, window }) => estimator === headline.estimator && window === headline.window,
    );
    const doubling = trend?.doublingTime;
    expect(doubling?.status).toBe('bounded');
    if (doubling?.status !== 'bounded' || !doubling.interval) continue;
    expect(home).toContain(`>${formatFixed(doubling.days, 0)}<`);
    expect(home).toContain(formatDays(doubling.interval[1]).replace(' days', ''));
  }
});

test('a number’s page names the articles that print it, and no other', () => {
  const articles = pages.filter(({ html }) => html.includes('class="article'));
  expect(articles.length).toBeGreaterThan(15);
  const home = homeAddress().pathname;
  const wrong = pages.flatMap(({ file, html }) => {
    const id = /^n\/([^/]+)\/index\.html$/.exec(file)?.[1];
    if (id === undefined) return [];
    const uses = /<dt>Used in<\/dt>(.*?)<\/dd>/s.exec(html)?.[1] ?? '';
    const named = [...uses.matchAll(/href="([^"]+)"/g)].map(([, path]) => path).sort();
    const printing = articles
      .filter((article) => article.html.includes(`href="${home}n/${id}/"`))
      .map((article) => home + article.file.replace(/index\.html$/, ''))
      .sort();
    return named.join() === printing.join() ? [] : [`${id}: ${named} but ${printing}`];
  });
  expect(wrong).toEqual([]);
});
