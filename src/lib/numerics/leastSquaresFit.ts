import type { LeastSquaresWorkspace } from './linearisation.ts';
import { invertTriangle } from './qr.ts';

export interface LeastSquaresFit {
  parameters: Float64Array;
  /**
   * Roots of the covariance's diagonal; Infinity where the data do not determine the parameter.
   * Never NaN.
   */
  standardErrors: Float64Array;
  /**
   * Row-major p × p: residual variance × (JᵀJ)⁻¹. Undetermined parameters: Infinity on the
   * diagonal, 0 beside it.
   */
  covariance: Float64Array;
  residualSumOfSquares: number;
  degreesOfFreedom: number;
  iterations: number;
  converged: boolean;
  /** Why the fit stopped, as a phrase that can be printed. */
  reason: string;
}

/**
 * A parameter whose standard error grows by more than this through the other parameters is not
 * determined in double precision.
 */
const SINGULAR = 1e13;
/**
 * So is one whose effect on the residuals has shrunk to this part of what it once was on the way:
 * the fit ran into a plateau.
 */
const VANISHED = 1e-13;

/** The result at the workspace's parameters, where the last linearisation still stands. */
export function describeFit(
  work: LeastSquaresWorkspace,
  sum: number,
  iterations: number,
  settled: boolean,
  reason: string,
): LeastSquaresFit {
  const p = work.parameterCount;
  const degreesOfFreedom = work.count - p;
  const covariance = new Float64Array(p * p);
  for (let j = 0; j < p; j += 1) covariance[j * p + j] = Infinity;
  const fit: LeastSquaresFit = {
    parameters: work.parameters.slice(),
    standardErrors: new Float64Array(p).fill(Infinity),
    covariance,
    residualSumOfSquares: sum,
    degreesOfFreedom,
    iterations,
    converged: settled,
    reason,
  };
  if (!settled) return fit;
  const loose = fillCovariance(fit, work);
  if (loose.length > 0) {
    fit.converged = false;
    fit.reason = `the data do not determine parameter ${loose.join(', ')}`;
  } else if (work.model.size < p) fit.reason += `; ${p - work.model.size} held at a bound`;
  else if (degreesOfFreedom === 0)
    fit.reason += '; no degree of freedom is left for standard errors';
  return fit;
}

/**
 * Fills covariance and standard errors; returns the numbers (from 1) of the free parameters that
 * the data leave undetermined.
 */
function fillCovariance(fit: LeastSquaresFit, work: LeastSquaresWorkspace): number[] {
  const { free, lengths, greatest, parameterCount: p } = work;
  const { size, triangle, damped: inverse } = work.model;
  invertTriangle(triangle, size, inverse);
  const variance =
    fit.degreesOfFreedom > 0 ? fit.residualSumOfSquares / fit.degreesOfFreedom : Infinity;
  const loose: number[] = [];
  for (let j = 0; j < p; j += 1) {
    if (lengths[j]! <= VANISHED * greatest[j]!) loose.push(j + 1);
  }
  if (loose.length > 0) return loose;
  for (let i = 0; i < size; i += 1) {
    const norm = Math.sqrt(dotOfRows(inverse, size, i, i));
    if (!(norm * lengths[free[i]!]! < SINGULAR)) loose.push(free[i]! + 1);
  }
  if (loose.length > 0 || variance === Infinity) return loose;
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const value = variance * dotOfRows(inverse, size, i, j);
      fit.covariance[free[i]! * p + free[j]!] = value;
      fit.covariance[free[j]! * p + free[i]!] = value;
    }
    fit.standardErrors[free[i]!] = Math.sqrt(fit.covariance[free[i]! * p + free[i]!]!);
  }
  return loose;
}

function dotOfRows(upper: Float64Array, size: number, i: number, j: number): number {
  let dot = 0;
  for (let k = j; k < size; k += 1) dot += upper[i * size + k]! * upper[j * size + k]!;
  return dot;
}
