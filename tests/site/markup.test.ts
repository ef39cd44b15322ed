import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  attribute,
  type Element,
  elementsOf,
  find,
  type Page,
  parsePage,
  textsOf,
} from './html.ts';
import { isContent, pages } from './pages.ts';

const content = pages.filter(isContent);

/** What a failed computation leaves behind when it is printed, and in a drawing between letters, too. */
const slip = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object \w+\]/;
const slipInDrawing = /NaN|undefined|Infinity|\[object \w+\]/;

/** The first complaints of a check, each with the page's name before it; one fault is often on all. */
function complaints(of: readonly Page[], check: (page: Page) => string[]): string[] {
  return of
    .flatMap((page) => check(page).map((complaint) => `${page.file}: ${complaint}`))
    .slice(0, 20);
}

function slipsOf({ elements }: Page): string[] {
  const root = elements[0];
  const texts = root ? [...textsOf(root)].filter((text) => slip.test(text)) : [];
  const values = elements.flatMap(({ attrs, namespaceURI }) => {
    const pattern = namespaceURI.endsWith('/svg') ? slipInDrawing : slip;
    return attrs.map(({ value }) => value).filter((value) => pattern.test(value));
  });
  return [...texts, ...values].map((text) => text.trim().slice(0, 80));
}

/** The sources that the page's own security policy admits for a kind of content. */
function admitted(page: Page, directive: string): string[] {
  const meta = find(page, 'meta', 'http-equiv', 'content-security-policy');
  const policy = (meta && attribute(meta, 'content')) ?? '';
  const line = policy.split(';').find((part) => part.trim().split(/\s+/)[0] === directive);
  return line?.trim().split(/\s+/).slice(1) ?? [];
}

function unhashed(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const isScript = element.tagName === 'script' && attribute(element, 'src') === undefined;
    const isData = /json/.test(attribute(element, 'type') ?? '');
    if ((!isScript || isData) && element.tagName !== 'style') return [];
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const sources = admitted(page, isScript ? 'script-src' : 'style-src');
    return sources.includes(hash) ? [] : [`<${element.tagName}> ${text.slice(0, 60)}`];
  });
}

const loading = new Set([
  'script',
  'img',
  'iframe',
  'source',
  'video',
  'audio',
  'embed',
  'use',
  'image',
]);
const inertLinks = new Set([
  ...['canonical', 'alternate', 'license', 'author', 'next', 'prev'],
  ...['cite-as', 'describedby', 'item', 'schema.DC'],
]);

function foreignRequests(page: Page): string[] {
  return page.elements
    .filter(({ tagName }) => loading.has(tagName) || tagName === 'link')
    .filter((element) => !inertLinks.has(attribute(element, 'rel') ?? ''))
    .flatMap((element) => element.attrs)
    .filter(({ name, value }) => /src|href/.test(name) && /^(https?:)?\/\//.test(value))
    .map(({ value }) => value);
}

function figureComplaints({ elements }: Page): string[] {
  return elements
    .filter(({ tagName }) => tagName === 'figure')
    .flatMap((figure) => {
      const inside = [...elementsOf(figure)];
      const missing = [
        ...(attribute(figure, 'id') ? [] : ['an id']),
        ...(inside.some(({ tagName }) => tagName === 'figcaption') ? [] : ['a caption']),
        ...(inside.some(isFilledTable) ? [] : ['a table']),
        ...(inside.some(isSourceLine) ? [] : ['a source line']),
      ];
      return missing.map((what) => `figure ${attribute(figure, 'id') ?? '?'} lacks ${what}`);
    });
}

function isFilledTable(element: Element): boolean {
  const cells = [...elementsOf(element)].filter(({ tagName }) => tagName === 'td');
  return element.tagName === 'table' && cells.length > 0;
}

function isSourceLine(element: Element): boolean {
  const classes = (attribute(element, 'class') ?? '').split(' ');
  return classes.includes('source') && [...textsOf(element)].join('').trim() !== '';
}

describe('every built page', () => {
  test('is there', () => {
    expect(content.length).toBeGreaterThan(10);
    expect(pages.map(({ file }) => file)).toContain('404.html');
  });

  test('has one first heading', () => {
    const count = ({ elements }: Page) => elements.filter(({ tagName }) => tagName === 'h1').length;
    expect(complaints(content, (page) => (count(page) === 1 ? [] : [`${count(page)} h1`]))).toEqual(
      [],
    );
  });

  test('has a language, a title, a description and a canonical address', () => {
    const missing = complaints(content, (page) => {
      const html = find(page, 'html');
      const title = find(page, 'title');
      const description = find(page, 'meta', 'name', 'description');
      const canonical = find(page, 'link', 'rel', 'canonical');
      return [
        ...(html && attribute(html, 'lang') ? [] : ['language']),
        ...(title && [...textsOf(title)].join('').trim() ? [] : ['title']),
        ...(description && attribute(description, 'content') ? [] : ['description']),
        ...(canonical && attribute(canonical, 'href') ? [] : ['canonical address']),
      ];
    });
    expect(missing).toEqual([]);
  });

  test('has a title of its own', () => {
    const titles = content.map((page) => [...textsOf(find(page, 'title')!)].join(''));
    const repeated = titles.filter((title, index) => titles.indexOf(title) !== index);
    expect(repeated).toEqual([]);
  });

  test('prints no failed computation', () => {
    expect(complaints(pages, slipsOf)).toEqual([]);
  });

  test('sets its formulas without an error', () => {
    const broken = complaints(pages, ({ html }) => html.match(/katex-error|<merror/g) ?? []);
    expect(broken).toEqual([]);
  });

  test('runs no script and uses no style that its policy does not name', () => {
    expect(complaints(pages.filter(isContent), unhashed)).toEqual([]);
    expect(
      complaints(content, (page) => (admitted(page, 'script-src').length ? [] : ['no policy'])),
    ).toEqual([]);
  });

  test('asks nothing of another site', () => {
    expect(complaints(pages, foreignRequests)).toEqual([]);
  });

  test('gives each figure an id, a caption, a table and a source', () => {
    expect(content.some((page) => find(page, 'figure'))).toBe(true);
    expect(complaints(content, figureComplaints)).toEqual([]);
  });
});

describe('a fault on a page is reported', () => {
  const planted = (body: string) =>
    parsePage('planted.html', `<!doctype html><body>${body}</body>`);

  test.each([
    '<p>every NaN months</p>',
    '<svg><text>undefined</text></svg>',
    '<svg><path d="M0,NaNL1,1" /></svg>',
    '<p>[object Object]</p>',
    '<p title="Infinity days">x</p>',
  ])('as a slip: %s', (body) => {
    expect(slipsOf(planted(body))).toHaveLength(1);
  });

  test('as a script without a hash', () => {
    expect(unhashed(planted('<script>alert(1)</script>'))).toHaveLength(1);
    expect(unhashed(planted('<style>p { color: red }</style>'))).toHaveLength(1);
    expect(unhashed(planted('<script src="/a.js"></script>'))).toEqual([]);
  });

  test.each([
    '<script src="https://example.org/a.js"></script>',
    '<img src="//example.org/a.png" />',
    '<link rel="stylesheet" href="https://example.org/a.css" />',
    '<iframe src="https://example.org/"></iframe>',
  ])('as a foreign request: %s', (body) => {
    expect(foreignRequests(planted(body))).toHaveLength(1);
  });

  test('as a bare figure', () => {
    expect(figureComplaints(planted('<figure><svg></svg></figure>'))).toHaveLength(4);
  });
});
