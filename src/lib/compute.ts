/**
 * The measurement as one pure function, `compute(data, choices)`: scores of a panel → ruler → joint
 * effective parameters → density → trend → doubling times with intervals. No clock, no network, no
 * unseeded randomness; equal arguments give equal results to the last bit.
 */
import type { Choices, EstimatorId, WindowId } from './choices.ts';
import {
  defaultChoices,
  estimatorIds,
  estimators,
  LEVEL,
  windowIds,
  windows,
} from './choices.ts';
import { curveTable } from './effective.ts';
import type { Measurement } from './measure.ts';
import { measureModel } from './measure.ts';
import { percentile } from './numerics/distributions.ts';
import { exp, ln } from './numerics/elementary.ts';
import type { Candidate, Exclusion, PanelData, PanelTable } from './panel.ts';
import { clockDay, tabulatePanel } from './panel.ts';
import type { Refusal } from './refusal.ts';
import type { TaskDraws, TrendInput, TrendTask } from './resample.ts';
import { resampleTrends, slicePoints } from './resample.ts';
import type { Ruler } from './ruler.ts';
import { fitRuler, rulerMembers } from './ruler.ts';
import type { DoublingTime, TrendLine, TrendPoints } from './trend.ts';
import { describeDoubling, fitTrend, frontier, refuseTrend } from './trend.ts';

/** One line of growth: an estimator on a window. */
export interface TrendResult {
  estimator: EstimatorId;
  window: WindowId;
  /** First and last day of the window. */
  from: string;
  to: string;
  /** Models with a density in the window. */
  count: number;
  families: number;
  /** Models in the window without one. */
  undefinedCount: number;
  /** The line, or why there is none. */
  line: TrendLine | null;
  refusal: Refusal | null;
  /** 90 % interval of the slope, per day; null without draws. */
  slopeInterval: [number, number] | null;
  /** Monte Carlo standard error of the interval's ends, per day; null with few draws. */
  slopeIntervalError: [number, number] | null;
  doublingTime: DoublingTime | null;
  /** Whether such intervals cover the truth in simulation. */
  intervalIsValid: boolean;
  /** Draws that gave a line. */
  drawsUsed: number;
}

/** The line's value and 90 % band on one day; densities, not logarithms. */
export interface BandPoint {
  day: number;
  density: number;
  low: number | null;
  high: number | null;
}

export interface Results {
  panel: { id: string; name: string; short: string; why: string; needs: number };
  choices: Choices;
  /** Last day of the data counted. */
  asOf: string;
  ruler: Ruler;
  /** Every measured model, in order of day, then id. */
  models: Measurement[];
  excluded: readonly Exclusion[];
  /** One entry per window and estimator. */
  trends: TrendResult[];
  /** The trend that the choices name. */
  headline: TrendResult;
  band: BandPoint[];
  /** Ids of the record holders since the clock's start, in order of day. */
  frontier: string[];
  /** Mean share of the Fisher information over the trend's models, per benchmark. */
  shares: { benchmark: string; share: number; models: number }[];
  /** The headline slope with undefined models entered as censored at the edge. */
  censored: { slope: number; doublingTime: DoublingTime; below: number; above: number } | null;
}

/**
 * Measures every model on the chosen panel and fits the growth of density.
 *
 * @param choices any subset; the rest are the headline's
 * @throws RefusalError where the choices name something unknown or the ruler is unusable
 */
export function compute(data: PanelData, choices: Partial<Choices> = {}): Results {
  const chosen: Choices = { ...defaultChoices, ...choices };
  const asOf = chosen.asOf ?? data.dataset.asOf;
  const table = tabulatePanel(data, chosen);
  const ruler = fitRuler(data, table, chosen);
  const curves = curveTable(ruler.axes, chosen.weights);
  const models = table.candidates.map((candidate) =>
    measureModel(candidate, ruler, curves, chosen),
  );
  const input = trendInput(table, models);
  const trends = fitTrends(input, models, asOf);
  const draws = chosen.draws > 0 ? drawTrends(data, table, ruler, input, trends, chosen) : null;
  const headline = findTrend(trends, chosen.estimator, chosen.window);
  const panel = data.panels.find(({ id }) => id === chosen.panel);
  return {
    panel: {
      id: chosen.panel,
      name: panel?.name ?? chosen.panel,
      short: panel?.short ?? chosen.panel,
      why: panel?.why ?? '',
      needs: table.needs,
    },
    choices: chosen,
    asOf,
    ruler,
    models,
    excluded: table.excluded,
    trends,
    headline,
    band: bandOf(headline, draws?.get(headline) ?? null),
    frontier: recordHolders(input),
    shares: informationShares(ruler, models),
    censored: censoredTrend(input, models, headline),
  };
}

/** The trend of an estimator on a window. */
export function findTrend(
  trends: readonly TrendResult[],
  estimator: EstimatorId,
  window: WindowId,
): TrendResult {
  const found = trends.find((trend) => trend.estimator === estimator && trend.window === window);
  if (!found) throw new RangeError(`findTrend requires a fitted pair, not ${estimator}/${window}`);
  return found;
}

/** Whether a measured model sets the trend. */
export function countsInTrend(model: Measurement): boolean {
  return model.bystander === null && model.density !== null;
}

function trendInput(table: PanelTable, models: readonly Measurement[]): TrendInput {
  const kept = models.map((model, i) => [model, table.candidates[i] as Candidate] as const);
  const counted = kept.filter(([model]) => countsInTrend(model));
  const families = [...new Set(counted.map(([{ family }]) => family))].sort();
  const points: TrendPoints = {
    x: Float64Array.from(counted, ([{ day }]) => day as number),
    y: Float64Array.from(counted, ([{ density }]) => ln(density as number)),
    family: Int32Array.from(counted, ([{ family }]) => families.indexOf(family)),
  };
  return {
    candidates: counted.map(([, candidate]) => candidate),
    effective: Float64Array.from(counted, ([model]) => ln(model.effectiveParameters as number)),
    points,
    families,
  };
}

function windowBounds(window: WindowId, asOf: string): { from: string; to: string } {
  const { from, to } = windows[window];
  return { from, to: to !== null && to < asOf ? to : asOf };
}

/** Positions of the points in a window: first, and one past the last. */
function windowSlice({ x }: TrendPoints, from: string, to: string): [number, number] {
  const [first, last] = [clockDay(from), clockDay(to)];
  let begin = 0;
  while (begin < x.length && (x[begin] as number) < first) begin++;
  let end = begin;
  while (end < x.length && (x[end] as number) <= last) end++;
  return [begin, end];
}

function fitTrends(
  input: TrendInput,
  models: readonly Measurement[],
  asOf: string,
): TrendResult[] {
  return windowIds.flatMap((window) => {
    const { from, to } = windowBounds(window, asOf);
    const points = slicePoints(input.points, ...windowSlice(input.points, from, to));
    const undefinedCount = models.filter(
      ({ bystander, density, released }) =>
        bystander === null && density === null && released && released >= from && released <= to,
    ).length;
    return estimatorIds.map((estimator): TrendResult => {
      let refusal = refuseTrend(points, estimator);
      const line = refusal ? null : fitTrend(points, estimator);
      if (!refusal && !line) {
        refusal = { code: 'no-convergence', sentence: 'The line could not be fitted.' };
      }
      return {
        estimator,
        window,
        from,
        to,
        count: points.x.length,
        families: new Set(points.family).size,
        undefinedCount,
        line,
        refusal,
        slopeInterval: null,
        slopeIntervalError: null,
        doublingTime: line ? describeDoubling(line.slope, null) : null,
        intervalIsValid: estimators[estimator].hasValidInterval,
        drawsUsed: 0,
      };
    });
  });
}

/** Runs the bootstrap once for all trends and writes their intervals. */
function drawTrends(
  data: PanelData,
  table: PanelTable,
  ruler: Ruler,
  input: TrendInput,
  trends: TrendResult[],
  choices: Choices,
): Map<TrendResult, TaskDraws> {
  const fitted = trends.filter(({ line }) => line !== null);
  const tasks = fitted.map(({ estimator, from, to, line }): TrendTask => {
    const [begin, end] = windowSlice(input.points, from, to);
    return { estimator, begin, end, line: line as TrendLine };
  });
  const record = data.rulers.find(({ id }) => id === ruler.id);
  const members = rulerMembers(table, record?.models ?? []);
  const draws = resampleTrends(input, members, ruler, tasks, choices);
  const byTrend = new Map<TrendResult, TaskDraws>();
  for (const [i, trend] of fitted.entries()) {
    const drawn = draws[i] as TaskDraws;
    byTrend.set(trend, drawn);
    addInterval(trend, drawn.slopes);
  }
  return byTrend;
}

function addInterval(trend: TrendResult, slopes: Float64Array): void {
  const valid = slopes.filter((slope) => !Number.isNaN(slope));
  if (!trend.line || valid.length < 20) return;
  trend.drawsUsed = valid.length;
  trend.slopeInterval = intervalOf(valid);
  trend.slopeIntervalError = intervalError(valid);
  trend.doublingTime = describeDoubling(trend.line.slope, trend.slopeInterval);
}

/** Percentile interval at {@link LEVEL}. */
export function intervalOf(draws: Float64Array): [number, number] {
  const sorted = Float64Array.from(draws).sort();
  return [percentile(sorted, (1 - LEVEL) / 2), percentile(sorted, (1 + LEVEL) / 2)];
}

/** Monte Carlo standard error of the interval's ends, from ten batches of the draws. */
function intervalError(draws: Float64Array): [number, number] | null {
  const batches = 10;
  const size = Math.floor(draws.length / batches);
  if (size < 20) return null;
  const ends = Array.from({ length: batches }, (_, i) =>
    intervalOf(draws.subarray(i * size, (i + 1) * size)),
  );
  const error = (side: 0 | 1) => {
    const mean = ends.reduce((sum, end) => sum + end[side], 0) / batches;
    const squares = ends.reduce((sum, end) => sum + (end[side] - mean) * (end[side] - mean), 0);
    return Math.sqrt(squares / (batches - 1) / batches);
  };
  return [error(0), error(1)];
}

function bandOf({ line, from, to }: TrendResult, draws: TaskDraws | null): BandPoint[] {
  if (!line) return [];
  const [first, last] = [clockDay(from), clockDay(to)];
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const day = first + ((last - first) * i) / steps;
    const density = exp(line.intercept + line.slope * day);
    if (!draws) return { day, density, low: null, high: null };
    const values = draws.slopes
      .map((slope, d) => (draws.intercepts[d] as number) + slope * day)
      .filter((value) => !Number.isNaN(value));
    const [low, high] = intervalOf(values);
    return { day, density, low: exp(low), high: exp(high) };
  });
}

function recordHolders({ points, candidates }: TrendInput): string[] {
  let begin = 0;
  while (begin < points.x.length && (points.x[begin] as number) < 0) begin++;
  const since = slicePoints(points, begin, points.x.length);
  return frontier(since).map((i) => (candidates[begin + i] as Candidate).model.id);
}

function informationShares(ruler: Ruler, models: readonly Measurement[]): Results['shares'] {
  const counted = models.filter(countsInTrend);
  return ruler.axes.map(({ benchmark }) => {
    const parts = counted.flatMap((model) =>
      model.parts.filter((part) => part.benchmark === benchmark),
    );
    const sum = parts.reduce((total, { share }) => total + share, 0);
    return { benchmark, share: sum / Math.max(1, counted.length), models: parts.length };
  });
}

/**
 * The headline line with undefined models put far below or above every line. A quantile line only
 * asks on which side a point lies, so this is exact where the side is certain.
 */
function censoredTrend(
  input: TrendInput,
  models: readonly Measurement[],
  headline: TrendResult,
): Results['censored'] {
  if (headline.estimator !== 'tau90' && headline.estimator !== 'tau95') return null;
  if (!headline.line) return null;
  const edge = 60;
  const missing = models.filter(
    ({ bystander, density, released }) =>
      bystander === null &&
      density === null &&
      released &&
      released >= headline.from &&
      released <= headline.to,
  );
  const [begin, end] = windowSlice(input.points, headline.from, headline.to);
  const x = [...input.points.x.subarray(begin, end), ...missing.map(({ day }) => day as number)];
  const y = [
    ...input.points.y.subarray(begin, end),
    ...missing.map(({ status }) => (status === 'at-or-above-ceiling' ? edge : -edge)),
  ];
  const order = x.map((_, i) => i).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const points: TrendPoints = {
    x: Float64Array.from(order, (i) => x[i] as number),
    y: Float64Array.from(order, (i) => y[i] as number),
    family: new Int32Array(order.length),
  };
  const line = fitTrend(points, headline.estimator);
  if (!line) return null;
  return {
    slope: line.slope,
    doublingTime: describeDoubling(line.slope, null),
    below: missing.filter(({ status }) => status === 'at-or-below-chance').length,
    above: missing.filter(({ status }) => status === 'at-or-above-ceiling').length,
  };
}
