/** When a page last changed, as far as can be proved: the day of the data, or of the release it is in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function readField(file: string, field: string): string {
  const path = join(process.cwd(), 'data', file);
  const value = (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)[field];
  if (typeof value !== 'string') throw new TypeError(`data/${file} has no ${field}`);
  return value;
}

/**
 * Every live page prints the version of the data, so it is as old as they are.
 *
 * @param url complete address of the page
 * @returns YYYY-MM-DD
 */
export function dateOfPage(url: string): string {
  const release = /\/v\/([^/]+)\//.exec(new URL(url).pathname)?.[1];
  return release === undefined
    ? readField('dataset.json', 'asOf')
    : readField(`releases/${release}.json`, 'date');
}
