import {
  type BootstrapInterval,
  drawClusterWeights,
  numberClusters,
  percentileInterval,
} from './bootstrap.ts';
import { fitLinear, type LinearModelFit } from './linearModel.ts';
import { fisherUpper } from './probabilities.ts';
import { basisOfLine, dot, orthonormal, residualsOf } from './projection.ts';
import { makeStream, type Stream } from './random.ts';

/**
 * A line whose slope changes at `breakAt` without a jump: y = intercept + before · x + change ·
 * max(0, x − breakAt).
 */
export interface Joinpoint {
  intercept: number;
  before: number;
  after: number;
  change: number;
  /** Standard errors of the change. */
  standardError: number;
  hc3Error: number;
  clusterError: number | null;
  fit: LinearModelFit;
  converged: boolean;
  reason: string;
}

export interface BreakTest {
  f: number;
  numerator: number;
  denominator: number;
  p: number;
  converged: boolean;
  reason: string;
}

export interface BreakSearch {
  /** The date with the largest F, and that F. */
  breakAt: number;
  supF: number;
  /** Part of the bootstrap samples without a break whose largest F is at least this large. */
  p: number;
  /** Every date that was tried, with its F. */
  candidates: { breakAt: number; f: number }[];
  draws: number;
  converged: boolean;
  reason: string;
}

/** What may change at a break: the slope only (the line stays joined) or height and slope. */
export type BreakShape = 'joined' | 'separate';

/** The joined line with a known break. Points on one side only give `converged: false`. */
export function fitJoinpoint(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  breakAt: number,
  options: { weights?: ArrayLike<number>; clusters?: ArrayLike<number | string> } = {},
): Joinpoint {
  const xs = Array.from(x);
  const fit = fitLinear(
    [xs.map(() => 1), xs, xs.map((value) => Math.max(0, value - breakAt))],
    y,
    options,
  );
  const [intercept, before, change] = fit.coefficients as unknown as [number, number, number];
  return {
    intercept,
    before,
    after: before + change,
    change,
    standardError: fit.standardErrors[2]!,
    hc3Error: fit.hc3Errors[2]!,
    clusterError: fit.clusterErrors?.[2] ?? null,
    fit,
    converged: fit.converged,
    reason: fit.converged ? fit.reason : `no break can be fitted at ${breakAt}: ${fit.reason}`,
  };
}

/**
 * Percentile interval of the change of slope by the Poisson bootstrap over clusters; draws without
 * both sides are left out and counted.
 */
export function bootstrapChange(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  breakAt: number,
  options: { clusters: ArrayLike<number | string>; draws: number; seed: number; level: number },
): BootstrapInterval {
  const clusters = numberClusters(options.clusters);
  const stream = makeStream(options.seed, 'joinpoint');
  const weights = new Float64Array(x.length);
  const changes = Float64Array.from({ length: options.draws }, () => {
    drawClusterWeights(stream, clusters, weights);
    return fitJoinpoint(x, y, breakAt, { weights }).change;
  });
  return percentileInterval(changes, options.level);
}

/**
 * F test of one line against a broken one at a known date (G. C. Chow, Econometrica 28 (1960),
 * 591–605, for 'separate').
 */
export function testBreak(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  breakAt: number,
  shape: BreakShape,
): BreakTest {
  const n = x.length;
  const numerator = shape === 'joined' ? 1 : 2;
  const denominator = n - 2 - numerator;
  const null_ = basisOfLine(x);
  const extra = null_ && basisOfBreak(x, breakAt, shape, null_);
  if (!null_ || !extra || denominator < 1) {
    const reason = `no break can be tested at ${breakAt}: too few points on one side`;
    return { f: Number.NaN, numerator, denominator, p: Number.NaN, converged: false, reason };
  }
  const f = fOf(residualsOf(y, null_), extra, denominator);
  return {
    f,
    numerator,
    denominator,
    p: fisherUpper(f, numerator, denominator),
    converged: true,
    reason: 'closed form',
  };
}

/**
 * Looks for a break at an unknown date: the largest F over the dates that leave the part `trimming`
 * of the points on either side (D. W. K. Andrews, Econometrica 61 (1993), 821–856). Its p-value
 * comes from a wild bootstrap under no break: residuals of the single line with their signs
 * redrawn, one sign a cluster. The p-value of that F taken by itself would be far too small.
 */
export function searchBreak(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: {
    shape: BreakShape;
    draws: number;
    seed: number;
    clusters?: ArrayLike<number | string>;
    trimming?: number;
  },
): BreakSearch {
  const { shape, draws, seed, trimming = 0.15 } = options;
  const n = x.length;
  const denominator = n - 2 - (shape === 'joined' ? 1 : 2);
  const null_ = basisOfLine(x);
  const tried =
    null_ && denominator > 0
      ? datesBetween(x, trimming).map((at) => ({ at, basis: basisOfBreak(x, at, shape, null_) }))
      : [];
  const usable = tried.filter(
    (each): each is { at: number; basis: Float64Array[] } => each.basis !== undefined,
  );
  if (!null_ || usable.length === 0) {
    return {
      breakAt: Number.NaN,
      supF: Number.NaN,
      p: Number.NaN,
      candidates: [],
      draws: 0,
      converged: false,
      reason: `${n} points leave no date to try`,
    };
  }
  const residuals = residualsOf(y, null_);
  const candidates = usable.map(({ at, basis }) => ({
    breakAt: at,
    f: fOf(residuals, basis, denominator),
  }));
  const best = candidates.reduce((a, b) => (b.f > a.f ? b : a));
  const clusters = numberClusters(options.clusters ?? Array.from({ length: n }, (_, i) => i));
  const stream = makeStream(seed, `break/${shape}`);
  let exceeding = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const flipped = residualsOf(flipSigns(residuals, clusters, stream), null_);
    let largest = 0;
    for (const { basis } of usable) largest = Math.max(largest, fOf(flipped, basis, denominator));
    if (largest >= best.f) exceeding += 1;
  }
  return {
    breakAt: best.breakAt,
    supF: best.f,
    p: (1 + exceeding) / (1 + draws),
    candidates,
    draws,
    converged: true,
    reason: `${candidates.length} dates tried, ${draws} draws`,
  };
}

/**
 * The distinct x that have at least the part `trimming` of the points at or before them and after
 * them.
 */
function datesBetween(x: ArrayLike<number>, trimming: number): number[] {
  const sorted = Float64Array.from(x).sort();
  const least = Math.max(2, trimming * sorted.length);
  const dates: number[] = [];
  sorted.forEach((date, i) => {
    const last = sorted[i + 1] !== date;
    if (last && i + 1 >= least && sorted.length - i - 1 >= least) dates.push(date);
  });
  return dates;
}

function flipSigns(
  residuals: Float64Array,
  clusters: { of: Int32Array; count: number },
  stream: Stream,
): Float64Array {
  const signs = Float64Array.from({ length: clusters.count }, () =>
    stream.uniform() < 0.5 ? -1 : 1,
  );
  return residuals.map((residual, i) => residual * signs[clusters.of[i]!]!);
}

/**
 * Orthonormal columns that a break adds to the line's; undefined when one side has too few points.
 * Points at the break belong to the left.
 */
function basisOfBreak(
  x: ArrayLike<number>,
  breakAt: number,
  shape: BreakShape,
  line: Float64Array[],
): Float64Array[] | undefined {
  const bend = Float64Array.from(x, (value) => Math.max(0, value - breakAt));
  const jump = Float64Array.from(x, (value) => (value > breakAt ? 1 : 0));
  const basis: Float64Array[] = [];
  for (const column of shape === 'joined' ? [bend] : [jump, bend]) {
    const added = orthonormal(column, [...line, ...basis]);
    if (!added) return undefined;
    basis.push(added);
  }
  return basis;
}

/** F for adding the columns, from the residuals of the line. */
function fOf(residuals: Float64Array, added: readonly Float64Array[], denominator: number): number {
  let gain = 0;
  for (const column of added) {
    const part = dot(residuals, column);
    gain += part * part;
  }
  const rest = Math.max(0, dot(residuals, residuals) - gain);
  return gain / added.length / (rest / denominator);
}
