/** The built site as data: its files, and every page parsed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, find, type Page, parsePage } from './html.ts';

export const dist = join(import.meta.dirname, '..', '..', 'dist');

/** Every file of the site, from its root, in order. */
export const files: string[] = existsSync(dist)
  ? globSync('**/*', { cwd: dist, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
  : [];

export const pages: Page[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => parsePage(file, readFileSync(join(dist, file), 'utf8')));

/** A page that stands for itself: no redirect, no page of an unknown address, no part for a frame. */
export function isContent({ file, elements }: Page): boolean {
  const refresh = elements.some((element) => attribute(element, 'http-equiv') === 'refresh');
  return !refresh && file !== '404.html' && !file.endsWith('/embed/index.html');
}

/** Where the site is to live, by its own word: the canonical address of its first page. */
export function homeAddress(): URL {
  const home = pages.find(({ file }) => file === 'index.html');
  const canonical = home && find(home, 'link', 'rel', 'canonical');
  const address = canonical && attribute(canonical, 'href');
  if (!address) throw new Error('dist/index.html is missing or names no canonical address');
  return new URL(address);
}

/** The address of a file of the site. */
export function addressOf(file: string): URL {
  return new URL(file.replace(/(^|\/)index\.html$/, '$1'), homeAddress());
}
