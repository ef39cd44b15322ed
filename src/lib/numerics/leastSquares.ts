import { describeFit, type LeastSquaresFit } from './leastSquaresFit.ts';
import {
  acceptTrial,
  clip,
  type LeastSquaresProblem,
  type LeastSquaresWorkspace,
  linearise,
  makeWorkspace,
  moveTrial,
} from './linearisation.ts';
import { solveTriangle } from './qr.ts';
import { trustStep } from './trustStep.ts';

export interface LeastSquaresOptions {
  /** Default 1000. */
  maxIterations?: number;
  /**
   * How far the first step may go, in units of the start's own length (both measured in the scale
   * of the Jacobian's columns). Default 0.1; a list means one run for each, the best of which is
   * returned.
   */
  trust?: number | readonly number[];
  /** Arrays to work in, from `makeWorkspace`, for many fits of one shape. */
  workspace?: LeastSquaresWorkspace;
}

/** Values of `trust` worth trying together when one run may settle in a flat region. */
export const RESTARTS: readonly number[] = [100, 1, 0.1];

/**
 * Relative offset |Qᵀr| / |r| at which the parameters have settled: their distance from the optimum
 * is then about this many standard errors (D. M. Bates and D. G. Watts, Technometrics 23 (1981),
 * 179–183).
 */
const OFFSET = 1e-8;
/** At a standstill (rounding hides what a step would gain) a larger offset will do. */
const OFFSET_AT_STANDSTILL = 1e-5;
/**
 * Gauss–Newton step relative to each parameter: the stop for fits so good that their residuals are
 * rounding noise.
 */
const SMALL_STEP = 1e-11;

/**
 * Nonlinear least squares by Levenberg–Marquardt: minimises Σ residual². Each step solves the
 * problem linearised by a QR factorisation of the Jacobian within a trust region in the scale of
 * its columns, as in MINPACK's lmder (Moré 1978); a step that raises the sum is never taken; bounds
 * are kept by projection. Standard errors are s² (JᵀJ)⁻¹ with s² = Σ residual² / (n − p), over the
 * parameters that are not at a bound.
 *
 * Data that cannot be fitted (too few residuals, values that are not finite) give `converged:
 * false` with the reason, never an exception; contradictory bounds and an empty list for `trust`
 * throw a RangeError.
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
  if (trust.length === 0)
    throw new RangeError(
      'fitLeastSquares: trust is an empty list; give at least one number such as 0.1',
    );
  const fits = trust.map((each) => fitOnce(problem, work, each, maxIterations));
  return fits.reduce((best, fit) => (isBetter(fit, best) ? fit : best));
}

function isBetter(fit: LeastSquaresFit, than: LeastSquaresFit): boolean {
  if (fit.converged !== than.converged) return fit.converged;
  return fit.residualSumOfSquares < than.residualSumOfSquares;
}

/**
 * A run on its way: the sum of squares, the steps tried, the trust region's radius and the last
 * multiplier.
 */
interface Run {
  sum: number;
  iterations: number;
  radius: number;
  mu: number;
  /** The fall of the sum that the linear model promised for the last step. */
  promised: number;
}

type End = [settled: boolean, reason: string];

function fitOnce(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  trust: number,
  maxIterations: number,
): LeastSquaresFit {
  const run: Run = { sum: Infinity, iterations: 0, radius: 0, mu: 0, promised: 0 };
  const [settled, reason] =
    begin(problem, work, run) ?? search(problem, work, run, trust, maxIterations);
  return describeFit(work, run.sum, run.iterations, settled, reason);
}

function begin(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  run: Run,
): End | undefined {
  const { count, parameterCount: p } = work;
  for (let j = 0; j < p; j += 1) {
    work.parameters[j] = clip(problem.start[j]!, problem.lower?.[j], problem.upper?.[j]);
  }
  work.greatest.fill(0);
  if (count < p) return [false, `${count} residuals cannot determine ${p} parameters`];
  problem.residuals(work.parameters, work.residuals);
  const sum = sumOfSquares(work.residuals);
  if (!(sum < Infinity)) return [false, 'the residuals are not finite at the start'];
  run.sum = sum;
  return undefined;
}

function search(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  run: Run,
  trust: number,
  maxIterations: number,
): End {
  for (;;) {
    if (!linearise(problem, work)) return [false, 'the derivatives are not finite'];
    const offset = relativeOffset(work, run.sum);
    if (offset <= OFFSET || hasSmallStep(work)) {
      polish(problem, work, run);
      return [true, 'settled: no step changes the parameters any more'];
    }
    if (run.radius === 0) run.radius = trust * (scaledLength(work) || 1);
    for (;;) {
      if (run.iterations === maxIterations)
        return [false, `no optimum after ${maxIterations} iterations`];
      if (tryStep(problem, work, run)) break;
      if (run.promised > 1e-15 * run.sum && run.radius > 1e-15 * scaledLength(work)) continue;
      if (offset > OFFSET_AT_STANDSTILL)
        return [false, 'no step lowers the residuals, yet this is no optimum'];
      polish(problem, work, run);
      return [true, 'settled at working precision'];
    }
  }
}

/**
 * Tries the best step within the radius, fits the radius to how well the linear model foretold it,
 * and takes it if it lowers the sum.
 */
function tryStep(problem: LeastSquaresProblem, work: LeastSquaresWorkspace, run: Run): boolean {
  run.mu = trustStep(work.model, run.radius, run.mu);
  moveTrial(problem, work);
  const length = stepLength(work);
  if (run.iterations === 0) run.radius = Math.min(run.radius, length);
  run.iterations += 1;
  problem.residuals(work.trial, work.trialResiduals);
  const trialSum = sumOfSquares(work.trialResiduals);
  const { slope, gain } = predict(work);
  run.promised = gain;
  const ratio = gain > 0 ? (run.sum - trialSum) / gain : 0;
  if (!(ratio > 0.25)) {
    const cut = contraction(run.sum, trialSum, slope);
    run.radius = cut * Math.min(run.radius, 10 * length);
    run.mu /= cut;
  } else if (run.mu === 0 || ratio >= 0.75) {
    run.radius = 2 * length;
    run.mu *= 0.5;
  }
  if (!(ratio > 1e-4 && trialSum < run.sum)) return false;
  acceptTrial(work);
  run.sum = trialSum;
  return true;
}

/**
 * How far to cut the radius after a poor step: by the minimum of the parabola through what is
 * known, between 1/10 and 1/2.
 */
function contraction(sum: number, trialSum: number, slope: number): number {
  if (!(trialSum < 100 * sum)) return 0.1;
  if (trialSum <= sum) return 0.5;
  return Math.max(0.1, slope / (2 * slope + sum - trialSum));
}

/**
 * What the linear model says of the step: half the slope of the sum of squares along it, and the
 * sum's fall.
 */
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

/**
 * One last undamped step, kept unless it raises the sum by more than rounding: it brings the last
 * digits.
 */
function polish(problem: LeastSquaresProblem, work: LeastSquaresWorkspace, run: Run): void {
  const { size, triangle, rotated, step } = work.model;
  if (run.sum === 0 || !solveTriangle(triangle, size, rotated, step, -1)) return;
  moveTrial(problem, work);
  problem.residuals(work.trial, work.trialResiduals);
  const trialSum = sumOfSquares(work.trialResiduals);
  if (!(trialSum <= run.sum * (1 + 1e-14))) return;
  acceptTrial(work);
  run.sum = trialSum;
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
