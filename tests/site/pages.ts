/** The built site as data: its files, and every page parsed the way a browser parses it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export const dist = join(import.meta.dirname, '..', '..', 'dist');

export interface Page {
  /** The file, from the root of the site, with forward slashes. */
  file: string;
  html: string;
  elements: Element[];
}

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

export function parsePage(file: string, html: string): Page {
  return { file, html, elements: [...elementsOf(parse(html))] };
}

/** A page that stands for itself: neither a redirect nor the page of an unknown address. */
export function isContent({ file, elements }: Page): boolean {
  const refresh = elements.some((element) => attribute(element, 'http-equiv') === 'refresh');
  return !refresh && file !== '404.html';
}

/** All elements below a node, in the order of the document, those in templates included. */
export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  for (const child of childrenOf(node)) yield* elementsOf(child);
}

function childrenOf(node: Node): Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name || `${attr.prefix}:${attr.name}` === name)
    ?.value;
}

/** The first element with a tag and, if given, an attribute's value. */
export function find(page: Page, tag: string, name?: string, value?: string): Element | undefined {
  return page.elements.find(
    (element) => element.tagName === tag && (!name || attribute(element, name) === value),
  );
}

/** Every piece of text below a node that is there for people, titles of drawings included. */
export function* textsOf(node: Node): Generator<string> {
  if ('tagName' in node && (node.tagName === 'script' || node.tagName === 'style')) return;
  if (node.nodeName === '#text') yield (node as DefaultTreeAdapterTypes.TextNode).value;
  for (const child of childrenOf(node)) yield* textsOf(child);
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
