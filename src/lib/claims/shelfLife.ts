/** Seventh claim: the doubling time is a model's useful life. */
import { LEVEL } from '../choices.ts';
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { formatDays } from '../format.ts';
import type { Measurement } from '../measure.ts';
import { exp } from '../numerics/elementary.ts';
import type { SurvivalCurve } from '../numerics/survival.ts';
import { kaplanMeier } from '../numerics/survival.ts';
import { clockDay } from '../panel.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Verdict } from './claim.ts';
import { daysOfRate, rateTest } from './claim.ts';
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
  /**
   * Median days if every model lay on the law's own line, on the same days and with the same sizes:
   * the doubling time and the wait for a release of the right size; null without a line.
   */
  onLine: number | null;
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
  const same = halved.map(identityTest);
  const [main] = halved as [LifeTable, ...LifeTable[]];
  const [first] = studied as [Results, ...Results[]];
  const stated = rateTest(
    `doubling time of density, ${first.panel.short}`,
    densityRate(first),
    first.headline.count,
    parameters,
    first.headline.refusal?.sentence ?? null,
  );
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
    wouldChange: sayWouldChange(main, parameters),
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
  const lives = livesOf(field, part, results.asOf);
  const overtaken = lives.filter(({ by }) => by !== null).length;
  const { id, short } = results.panel;
  const onLine = medianOnLine(field, part, results);
  const table = { panel: id, panelName: short, part, lives, overtaken, onLine };
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

function livesOf(field: readonly Measurement[], part: number, asOf: string): Life[] {
  return field
    .filter((model) => !field.some((other) => isBefore(other, model) && rivals(other, model, 1)))
    .map((model) => lifeOf(model, field, part, asOf));
}

function medianOnLine(
  field: readonly Measurement[],
  part: number,
  { headline, asOf }: Results,
): number | null {
  const { line } = headline;
  if (!line) return null;
  const onLine = field.map((model) => {
    const density = exp(line.intercept + line.slope * (model.day as number));
    return { ...model, effectiveParameters: density * model.actual };
  });
  return curveOf(livesOf(onLine, part, asOf)).median;
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

/** From the release to the first later one of at most a part of the size that does as well. */
function lifeOf(
  model: Measurement,
  field: readonly Measurement[],
  part: number,
  asOf: string,
): Life {
  const { id, name, family, released } = model;
  const day = model.day as number;
  const identity = { id, name, family, released: released as string };
  // The field is in order of day, so the first rival is the earliest.
  const first = field.find((other) => (other.day as number) > day && rivals(other, model, part));
  if (!first) return { ...identity, days: clockDay(asOf) - day, by: null };
  const by = { id: first.id, name: first.name, released: first.released as string };
  return { ...identity, days: (first.day as number) - day, by };
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

/** Whether the lives are those that the law's line gives on the same releases. */
function identityTest(table: LifeTable): ClaimTest {
  const { panelName, median, interval, lives, onLine, refusal } = table;
  const [low, high] = [interval?.[0] ?? Infinity, interval?.[1] ?? Infinity];
  const isTold = interval !== null && onLine !== null;
  const verdict: Verdict = !isTold ? 'open' : low <= onLine && onLine <= high ? 'agrees' : 'denies';
  const name = `median life, ${panelName}`;
  const noLine = onLine === null ? 'There is no line of density to compare with.' : null;
  return {
    name,
    value: median,
    interval,
    unit: 'days',
    verdict,
    n: lives.length,
    refusal: refusal ?? noLine,
  };
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

function sayWouldChange({ interval, onLine }: LifeTable, { band }: Parameters): string {
  const [low, high] = band.map(formatDays);
  if (!interval || onLine === null) {
    return `A median life with an interval, and a line of density to compare it with; with a doubling time of ${low} to ${high} the claim could hold as stated.`;
  }
  const end = (value: number | null) => (value === null ? 'no bound' : formatDays(value));
  return `The law’s line gives lives of ${formatDays(onLine)} on these releases; a median life whose interval, now ${end(interval[0])} to ${end(interval[1])}, excludes that would make the claim fail or mixed, and a doubling time whose interval meets ${low} to ${high} is what it takes to hold as stated.`;
}
