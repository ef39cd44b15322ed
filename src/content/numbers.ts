/** Numbers by their ids, as texts for sentences. */
import { numbers } from '../build/results.ts';
import type { NumberRecord } from '../lib/numbers/number.ts';
import { formatNumber, formatNumberInterval } from '../lib/numbers/number.ts';

const byId = new Map(numbers.map((record) => [record.id, record]));

/** A number by its id. Throws, with ids that look like it, where there is none. */
export function findNumber(id: string): NumberRecord {
  const record = byId.get(id);
  if (record) return record;
  const [first = ''] = id.split('-');
  const near = [...byId.keys()].filter((other) => other.startsWith(first)).slice(0, 8);
  throw new RangeError(
    `there is no number "${id}"; ids that begin alike: ${near.join(', ') || 'none'} (see src/lib/numbers)`,
  );
}

/** What to print of a number. */
export type NumberPart = 'value' | 'interval' | 'bare';

/**
 * The text of a number: "183 days", "149 to 307 days" ("no interval" where the data give none), or
 * "183" without its unit.
 *
 * @throws RangeError where the data refuse it: a sentence about it needs a version for that case
 */
export function textOfNumber(id: string, part: NumberPart = 'value'): string {
  const record = findNumber(id);
  if (part === 'interval') return formatNumberInterval(record) ?? 'no interval';
  if (record.value === null) {
    throw new RangeError(
      `number "${id}" has no value (${record.refusal}); write a sentence for that case`,
    );
  }
  const text = formatNumber(record);
  return part === 'bare' ? text.replace(/ .*$/, '') : text;
}

/** A piece of a computed sentence: words, or a number with its address. */
export type Piece = { text: string } | { id: string; text: string };

const token = /\[\[([a-z0-9.-]+)(?:\|(value|interval|bare))?\]\]/g;

/** Splits a sentence at its numbers, written `[[id]]`, `[[id|interval]]` or `[[id|bare]]`. */
export function splitSentence(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of sentence.matchAll(token)) {
    const [whole, id = '', part] = match;
    if (match.index > end) pieces.push({ text: sentence.slice(end, match.index) });
    pieces.push({ id, text: textOfNumber(id, part as NumberPart | undefined) });
    end = match.index + whole.length;
  }
  if (end < sentence.length) pieces.push({ text: sentence.slice(end) });
  return pieces;
}

/** A sentence with its numbers filled in, for places that hold no links: descriptions, titles. */
export function plainSentence(sentence: string): string {
  return splitSentence(sentence)
    .map(({ text }) => text)
    .join('');
}
