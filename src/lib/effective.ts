/**
 * Joint effective parameters: the one size at which the ruler's family would come closest to all of
 * a model's scores at once,
 *
 *   N̂ = argmin_N Σ_b ((S_b − S_b(N)) / σ_b)²
 *
 * with a standard error from the Fisher information times √max(1, χ²/df), the Birge ratio.
 */
import { exp, ln } from './numerics/elementary.ts';
import type { Ruler, RulerAxis } from './ruler.ts';
import { positionOf } from './scale.ts';

/** How far the search looks beyond the ruler's sizes, as a factor on either side. */
const REACH = 1000;

export type Grade = 'interpolated' | 'within-2x' | 'within-10x' | 'beyond-10x';
export type UndefinedReason =
  | 'at-or-below-chance'
  | 'at-or-above-ceiling'
  /** More than infinitely many parameters reach on the tokens of a two-step ruler. */
  | 'beyond-infinite-size';

/** Curves and weights laid out for the inner loop; one entry per axis. */
export interface CurveTable {
  chance: Float64Array;
  range: Float64Array;
  slope: Float64Array;
  midpoint: Float64Array;
  weight: Float64Array;
}

/** Lays the ruler's curves out for {@link solveEffective}. */
export function curveTable(
  axes: readonly RulerAxis[],
  weights: 'ruler' | 'equal' = 'ruler',
): CurveTable {
  return {
    chance: Float64Array.from(axes, ({ chance }) => chance),
    range: Float64Array.from(axes, ({ chance, ceiling }) => ceiling - chance),
    slope: Float64Array.from(axes, ({ slope }) => slope),
    midpoint: Float64Array.from(axes, ({ midpoint }) => midpoint),
    weight: Float64Array.from(axes, ({ sigma }) => (weights === 'ruler' ? 1 / (sigma * sigma) : 1)),
  };
}

/** Weighted sum of squared distances between scores and curves at u = ln N. */
function misfit(curves: CurveTable, scores: Float64Array, offset: number, u: number): number {
  let sum = 0;
  for (let b = 0; b < curves.slope.length; b++) {
    const score = scores[offset + b] as number;
    if (Number.isNaN(score)) continue;
    const distance = (curves.slope[b] as number) * (u - (curves.midpoint[b] as number));
    const fitted =
      (curves.chance[b] as number) + (curves.range[b] as number) / (1 + exp(-distance));
    sum += (curves.weight[b] as number) * (score - fitted) * (score - fitted);
  }
  return sum;
}

/**
 * Minimises the misfit near a first value by damped Gauss–Newton steps.
 *
 * @param scores one row of a table, NaN where a benchmark is missing
 * @returns the position (ln N̂ on the size scale), or NaN where the steps leave [low, high]
 */
export function polishEffective(
  curves: CurveTable,
  scores: Float64Array,
  offset: number,
  start: number,
  low: number,
  high: number,
  tolerance: number,
): number {
  const n = curves.slope.length;
  let u = start;
  for (let iteration = 0; iteration < 80; iteration++) {
    let gradient = 0;
    let information = 0;
    for (let b = 0; b < n; b++) {
      const score = scores[offset + b] as number;
      if (Number.isNaN(score)) continue;
      const k = curves.slope[b] as number;
      const p = 1 / (1 + exp(-k * (u - (curves.midpoint[b] as number))));
      const range = curves.range[b] as number;
      const derivative = range * k * p * (1 - p);
      const weight = curves.weight[b] as number;
      gradient += weight * (score - (curves.chance[b] as number) - range * p) * derivative;
      information += weight * derivative * derivative;
    }
    if (!(information > 0)) return Number.NaN;
    const step = Math.max(-1, Math.min(1, gradient / information));
    // A model far from every curve can make a full step swing about the optimum: shorten it then.
    u += iteration < 20 ? step : 0.5 * step;
    if (u < low || u > high) return Number.NaN;
    if (Math.abs(step) < tolerance) return u;
  }
  return u;
}

/**
 * The global optimum between low and high: a grid of half a unit, then Gauss–Newton.
 *
 * @returns the position (ln N̂ on the size scale), or −Infinity / Infinity where the misfit is least at the lower / upper end
 */
export function solveEffective(
  curves: CurveTable,
  scores: Float64Array,
  offset: number,
  low: number,
  high: number,
): number {
  const steps = Math.ceil((high - low) / 0.5);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= steps; i++) {
    const value = misfit(curves, scores, offset, low + ((high - low) * i) / steps);
    if (value < least) {
      least = value;
      best = i;
    }
  }
  const start = low + ((high - low) * best) / steps;
  const solution = polishEffective(curves, scores, offset, start, low, high, 1e-12);
  if (!Number.isNaN(solution)) return solution;
  return best * 2 < steps ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** One benchmark's part in a joint effective size. */
export interface AxisPart {
  benchmark: string;
  score: number;
  spread: number;
  /** Score of the ruler's curve at the joint effective size; null where that is undefined. */
  fitted: number | null;
  /** Effective parameters by this benchmark alone; null where undefined. */
  effectiveParameters: number | null;
  status: 'defined' | UndefinedReason;
  /** Share of the Fisher information, in [0, 1]. */
  share: number;
  /** d ln N̂ / dS of this benchmark alone; null where undefined. */
  conditioning: number | null;
}

export interface Precision {
  /** Standard error of the position (ln N̂ on the size scale), ruler held fixed. */
  standardError: number;
  /** Σ ((S − Ŝ)/σ)². */
  chiSquare: number;
  /** Benchmarks minus one. */
  degreesOfFreedom: number;
  shares: number[];
}

/**
 * Standard error of the position at the optimum: sandwich form with error variance σ² + spread², where
 * spread is the standard deviation among published values, times the Birge ratio.
 */
export function measurePrecision(
  axes: readonly RulerAxis[],
  curves: CurveTable,
  scores: readonly ({ value: number; spread: number } | null)[],
  u: number,
): Precision {
  let information = 0;
  let variance = 0;
  let chiSquare = 0;
  let count = 0;
  const shares = axes.map((axis, b) => {
    const score = scores[b];
    if (!score) return 0;
    const p = 1 / (1 + exp(-axis.slope * (u - axis.midpoint)));
    const derivative = (axis.ceiling - axis.chance) * axis.slope * p * (1 - p);
    const weight = curves.weight[b] as number;
    const error = axis.sigma * axis.sigma + score.spread * score.spread;
    const residual = score.value - axis.chance - (axis.ceiling - axis.chance) * p;
    information += weight * derivative * derivative;
    variance += weight * weight * derivative * derivative * error;
    chiSquare += (residual * residual) / error;
    count += 1;
    return weight * derivative * derivative;
  });
  const degreesOfFreedom = count - 1;
  const birge = degreesOfFreedom > 0 ? Math.sqrt(Math.max(1, chiSquare / degreesOfFreedom)) : 1;
  return {
    standardError: (Math.sqrt(variance) / information) * birge,
    chiSquare,
    degreesOfFreedom,
    shares: shares.map((share) => share / information),
  };
}

/** How far an effective size lies from the ruler's own sizes. */
export function gradeOf(effective: number, domain: readonly [number, number]): Grade {
  const factor = Math.max(domain[0] / effective, effective / domain[1]);
  if (factor <= 1) return 'interpolated';
  if (factor <= 2) return 'within-2x';
  return factor <= 10 ? 'within-10x' : 'beyond-10x';
}

/** Search bounds on the ruler's scale: its sizes, widened by {@link REACH}. */
export function reachOf({ domain, scale }: Pick<Ruler, 'domain' | 'scale'>): [number, number] {
  return [positionOf(scale, ln(domain[0] / REACH)), positionOf(scale, ln(domain[1] * REACH))];
}
