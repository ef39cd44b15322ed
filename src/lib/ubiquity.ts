/** How many machines there are, how much computing power is sold, and what a saving does to its sum. */
import type { Data } from './data.ts';
import type { GrowthPoint, GrowthResult } from './exponentialGrowth.ts';
import { decimalYear, fitGrowth } from './exponentialGrowth.ts';

type Ubiquity = Pick<Data['context'], 'ubiquity'>;

/** One count of machines. */
export interface DeviceCount {
  what: string;
  value: number;
  /** As precise as the source. */
  date: string;
  /** `talk`: said there without a source; `counted`: by a named source; `forecast`: of the future. */
  kind: 'talk' | 'counted' | 'forecast';
  comparison: 'about' | 'more than' | null;
  /** Address and place in the source; null for the talk. */
  source: string | null;
  locator: string;
}

/** What the talk says of chips to be bought is no count of machines. */
const notMachines = /^H100 needed/;

/** Every count of machines on record, the oldest of each kind of machine first. */
export function countDevices({ ubiquity }: Ubiquity): DeviceCount[] {
  return ubiquity.records
    .filter(({ what }) => !notMachines.test(what))
    .map((row) => ({
      what: row.what,
      value: row.value,
      date: row.date,
      kind: row.source === null ? 'talk' : (row.kind ?? 'counted'),
      comparison: row.comparison ?? null,
      source: row.source === null ? null : (ubiquity.sources[row.source]?.url ?? null),
      locator: row.locator ?? '',
    }));
}

/**
 * The count of a kind of machine on a date; of several the one listed last, which is the revision.
 *
 * @throws RangeError where there is none
 */
export function findCount(
  counts: readonly DeviceCount[],
  what: string,
  date: string,
  kind: DeviceCount['kind'],
): DeviceCount {
  const found = counts.filter((row) => row.what === what && row.date === date && row.kind === kind);
  const last = found.at(-1);
  if (!last) {
    throw new RangeError(`data/context/ubiquity.json has no ${kind} "${what}" of ${date}`);
  }
  return last;
}

/** Computing power sold up to a day, in chips and in what equals them, with Epoch AI’s 5 to 95 %. */
export interface Sold {
  to: string;
  units: number;
  h100: number;
  h100Interval: [number, number];
}

/** NVIDIA’s chips since the start of 2022, quarter by quarter. */
export function nvidiaSold({ ubiquity }: Ubiquity): Sold[] {
  return ubiquity.nvidiaTotals
    .map(({ to, units, h100Equivalents, h100EquivalentsP5, h100EquivalentsP95 }) => ({
      to,
      units,
      h100: h100Equivalents,
      h100Interval: [h100EquivalentsP5, h100EquivalentsP95] as [number, number],
    }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** Cumulative units of one kind of chip by the end of a day; 0 before its first. */
export function unitsOfChip({ ubiquity }: Ubiquity, chip: string, to: string): number {
  return ubiquity.nvidiaByChip.find((row) => row.chip === chip && row.to === to)?.units ?? 0;
}

/** The first end of a quarter by which a cumulative count has reached `level`; null if none has. */
export function firstReached(
  rows: readonly { to: string; value: number }[],
  level: number,
): string | null {
  const sorted = [...rows].sort((a, b) => (a.to < b.to ? -1 : 1));
  return sorted.find(({ value }) => value >= level)?.to ?? null;
}

/** A quarter or a year of sales: the difference of two cumulative counts. */
export interface Sales {
  to: string;
  units: number;
  h100: number;
  /** False for a last quarter that counts only a part; see {@link quarterlySales}. */
  isWhole: boolean;
}

/** A last quarter below this part of the one before is a count broken off, not a collapse. */
const BROKEN_OFF = 0.5;

/**
 * Sales of each quarter. A cumulative count that starts at zero rises fast at first whatever the
 * sales do, so growth is read off the differences.
 */
export function quarterlySales(sold: readonly Sold[]): Sales[] {
  const sales = sold.map(({ to, units, h100 }, i) => ({
    to,
    units: units - (sold[i - 1]?.units ?? 0),
    h100: h100 - (sold[i - 1]?.h100 ?? 0),
    isWhole: true,
  }));
  const [before, last] = [sales.at(-2), sales.at(-1)];
  if (before && last && last.h100 < BROKEN_OFF * before.h100) last.isWhole = false;
  return sales;
}

/** Sales of each calendar year that is complete. */
export function yearlySales(sold: readonly Sold[]): Sales[] {
  const ends = sold.filter(({ to }) => to.endsWith('-12-31'));
  return ends.map(({ to, units, h100 }, i) => ({
    to,
    units: units - (ends[i - 1]?.units ?? 0),
    h100: h100 - (ends[i - 1]?.h100 ?? 0),
    isWhole: true,
  }));
}

/** Growth of the computing power sold in a quarter. */
export function salesGrowth(sales: readonly Sales[]): {
  points: GrowthPoint[];
  aside: GrowthPoint[];
  result: GrowthResult;
} {
  const pointOf = ({ to, h100 }: Sales) => ({
    name: `quarter to ${to}`,
    year: decimalYear(to),
    value: h100,
    cluster: to,
  });
  const points = sales.filter(({ isWhole }) => isWhole).map(pointOf);
  const aside = sales.filter(({ isWhole }) => !isWhole).map(pointOf);
  return { points, aside, result: fitGrowth(points) };
}

/**
 * Tokens on which so many chips can train a model, by operations = 6 · parameters · tokens.
 *
 * @param peak operations a second of one chip
 * @param use the part of the peak that training reaches
 */
export function trainableTokens(of: {
  chips: number;
  parameters: number;
  peak: number;
  use: number;
  days: number;
}): number {
  return (of.chips * of.peak * of.use * of.days * 86400) / (6 * of.parameters);
}

/**
 * Growth a year of the work done, when the computing power grows by one factor and the power that
 * one piece of work takes shrinks by another: total = cost per unit × units.
 */
export function unitsFactor(totalFactor: number, costFactor: number): number {
  return totalFactor / costFactor;
}
