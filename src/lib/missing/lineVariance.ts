/**
 * Variance of a quantile line's slope, in closed form: the sandwich D⁻¹ M D⁻¹ with
 *
 *   M = Σ over families of (m m′ + 2 C),  m = Σ x (τ − p),  C = Σ x x′ p (1 − p)
 *   D = Σ x x′ f
 *
 * where x = (1, day), p is the chance that a model lies below the line given the error of its
 * density, and f the density of its distance at the line. M is the variance that the bootstrap of
 * resample.ts gives the line's estimating equation: families are counted Poisson(1) times (hence m m′
 * and the 2), and scores are redrawn within their errors. The line's own uncertainty at x widens f
 * (induced smoothing: Brown and Wang, Biometrika 2005), so that D and the result are found together.
 */
import { exp } from '../numerics/elementary.ts';
import { chanceBelow } from './side.ts';

/** One model on the trend. */
export interface NoisyPoint {
  /** Day, from an origin near the middle of the points. */
  x: number;
  /** ln density minus the line. */
  residual: number;
  /** Standard error of ln density, > 0. */
  error: number;
  /** Family as an index. */
  family: number;
}

/** A symmetric 2 × 2 matrix of intercept and slope. */
export interface Matrix {
  aa: number;
  ab: number;
  bb: number;
}

export interface LineVariance {
  /** Variance of the line's intercept and slope, slope per day. */
  covariance: Matrix;
  /** D: how many models stand at the line, by day. */
  density: Matrix;
  /** M: variance of the estimating equation. */
  meat: Matrix;
  /** Per family, Σ (τ − p) and Σ day (τ − p). */
  pulls: { a: number; b: number }[];
}

/** Rounds until the smoothing has settled; ten already give six digits. */
const ROUNDS = 40;

/**
 * @param points at least a few near the line
 * @param tau share of models below the line
 * @returns null where no model stands near the line
 */
export function lineVariance(points: readonly NoisyPoint[], tau: number): LineVariance | null {
  const { meat, pulls } = meatOf(points, tau);
  const days = points.map(({ x }) => x);
  const reach = Math.max(...days) - Math.min(...days);
  let covariance: Matrix = { aa: 0.1, ab: 0, bb: 0.4 / (reach * reach) };
  for (let round = 0; round < ROUNDS; round++) {
    const density = densityOf(points, covariance);
    const next = sandwich(density, meat);
    if (!next) return null;
    covariance = next;
  }
  return { covariance, density: densityOf(points, covariance), meat, pulls };
}

function meatOf(points: readonly NoisyPoint[], tau: number) {
  const families = Math.max(...points.map(({ family }) => family)) + 1;
  const pulls = Array.from({ length: families }, () => ({ a: 0, b: 0 }));
  const meat: Matrix = { aa: 0, ab: 0, bb: 0 };
  for (const { x, residual, error, family } of points) {
    const below = chanceBelow({ centre: residual, spread: error });
    const pull = pulls[family] as { a: number; b: number };
    pull.a += tau - below;
    pull.b += x * (tau - below);
    add(meat, x, 2 * below * (1 - below));
  }
  for (const { a, b } of pulls) {
    meat.aa += a * a;
    meat.ab += a * b;
    meat.bb += b * b;
  }
  return { meat, pulls };
}

function densityOf(points: readonly NoisyPoint[], covariance: Matrix): Matrix {
  const density: Matrix = { aa: 0, ab: 0, bb: 0 };
  for (const { x, residual, error } of points) {
    add(density, x, heightAtLine(residual, error, x, covariance));
  }
  return density;
}

/** Density at the line of a distance known within `spread`, the line's own uncertainty added. */
export function heightAtLine(centre: number, spread: number, x: number, line: Matrix): number {
  const variance = spread * spread + line.aa + 2 * x * line.ab + x * x * line.bb;
  return exp((-0.5 * centre * centre) / variance) / Math.sqrt(2 * Math.PI * variance);
}

/** Adds a weight at (1, x). */
export function add(matrix: Matrix, x: number, weight: number): void {
  matrix.aa += weight;
  matrix.ab += weight * x;
  matrix.bb += weight * x * x;
}

/** D⁻¹ M D⁻¹, or null where D has no inverse. */
export function sandwich(density: Matrix, meat: Matrix): Matrix | null {
  const slope = slopeRow(density);
  const intercept = interceptRow(density);
  if (!slope || !intercept) return null;
  return {
    aa: form(intercept, meat, intercept),
    ab: form(intercept, meat, slope),
    bb: form(slope, meat, slope),
  };
}

/** The row of D⁻¹ that gives the slope: how far it moves with a pull at intercept and day. */
export function slopeRow({ aa, ab, bb }: Matrix): [number, number] | null {
  const determinant = aa * bb - ab * ab;
  return determinant > 0 ? [-ab / determinant, aa / determinant] : null;
}

function interceptRow({ aa, ab, bb }: Matrix): [number, number] | null {
  const determinant = aa * bb - ab * ab;
  return determinant > 0 ? [bb / determinant, -ab / determinant] : null;
}

function form(
  [la, lb]: readonly [number, number],
  { aa, ab, bb }: Matrix,
  [ra, rb]: readonly [number, number],
): number {
  return la * aa * ra + la * ab * rb + lb * ab * ra + lb * bb * rb;
}
