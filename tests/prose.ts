/** Finds numbers that somebody typed into the prose of an article instead of computing them. */
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface TypedNumber {
  line: number;
  /** The number as it stands, and some words around it. */
  number: string;
  context: string;
}

interface Node {
  type: string;
  value?: unknown;
  name?: string | null;
  children?: Node[];
  attributes?: Node[];
  position?: { start: { line: number } };
}

/** Attributes of components that are printed, and so are prose. */
const proseAttributes = new Set(['alt', 'caption', 'label', 'summary', 'title']);
/** Fields of the front matter that are printed. */
const proseFields = /^(title|description|lead|summary):\s*(.*)$/;

/**
 * What is not a measurement although it has digits. Each rule is cut out of the text before it is
 * searched; keep them few and narrow.
 */
const notMeasured: readonly RegExp[] = [
  // Names of releases: 2026.11.
  /\b20\d{2}\.\d{1,2}\b/g,
  // Addresses and identifiers of papers.
  /https?:\/\/\S+/g,
  /\barXiv[: ]\d{4}\.\d{4,5}(v\d)?/gi,
  /\b10\.\d{4,}\/\S+/g,
  // Days and years: 2023-02-24, 24 February 2023, February 2023, 2023, 2023–2026.
  /\b(19|20)\d{2}-\d{2}-\d{2}\b/g,
  /\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)( (19|20)\d{2})?\b/g,
  /\b(19|20)\d{2}\b/g,
  // References within a document: section 3, §3.1, Table 2, equation 5, version 2.
  /(§\s?|\b(sections?|chapters?|tables?|figures?|fig\.|equations?|eq\.|steps?|appendix|version) )\d+(\.\d+)*[a-z]?\b/gi,
  // Names with a digit that no file in data/ carries.
  /\bCC BY 4\.0\b/g,
];

const digits = /[−-]?\d+(?:[.,]\d+)*(?:\s?%|\s?×)?/g;

const words = [
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  ...['hundreds?', 'thousands?', 'dozens?', 'half', 'a third', 'a quarter', 'a couple'],
];
const units = [
  ...['seconds?', 'minutes?', 'hours?', 'days?', 'weeks?', 'months?', 'quarters?', 'years?'],
  ...['per ?cent', 'percentage', 'points?', 'times', 'fold', 'orders of magnitude'],
  ...['parameters?', 'weights', 'tokens?', 'layers?', 'dollars?', 'yuan', 'euros?'],
  ...['thousands?', 'millions?', 'billions?', 'trillions?', 'gigabytes?', 'megabytes?', 'bits?'],
];
/** A number in words within two words of a unit: "three months", "half a year", "four or five times". */
const spelled = new RegExp(
  `\\b(?:${words.join('|')})(?:[ -]\\w+){0,2}?[ -](?:${units.join('|')})\\b`,
  'gi',
);

/**
 * Every number typed into the text of an article.
 *
 * @param names model, family and benchmark names, whose digits are no measurements
 */
export function typedNumbers(mdx: string, names: readonly string[]): TypedNumber[] {
  const known = [...names].sort((a, b) => b.length - a.length);
  return proseOf(mdx).flatMap(({ text, line }) => numbersIn(without(text, known), line));
}

function numbersIn(text: string, line: number): TypedNumber[] {
  return [...text.matchAll(digits), ...text.matchAll(spelled)].map((match) => ({
    line,
    number: match[0],
    context: text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30).trim(),
  }));
}

/** The text with names and rules replaced by a mark that joins nothing. */
function without(text: string, names: readonly string[]): string {
  let rest = text.replace(/\s+/g, ' ');
  for (const name of names) rest = rest.replace(standingAlone(name), '◆');
  for (const rule of notMeasured) rest = rest.replace(rule, '◆');
  return rest;
}

/** A name, in capitals or not, with no letter or digit at either end: not the "Llama 2" of "Llama 27". */
function standingAlone(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d.])${escaped}(?![\\p{L}\\d]|[.,]\\d)`, 'giu');
}

/** The pieces of an MDX file that a reader sees as words. */
function proseOf(mdx: string): { text: string; line: number }[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(mdx);
  const fields = (front?.[1] ?? '').split('\n').flatMap((text, index) => {
    const value = proseFields.exec(text)?.[2];
    return value ? [{ text: value, line: index + 2 }] : [];
  });
  // The front matter gives way to as many empty lines, so that line numbers stay true.
  const body = front ? front[0].replace(/[^\n]/g, '') + mdx.slice(front[0].length) : mdx;
  const tree = unified().use(remarkParse).use(remarkMath).use(remarkMdx).parse(body);
  return [...fields, ...textsOf(tree as Node)];
}

/** Paragraphs and the like are read as one text, so that *three* months is seen across its mark-up. */
const blocks = new Set(['paragraph', 'heading', 'tableCell']);

function textsOf(node: Node): { text: string; line: number }[] {
  const line = node.position?.start.line ?? 0;
  if (blocks.has(node.type)) return [{ text: phraseOf(node), line }, ...attributesOf(node)];
  if (node.type === 'text') return [{ text: String(node.value), line }];
  return [...attributesOf(node), ...(node.children ?? []).flatMap(textsOf)];
}

function phraseOf(node: Node): string {
  if (node.type === 'text') return String(node.value);
  return node.children?.map(phraseOf).join('') ?? '◆';
}

function attributesOf(node: Node): { text: string; line: number }[] {
  const line = node.position?.start.line ?? 0;
  const own = (node.attributes ?? [])
    .filter(({ name, value }) => proseAttributes.has(name ?? '') && typeof value === 'string')
    .map(({ value }) => ({ text: String(value), line }));
  const inline = blocks.has(node.type) ? (node.children ?? []) : [];
  return [...own, ...inline.flatMap(attributesWithin)];
}

function attributesWithin(node: Node): { text: string; line: number }[] {
  return [...attributesOf(node), ...(node.children ?? []).flatMap(attributesWithin)];
}
