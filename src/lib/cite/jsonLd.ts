/** A page as linked data in the words of schema.org: what it is, its version, the way to it. */
import type { Citable } from './citable.ts';
import { kindOfPage } from './place.ts';
import type { PageFile, PageKind, Step } from './place.ts';
import { publication } from './publication.ts';

export interface DescribedPage {
  /** From the site's root. */
  path: string;
  /** The page's own title, and the name of what it is about. */
  title: string;
  description: string;
  citable: Citable;
  /** A text to be read from top to bottom. */
  isArticle: boolean;
  /** Complete address of the page's picture. */
  image: string;
  steps: readonly Step[];
  files: readonly PageFile[];
}

type Node = Record<string, unknown>;

/** How each kind of page is called; a text that is no article is a plain page. */
const types: Record<PageKind, string> = {
  site: 'WebSite',
  text: 'WebPage',
  model: 'Dataset',
  benchmark: 'Dataset',
  number: 'DefinedTerm',
  figure: 'ImageObject',
  claim: 'Claim',
  prediction: 'Claim',
  dataset: 'Dataset',
};

/** The graph of a page. `resolve` makes a path of the site a complete address. */
export function pageGraph(page: DescribedPage, resolve: (path: string) => string): Node {
  const nodes = [mainNode(page, resolve), ...breadcrumbs(page, resolve)];
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function mainNode(page: DescribedPage, resolve: (path: string) => string): Node {
  const { citable, path } = page;
  const kind = kindOfPage(path);
  const common = {
    '@type': page.isArticle ? 'ScholarlyArticle' : types[kind],
    '@id': citable.url,
    name: page.title,
    description: page.description,
    url: citable.url,
  };
  if (kind === 'number') return { ...common, ...termOf(path, resolve) };
  return {
    ...common,
    ...(page.isArticle && { headline: page.title }),
    ...(kind === 'figure' && pictureOf(page.files, resolve)),
    ...(types[kind] === 'Dataset' && { distribution: downloadsOf(page.files, resolve) }),
    ...(path !== '/' && { isPartOf: { '@id': resolve('/') } }),
    ...creditOf(citable),
    image: page.image,
    inLanguage: publication.language,
  };
}

/** A number is a term of the site's own: its definition, in the set of all of them. */
function termOf(path: string, resolve: (path: string) => string): Node {
  return {
    termCode: path.split('/').at(-2),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      '@id': resolve('/n/'),
      name: `Numbers of the ${publication.title}`,
      url: resolve('/n/'),
    },
  };
}

function creditOf({ authors, issued, version, dataHash }: Citable): Node {
  const organization = { '@type': 'Organization', name: authors, url: publication.repository };
  return {
    creator: organization,
    author: organization,
    publisher: { '@type': 'Organization', name: publication.title, url: publication.url },
    dateModified: issued,
    version,
    identifier: `sha256:${dataHash}`,
    license: publication.licenceUrl,
    isAccessibleForFree: true,
  };
}

function pictureOf(files: readonly PageFile[], resolve: (path: string) => string): Node {
  const png = files.find(({ type }) => type === 'image/png');
  return png ? { contentUrl: resolve(png.path) } : {};
}

function downloadsOf(files: readonly PageFile[], resolve: (path: string) => string): Node[] {
  return files.map(({ path, type }) => ({
    '@type': 'DataDownload',
    contentUrl: resolve(path),
    encodingFormat: type,
  }));
}

function breadcrumbs({ steps }: DescribedPage, resolve: (path: string) => string): Node[] {
  if (steps.length === 0) return [];
  const items = steps.map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: resolve(path),
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement: items }];
}

/** JSON that may stand inside a script element: no sign in it ends the element or opens a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
