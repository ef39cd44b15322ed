/** What a model's name says: its size, and which names are one name spelled twice. */

/** Sizes read from a name, plain counts. */
export interface NamedSizes {
  /** The largest size in the name; null where it has none or gives experts times size. */
  total: number | null;
  /** The size after an A: `30B-A3B`. */
  active: number | null;
  /** Whether the name says that the model is a mixture of experts. */
  mixture: boolean;
}

const SIZE = /(?<![a-z0-9.])(a?)(\d+(?:\.\d+)?)\s?([bm])(?![a-z0-9])/gi;
const UNITS: Record<string, number> = { m: 1e6, b: 1e9 };

/** `Qwen3 30B-A3B` → 30e9 and 3e9; repositories may write 1_8B for 1.8B. */
export function namedSizes(name: string): NamedSizes {
  const mixture = /\d+x\d+(?:\.\d+)?b|(?<![a-z0-9])a\d+(?:\.\d+)?b(?![a-z])|(?<![a-z])moe/i.test(
    name,
  );
  let total: number | null = null;
  let active: number | null = null;
  for (const [, prefix, digits, unit] of name.replace(/(\d)_(?=\d)/g, '$1.').matchAll(SIZE)) {
    const size = Number(digits) * (UNITS[(unit as string).toLowerCase()] as number);
    if (prefix !== '') active = size;
    else total = Math.max(total ?? 0, size);
  }
  return { total, active, mixture };
}

/** A name without case, spaces and hyphens: what two spellings of one name share. 1.3 stays unlike 13. */
export function squash(name: string): string {
  let squashed = squashes.get(name);
  if (squashed === undefined) {
    squashed = name.toLowerCase().replace(/(?<!\d)[._]|[._](?!\d)|[^a-z0-9._]/g, '');
    squashes.set(name, squashed);
  }
  return squashed;
}

/** Every name is compared with every other; each is squashed once. */
const squashes = new Map<string, string>();

/**
 * Whether one letter within was changed, added or dropped. Digits tell versions apart and must agree;
 * so does the last letter, as in GPT-Neo and GPT-NeoX.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || a.at(-1) !== b.at(-1) || a.replace(/\D/g, '') !== b.replace(/\D/g, ''))
    return false;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** A count in words: `7.6B`. */
export function sizeText(count: number): string {
  if (count >= 1e12) return `${round(count / 1e12)}T`;
  return count >= 1e9 ? `${round(count / 1e9)}B` : `${round(count / 1e6)}M`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** How a model's size compares with the size in its name. */
export interface SizeGap {
  named: number;
  total: number;
  ratio: number;
}

/** Null where name or record give no size, or where the record's note explains the difference. */
export function sizeGap(record: {
  name: string;
  id: string;
  parameters: { total: number; note?: string | undefined } | null;
}): SizeGap | null {
  const { total: named, active, mixture } = namedSizes(`${record.name} ${record.id}`);
  const { parameters } = record;
  if (parameters === null || parameters.note !== undefined || named === null) return null;
  if (mixture && active === null) return null;
  return { named, total: parameters.total, ratio: parameters.total / named };
}
