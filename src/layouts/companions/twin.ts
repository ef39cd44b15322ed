/** An article of the built site as Markdown: the text with its numbers, for readers that are programs. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where the article lives, and how to cite it. */
export interface TwinHead {
  url: string;
  citation: string;
}

/** What belongs to the page and not to its text. */
const leftOut = new Set(
  'contents pilcrow term-card chart twin cite-box byline note-mark kicker'.split(' '),
);
const inlineTags = new Set(
  'a abbr b button cite code em i math small span strong sub sup time'.split(' '),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((attr) => attr.name === name)?.value;
const classesOf = (element: Element) => (attribute(element, 'class') ?? '').split(/\s+/);
const isLeftOut = (node: Node) =>
  isElement(node) &&
  (/^(script|style|svg|template|form|label|input|select)$/.test(node.tagName) ||
    attribute(node, 'hidden') !== undefined ||
    classesOf(node).some((name) => leftOut.has(name)));

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes.filter((child) => !isLeftOut(child)) : [];
}

function findFirst(node: Node, test: (element: Element) => boolean): Element | undefined {
  if (isElement(node) && test(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = findFirst(child, test);
    if (found) return found;
  }
  return undefined;
}

/**
 * @param html a built page with one `<article>`
 * @returns Markdown with complete addresses
 * @throws RangeError where the page has no article
 */
export function articleAsMarkdown(html: string, head: TwinHead): string {
  const article = findFirst(parse(html), ({ tagName }) => tagName === 'article');
  if (!article) throw new RangeError(`${head.url} has no article to write as Markdown`);
  const text = blocksOf(article, head.url).join('\n\n');
  return `${text}\n\n---\n\n${escapeMarks(head.citation)}\n`;
}

/** The blocks below a node; inline pieces between them become paragraphs. */
function blocksOf(node: Node, base: string): string[] {
  const blocks: string[] = [];
  let line: Node[] = [];
  const flush = () => {
    const text = tidy(line.map((piece) => inline(piece, base)).join(''));
    if (text) blocks.push(text);
    line = [];
  };
  for (const child of childrenOf(node)) {
    if (!isElement(child) || inlineTags.has(child.tagName) || child.tagName === 'br') {
      line.push(child);
      continue;
    }
    flush();
    blocks.push(...blockOf(child, base));
  }
  flush();
  return blocks;
}

function blockOf(element: Element, base: string): string[] {
  const { tagName } = element;
  const text = () => tidy(inlineOf(element, base));
  if (/^h[1-6]$/.test(tagName)) return [`${'#'.repeat(Number(tagName[1]))} ${text()}`];
  if (tagName === 'p' || tagName === 'dd' || tagName === 'caption') return text() ? [text()] : [];
  if (tagName === 'dt' || tagName === 'summary') return [`**${text()}**`];
  if (tagName === 'ul' || tagName === 'ol') return [listOf(element, base)];
  if (tagName === 'table') return tableOf(element, base);
  if (tagName === 'figure') return figureOf(element, base);
  if (tagName === 'pre') return [`\`\`\`\n${rawText(element).trim()}\n\`\`\``];
  if (tagName === 'blockquote') return [quote(blocksOf(element, base).join('\n\n'))];
  if (tagName === 'hr') return ['---'];
  if (classesOf(element).includes('equation')) return [`$$\n${formulaOf(element)}\n$$`];
  return blocksOf(element, base);
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}

function listOf(list: Element, base: string): string {
  const items = childrenOf(list).filter(isElement);
  return items
    .map((item, i) => {
      const mark = list.tagName === 'ol' ? `${i + 1}. ` : '- ';
      const body = blocksOf(item, base).join('\n\n');
      return mark + body.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

/** A figure as its picture, title and caption; figures without a file of their own keep their table. */
function figureOf(figure: Element, base: string): string[] {
  const id = attribute(figure, 'id') ?? '';
  const title = findFirst(figure, (part) => classesOf(part).includes('figure-title'));
  const page = findFirst(figure, ({ attrs }) =>
    attrs.some(({ value }) => /\/f\/[^/]+\/$/.test(value)),
  );
  const address = page && new URL(attribute(page, 'href') ?? '', base).href;
  const caption = findFirst(figure, ({ tagName }) => tagName === 'figcaption');
  const name = title ? tidy(inlineOf(title, base)) : id;
  const picture = address ? [`![${name}](${address.slice(0, -1)}.svg)`] : [];
  return [...picture, `**${name}**`, ...(caption ? blocksOf(caption, base) : [])];
}

function tableOf(table: Element, base: string): string[] {
  const caption = findFirst(table, ({ tagName }) => tagName === 'caption');
  const rows = rowsOf(table).map((row) => cellsOf(row, base));
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const grid = [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
  return [...(caption ? blockOf(caption, base) : []), grid];
}

function rowsOf(node: Node): Element[] {
  if (isElement(node) && node.tagName === 'tr') return [node];
  return childrenOf(node).flatMap(rowsOf);
}

function cellsOf(row: Element, base: string): string[] {
  return childrenOf(row)
    .filter(isElement)
    .map((cell) => tidy(inlineOf(cell, base)).replaceAll('|', '\\|').replaceAll('\n', ' '));
}

function inlineOf(node: Node, base: string): string {
  return childrenOf(node)
    .map((child) => inline(child, base))
    .join('');
}

function inline(node: Node, base: string): string {
  if (node.nodeName === '#text') {
    return escapeMarks((node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' '));
  }
  if (!isElement(node) || isLeftOut(node)) return '';
  const text = () => inlineOf(node, base);
  switch (node.tagName) {
    case 'a':
      return linkOf(node, text(), base);
    case 'em':
    case 'i':
      return wrap(text(), '*');
    case 'strong':
    case 'b':
      return wrap(text(), '**');
    case 'code':
      return `\`${rawText(node)}\``;
    case 'math':
      return `$${formulaOf(node)}$`;
    case 'br':
      return '  \n';
    case 'small':
      return classesOf(node).includes('note') ? ` (${tidy(text())})` : ` ${text()}`;
    case 'span':
      return classesOf(node).includes('figure-number') ? `${text()}. ` : text();
    default:
      return text();
  }
}

function linkOf(anchor: Element, text: string, base: string): string {
  const target = attribute(anchor, 'href');
  if (!target || !text.trim()) return text;
  return `[${text.trim()}](${new URL(target, base).href})`;
}

/** Marks keep to the words; spaces beside them stay outside. */
function wrap(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return words ? before + mark + words + mark + after : text;
}

/** A formula in the language it was written in, which the built page keeps beside the drawing. */
function formulaOf(node: Node): string {
  const source = findFirst(node, ({ tagName }) => tagName === 'annotation');
  return source ? rawText(source).trim() : '';
}

function rawText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<>$]/g, '\\$&');
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ +\n/g, '\n')
    .replace(/ ([.,;)])/g, '$1')
    .trim();
}
