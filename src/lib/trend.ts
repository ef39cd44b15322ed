/** The growth of density: lines of ln ρ on days, by several estimators, and their doubling times. */
import type { EstimatorId } from './choices.ts';
import { LEAST_FAMILIES, LEAST_MODELS, LEAST_MODELS_TAU95 } from './choices.ts';
import { fitLine } from './numerics/linear.ts';
import { fitQuantileLine } from './numerics/quantileRegression.ts';
import type { Refusal } from './refusal.ts';

/** Points of a trend, parallel arrays in order of day; `y` is ln ρ. */
export interface TrendPoints {
  /** Days since the clock's start. */
  x: Float64Array;
  /** ln density. */
  y: Float64Array;
  /** Family of each point as an index. */
  family: Int32Array;
}

/** The points from begin up to end, as views on the same memory. */
export function slicePoints(points: TrendPoints, begin: number, end: number): TrendPoints {
  return {
    x: points.x.subarray(begin, end),
    y: points.y.subarray(begin, end),
    family: points.family.subarray(begin, end),
  };
}

/** ln ρ = intercept + slope · day. */
export interface TrendLine {
  intercept: number;
  /** Growth of ln ρ per day (the paper's A). */
  slope: number;
  /** Share of variance explained, least-squares lines only. */
  r2: number | null;
  /** Cluster-robust standard error of the slope by family, all-models line only. */
  standardError: number | null;
  /** How many points the line rests on. */
  points: number;
}

/** Days in which density doubles, ln 2 / slope; negative where density falls. */
export function doublingTime(slope: number): number {
  return Math.LN2 / slope;
}

/** A doubling time with its interval; unbounded where the slope's interval holds zero. */
export type DoublingTime =
  | { status: 'bounded'; days: number; interval: [number, number] | null }
  | { status: 'unbounded'; sentence: string; atLeast: number | null };

/**
 * The doubling time of a slope and its interval, by transforming the ends.
 *
 * @param interval of the slope, per day; null when none was computed
 */
export function describeDoubling(
  slope: number,
  interval: readonly [number, number] | null,
): DoublingTime {
  const [low, high] = interval ?? [slope, slope];
  if (low > 0) {
    return {
      status: 'bounded',
      days: doublingTime(slope),
      interval: interval ? [doublingTime(high), doublingTime(low)] : null,
    };
  }
  return {
    status: 'unbounded',
    sentence: 'The data do not exclude that density stands still, so there is no doubling time.',
    atLeast: high > 0 ? doublingTime(high) : null,
  };
}

/**
 * Positions of the points that were denser than every earlier one, at most one a day.
 *
 * @param weights points of weight 0 are passed over
 */
export function frontier({ x, y }: TrendPoints, weights?: ArrayLike<number>): number[] {
  const leaders: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    if (weights && !((weights[i] as number) > 0)) continue;
    if (!((y[i] as number) > best)) continue;
    best = y[i] as number;
    const last = leaders.length - 1;
    if (last >= 0 && x[leaders[last] as number] === x[i]) leaders[last] = i;
    else leaders.push(i);
  }
  return leaders;
}

/** Why a line cannot be fitted to these points, or null where it can. */
export function refuseTrend(points: TrendPoints, estimator: EstimatorId): Refusal | null {
  const n = points.x.length;
  if (n < LEAST_MODELS) {
    return {
      code: 'too-few-models',
      sentence: `A trend needs at least ${LEAST_MODELS} models; this choice leaves ${n}.`,
    };
  }
  if (new Set(points.family).size < LEAST_FAMILIES) {
    return {
      code: 'too-few-families',
      sentence: `A trend needs at least ${LEAST_FAMILIES} model families, since its interval resamples families.`,
    };
  }
  if (points.x[0] === points.x[n - 1]) {
    return { code: 'one-day', sentence: 'All models were released on one day; there is no trend.' };
  }
  if (estimator === 'tau95' && n < LEAST_MODELS_TAU95) {
    return {
      code: 'too-few-models',
      sentence: `The line at τ = 0.95 needs at least ${LEAST_MODELS_TAU95} models; this choice leaves ${n}.`,
    };
  }
  if (estimator === 'running-maximum' && frontier(points).length < 3) {
    return {
      code: 'too-few-records',
      sentence: 'The running maximum has fewer than three record holders here.',
    };
  }
  return null;
}

/**
 * Fits one line.
 *
 * @param weights how often each point counts; absent for once each
 * @param start a nearby solution, used by the quantile lines as a first guess
 * @returns null where the points do not determine a line
 */
export function fitTrend(
  points: TrendPoints,
  estimator: EstimatorId,
  weights?: ArrayLike<number>,
  start?: Pick<TrendLine, 'intercept' | 'slope'>,
): TrendLine | null {
  switch (estimator) {
    case 'tau90':
      return quantileLine(points, 0.9, weights, start);
    case 'tau95':
      return quantileLine(points, 0.95, weights, start);
    case 'all-models':
      return meanLine(points, weights);
    case 'running-maximum':
      return recordLine(points, weights);
  }
}

function quantileLine(
  { x, y }: TrendPoints,
  tau: number,
  weights?: ArrayLike<number>,
  start?: Pick<TrendLine, 'intercept' | 'slope'>,
): TrendLine | null {
  const fit = fitQuantileLine(x, y, tau, weights, start);
  if (!fit.converged) return null;
  const { intercept, slope } = fit;
  return { intercept, slope, r2: null, standardError: null, points: x.length };
}

/** Weighted least squares; inside the bootstrap only slope and intercept are needed. */
function meanLine({ x, y, family }: TrendPoints, weights?: ArrayLike<number>): TrendLine | null {
  if (weights) {
    const line = leastSquaresLine(x, y, weights);
    return line && { ...line, standardError: null };
  }
  const fit = fitLine(x, y, { clusters: family });
  if (!fit.converged) return null;
  const { intercept, slope, r2 } = fit;
  return { intercept, slope, r2, standardError: fit.clusterError, points: x.length };
}

function recordLine(points: TrendPoints, weights?: ArrayLike<number>): TrendLine | null {
  const leaders = frontier(points, weights);
  if (leaders.length < 2) return null;
  const x = leaders.map((i) => points.x[i] as number);
  const y = leaders.map((i) => points.y[i] as number);
  return leastSquaresLine(x, y, null);
}

function leastSquaresLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number> | null,
): TrendLine | null {
  let [sum, sumX, sumY, points] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (!(weight > 0)) continue;
    points += 1;
    sum += weight;
    sumX += weight * (x[i] as number);
    sumY += weight * (y[i] as number);
  }
  const [meanX, meanY] = [sumX / sum, sumY / sum];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (!(weight > 0)) continue;
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    xx += weight * dx * dx;
    xy += weight * dx * dy;
    yy += weight * dy * dy;
  }
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  const r2 = yy > 0 ? (xy * xy) / (xx * yy) : null;
  return { intercept: meanY - slope * meanX, slope, r2, standardError: null, points };
}
