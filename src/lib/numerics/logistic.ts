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
 * are ≥ 0, zero leaves a point out. Lists of different lengths throw a RangeError.
 */
export function fitLogistic(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights?: ArrayLike<number>,
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
  return climb(columns, happened, weights, scales);
}

function climb(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights: ArrayLike<number> | undefined,
  scales: readonly number[],
): LogisticFit {
  const p = columns.length;
  let coefficients = new Float64Array(p);
  let likelihood = likelihoodOf(columns, happened, weights, coefficients);
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    accumulate(columns, happened, weights, coefficients, gradient, information);
    const step = solveSymmetric(information, gradient, p);
    if (!step) return failed(p, iteration, 'the columns are collinear or separate the outcomes');
    let size = 1;
    let next = coefficients;
    let reached = Number.NEGATIVE_INFINITY;
    for (let halvings = 0; halvings < 30; halvings += 1, size /= 2) {
      next = coefficients.map((value, j) => value + size * step[j]!);
      reached = likelihoodOf(columns, happened, weights, next);
      if (reached >= likelihood) break;
    }
    if (!(reached >= likelihood)) next = coefficients;
    const moved = Math.max(
      ...Array.from(next, (v, j) => Math.abs(v - coefficients[j]!) * scales[j]!),
    );
    coefficients = next;
    likelihood = Math.max(likelihood, reached);
    if (coefficients.some((value, j) => Math.abs(value) * scales[j]! > SEPARATED))
      return failed(p, iteration, 'the columns separate the outcomes');
    if (moved < 1e-10)
      return {
        coefficients,
        logLikelihood: likelihood,
        iterations: iteration,
        converged: true,
        reason: 'the step vanished',
      };
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

function scoreOf(columns: readonly ArrayLike<number>[], coefficients: Float64Array, i: number) {
  let sum = 0;
  for (let j = 0; j < columns.length; j += 1) sum += coefficients[j]! * columns[j]![i]!;
  return sum;
}

function likelihoodOf(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights: ArrayLike<number> | undefined,
  coefficients: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < happened.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const eta = scoreOf(columns, coefficients, i);
    const signed = happened[i] ? eta : -eta;
    // ln(1 / (1 + exp(−signed))) without overflow.
    sum += w * (Math.min(0, signed) - ln(1 + exp(-Math.abs(signed))));
  }
  return sum;
}

function accumulate(
  columns: readonly ArrayLike<number>[],
  happened: ArrayLike<boolean>,
  weights: ArrayLike<number> | undefined,
  coefficients: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const p = columns.length;
  gradient.fill(0);
  information.fill(0);
  for (let i = 0; i < happened.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const probability = 1 / (1 + exp(-scoreOf(columns, coefficients, i)));
    const rest = w * ((happened[i] ? 1 : 0) - probability);
    const curvature = w * probability * (1 - probability);
    for (let j = 0; j < p; j += 1) {
      const value = columns[j]![i]!;
      gradient[j] = gradient[j]! + rest * value;
      for (let k = 0; k <= j; k += 1)
        information[j * p + k] = information[j * p + k]! + curvature * value * columns[k]![i]!;
    }
  }
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
