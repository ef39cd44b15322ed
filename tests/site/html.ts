/** A page as data, parsed the way a browser parses it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface Page {
  /** The file, from the root of the site, with forward slashes. */
  file: string;
  html: string;
  elements: Element[];
}

export function parsePage(file: string, html: string): Page {
  return { file, html, elements: [...elementsOf(parse(html))] };
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
