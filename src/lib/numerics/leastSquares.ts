import {
  acceptTrial,
  clip,
  type LeastSquaresProblem,
  type LeastSquaresWorkspace,
  linearise,
  makeWorkspace,
  moveTrial,
} from './linearisation.ts';
import { invertTriangle, solveTriangle } from './qr.ts';
import { trustStep } from './trustStep.ts';

export interface LeastSquaresOptions {
  /** Default 1000. */
  maxIterations?: number;
  /**
   * How far the first step may go, in units of the start's own length (both measured in the scale of the Jacobian's columns). Default 0.1; a
   * list means one run for each, the best of which is returned.
   */
  trust?: number | readonly number[];
  /** Arrays to work in, from `makeWorkspace`, for many fits of one shape. */
  workspace?: LeastSquaresWorkspace;
}

export interface LeastSquaresFit {
  parameters: Float64Array;
  /** Roots of the covariance's diagonal; Infinity where the data do not determine the parameter. Never NaN. */
  standardErrors: Float64Array;
  /** Row-major p × p: residual variance × (JᵀJ)⁻¹. Undetermined parameters: Infinity on the diagonal, 0 beside it. */
  covariance: Float64Array;
  residualSumOfSquares: number;
  degreesOfFreedom: number;
  iterations: number;
  converged: boolean;
  /** Why the fit stopped, as a phrase that can be printed. */
  reason: string;
}

/** Values of `trust` worth trying together when one run may settle in a flat region. */
export const RESTARTS: readonly number[] = [100, 1, 0.1];

/**
 * Relative offset |Qᵀr| / |r| at which the parameters have settled: their distance from the optimum is then about this many
 * standard errors (D. M. Bates and D. G. Watts, Technometrics 23 (1981), 179–183).
 */
const OFFSET = 1e-8;
/** At a standstill (rounding hides what a step would gain) a larger offset will do. */
const OFFSET_AT_STANDSTILL = 1e-5;
/** Gauss–Newton step relative to each parameter: the stop for fits so good that their residuals are rounding noise. */
const SMALL_STEP = 1e-11;
/** A parameter whose standard error grows by more than this through the other parameters is not determined in double precision. */
const SINGULAR = 1e13;
/** So is one whose effect on the residuals has shrunk to this part of what it once was on the way: the fit ran into a plateau. */
const VANISHED = 1e-13;

/**
 * Nonlinear least squares by Levenberg–Marquardt: minimises Σ residual². Each step solves the problem linearised by a QR factorisation of
 * the Jacobian within a trust region in the scale of its columns, as in MINPACK's lmder (Moré 1978); a step that raises the sum is
 * never taken; bounds are kept by projection. Standard errors are s² (JᵀJ)⁻¹ with s² = Σ residual² / (n − p), over the
 * parameters that are not at a bound.
 *
 * Data that cannot be fitted (too few residuals, values that are not finite) give `converged: false` with the reason, never an
 * exception; contradictory bounds and an empty list for `trust` throw a RangeError.
 */
export function fitLeastSquares(
  problem: LeastSquaresProblem,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  checkBounds(problem);
  const work = workspaceFor(problem, options.workspace);
  const maxIterations = options.maxIterations ?? 1000;
  const trust = options.trust ?? 0.1;
  if (typeof trust === 'number') return fitOnce(problem, work, trust, maxIterations);
  const fits = trust.map((each) => fitOnce(problem, work, each, maxIterations));
  const best = fits.reduce((a, b) => (isBetter(b, a) ? b : a));
  return best;
}

function isBetter(fit: LeastSquaresFit, than: LeastSquaresFit): boolean {
  if (fit.converged !== than.converged) return fit.converged;
  return fit.residualSumOfSquares < than.residualSumOfSquares;
}

function fitOnce(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  trust: number,
  maxIterations: number,
): LeastSquaresFit {
  const { count, parameterCount: p, model } = work;
  for (let j = 0; j < p; j += 1) {
    work.parameters[j] = clip(problem.start[j]!, problem.lower?.[j], problem.upper?.[j]);
  }
  work.greatest.fill(0);
  if (count < p)
    return describe(
      work,
      Infinity,
      0,
      false,
      `${count} residuals cannot determine ${p} parameters`,
    );
  problem.residuals(work.parameters, work.residuals);
  let sum = sumOfSquares(work.residuals);
  if (!(sum < Infinity))
    return describe(work, Infinity, 0, false, 'the residuals are not finite at the start');

  let radius = 0;
  let mu = 0;
  let iterations = 0;
  for (;;) {
    if (!linearise(problem, work))
      return describe(work, sum, iterations, false, 'the derivatives are not finite');
    const offset = relativeOffset(work, sum);
    if (offset <= OFFSET || hasSmallStep(work)) {
      sum = polish(problem, work, sum);
      return describe(
        work,
        sum,
        iterations,
        true,
        'settled: no step changes the parameters any more',
      );
    }
    if (radius === 0) radius = trust * (scaledLength(work) || 1);
    for (;;) {
      if (iterations === maxIterations)
        return describe(
          work,
          sum,
          iterations,
          false,
          `no optimum after ${maxIterations} iterations`,
        );
      mu = trustStep(model, radius, mu);
      moveTrial(problem, work);
      const length = stepLength(work);
      if (iterations === 0) radius = Math.min(radius, length);
      iterations += 1;
      problem.residuals(work.trial, work.trialResiduals);
      const trialSum = sumOfSquares(work.trialResiduals);
      const { slope, gain } = predict(work);
      const ratio = gain > 0 ? (sum - trialSum) / gain : 0;
      if (ratio > 0.25) {
        if (mu === 0 || ratio >= 0.75) {
          radius = 2 * length;
          mu *= 0.5;
        }
      } else {
        const cut = contraction(sum, trialSum, slope);
        radius = cut * Math.min(radius, 10 * length);
        mu /= cut;
      }
      if (ratio > 1e-4 && trialSum < sum) {
        acceptTrial(work);
        sum = trialSum;
        break;
      }
      if (gain <= 1e-15 * sum || radius <= 1e-15 * scaledLength(work)) {
        const settled = offset <= OFFSET_AT_STANDSTILL;
        if (settled) sum = polish(problem, work, sum);
        return describe(
          work,
          sum,
          iterations,
          settled,
          settled
            ? 'settled at working precision'
            : 'no step lowers the residuals, yet this is no optimum',
        );
      }
    }
  }
}

/** How far to cut the radius after a poor step: by the minimum of the parabola through what is known, between 1/10 and 1/2. */
function contraction(sum: number, trialSum: number, slope: number): number {
  if (!(trialSum < 100 * sum)) return 0.1;
  if (trialSum <= sum) return 0.5;
  return Math.max(0.1, slope / (2 * slope + sum - trialSum));
}

/** What the linear model says of the step: half the slope of the sum of squares along it, and the sum's fall. */
function predict({ model }: LeastSquaresWorkspace): { slope: number; gain: number } {
  const { size, triangle, rotated, step } = model;
  let slope = 0;
  let gain = 0;
  for (let i = 0; i < size; i += 1) {
    let change = 0;
    for (let j = i; j < size; j += 1) change += triangle[i * size + j]! * step[j]!;
    slope += change * rotated[i]!;
    gain -= change * (2 * rotated[i]! + change);
  }
  return { slope, gain };
}

function stepLength({ model }: LeastSquaresWorkspace): number {
  let sum = 0;
  for (let k = 0; k < model.size; k += 1) {
    const part = model.scale[k]! * model.step[k]!;
    sum += part * part;
  }
  return Math.sqrt(sum);
}

function scaledLength({ free, model, parameters }: LeastSquaresWorkspace): number {
  let sum = 0;
  for (let k = 0; k < model.size; k += 1) {
    const part = model.scale[k]! * parameters[free[k]!]!;
    sum += part * part;
  }
  return Math.sqrt(sum);
}

/** |Qᵀr| / |r|: 0 at an optimum, whatever the units of parameters and residuals. */
function relativeOffset({ model }: LeastSquaresWorkspace, sum: number): number {
  let explained = 0;
  for (let j = 0; j < model.size; j += 1) explained += model.rotated[j]! * model.rotated[j]!;
  return explained === 0 ? 0 : Math.sqrt(explained / sum);
}

/** Whether the undamped step, left in the model, is below rounding for each parameter. */
function hasSmallStep({ model, parameters, free }: LeastSquaresWorkspace): boolean {
  if (!solveTriangle(model.triangle, model.size, model.rotated, model.step, -1)) return false;
  for (let k = 0; k < model.size; k += 1) {
    if (!(Math.abs(model.step[k]!) <= SMALL_STEP * Math.abs(parameters[free[k]!]!))) return false;
  }
  return true;
}

/** One last undamped step, kept unless it raises the sum by more than rounding: it brings the last digits. Returns the sum. */
function polish(problem: LeastSquaresProblem, work: LeastSquaresWorkspace, sum: number): number {
  const { model } = work;
  if (sum === 0 || !solveTriangle(model.triangle, model.size, model.rotated, model.step, -1))
    return sum;
  moveTrial(problem, work);
  problem.residuals(work.trial, work.trialResiduals);
  const trialSum = sumOfSquares(work.trialResiduals);
  if (!(trialSum <= sum * (1 + 1e-14))) return sum;
  acceptTrial(work);
  return trialSum;
}

function describe(
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

/** Fills covariance and standard errors; returns the numbers (from 1) of the free parameters that the data leave undetermined. */
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

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]! * values[i]!;
  return sum;
}

function checkBounds({ start, lower, upper }: LeastSquaresProblem): void {
  if (!lower && !upper) return;
  for (let j = 0; j < start.length; j += 1) {
    const low = lower?.[j] ?? -Infinity;
    const high = upper?.[j] ?? Infinity;
    if (!(low < high)) {
      throw new RangeError(
        `fitLeastSquares: bounds of parameter ${j + 1} are [${low}, ${high}]; the lower must be below the upper`,
      );
    }
  }
}

function workspaceFor(
  problem: LeastSquaresProblem,
  offered: LeastSquaresWorkspace | undefined,
): LeastSquaresWorkspace {
  const p = problem.start.length;
  if (offered && offered.count === problem.count && offered.parameterCount === p) return offered;
  return makeWorkspace(problem.count, p);
}
