/** Where a page stands in the site: its kind, the pages above it, the files beside it. */

export type PageKind =
  | 'site'
  | 'text'
  | 'model'
  | 'benchmark'
  | 'number'
  | 'figure'
  | 'claim'
  | 'prediction'
  | 'dataset';

/** What the reader is offered to cite. */
export const citeLabels: Readonly<Record<PageKind, string>> = {
  site: 'Cite this site',
  text: 'Cite this page',
  model: 'Cite this model’s page',
  benchmark: 'Cite this benchmark’s page',
  number: 'Cite this number',
  figure: 'Cite this figure',
  claim: 'Cite this claim',
  prediction: 'Cite this prediction',
  dataset: 'Cite the data',
};

export interface Step {
  name: string;
  /** From the site's root, with a trailing slash. */
  path: string;
}

export interface PageFile {
  /** From the site's root. */
  path: string;
  type: string;
}

interface Section {
  kind: PageKind;
  parent: Step;
}

/** Folders whose pages are records, and the list that holds them. */
const sections: Readonly<Record<string, Section>> = {
  m: { kind: 'model', parent: { name: 'Models', path: '/models/' } },
  b: { kind: 'benchmark', parent: { name: 'Benchmarks', path: '/benchmarks/' } },
  n: { kind: 'number', parent: { name: 'Numbers', path: '/n/' } },
  f: { kind: 'figure', parent: { name: 'Figures', path: '/f/' } },
  c: { kind: 'claim', parent: { name: 'Claims', path: '/c/' } },
  p: { kind: 'prediction', parent: { name: 'Predictions', path: '/predictions/' } },
  corollaries: { kind: 'text', parent: { name: 'Corollaries', path: '/corollaries/' } },
};

function partsOf(path: string): string[] {
  if (!/^\/(?:[^/]+\/)*$/.test(path)) {
    throw new RangeError(`a page's path begins and ends with a slash, unlike "${path}"`);
  }
  return path.split('/').filter(Boolean);
}

/** The release that a page is frozen in, by its path; undefined for a live page. */
export function releaseOf(path: string): string | undefined {
  const [first, release] = partsOf(path);
  return first === 'v' ? release : undefined;
}

/** Anchor of a claim (`c`) or prediction (`p`) on the page of a release: no dots, which selectors take for classes. */
export function frozenAnchor(section: string, id: string): string {
  return `${section}-${id.replaceAll('.', '-')}`;
}

/** The section of a record's page: one folder, one id, within a release or not. */
function sectionOf(path: string): Section | undefined {
  const parts = partsOf(path).slice(releaseOf(path) === undefined ? 0 : 2);
  const [first = '', id, ...rest] = parts;
  return id !== undefined && rest.length === 0 ? sections[first] : undefined;
}

/** What a page is, by its path from the site's root; a text unless its folder says more. */
export function kindOfPage(path: string): PageKind {
  if (path === '/') return 'site';
  if (path === '/data/') return 'dataset';
  return sectionOf(path)?.kind ?? 'text';
}

/** The way from the first page down to this one, both included; the first page has no way. */
export function stepsTo(path: string, name: string): Step[] {
  if (path === '/') return [];
  const release = releaseOf(path);
  const parent = sectionOf(path)?.parent;
  const above =
    release === undefined
      ? [...(parent ? [parent] : [])]
      : [
          { name: 'Releases', path: '/releases/' },
          ...(path === `/v/${release}/` ? [] : [{ name: release, path: `/v/${release}/` }]),
        ];
  return [{ name: 'Home', path: '/' }, ...above, { name, path }];
}

/** Kinds with so many pages that they share the card of their list. */
const sharedCards: readonly PageKind[] = ['model', 'benchmark'];

/** The picture beside a shared link to a page: its own, or that of the list it stands in. */
export function cardOf(path: string): string {
  const frozen = /^(\/v\/[^/]+\/)n\//.exec(path);
  if (frozen) return `${frozen[1]}card.png`;
  const section = sectionOf(path);
  const isShared = section !== undefined && sharedCards.includes(section.kind);
  return `${isShared ? section.parent.path : path}card.png`;
}

/** The record of a page as files: what a program fetches instead of the page. */
export function filesOf(path: string): PageFile[] {
  const [, id = ''] = partsOf(path);
  const json = (at: string): PageFile => ({ path: at, type: 'application/json' });
  if (releaseOf(path) !== undefined) {
    const name = path.slice(0, -1);
    const [, , , record] = partsOf(path);
    if (record === undefined) return [];
    return kindOfPage(path) === 'number'
      ? [json(`${name}.json`)]
      : [
          { path: `${name}.svg`, type: 'image/svg+xml' },
          { path: `${name}.csv`, type: 'text/csv' },
        ];
  }
  switch (kindOfPage(path)) {
    case 'model':
      return [json(`/data/v1/models/${id}.json`)];
    case 'number':
    case 'claim':
    case 'prediction':
      return [json(`${path.slice(0, -1)}.json`)];
    case 'figure':
      return [
        { path: `/f/${id}.svg`, type: 'image/svg+xml' },
        { path: `/f/${id}.png`, type: 'image/png' },
        { path: `/f/${id}.csv`, type: 'text/csv' },
        json(`/f/${id}.json`),
      ];
    case 'dataset':
      return [json('/data/v1/index.json')];
    default:
      return [];
  }
}
