import type { LinearOptions } from './linear.ts';
import { invertTriangle, reduceToTriangle, solveTriangle } from './qr.ts';

export interface LinearModelFit {
  coefficients: Float64Array;
  /**
   * Standard errors: classical, heteroskedasticity-robust HC3, cluster-robust CR1 (null without
   * clusters or with one).
   */
  standardErrors: Float64Array;
  hc3Errors: Float64Array;
  clusterErrors: Float64Array | null;
  /** Row-major p × p. */
  covariance: Float64Array;
  hc3Covariance: Float64Array;
  clusterCovariance: Float64Array | null;
  /** y − fitted value for each point, those with weight 0 included. */
  residuals: Float64Array;
  /** Σ weight · residual². */
  residualSumOfSquares: number;
  /** 1 − Σ weight · residual² / Σ weight · (y − mean)². */
  r2: number;
  n: number;
  degreesOfFreedom: number;
  converged: boolean;
  reason: string;
}

/** A column that the others explain to this part of its length adds nothing. */
const COLLINEAR = 1e-11;

/**
 * Least squares on several columns by Householder QR: y ≈ Σ coefficient · column; a constant term
 * is a column of ones. Weights, clusters, HC3 and CR1 as in `fitLine`. Collinear columns, fewer
 * points than columns or values that are not finite give `converged: false` with a reason and NaN;
 * lists of different lengths throw a RangeError.
 */
export function fitLinear(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  options: LinearOptions = {},
): LinearModelFit {
  const p = columns.length;
  const { weights } = options;
  for (const list of [...columns, weights, options.clusters]) {
    if (list !== undefined && list.length !== y.length) {
      throw new RangeError(
        `fitLinear: ${y.length} y but a list of ${list.length}; give one entry for each point`,
      );
    }
  }
  const used: number[] = [];
  for (let i = 0; i < y.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const finite =
      Math.abs(y[i]!) < Infinity && columns.every((column) => Math.abs(column[i]!) < Infinity);
    if (!(w > 0 && w < Infinity && finite))
      return failed(p, `point ${i + 1} has a value that is not finite or a weight of ${w}`);
    used.push(i);
  }
  const n = used.length;
  if (n < p)
    return failed(p, `${n} points with a positive weight cannot determine ${p} coefficients`);
  const design = new Float64Array(n * p);
  const rhs = new Float64Array(n);
  used.forEach((i, row) => {
    const root = weights === undefined ? 1 : Math.sqrt(weights[i]!);
    columns.forEach((column, j) => {
      design[row * p + j] = root * column[i]!;
    });
    rhs[row] = root * y[i]!;
  });
  const lengths = columns.map((_, j) => columnLength(design, n, p, j));
  const triangle = design.slice();
  reduceToTriangle(triangle, n, p, rhs);
  const bad = lengths.findIndex(
    (length, j) => !(Math.abs(triangle[j * p + j]!) > COLLINEAR * length),
  );
  if (bad >= 0) return failed(p, `column ${bad + 1} follows from the columns before it`);
  const coefficients = new Float64Array(p);
  solveTriangle(triangle, p, rhs, coefficients, 1);
  return describe(columns, y, options, used, design, triangle, coefficients);
}

function describe(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  { weights, clusters }: LinearOptions,
  used: readonly number[],
  design: Float64Array,
  triangle: Float64Array,
  coefficients: Float64Array,
): LinearModelFit {
  const p = columns.length;
  const n = used.length;
  const inverse = new Float64Array(p * p);
  invertTriangle(triangle, p, inverse);
  const bread = timesTransposed(inverse, p);
  const residuals = Float64Array.from({ length: y.length }, (_, i) =>
    columns.reduce((rest, column, j) => rest - coefficients[j]! * column[i]!, y[i]!),
  );
  let squares = 0;
  let total = 0;
  let mean = 0;
  for (const i of used) {
    const w = weights === undefined ? 1 : weights[i]!;
    squares += w * residuals[i]! * residuals[i]!;
    total += w;
    mean += w * y[i]!;
  }
  mean /= total;
  let spread = 0;
  for (const i of used)
    spread += (weights === undefined ? 1 : weights[i]!) * (y[i]! - mean) * (y[i]! - mean);

  const degreesOfFreedom = n - p;
  const variance = degreesOfFreedom > 0 ? squares / degreesOfFreedom : Infinity;
  const covariance = bread.map((value) => (variance === Infinity ? Infinity : variance * value));
  // Score of each point: √weight · residual · row of the weighted design.
  const scores = new Float64Array(n * p);
  const hc3Scores = new Float64Array(n * p);
  used.forEach((i, row) => {
    const weighted = (weights === undefined ? 1 : Math.sqrt(weights[i]!)) * residuals[i]!;
    const free = 1 - leverage(inverse, design, row, p);
    for (let j = 0; j < p; j += 1) {
      scores[row * p + j] = weighted * design[row * p + j]!;
      hc3Scores[row * p + j] = free > 1e-12 ? scores[row * p + j]! / free : Infinity;
    }
  });
  const open = degreesOfFreedom > 0 && hc3Scores.every((score) => Math.abs(score) < Infinity);
  const hc3Covariance = open
    ? sandwich(bread, hc3Scores, n, p, 1)
    : new Float64Array(p * p).fill(Infinity);
  const clusterCovariance = clusters
    ? clustered(bread, scores, used, clusters, p, degreesOfFreedom)
    : null;
  return {
    coefficients,
    standardErrors: rootsOfDiagonal(covariance, p),
    hc3Errors: rootsOfDiagonal(hc3Covariance, p),
    clusterErrors: clusterCovariance && rootsOfDiagonal(clusterCovariance, p),
    covariance,
    hc3Covariance,
    clusterCovariance,
    residuals,
    residualSumOfSquares: squares,
    r2: spread > 0 ? 1 - squares / spread : 0,
    n,
    degreesOfFreedom,
    converged: true,
    reason: 'closed form',
  };
}

function clustered(
  bread: Float64Array,
  scores: Float64Array,
  used: readonly number[],
  clusters: ArrayLike<number | string>,
  p: number,
  degreesOfFreedom: number,
): Float64Array | null {
  const sums = new Map<number | string, Float64Array>();
  used.forEach((i, row) => {
    const label = clusters[i]!;
    let sum = sums.get(label);
    if (!sum) {
      sum = new Float64Array(p);
      sums.set(label, sum);
    }
    for (let j = 0; j < p; j += 1) sum[j] = sum[j]! + scores[row * p + j]!;
  });
  const groups = sums.size;
  if (groups < 2 || degreesOfFreedom < 1) return null;
  const stacked = new Float64Array(groups * p);
  [...sums.values()].forEach((sum, g) => {
    stacked.set(sum, g * p);
  });
  const correction = (groups / (groups - 1)) * ((used.length - 1) / degreesOfFreedom);
  return sandwich(bread, stacked, groups, p, correction);
}

/** factor · bread · (Σ score scoreᵀ) · bread. */
function sandwich(
  bread: Float64Array,
  scores: Float64Array,
  rows: number,
  p: number,
  factor: number,
): Float64Array {
  const turned = new Float64Array(rows * p);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < p; j += 1) {
      let sum = 0;
      for (let k = 0; k < p; k += 1) sum += bread[j * p + k]! * scores[i * p + k]!;
      turned[i * p + j] = sum;
    }
  }
  const result = new Float64Array(p * p);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < p; j += 1) {
      for (let k = 0; k < p; k += 1) {
        result[j * p + k] = result[j * p + k]! + factor * turned[i * p + j]! * turned[i * p + k]!;
      }
    }
  }
  return result;
}

/** R⁻¹ R⁻ᵀ for the upper triangle R⁻¹. */
function timesTransposed(inverse: Float64Array, p: number): Float64Array {
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      let dot = 0;
      for (let k = Math.max(i, j); k < p; k += 1) dot += inverse[i * p + k]! * inverse[j * p + k]!;
      product[i * p + j] = dot;
    }
  }
  return product;
}

function leverage(inverse: Float64Array, design: Float64Array, row: number, p: number): number {
  let sum = 0;
  for (let k = 0; k < p; k += 1) {
    let dot = 0;
    for (let j = 0; j <= k; j += 1) dot += design[row * p + j]! * inverse[j * p + k]!;
    sum += dot * dot;
  }
  return sum;
}

function columnLength(matrix: Float64Array, rows: number, columns: number, j: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i += 1) sum += matrix[i * columns + j]! * matrix[i * columns + j]!;
  return Math.sqrt(sum);
}

function rootsOfDiagonal(matrix: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p }, (_, j) => Math.sqrt(matrix[j * p + j]!));
}

function failed(p: number, reason: string): LinearModelFit {
  const unknown = (length: number) => new Float64Array(length).fill(Number.NaN);
  return {
    coefficients: unknown(p),
    standardErrors: unknown(p),
    hc3Errors: unknown(p),
    clusterErrors: null,
    covariance: unknown(p * p),
    hc3Covariance: unknown(p * p),
    clusterCovariance: null,
    residuals: unknown(0),
    residualSumOfSquares: Number.NaN,
    r2: Number.NaN,
    n: 0,
    degreesOfFreedom: 0,
    converged: false,
    reason,
  };
}
