/** What machines read in the built pages: citations, linked data, feeds, dates. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import '../../src/build/citations.ts';
import { readReleases } from '../../src/build/releases.ts';
import { cardOf } from '../../src/lib/cite/place.ts';
import { compareReleases } from '../../src/lib/releases/release.ts';
import { publication } from '../../src/lib/cite/publication.ts';
import { attribute, type Element, find, type Page, textsOf } from './html.ts';
import { addressOf, dist, files, isContent, pages } from './pages.ts';

const dataset = JSON.parse(readFileSync('data/dataset.json', 'utf8')) as { asOf: string };
/** Pages that stand for themselves; an embedded figure names the figure's page as the real one. */
const content = pages.filter((page) => {
  const canonical = find(page, 'link', 'rel', 'canonical');
  const isOther = canonical && attribute(canonical, 'href') !== addressOf(page.file).href;
  return isContent(page) && page.file.endsWith('index.html') && !isOther && !isUnlisted(page);
});
/** Kept out of search engines by its own word. */
function isUnlisted(page: Page): boolean {
  const robots = find(page, 'meta', 'name', 'robots');
  return robots !== undefined && /noindex/.test(attribute(robots, 'content') ?? '');
}

const fileSet = new Set(files);
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** The first complaints; one fault is often on all pages. */
function complaints(check: (page: Page) => readonly string[]): string[] {
  return content
    .flatMap((page) => check(page).map((complaint) => `${page.file}: ${complaint}`))
    .slice(0, 20);
}

function all(page: Page, tag: string, name: string, value: string): Element[] {
  return page.elements.filter(
    (element) => element.tagName === tag && attribute(element, name) === value,
  );
}

function meta(page: Page, name: string): string | undefined {
  const element = find(page, 'meta', 'name', name) ?? find(page, 'meta', 'property', name);
  return element && attribute(element, 'content');
}

function blockOf(page: Page, type: string): unknown {
  const text = find(page, 'script', 'type', type)?.childNodes[0];
  return text && 'value' in text ? JSON.parse(text.value) : undefined;
}

interface Csl {
  title: string;
  URL: string;
  note: string;
  genre: string;
  issued: { 'date-parts': number[][] };
}

const itemOf = (page: Page) =>
  (blockOf(page, 'application/vnd.citationstyles.csl+json') as Csl[] | undefined)?.[0];
const beside = (page: Page, name: string) => page.file.replace(/index\.html$/, name);

/** The day a page may claim: that of the data, or of the release that it is frozen in. */
function provableDay(file: string): string {
  const release = /^v\/([^/]+)\//.exec(file)?.[1];
  if (release === undefined) return dataset.asOf;
  const path = `data/releases/${release}.json`;
  const frozen = JSON.parse(readFileSync(path, 'utf8')) as { date: string; data: { asOf: string } };
  return frozen.data.asOf;
}

const [latest] = readReleases('data/releases').slice(-1);
const live = JSON.parse(read('edition.json')) as { data: { hash: string } };

/** How a citation must name its release: the one it is frozen in, or where the live data stand. */
function releaseWords(file: string): string {
  const frozen = /^v\/([^/]+)\//.exec(file)?.[1];
  const after = latest?.data.hash === live.data.hash ? '' : 'after ';
  return `${frozen === undefined ? after : ''}release ${frozen ?? latest?.release}, data version `;
}

describe('every page', () => {
  test('has one canonical address, its own', () => {
    const wrong = complaints((page) => {
      const links = all(page, 'link', 'rel', 'canonical');
      const [first] = links;
      const address = first && attribute(first, 'href');
      return links.length === 1 && address === addressOf(page.file).href
        ? []
        : [`${links.length} canonical links, the first ${address}`];
    });
    expect(wrong).toEqual([]);
  });

  test('leads to its frozen twin, where the latest release has one', () => {
    const names = [...fileSet].flatMap((file) => /^v\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
    const release = names.sort(compareReleases).at(-1);
    const path = `data/releases/${release}.json`;
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { id: string }[]>;
    const sections = { n: 'numbers', f: 'figures', c: 'claims', p: 'predictions' };
    const twins = Object.entries(sections).flatMap(([section, name]) =>
      kept[name]!.map(({ id }) => `${section}/${id}/index.html`),
    );
    const live = content.filter(({ file }) => twins.includes(file));
    expect(live.length).toBeGreaterThan(100);
    const home = addressOf('index.html').pathname;
    const missing = live.filter(
      ({ elements }) =>
        !elements.some(
          (element) =>
            attribute(element, 'href')?.startsWith(`${home}v/${release}/`) &&
            attribute(element, 'href') !== `${home}v/${release}/`,
        ),
    );
    expect(missing.map(({ file }) => file)).toEqual([]);
  });

  test('has one citation, with its title, day, version and address', () => {
    const wrong = complaints((page) => {
      const item = itemOf(page);
      if (!item) return ['no citation'];
      const day = item.issued['date-parts'][0]?.map((n) => String(n).padStart(2, '0')).join('-');
      const version = / · [0-9a-f]{8}/;
      const words = releaseWords(page.file);
      const kind = item.genre.startsWith('Data set, ') ? 'data set, ' : '';
      return [
        ...(item.title.startsWith(meta(page, 'og:title') ?? '?') ? [] : ['another title']),
        ...(item.URL === addressOf(page.file).href ? [] : [`another address: ${item.URL}`]),
        ...(day === provableDay(page.file) ? [] : [`a day of its own: ${day}`]),
        ...(item.genre.toLowerCase().startsWith(kind + words) ? [] : [`genre ${item.genre}`]),
        ...(item.note.toLowerCase().startsWith(words) ? [] : [`note ${item.note}`]),
        ...(version.test(item.genre) && version.test(item.note) ? [] : ['no version']),
        ...(/SHA-256 [0-9a-f]{64}$/.test(item.note) ? [] : ['no hash']),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test.each(['bib', 'ris', 'json'])(
    'has it as a file that the library reads back: %s',
    (format) => {
      const wrong = complaints((page) => {
        const file = beside(page, `cite.${format}`);
        if (!fileSet.has(file)) return [`${file} is missing`];
        const items = new Cite(read(file)).data as unknown as Csl[];
        const [item] = items;
        const expected = itemOf(page);
        const fields = ['title', 'URL', 'note', 'issued'] as const;
        const isNamed = item?.note?.toLowerCase().startsWith(releaseWords(page.file));
        return [
          ...(isNamed ? [] : [`${file}: names no release`]),
          ...fields
            .filter((field) => JSON.stringify(item?.[field]) !== JSON.stringify(expected?.[field]))
            .map((field) => `${file}: ${field} is ${JSON.stringify(item?.[field])}`),
        ];
      });
      expect(wrong).toEqual([]);
    },
  );

  test('shows the reference, a line of credit and the files', () => {
    const wrong = complaints((page) => {
      const ids = ['cite-this', 'cite-reference', 'cite-credit'];
      return ids.filter((id) => page.elements.every((el) => attribute(el, 'id') !== id));
    });
    expect(wrong).toEqual([]);
  });

  test('names its release in both texts to copy', () => {
    const wrong = complaints((page) =>
      ['cite-reference', 'cite-credit'].filter((id) => {
        const element = find(page, 'span', 'id', id);
        const text = element ? [...textsOf(element)].join('').toLowerCase() : '';
        return !text.includes(releaseWords(page.file));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('says of itself that its numbers are frozen, or follow the data, and never the other', () => {
    const frozen = `These numbers are frozen: release ${latest?.release}, data of ${latest?.data.version}.`;
    const wrong = complaints((page) => {
      const footer = find(page, 'footer', 'class', 'site-footer');
      const box = find(page, 'details', 'id', 'cite-this');
      const [foot, cite] = [footer, box].map((element) =>
        element ? [...textsOf(element)].join('').replace(/\s+/g, ' ') : '',
      ) as [string, string];
      const isFrozen = page.file.startsWith(`v/${latest?.release}/`);
      if (!isFrozen && page.file.startsWith('v/')) return [];
      return [
        ...(foot.includes(frozen) === isFrozen ? [] : ['footer']),
        ...(foot.includes('is computed from them') === isFrozen ? ['footer, live'] : []),
        ...(cite.includes('the data grow') === isFrozen ? ['citation'] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('tells catalogues that it is a report of this site', () => {
    const wrong = complaints((page) => {
      const item = itemOf(page);
      return [
        ...(meta(page, 'citation_title') === item?.title ? [] : ['title']),
        ...(meta(page, 'citation_technical_report_institution') === publication.title
          ? []
          : ['institution']),
        ...(meta(page, 'citation_publication_date') === provableDay(page.file).replaceAll('-', '/')
          ? []
          : ['date']),
        ...(meta(page, 'DC.date') === provableDay(page.file) ? [] : ['DC.date']),
        ...(meta(page, 'DC.identifier') === item?.URL ? [] : ['DC.identifier']),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('has a card, 1200 by 630', () => {
    const wrong = complaints((page) => {
      const file = cardOf(`/${beside(page, '')}`).slice(1);
      const address = meta(page, 'og:image') ?? '';
      if (address !== addressOf(file).href) return [`another picture: ${address}`];
      if (!fileSet.has(file)) return [`${file} is missing`];
      const png = readFileSync(join(dist, file));
      return png.readUInt32BE(16) === 1200 && png.readUInt32BE(20) === 630 ? [] : ['another size'];
    });
    expect(wrong).toEqual([]);
  });

  test('links what describes it and what belongs to it', () => {
    const wrong = complaints((page) => {
      const links = page.elements.filter(({ tagName }) => tagName === 'link');
      const rels = links.map((link) => attribute(link, 'rel') ?? '');
      return ['cite-as', 'license', 'author', 'describedby'].filter((rel) => !rels.includes(rel));
    });
    expect(wrong).toEqual([]);
  });

  test('that is an article has a twin in Markdown, with its heading and its citation', () => {
    const articles = content.filter((page) => meta(page, 'og:type') === 'article');
    expect(articles.length).toBeGreaterThan(4);
    const wrong = articles.flatMap((page) => {
      const file = beside(page, 'index.md');
      if (!fileSet.has(file)) return [`${file} is missing`];
      const text = read(file);
      const slips = text.match(/\bNaN\b|\bundefined\b|\[object |<[a-z]+[ >]/g) ?? [];
      return [
        ...(text.startsWith('# ') ? [] : [`${file} begins without a heading`]),
        ...(text.trim().endsWith(addressOf(page.file).href) ? [] : [`${file} ends uncited`]),
        ...slips.map((slip) => `${file}: ${slip}`),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

/** The words of schema.org as far as JSON-LD needs them here: every term is one of that vocabulary. */
const context = {
  '@context': {
    '@vocab': 'https://schema.org/',
    url: { '@id': 'https://schema.org/url', '@type': '@id' },
    image: { '@id': 'https://schema.org/image', '@type': '@id' },
    license: { '@id': 'https://schema.org/license', '@type': '@id' },
    contentUrl: { '@id': 'https://schema.org/contentUrl', '@type': '@id' },
    item: { '@id': 'https://schema.org/item', '@type': '@id' },
    itemListElement: { '@id': 'https://schema.org/itemListElement', '@container': '@list' },
  },
};

const options = {
  safe: true,
  documentLoader: (url: string) => {
    if (url !== 'https://schema.org') throw new Error(`no such context: ${url}`);
    return Promise.resolve({ document: context, documentUrl: url });
  },
};

type Expanded = Record<string, unknown> & { '@type': string[]; '@id'?: string };

describe('the linked data of the pages', () => {
  test('expand without an error, about the page they stand on', async () => {
    const wrong: string[] = [];
    for (const page of content) {
      const block = blockOf(page, 'application/ld+json') as object | undefined;
      if (!block) wrong.push(`${page.file}: none`);
      else {
        const nodes = (await jsonld.expand(block, options)) as unknown as Expanded[];
        const isAbout = nodes[0]?.['@id'] === addressOf(page.file).href;
        if (!isAbout) wrong.push(`${page.file}: about ${nodes[0]?.['@id']}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('are articles, data sets, terms and ways', () => {
    const types = new Set(
      content.flatMap((page) => {
        const block = blockOf(page, 'application/ld+json') as { '@graph': { '@type': string }[] };
        return block['@graph'].map((node) => node['@type']);
      }),
    );
    for (const type of ['ScholarlyArticle', 'Dataset', 'DefinedTerm', 'BreadcrumbList']) {
      expect(types).toContain(type);
    }
  });

  test('name pages and files that exist', () => {
    const home = addressOf('index.html').href;
    const wrong = complaints((page) => {
      const text = JSON.stringify(blockOf(page, 'application/ld+json'));
      const inside = [...text.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value);
      return inside
        .filter((value) => value.startsWith(home))
        .map((value) => decodeURIComponent(value.slice(home.length)))
        .filter((path) => !fileSet.has(/(^|\/)$/.test(path) ? `${path}index.html` : path));
    });
    expect(wrong).toEqual([]);
  });

  test('give no date but one that the data prove', () => {
    const wrong = complaints((page) => {
      const text = JSON.stringify(blockOf(page, 'application/ld+json'));
      const dates = [...text.matchAll(/"date\w+":"([^"]+)"/g)].map(([, date]) => date);
      return dates.filter((date) => date !== provableDay(page.file)).map(String);
    });
    expect(wrong).toEqual([]);
  });

  test('that are not would be reported', async () => {
    const bad = { '@context': 'https://elsewhere.example', '@type': 'Dataset' };
    await expect(jsonld.expand(bad, options)).rejects.toThrow();
  });
});

describe('the feeds', () => {
  const known = (date: unknown) =>
    /^\d{4}-\d{2}-\d{2}T00:00:00(\.000)?Z$/.test(String(date)) &&
    String(date).slice(0, 10) <= dataset.asOf;
  const home = addressOf('index.html').href;
  const leadsNowhere = (address: string) => {
    const path = address.slice(home.length).replace(/#.*$/, '');
    return !address.startsWith(home) || !fileSet.has(`${path}index.html`);
  };

  test('Atom parses, with entries of every kind, dated and linked', () => {
    const feed = parseAtomFeed(read('feed.xml'));
    const entries = feed.entries ?? [];
    expect(feed.id).toBe(home);
    expect(String(feed.updated).slice(0, 10)).toBe(dataset.asOf);
    expect(entries.filter(({ updated }) => !known(updated))).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const links = entries.map(({ links: [link] = [] }) => link?.href ?? '');
    expect(links.filter(leadsNowhere)).toEqual([]);
    const topics = new Set(entries.flatMap(({ categories = [] }) => categories.map((c) => c.term)));
    for (const topic of ['edition', 'release', 'model', 'claim', 'prediction'])
      expect(topics).toContain(topic);
  });

  test('JSON Feed says the same', () => {
    const atom = parseAtomFeed(read('feed.xml')).entries ?? [];
    const json = parseJsonFeed(read('feed.json')).items ?? [];
    expect(json.map(({ id }) => id)).toEqual(atom.map(({ id }) => id));
    expect(json.filter((item) => !known(item.date_published))).toEqual([]);
  });

  test('the calendar parses, with one whole day for each deadline', () => {
    const calendar = new ICAL.Component(ICAL.parse(read('predictions.ics')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.length).toBeGreaterThan(5);
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true);
      const id = event.uid.replace(/@.*$/, '');
      const record = JSON.parse(readFileSync(`data/predictions/${id}.json`, 'utf8')) as {
        deadline: string;
        made: string;
      };
      expect(event.startDate.toString()).toBe(record.deadline);
      const stamp = event.component.getFirstPropertyValue('dtstamp');
      expect(String(stamp).slice(0, 10)).toBe(record.made);
    }
  });
});

describe('the files at the root', () => {
  test('the sitemap dates each page by the data or by its release', () => {
    const entries = files
      .filter((file) => /^sitemap-\d+\.xml$/.test(file))
      .flatMap((file) => [...read(file).matchAll(/<url>(.*?)<\/url>/gs)])
      .map(([, entry = '']) => ({
        page: /<loc>([^<]*)/.exec(entry)?.[1] ?? '',
        date: /<lastmod>(\d{4}-\d{2}-\d{2})/.exec(entry)?.[1],
      }));
    expect(entries.length).toBe(content.length);
    const live = entries.filter(({ page }) => !/\/v\/[^/]+\//.test(page));
    expect(live.filter(({ date }) => date !== dataset.asOf)).toEqual([]);
    expect(entries.filter(({ date }) => date === undefined)).toEqual([]);
  });

  test('robots.txt lets everyone in and names the sitemap', () => {
    const text = read('robots.txt');
    expect(text).toMatch(/^User-agent: \*\nAllow: \/$/m);
    expect(text).toContain(`Sitemap: ${addressOf('sitemap-index.xml').href}`);
  });

  test('llms.txt names every article and leads only to what exists', () => {
    const home = addressOf('index.html').href;
    const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    const paths = links.map((link) => link.slice(home.length));
    const missing = paths.filter(
      (path) => !fileSet.has(/\/$/.test(path) ? `${path}index.html` : path),
    );
    expect(missing).toEqual([]);
    // Articles of releases are found from the page of releases.
    const twins = files.filter((file) => file.endsWith('index.md') && !file.startsWith('v/'));
    expect(twins.filter((file) => !paths.includes(file))).toEqual([]);
  });

  test('the papers of the law are there to take', () => {
    for (const format of ['bib', 'ris', 'json']) {
      const items = new Cite(read(`cite/law.${format}`)).data;
      expect(items.map(({ title }) => String(title).toLowerCase())).toEqual(
        Array.from({ length: 2 }, () => 'densing law of llms'),
      );
    }
    expect(existsSync(join(dist, 'copy.js'))).toBe(true);
  });
});
