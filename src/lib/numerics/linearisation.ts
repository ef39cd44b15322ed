import { reduceToTriangle } from './qr.ts';
import type { LinearModel } from './trustStep.ts';

/** A model as its residuals: `count` of them, each of which may depend on every parameter. */
export interface LeastSquaresProblem {
  /**
   * Writes the residuals at `parameters` into `out` (length `count`). A value that is not finite
   * marks the point as forbidden.
   */
  residuals(parameters: Float64Array, out: Float64Array): void;
  /**
   * Writes ∂ residual i / ∂ parameter j into `out[i · p + j]`. Without it central differences with
   * a relative step are taken.
   */
  jacobian?(parameters: Float64Array, out: Float64Array): void;
  count: number;
  start: ArrayLike<number>;
  lower?: ArrayLike<number>;
  upper?: ArrayLike<number>;
}

/**
 * Arrays for fits of `count` residuals and `parameterCount` parameters; two fits that run inside
 * each other need two of them.
 */
export interface LeastSquaresWorkspace {
  readonly count: number;
  readonly parameterCount: number;
  residuals: Float64Array;
  trialResiduals: Float64Array;
  parameters: Float64Array;
  trial: Float64Array;
  /** The Jacobian, reduced in place; its free columns make the linear model. */
  jacobian: Float64Array;
  /** Lengths of the Jacobian's columns: now, and the greatest so far. */
  lengths: Float64Array;
  greatest: Float64Array;
  /** The parameters that can move: `free[k]` is the parameter of the linear model's column k. */
  free: Uint32Array;
  model: LinearModel;
}

export function makeWorkspace(count: number, parameterCount: number): LeastSquaresWorkspace {
  const p = parameterCount;
  const vector = (length: number) => new Float64Array(length);
  const jacobian = vector(count * p);
  return {
    count,
    parameterCount,
    residuals: vector(count),
    trialResiduals: vector(count),
    parameters: vector(p),
    trial: vector(p),
    jacobian,
    lengths: vector(p),
    greatest: vector(p),
    free: new Uint32Array(p),
    model: {
      size: p,
      triangle: jacobian,
      rotated: vector(count),
      scale: vector(p),
      step: vector(p),
      damped: vector(2 * p * p),
      dampedRhs: vector(2 * p),
      pull: vector(p),
    },
  };
}

const DIFFERENCE_STEP = 6.055454452393343e-6; // cube root of the machine precision: best for central differences

/**
 * The linear model of the residuals at the current parameters, as a triangle; false when the
 * derivatives are not finite.
 */
export function linearise(problem: LeastSquaresProblem, work: LeastSquaresWorkspace): boolean {
  const { count, parameterCount: p, jacobian, lengths, greatest, residuals, model } = work;
  if (problem.jacobian) problem.jacobian(work.parameters, jacobian);
  else takeDifferences(problem, work);
  for (let j = 0; j < p; j += 1) {
    let square = 0;
    for (let at = j, end = count * p; at < end; at += p) square += jacobian[at]! * jacobian[at]!;
    if (!(square < Infinity)) return false;
    lengths[j] = Math.sqrt(square);
    if (lengths[j]! > greatest[j]!) greatest[j] = lengths[j]!;
  }
  model.size = packFree(problem, work);
  for (let k = 0; k < model.size; k += 1) model.scale[k] = greatest[work.free[k]!]!;
  for (let i = 0; i < count; i += 1) model.rotated[i] = residuals[i]!;
  reduceToTriangle(jacobian, count, model.size, model.rotated);
  return true;
}

function takeDifferences(problem: LeastSquaresProblem, work: LeastSquaresWorkspace): void {
  const { lower, upper, start } = problem;
  const { count, parameterCount: p, parameters: x, trial, trialResiduals: above, jacobian } = work;
  const below = work.model.rotated;
  for (let j = 0; j < p; j += 1) trial[j] = x[j]!;
  for (let j = 0; j < p; j += 1) {
    const step = DIFFERENCE_STEP * (Math.abs(x[j]!) || Math.abs(start[j]!) || 1);
    const high = Math.min(x[j]! + step, upper?.[j] ?? Infinity);
    const low = Math.max(x[j]! - step, lower?.[j] ?? -Infinity);
    trial[j] = high;
    problem.residuals(trial, above);
    trial[j] = low;
    problem.residuals(trial, below);
    trial[j] = x[j]!;
    for (let i = 0; i < count; i += 1) jacobian[i * p + j] = (above[i]! - below[i]!) / (high - low);
  }
}

/**
 * Lists the parameters that have an effect and that the gradient does not press against a bound,
 * packs their columns to the left and returns how many they are.
 */
function packFree({ lower, upper }: LeastSquaresProblem, work: LeastSquaresWorkspace): number {
  const { count, parameterCount: p, jacobian, lengths, free, parameters, residuals } = work;
  let kept = 0;
  for (let j = 0; j < p; j += 1) {
    if (lengths[j] === 0) continue;
    const atLower = lower !== undefined && parameters[j]! <= lower[j]!;
    const atUpper = upper !== undefined && parameters[j]! >= upper[j]!;
    if (atLower || atUpper) {
      let gradient = 0;
      for (let i = 0; i < count; i += 1) gradient += jacobian[i * p + j]! * residuals[i]!;
      if ((atLower && gradient >= 0) || (atUpper && gradient <= 0)) continue;
    }
    free[kept] = j;
    kept += 1;
  }
  if (kept === p) return p;
  for (let i = 0; i < count; i += 1) {
    for (let k = 0; k < kept; k += 1) jacobian[i * kept + k] = jacobian[i * p + free[k]!]!;
  }
  return kept;
}

/**
 * Adds the model's step to the parameters, cut off at the bounds, as the trial; the step becomes
 * what was really added.
 */
export function moveTrial(
  { lower, upper }: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
): void {
  const { parameters, trial, free, model } = work;
  for (let j = 0; j < work.parameterCount; j += 1) trial[j] = parameters[j]!;
  for (let k = 0; k < model.size; k += 1) {
    const j = free[k]!;
    trial[j] = clip(parameters[j]! + model.step[k]!, lower?.[j], upper?.[j]);
    model.step[k] = trial[j]! - parameters[j]!;
  }
}

/** Makes the trial the current point. */
export function acceptTrial(work: LeastSquaresWorkspace): void {
  const { parameters, trial, residuals, trialResiduals } = work;
  work.parameters = trial;
  work.trial = parameters;
  work.residuals = trialResiduals;
  work.trialResiduals = residuals;
}

export function clip(value: number, lower: number | undefined, upper: number | undefined): number {
  if (lower !== undefined && value < lower) return lower;
  if (upper !== undefined && value > upper) return upper;
  return value;
}
