/**
 * A document just large enough for Observable Plot to draw into and to be written out as text.
 * Plot only ever creates elements, sets attributes and puts children in order; nothing here lays
 * out, parses or listens. Equal to what jsdom builds: tests/charts/dom.test.ts compares the trees.
 */
import { escapeText } from '../../lib/markup.ts';

export class ChartText {
  readonly nodeType = 3;
  parentNode: ChartElement | null = null;
  readonly ownerDocument: ChartDocument;
  readonly data: string;
  constructor(ownerDocument: ChartDocument, data: string) {
    this.ownerDocument = ownerDocument;
    this.data = data;
  }
  get textContent(): string {
    return this.data;
  }
  get outerHTML(): string {
    return escapeText(this.data);
  }
}

export type ChartNode = ChartElement | ChartText;

export class ChartElement {
  readonly nodeType = 1;
  parentNode: ChartElement | null = null;
  readonly ownerDocument: ChartDocument;
  readonly namespaceURI: string;
  readonly tagName: string;
  readonly attributes = new Map<string, string>();
  readonly #style: ChartStyle;
  childNodes: ChartNode[] = [];

  constructor(ownerDocument: ChartDocument, namespaceURI: string, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.namespaceURI = namespaceURI;
    this.tagName = tagName;
    this.#style = new ChartStyle(this);
  }

  get style(): ChartStyle {
    return this.#style;
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  get children(): ChartElement[] {
    return this.childNodes.filter((node) => node.nodeType === 1);
  }
  get firstChild(): ChartNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): ChartNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  /** Plot asks only for the first element of any kind. */
  querySelector(selector: string): ChartElement | null {
    if (selector !== '*') throw new RangeError(`querySelector requires "*", got "${selector}"`);
    return this.children[0] ?? null;
  }

  insertBefore<T extends ChartNode>(node: T, before: ChartNode | null): T {
    node.parentNode?.removeChild(node);
    const position = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(position, 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild<T extends ChartNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  append(...nodes: (ChartNode | string)[]): void {
    for (const node of nodes) {
      this.appendChild(typeof node === 'string' ? this.ownerDocument.createTextNode(node) : node);
    }
  }
  removeChild<T extends ChartNode>(node: T): T {
    this.childNodes = this.childNodes.filter((child) => child !== node);
    node.parentNode = null;
    return node;
  }

  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text: string | null) {
    this.childNodes = [];
    if (text) this.append(String(text));
  }
  get outerHTML(): string {
    const attributes = [...this.attributes].map(([k, v]) => ` ${k}="${escapeAttribute(v)}"`);
    const content = this.childNodes.map((node) => node.outerHTML).join('');
    return `<${this.tagName}${attributes.join('')}>${content}</${this.tagName}>`;
  }
}

/**
 * Style declarations, kept in the `style` attribute where the renderer can see them. Frozen, so that
 * an assignment to a property, which would be lost, throws instead.
 */
class ChartStyle {
  readonly #element: ChartElement;
  readonly #declarations = new Map<string, string>();
  constructor(element: ChartElement) {
    this.#element = element;
    Object.freeze(this);
  }
  setProperty(name: string, value: unknown): void {
    this.#declarations.set(name, String(value));
    const text = [...this.#declarations].map(([k, v]) => `${k}: ${v};`).join(' ');
    this.#element.setAttribute('style', text);
  }
}

export class ChartDocument {
  readonly nodeType = 9;
  readonly documentElement: ChartElement;
  constructor() {
    this.documentElement = this.createElementNS('http://www.w3.org/1999/xhtml', 'html');
  }
  createElementNS(namespace: string, name: string): ChartElement {
    return new ChartElement(this, namespace, name);
  }
  createElement(name: string): ChartElement {
    return this.createElementNS('http://www.w3.org/1999/xhtml', name);
  }
  createTextNode(data: string): ChartText {
    return new ChartText(this, data);
  }
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}
