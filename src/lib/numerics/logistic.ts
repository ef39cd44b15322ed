import { exp, ln } from './elementary.ts';

export interface LogisticFit {
  /** One coefficient a column, in the columns' order. */
  coefficients: Float64Array;
  /** Σ weight · ln likelihood. */
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  reason: string;
}

/** Coefficients this many deviations of their column apart mean that the outcomes are separated. */
const SEPARATED = 60;
const MAX_ITERATIONS = 50;

/**
 * Logistic regression by maximum likelihood: P(happened) = 1 / (1 + exp(−Σ coefficient · column)), by Newton steps (iteratively
 * reweighted least squares) that are halved until the likelihood rises. A constant term is a column of ones.
 *
 * Where some combination of the columns separates the outcomes the likelihood has no maximum; then, and where all outcomes
 * are equal, the columns are collinear or a value is not finite, `converged` is false with a reason and the coefficients are NaN. Weights
 * are ≥ 0, zero leaves a point out. `start` only saves time. Lists of different lengths throw a RangeError.
 */
export function fitLogistic(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights?: ArrayLike<number>,
  start?: ArrayLike<number>,
): LogisticFit {
  const n = happened.length;
  for (const list of [...columns, weights]) {
    if (list !== undefined && list.length !== n) {
      throw new RangeError(
        `fitLogistic: ${n} outcomes but a list of ${list.length}; give one entry for each point`,
      );
    }
  }
  const p = columns.length;
  const scales = columns.map((column) => scaleOf(column, weights));
  if (scales.some((scale) => !(scale < Infinity)))
    return failed(p, 0, 'a value is not finite or a column has no weight');
  if (!hasBoth(happened, weights)) return failed(p, 0, 'all outcomes are equal');
  return climb(columns, happened, weights, scales, start);
}

function climb(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights: ArrayLike<number> | undefined,
  scales: readonly number[],
  start: ArrayLike<number> | undefined,
): LogisticFit {
  const p = columns.length;
  let at = slopeAt(columns, happened, weights, start ?? new Float64Array(p));
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    const step = solveSymmetric(at.information, at.gradient, p);
    if (!step) return failed(p, iteration, 'the columns are collinear or separate the outcomes');
    const length = Math.max(...Array.from(step, (part, j) => Math.abs(part) * scales[j]!));
    const least = at.logLikelihood - 1e-13 * Math.abs(at.logLikelihood);
    let next = at;
    for (let size = 1; size > 1e-9; size /= 2) {
      const tried = Float64Array.from(step, (part, j) => at.coefficients[j]! + size * part);
      next = slopeAt(columns, happened, weights, tried);
      if (next.logLikelihood >= least) break;
    }
    const isBetter = next.logLikelihood >= least;
    if (isBetter) at = next;
    if (at.coefficients.some((value, j) => Math.abs(value) * scales[j]! > SEPARATED))
      return failed(p, iteration, 'the columns separate the outcomes');
    if (!isBetter || length < 1e-8) {
      const { coefficients, logLikelihood } = at;
      const reason = 'no step raises the likelihood';
      return { coefficients, logLikelihood, iterations: iteration, converged: true, reason };
    }
  }
  return failed(p, MAX_ITERATIONS, `no maximum after ${MAX_ITERATIONS} steps`);
}

/** Standard deviation of a column, or its largest size where it is constant; Infinity where it is neither. */
function scaleOf(column: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  let total = 0;
  let mean = 0;
  let largest = 0;
  for (let i = 0; i < column.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    if (!(Math.abs(column[i]!) < Infinity && w > 0 && w < Infinity)) return Infinity;
    total += w;
    mean += w * column[i]!;
    largest = Math.max(largest, Math.abs(column[i]!));
  }
  if (total === 0) return Infinity;
  mean /= total;
  let squares = 0;
  for (let i = 0; i < column.length; i += 1)
    squares +=
      (weights === undefined ? 1 : weights[i]!) * (column[i]! - mean) * (column[i]! - mean);
  const deviation = Math.sqrt(squares / total);
  return deviation > 1e-12 * largest ? deviation : largest;
}

function hasBoth(happened: ArrayLike<boolean>, weights: ArrayLike<number> | undefined): boolean {
  let yes = false;
  let no = false;
  for (let i = 0; i < happened.length; i += 1) {
    if (weights !== undefined && weights[i] === 0) continue;
    if (happened[i]) yes = true;
    else no = true;
  }
  return yes && no;
}

interface Slope {
  coefficients: Float64Array;
  logLikelihood: number;
  gradient: Float64Array;
  /** Lower triangle of the information matrix, row-major p × p. */
  information: Float64Array;
}

/** Likelihood, its gradient and its curvature at some coefficients, in one pass. */
function slopeAt(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights: ArrayLike<number> | undefined,
  from: ArrayLike<number>,
): Slope {
  const p = columns.length;
  const coefficients = Float64Array.from(from);
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  let logLikelihood = 0;
  for (let i = 0; i < happened.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    let eta = 0;
    for (let j = 0; j < p; j += 1) eta += coefficients[j]! * columns[j]![i]!;
    const tail = exp(-Math.abs(eta));
    const probability = (eta >= 0 ? 1 : tail) / (1 + tail);
    logLikelihood += w * (Math.min(0, happened[i] ? eta : -eta) - ln(1 + tail));
    const rest = w * ((happened[i] ? 1 : 0) - probability);
    const curvature = w * probability * (1 - probability);
    for (let j = 0; j < p; j += 1) {
      const value = columns[j]![i]!;
      gradient[j] = gradient[j]! + rest * value;
      for (let k = 0; k <= j; k += 1)
        information[j * p + k] = information[j * p + k]! + curvature * value * columns[k]![i]!;
    }
  }
  return { coefficients, logLikelihood, gradient, information };
}

/** Solves by Cholesky a system given by its lower triangle; undefined when it is not positive definite. */
function solveSymmetric(
  lower: Float64Array,
  rhs: Float64Array,
  p: number,
): Float64Array | undefined {
  const root = lower.slice();
  for (let j = 0; j < p; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      let sum = root[j * p + k]!;
      for (let m = 0; m < k; m += 1) sum -= root[j * p + m]! * root[k * p + m]!;
      if (j !== k) root[j * p + k] = sum / root[k * p + k]!;
      else if (sum > 1e-13 * lower[j * p + j]!) root[j * p + j] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const solution = rhs.slice();
  for (let j = 0; j < p; j += 1) {
    for (let k = 0; k < j; k += 1) solution[j] = solution[j]! - root[j * p + k]! * solution[k]!;
    solution[j] = solution[j]! / root[j * p + j]!;
  }
  for (let j = p - 1; j >= 0; j -= 1) {
    for (let k = j + 1; k < p; k += 1) solution[j] = solution[j]! - root[k * p + j]! * solution[k]!;
    solution[j] = solution[j]! / root[j * p + j]!;
  }
  return solution;
}

function failed(p: number, iterations: number, reason: string): LogisticFit {
  return {
    coefficients: new Float64Array(p).fill(Number.NaN),
    logLikelihood: Number.NaN,
    iterations,
    converged: false,
    reason,
  };
}
