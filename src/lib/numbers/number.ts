/** A number with an address: everything `/n/<id>/` prints and a release freezes. */
import {
  formatCount,
  formatDays,
  formatDensity,
  formatFixed,
  formatInWords,
  formatPercent,
  formatSignificant,
} from '../format.ts';

/** Units of the site's numbers; each has one way to be printed. */
export type Unit =
  | 'days'
  | 'months'
  | 'years'
  | 'per day'
  | 'times'
  | 'times a year'
  | 'fraction'
  | 'points'
  | 'density'
  | 'parameters'
  | 'tokens'
  | 'FLOP'
  | 'bytes'
  | 'US dollars'
  | 'US dollars per million tokens'
  | 'probability'
  | 'index'
  | 'count';

/** Where an input can be read: a path of this site. */
export interface NumberInput {
  label: string;
  path: string;
}

export interface NumberRecord {
  /** Permanent, kebab-case, free of language and of values. */
  id: string;
  /** What it is, a noun phrase that could stand in a sentence. */
  name: string;
  /** Null where the data refuse it; `refusal` then says why. */
  value: number | null;
  /** 90 % interval; null where there is none, an end null where the data do not bound it. */
  interval: readonly [number | null, number | null] | null;
  unit: Unit;
  /** What is counted, for `count`: "models". */
  counted: string | null;
  refusal: string | null;
  /** What it means, in one or two sentences for a reader who came from a search. */
  definition: string;
  /** How it follows from the inputs, in words and plain signs. */
  formula: string;
  inputs: readonly NumberInput[];
  /** The file of `src/lib` that makes it, from the root of the repository. */
  code: string;
}

/** A number's record with what is empty for most left out. */
export type NumberDraft = Omit<NumberRecord, 'interval' | 'counted' | 'refusal'> &
  Partial<Pick<NumberRecord, 'interval' | 'counted' | 'refusal'>>;

/** Completes a record. Throws where the value is not finite or a refused one does not say why. */
export function defineNumber(draft: NumberDraft): NumberRecord {
  const record = { interval: null, counted: null, refusal: null, ...draft };
  const { id, value, refusal, interval } = record;
  if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(id)) {
    throw new RangeError(`defineNumber requires a kebab-case id, not "${id}"`);
  }
  const given = [value, ...(interval ?? [])].filter((part) => part !== null);
  if (!given.every(Number.isFinite)) {
    throw new RangeError(`defineNumber requires finite values; "${id}" has ${given.join(', ')}`);
  }
  if ((value === null) !== (refusal !== null)) {
    throw new RangeError(`defineNumber requires a value or a refusal, not both ("${id}")`);
  }
  return record;
}

const formats: Record<Unit, (value: number) => string> = {
  days: formatDays,
  months: (value) => `${formatFixed(value, 1)} months`,
  years: (value) => `${formatFixed(value, 1)} years`,
  'per day': (value) => formatSignificant(value, 2),
  times: (value) => `${formatSignificant(value, 2)} times`,
  'times a year': (value) => `${formatSignificant(value, 2)} times a year`,
  fraction: (value) => formatPercent(value, 0).replace(' ', '\u00a0'),
  points: (value) => `${formatFixed(100 * value, 1)}\u00a0points`,
  density: formatDensity,
  parameters: formatInWords,
  tokens: formatInWords,
  FLOP: (value) => formatPowers(value),
  bytes: (value) => `${formatCount(value)} bytes`,
  'US dollars': formatDollars,
  'US dollars per million tokens': formatDollars,
  probability: (value) => formatPercent(value, 0).replace(' ', '\u00a0'),
  index: (value) => formatSignificant(value, 2),
  count: (value) => formatFixed(value, 0),
};

/** "$20", "$37.50", "$0.075". */
function formatDollars(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return `$${formatFixed(value, 0)}`;
  return value >= 1 ? `$${formatFixed(value, 2)}` : `$${Number(value.toPrecision(2))}`;
}

function formatPowers(value: number): string {
  const [digits = '', power = '0'] = value.toExponential(1).split('e');
  return `${digits} × 10^${Number(power)}`;
}

/** The value as sentences print it: "183 days", "4.1 times". */
export function formatNumber({ id, value, unit }: NumberRecord): string {
  if (value === null) throw new RangeError(`"${id}" has no value to print`);
  return formats[unit](value);
}

/** The interval as sentences print it: "149 to 307 days", "170 days or more"; null without one. */
export function formatNumberInterval({ interval, unit }: NumberRecord): string | null {
  if (!interval) return null;
  const [low, high] = interval;
  const format = formats[unit];
  if (low !== null && high !== null) {
    const first = format(low).replace(/ (?:days?|months|years|times(?: a year)?|bytes)$/, '');
    return `${first} to ${format(high)}`;
  }
  if (low !== null) return `${format(low)} or more`;
  return high === null ? null : `${format(high)} or less`;
}
