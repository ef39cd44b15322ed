/** Seventh claim: the doubling time is a model's useful life. */
import { LEVEL } from '../choices.ts';
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { formatDays } from '../format.ts';
import type { Measurement } from '../measure.ts';
import type { SurvivalCurve } from '../numerics/survival.ts';
import { kaplanMeier } from '../numerics/survival.ts';
import { clockDay } from '../panel.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Verdict } from './claim.ts';
import { daysOfRate } from './claim.ts';
import { drawEstimates } from './clusters.ts';
import { densityRate } from './parametersHalve.ts';

type Parameters = ClaimOf<'shelf-life'>['parameters'];
type Interval = readonly [number | null, number | null];

/** How long one model stood until a smaller one did as well. */
export interface Life {
  id: string;
  name: string;
  family: string;
  released: string;
  /** Days until overtaken, or until the data's day. */
  days: number;
  /** Who overtook it; null where nobody has. */
  by: { id: string; name: string; released: string } | null;
}

/** Lives on one panel against successors of at most one part of the size. */
export interface LifeTable {
  panel: string;
  panelName: string;
  part: number;
  lives: Life[];
  overtaken: number;
  curve: SurvivalCurve['steps'];
  /** Median days; null where more than half stand. */
  median: number | null;
  /** 90 % interval from resampling families; a long end that the data do not reach is null. */
  interval: Interval | null;
  refusal: string | null;
}

export interface ShelfLifeDetails {
  tables: LifeTable[];
  /** Measured doubling time of each panel, days. */
  doublings: { panel: string; value: number | null; interval: Interval | null }[];
}

export function judgeShelfLife(
  _data: Data,
  { headline, panels }: Measured,
  { parameters }: ClaimOf<'shelf-life'>,
): ClaimResult<'shelf-life', ShelfLifeDetails> {
  const chosen = parameters.panels.flatMap(
    (id) => panels.find(({ panel }) => panel.id === id) ?? [],
  );
  const studied = chosen.length > 0 ? chosen : [headline];
  const tables = studied.flatMap((results) =>
    [parameters.part, 1].map((part) => lifeTable(results, part, parameters)),
  );
  const doublings = studied.map((results) => {
    const { value, interval } = daysOfRate(densityRate(results));
    return { panel: results.panel.id, value, interval };
  });
  const halved = tables.filter(({ part }) => part === parameters.part);
  const same = halved.map((table, i) => identityTest(table, doublings[i]?.interval ?? null));
  const [main] = halved as [LifeTable, ...LifeTable[]];
  const stated = bandTest(main, parameters);
  return {
    id: 'shelf-life',
    status: statusOf(same, stated),
    effect: {
      name: `days until a model of at most ${parameters.part} of the size does as well, median`,
      value: main.median,
      unit: 'days',
    },
    interval: main.interval,
    n: main.lives.length,
    wouldChange: sayWouldChange(main, doublings[0]?.interval ?? null, parameters),
    tests: [...same, stated],
    details: { tables, doublings },
  };
}

/** Lives of the models that were on the edge of a panel at their release. */
export function lifeTable(results: Results, part: number, parameters: Parameters): LifeTable {
  const field = results.models.filter(
    ({ bystander, effectiveParameters, released }) =>
      bystander === null && effectiveParameters !== null && (released ?? '') >= parameters.from,
  );
  const lives = field
    .filter((model) => !field.some((other) => isBefore(other, model) && rivals(other, model, 1)))
    .map((model) => lifeOf(model, field, part, results.asOf))
    .filter((life) => life !== null);
  const overtaken = lives.filter(({ by }) => by !== null).length;
  const { id, short } = results.panel;
  const table = { panel: id, panelName: short, part, lives, overtaken };
  if (lives.length < parameters.leastModels || overtaken < parameters.leastEvents) {
    const refusal = `Needs ${parameters.leastModels} models on the edge at their release, ${parameters.leastEvents} of them overtaken; there are ${lives.length} and ${overtaken}.`;
    return { ...table, curve: [], median: null, interval: null, refusal };
  }
  const curve = curveOf(lives);
  return {
    ...table,
    curve: curve.steps,
    median: curve.median,
    interval: medianInterval(lives, parameters),
    refusal: curve.median === null ? `Half of the models still stand: ${curve.reason}.` : null,
  };
}

/** Whether one model is at most a part of another's size and at least as able. */
function rivals(other: Measurement, model: Measurement, part: number): boolean {
  return (
    other.id !== model.id &&
    other.actual <= part * model.actual &&
    (other.effectiveParameters as number) >= (model.effectiveParameters as number)
  );
}

/** Released earlier, or on the same day and smaller or abler; of two equals the first by id. */
function isBefore(other: Measurement, model: Measurement): boolean {
  if (other.day !== model.day) return (other.day as number) < (model.day as number);
  const isEqual =
    other.actual === model.actual && other.effectiveParameters === model.effectiveParameters;
  return !isEqual || other.id < model.id;
}

/** null where a model of that part of the size was as good already at the release. */
function lifeOf(
  model: Measurement,
  field: readonly Measurement[],
  part: number,
  asOf: string,
): Life | null {
  const { id, name, family, released, day } = model;
  const identity = { id, name, family, released: released as string };
  // The field is in order of day, so the first rival is the earliest.
  const first = field.find((other) => rivals(other, model, part));
  if (!first) return { ...identity, days: clockDay(asOf) - (day as number), by: null };
  const days = (first.day as number) - (day as number);
  if (days < 0) return null;
  const by = { id: first.id, name: first.name, released: first.released as string };
  return { ...identity, days, by };
}

function curveOf(lives: readonly Life[], weights?: ArrayLike<number>): SurvivalCurve {
  const counted = lives.flatMap((life, i) => Array<Life>(weights?.[i] ?? 1).fill(life));
  return kaplanMeier(
    counted.map(({ days }) => days),
    counted.map(({ by }) => by !== null),
    LEVEL,
  );
}

/** Percentile interval of the median; a draw in which half still stand counts as unbounded. */
function medianInterval(lives: readonly Life[], parameters: Parameters): Interval | null {
  const families = lives.map(({ family }) => family);
  const draws = drawEstimates(families, parameters, (weights) => {
    const curve = curveOf(lives, weights);
    return curve.n === 0 ? Number.NaN : (curve.median ?? Infinity);
  });
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort();
  if (sorted.length < 0.9 * draws.length) return null;
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] as number;
  const [low, high] = [at((1 - LEVEL) / 2), at((1 + LEVEL) / 2)];
  return [finiteOrNull(low), finiteOrNull(high)];
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Whether two intervals share a value; a null low end is unbounded below only with a null high. */
function meet(a: Interval, b: Interval): boolean {
  const low = Math.max(a[0] ?? Infinity, b[0] ?? Infinity);
  const high = Math.min(a[1] ?? Infinity, b[1] ?? Infinity);
  return low <= high;
}

function identityTest(table: LifeTable, doubling: Interval | null): ClaimTest {
  const verdict: Verdict =
    !table.interval || !doubling ? 'open' : meet(table.interval, doubling) ? 'agrees' : 'denies';
  return { ...lifeTest(table, 'against the measured doubling time'), verdict };
}

function bandTest(table: LifeTable, { band, widest }: Parameters): ClaimTest {
  const { interval } = table;
  let verdict: Verdict = 'open';
  if (interval && !meet(interval, band)) verdict = 'another rate';
  else if (interval?.[0] && interval[1] && interval[1] / interval[0] <= widest) verdict = 'agrees';
  return { ...lifeTest(table, 'against the stated 100 days'), verdict };
}

function lifeTest({ panelName, median, interval, lives, refusal }: LifeTable, against: string) {
  const name = `median life, ${panelName}, ${against}`;
  return { name, value: median, interval, unit: 'days', n: lives.length, refusal };
}

function statusOf(same: readonly ClaimTest[], stated: ClaimTest): ClaimStatus {
  const [main, ...others] = same.map(({ verdict }) => verdict);
  if (main === undefined || main === 'open') return 'cannot be tested';
  const telling = others.filter((verdict) => verdict !== 'open');
  const against = telling.filter((verdict) => verdict !== main).length;
  if (against > 0 && 2 * against >= telling.length) return 'mixed';
  if (main === 'denies') return 'fails';
  return stated.verdict === 'agrees' ? 'holds' : 'holds at another rate';
}

function sayWouldChange(table: LifeTable, doubling: Interval | null, { band }: Parameters): string {
  const [low, high] = band.map(formatDays);
  const end = (value: number | null | undefined) => (value ? formatDays(value) : 'no bound');
  if (!doubling || !table.interval) {
    return `A median life with an interval, and a doubling time with one to set it beside; lives of ${low} to ${high} would let the claim hold as stated.`;
  }
  return `A median life whose interval leaves that of the doubling time, ${end(doubling[0])} to ${end(doubling[1])}, would make the claim fail or mixed; one that also meets ${low} to ${high} would let it hold as stated.`;
}
