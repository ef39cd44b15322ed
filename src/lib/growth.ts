/** The growth of density on a surveyed panel: one line per window and estimator, with intervals. */
import type { EstimatorId, WindowId } from './choices.ts';
import { estimatorIds, estimators, LEVEL, windowIds, windows } from './choices.ts';
import type { Measurement } from './measure.ts';
import { percentile } from './numerics/distributions.ts';
import { clockDay } from './panel.ts';
import type { Refusal } from './refusal.ts';
import type { DensityDraws, TaskDraws, TrendTask } from './resample.ts';
import { fitDraws } from './resample.ts';
import type { Survey } from './survey.ts';
import type { DoublingTime, TrendLine, TrendPoints } from './trend.ts';
import { describeDoubling, fitTrend, refuseTrend, slicePoints } from './trend.ts';

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

/** An estimator on a window. */
export interface TrendName {
  estimator: EstimatorId;
  window: WindowId;
}

/** Every estimator on every window. */
export const everyTrend: readonly TrendName[] = windowIds.flatMap((window) =>
  estimatorIds.map((estimator) => ({ estimator, window })),
);

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

/** First and last day of a window whose data end at `asOf`. */
export function windowBounds(window: WindowId, asOf: string): { from: string; to: string } {
  const { from, to } = windows[window];
  return { from, to: to !== null && to < asOf ? to : asOf };
}

/** Positions of the points in a window: first, and one past the last. */
export function windowSlice({ x }: TrendPoints, from: string, to: string): [number, number] {
  const [first, last] = [clockDay(from), clockDay(to)];
  let begin = 0;
  while (begin < x.length && (x[begin] as number) < first) begin++;
  let end = begin;
  while (end < x.length && (x[end] as number) <= last) end++;
  return [begin, end];
}

/** Fits the named lines to a survey's points as they are; intervals come with {@link addIntervals}. */
export function fitTrends(
  { input, models }: Survey,
  asOf: string,
  names: readonly TrendName[] = everyTrend,
): TrendResult[] {
  return names.map(({ estimator, window }): TrendResult => {
    const { from, to } = windowBounds(window, asOf);
    const points = slicePoints(input.points, ...windowSlice(input.points, from, to));
    const missing = undefinedModels(models, from, to);
    const tooMany = refuseMissing(points.x.length, missing, estimator);
    const { line, refusal } = tooMany ?? fitOrRefuse(points, estimator);
    return {
      estimator,
      window,
      from,
      to,
      count: points.x.length,
      families: new Set(points.family).size,
      undefinedCount: missing.length,
      line,
      refusal,
      slopeInterval: null,
      slopeIntervalError: null,
      doublingTime: line ? describeDoubling(line.slope, null) : null,
      intervalIsValid: estimators[estimator].hasValidInterval,
      drawsUsed: 0,
    };
  });
}

/** A line through points, or why there is none. */
export function fitOrRefuse(
  points: TrendPoints,
  estimator: EstimatorId,
): { line: TrendLine | null; refusal: Refusal | null } {
  const refusal = refuseTrend(points, estimator);
  if (refusal) return { line: null, refusal };
  const line = fitTrend(points, estimator);
  if (line) return { line, refusal: null };
  const sentence = 'The line could not be fitted.';
  return { line: null, refusal: { code: 'no-convergence', sentence } };
}

/**
 * A line drawn without models that lie above it is too flat. Where more of them are above the
 * ruler's reach than the line leaves above itself, nothing is known about that line.
 */
function refuseMissing(
  count: number,
  missing: readonly Measurement[],
  estimator: EstimatorId,
): { line: null; refusal: Refusal } | null {
  const above = missing.filter(({ status }) => status !== 'at-or-below-chance').length;
  const most = estimator === 'tau95' ? 0.05 : 0.1;
  if (above <= most * (above + count)) return null;
  const sentence = `This ruler has no finite size for ${above} of ${above + count} models, because they score too high for it; a line through the others would say nothing of the best.`;
  return { line: null, refusal: { code: 'too-many-undefined', sentence } };
}

/** Models that would count in the trend of these days but have no density. */
export function undefinedModels(
  models: readonly Measurement[],
  from: string,
  to: string,
): Measurement[] {
  return models.filter(
    ({ bystander, density, released }) =>
      bystander === null && density === null && released && released >= from && released <= to,
  );
}

/** Fits every line again in every draw and writes the intervals into the trends. */
export function addIntervals(
  { input }: Survey,
  trends: TrendResult[],
  draws: DensityDraws,
): Map<TrendResult, TaskDraws> {
  const fitted = trends.filter(({ line }) => line !== null);
  const tasks = fitted.map(({ estimator, from, to, line }): TrendTask => {
    const [begin, end] = windowSlice(input.points, from, to);
    return { estimator, begin, end, line: line as TrendLine };
  });
  const drawn = fitDraws(input.points, draws, tasks);
  const byTrend = new Map<TrendResult, TaskDraws>();
  for (const [i, trend] of fitted.entries()) {
    const lines = drawn[i] as TaskDraws;
    byTrend.set(trend, lines);
    addInterval(trend, lines.slopes);
  }
  return byTrend;
}

/** Fewest draws that make an interval. */
const LEAST_DRAWS = 20;
/** Least part of the draws that must give a line: with fewer the interval leaves out the worst. */
const LEAST_PART = 0.8;

function addInterval(trend: TrendResult, slopes: Float64Array): void {
  const valid = slopes.filter((slope) => !Number.isNaN(slope));
  trend.drawsUsed = valid.length;
  trend.slopeInterval = validInterval(slopes);
  if (!trend.line || !trend.slopeInterval) return;
  trend.slopeIntervalError = intervalError(valid);
  trend.doublingTime = describeDoubling(trend.line.slope, trend.slopeInterval);
}

/**
 * Percentile interval at {@link LEVEL} of the draws that gave a value; null where there are fewer
 * than {@link LEAST_DRAWS} or less than {@link LEAST_PART} of all.
 */
export function validInterval(draws: Float64Array): [number, number] | null {
  const valid = draws.filter((draw) => !Number.isNaN(draw));
  if (valid.length < Math.max(LEAST_DRAWS, LEAST_PART * draws.length)) return null;
  return intervalOf(valid);
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
