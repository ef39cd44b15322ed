/** What a reader on a slow line has to wait for: page, styles and drawings, as they are sent. */
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attribute, type Page } from './html.ts';
import { dist, pages } from './pages.ts';

/** The most that an article may weigh, in bytes after gzip; figures are part of the page. */
const MOST = 250_000;

const articles = pages.filter(({ html }) => html.includes('class="article'));

function weightOf({ html, elements }: Page): number {
  const sheets = elements.flatMap((element) =>
    attribute(element, 'rel') === 'stylesheet' ? (attribute(element, 'href') ?? []) : [],
  );
  const styles = sheets.map((path) => readFileSync(join(dist, new URL(path, 'http://x').pathname)));
  return [Buffer.from(html), ...styles].reduce((sum, part) => sum + gzipSync(part).length, 0);
}

test('there are articles to weigh', () => {
  expect(articles.length).toBeGreaterThanOrEqual(16);
});

test.each(articles.map((page) => [page.file, page] as const))('%s is light', (_, page) => {
  expect(weightOf(page)).toBeLessThanOrEqual(MOST);
});
