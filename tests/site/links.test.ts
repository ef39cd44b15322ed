import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, find, type Page } from './html.ts';
import { addressOf, dist, files, homeAddress, pages } from './pages.ts';

/** Attributes that hold an address, or several with a comma between. */
const addressed = ['href', 'src', 'poster', 'action', 'srcset', 'xlink:href'];

const fileSet = new Set(files);
const idsOf = new Map(
  pages.map(({ file, elements }) => [
    file,
    new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])),
  ]),
);

/** Why an address that stands on a page leads nowhere, or nothing if it does not. */
function brokenness(target: string, from: URL): string | undefined {
  if (!URL.canParse(target, from.href)) return 'is no address';
  const url = new URL(target, from);
  if (url.protocol === 'javascript:') return 'is a script';
  if (url.origin !== from.origin || url.protocol === 'data:') return undefined;
  const base = homeAddress().pathname;
  if (!url.pathname.startsWith(base)) return `leaves ${base}`;
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!fileSet.has(file)) return 'is not in the site';
  const id = decodeURIComponent(url.hash.slice(1));
  return !id || id === 'top' || idsOf.get(file)?.has(id) ? undefined : `has no #${id}`;
}

function brokenLinks({ file, elements }: Page): string[] {
  const from = addressOf(file);
  const targets = elements.flatMap((element) =>
    addressed.flatMap((name) => {
      const value = attribute(element, name);
      if (value === undefined) return [];
      return name === 'srcset'
        ? value.split(',').map((part) => part.trim().split(' ')[0]!)
        : [value];
    }),
  );
  return [...new Set(targets)].flatMap((target) => {
    const reason = brokenness(target, from);
    return reason ? [`${file}: ${target} ${reason}`] : [];
  });
}

describe('the links of the built site', () => {
  test('have pages to stand on', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  test('resolve, with their fragments', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  test('in style sheets resolve and stay in the site', () => {
    const broken = files
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => {
        const css = readFileSync(join(dist, file), 'utf8');
        const targets = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(
          ([, url]) => url!,
        );
        return targets
          .filter((target) => !target.startsWith('data:') && !target.startsWith('#'))
          .filter((target) => /^(https?:)?\/\//.test(target) || brokenness(target, addressOf(file)))
          .map((target) => `${file}: ${target}`);
      });
    expect(broken).toEqual([]);
  });

  test('in the sitemap name every page that may be found, once', () => {
    const maps = files.filter((file) => /^sitemap-\d+\.xml$/.test(file));
    const listed = maps.flatMap((file) =>
      [...readFileSync(join(dist, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, loc]) => loc!,
      ),
    );
    const expected = pages
      .filter(({ file }) => file.endsWith('index.html'))
      .filter((page) => find(page, 'meta', 'name', 'robots') === undefined)
      .map(({ file }) => addressOf(file).href);
    expect(listed.sort()).toEqual(expected.sort());
  });

  test('would be reported if they were broken', () => {
    const home = homeAddress();
    expect(brokenness('no-such-page/', home)).toBe('is not in the site');
    expect(brokenness('#no-such-place', home)).toBe('has no #no-such-place');
    expect(brokenness('javascript:alert(1)', home)).toBe('is a script');
    expect(brokenness(home.href, home)).toBeUndefined();
    expect(brokenness('https://elsewhere.example/', home)).toBeUndefined();
  });
});
