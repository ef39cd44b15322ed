import { invertTriangle, reduceToTriangle, solveTriangle } from './qr.ts';

/** A model as its residuals: `count` of them, each of which may depend on every parameter. */
export interface LeastSquaresProblem {
  /** Writes the residuals at `parameters` into `out` (length `count`). A value that is not finite marks the point as forbidden. */
  residuals(parameters: Float64Array, out: Float64Array): void;
  /** Writes ∂ residual i / ∂ parameter j into `out[i · p + j]`. Without it central differences with a relative step are taken. */
  jacobian?(parameters: Float64Array, out: Float64Array): void;
  count: number;
  start: ArrayLike<number>;
  lower?: ArrayLike<number>;
  upper?: ArrayLike<number>;
}

export interface LeastSquaresOptions {
  /** Default 500. */
  maxIterations?: number;
  /** Initial damping relative to the Jacobian's columns, default 1e-3; a list means one run for each, the best of which is returned. */
  damping?: number | readonly number[];
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

/** The dampings worth trying when one run may settle in a flat region. */
export const RESTART_DAMPINGS: readonly number[] = [1e-3, 1, 100];

/**
 * Relative offset |Qᵀr| / |r| at which the parameters have settled: their distance from the optimum is about this many
 * standard errors (D. M. Bates and D. G. Watts, Technometrics 23 (1981), 179–183).
 */
const OFFSET = 1e-8;
/** At a standstill (no step lowers the sum any more, because of rounding) a larger offset will do. */
const OFFSET_AT_STANDSTILL = 1e-5;
/** Gauss–Newton step relative to each parameter: the stop for fits so good that their residuals are rounding noise. */
const SMALL_STEP = 1e-11;
const DIFFERENCE_STEP = 6.055454452393343e-6; // cube root of the machine precision: best for central differences
/** A parameter whose standard error grows by more than this through the other parameters is not determined in double precision. */
const SINGULAR = 1e13;
const LARGEST_DAMPING = 1e40;

/**
 * Nonlinear least squares by Levenberg–Marquardt: minimises Σ residual². Steps come from a QR factorisation of the Jacobian, damped in the
 * scale of its columns (J. J. Moré 1978) with Nielsen's rule for the damping (H. B. Nielsen, IMM-REP-1999-05); a step that raises
 * the sum is never taken; bounds are kept by projection. Standard errors are s² (JᵀJ)⁻¹ with s² = Σ residual² / (n − p).
 *
 * Data that cannot be fitted (too few residuals, values that are not finite) give `converged: false` with the reason, never an
 * exception; contradictory bounds throw a RangeError.
 */
export function fitLeastSquares(
  problem: LeastSquaresProblem,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  checkBounds(problem);
  const work = workspaceFor(problem, options.workspace);
  const maxIterations = options.maxIterations ?? 500;
  const damping = options.damping ?? 1e-3;
  if (typeof damping === 'number') return fitOnce(problem, work, damping, maxIterations);
  let best: LeastSquaresFit | undefined;
  for (const each of damping) {
    const fit = fitOnce(problem, work, each, maxIterations);
    if (!best || isBetter(fit, best)) best = fit;
  }
  if (!best)
    throw new RangeError(
      'fitLeastSquares: damping is an empty list; give at least one number such as 0.001',
    );
  return best;
}

function isBetter(fit: LeastSquaresFit, than: LeastSquaresFit): boolean {
  if (fit.converged !== than.converged) return fit.converged;
  return fit.residualSumOfSquares < than.residualSumOfSquares;
}

function fitOnce(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  damping: number,
  maxIterations: number,
): LeastSquaresFit {
  const { count } = problem;
  const p = problem.start.length;
  const x = work.parameters;
  for (let j = 0; j < p; j += 1)
    x[j] = clip(problem.start[j]!, problem.lower?.[j], problem.upper?.[j]);
  work.scale.fill(0);
  if (count < p)
    return refuse(problem, work, `${count} residuals cannot determine ${p} parameters`);
  problem.residuals(x, work.residuals);
  let sum = sumOfSquares(work.residuals, count);
  if (!(sum < Infinity)) return refuse(problem, work, 'the residuals are not finite at the start');

  let mu = damping;
  let growth = 2;
  let iterations = 0;
  for (;;) {
    if (!linearise(problem, work))
      return finish(problem, work, sum, iterations, false, 'the derivatives are not finite');
    const offset = sum === 0 ? 0 : relativeOffset(work, sum);
    if (offset <= OFFSET || hasSmallStep(work)) {
      sum = polish(problem, work, sum);
      return finish(
        problem,
        work,
        sum,
        iterations,
        true,
        'settled: no step changes the parameters any more',
      );
    }
    for (;;) {
      if (iterations === maxIterations)
        return finish(
          problem,
          work,
          sum,
          iterations,
          false,
          `no optimum after ${maxIterations} iterations`,
        );
      if (mu > LARGEST_DAMPING) {
        const settled = offset <= OFFSET_AT_STANDSTILL;
        return finish(
          problem,
          work,
          sum,
          iterations,
          settled,
          settled
            ? 'settled at working precision'
            : 'no step lowers the residuals, yet this is no optimum',
        );
      }
      iterations += 1;
      const predicted = takeStep(problem, work, mu);
      problem.residuals(work.trial, work.trialResiduals);
      const trialSum = sumOfSquares(work.trialResiduals, count);
      const gain = (sum - trialSum) / predicted;
      if (gain > 1e-4 && trialSum < sum) {
        accept(work);
        sum = trialSum;
        const slack = 2 * gain - 1;
        mu = Math.max(mu * Math.max(1 / 3, 1 - slack * slack * slack), 1e-20);
        growth = 2;
        break;
      }
      mu *= growth;
      growth *= 2;
    }
  }
}

/** Jacobian at the current parameters, free columns only, reduced to its triangle; false when it is not finite. */
function linearise(problem: LeastSquaresProblem, work: LeastSquaresWorkspace): boolean {
  const { count } = problem;
  const p = work.size;
  const { matrix, columns, residuals, rotated, parameters } = work;
  if (problem.jacobian) problem.jacobian(parameters, matrix);
  else differences(problem, work);
  for (let j = 0; j < p; j += 1) {
    let square = 0;
    for (let at = j; at < count * p; at += p) square += matrix[at]! * matrix[at]!;
    if (!(square < Infinity)) return false;
    const norm = Math.sqrt(square);
    columns[j] = norm;
    if (norm > work.scale[j]!) work.scale[j] = norm;
  }
  work.freeCount = keepFree(problem, work);
  for (let i = 0; i < count; i += 1) rotated[i] = residuals[i]!;
  reduceToTriangle(matrix, count, work.freeCount, rotated);
  return true;
}

/** Lists the parameters that are not held at a bound by the gradient and packs their columns to the left; returns how many they are. */
function keepFree(problem: LeastSquaresProblem, work: LeastSquaresWorkspace): number {
  const { count, lower, upper } = problem;
  const p = work.size;
  const { matrix, free, parameters, residuals } = work;
  let kept = 0;
  for (let j = 0; j < p; j += 1) {
    const atLower = lower !== undefined && parameters[j]! <= lower[j]!;
    const atUpper = upper !== undefined && parameters[j]! >= upper[j]!;
    if (atLower || atUpper) {
      let gradient = 0;
      for (let i = 0; i < count; i += 1) gradient += matrix[i * p + j]! * residuals[i]!;
      if ((atLower && gradient >= 0) || (atUpper && gradient <= 0)) continue;
    }
    free[kept] = j;
    kept += 1;
  }
  if (kept < p) {
    for (let i = 0; i < count; i += 1) {
      for (let k = 0; k < kept; k += 1) matrix[i * kept + k] = matrix[i * p + free[k]!]!;
    }
  }
  return kept;
}

function differences(problem: LeastSquaresProblem, work: LeastSquaresWorkspace): void {
  const { count, lower, upper, start } = problem;
  const p = work.size;
  const { parameters: x, trial, trialResiduals: above, rotated: below, matrix } = work;
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
    for (let i = 0; i < count; i += 1) matrix[i * p + j] = (above[i]! - below[i]!) / (high - low);
  }
}

/** |Qᵀr| / |r|: 0 at an optimum, whatever the units of parameters and residuals. */
function relativeOffset(work: LeastSquaresWorkspace, sum: number): number {
  let explained = 0;
  for (let j = 0; j < work.freeCount; j += 1) explained += work.rotated[j]! * work.rotated[j]!;
  return Math.sqrt(explained / sum);
}

/** Whether the undamped step, left in `work.step`, is below rounding for each parameter. */
function hasSmallStep(work: LeastSquaresWorkspace): boolean {
  const { step, parameters, free, freeCount } = work;
  if (!solveTriangle(work.matrix, freeCount, work.rotated, step, -1)) return false;
  for (let k = 0; k < freeCount; k += 1) {
    if (!(Math.abs(step[k]!) <= SMALL_STEP * Math.abs(parameters[free[k]!]!))) return false;
  }
  return true;
}

/** One last undamped step, kept unless it raises the sum by more than rounding: it brings the last digits. */
function polish(problem: LeastSquaresProblem, work: LeastSquaresWorkspace, sum: number): number {
  const { step, parameters, trial, free, freeCount } = work;
  if (sum === 0 || !solveTriangle(work.matrix, freeCount, work.rotated, step, -1)) return sum;
  for (let j = 0; j < work.size; j += 1) trial[j] = parameters[j]!;
  for (let k = 0; k < freeCount; k += 1) {
    const j = free[k]!;
    trial[j] = clip(parameters[j]! + step[k]!, problem.lower?.[j], problem.upper?.[j]);
  }
  problem.residuals(trial, work.trialResiduals);
  const trialSum = sumOfSquares(work.trialResiduals, problem.count);
  if (!(trialSum <= sum * (1 + 1e-14))) return sum;
  accept(work);
  return trialSum;
}

/** Writes the damped step's end into `work.trial` and returns the fall of the sum of squares that the linear model predicts. */
function takeStep(problem: LeastSquaresProblem, work: LeastSquaresWorkspace, mu: number): number {
  const {
    damped,
    dampedRhs,
    matrix,
    rotated,
    scale,
    step,
    free,
    freeCount: f,
    parameters,
    trial,
  } = work;
  const root = Math.sqrt(mu);
  for (let i = 0; i < f; i += 1) {
    for (let j = 0; j < f; j += 1) {
      damped[i * f + j] = j >= i ? matrix[i * f + j]! : 0;
      damped[(f + i) * f + j] = 0;
    }
    damped[(f + i) * f + i] = root * (scale[free[i]!]! || 1);
    dampedRhs[i] = rotated[i]!;
    dampedRhs[f + i] = 0;
  }
  reduceToTriangle(damped, 2 * f, f, dampedRhs);
  solveTriangle(damped, f, dampedRhs, step, -1);
  for (let j = 0; j < work.size; j += 1) trial[j] = parameters[j]!;
  for (let k = 0; k < f; k += 1) {
    const j = free[k]!;
    trial[j] = clip(parameters[j]! + step[k]!, problem.lower?.[j], problem.upper?.[j]);
    step[k] = trial[j]! - parameters[j]!;
  }
  let predicted = 0;
  for (let i = 0; i < f; i += 1) {
    let change = 0;
    for (let j = i; j < f; j += 1) change += matrix[i * f + j]! * step[j]!;
    predicted -= change * (2 * rotated[i]! + change);
  }
  return predicted;
}

function accept(work: LeastSquaresWorkspace): void {
  const { parameters, trial, residuals, trialResiduals } = work;
  work.parameters = trial;
  work.trial = parameters;
  work.residuals = trialResiduals;
  work.trialResiduals = residuals;
}

function finish(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  sum: number,
  iterations: number,
  settled: boolean,
  reason: string,
): LeastSquaresFit {
  const p = work.size;
  const degreesOfFreedom = problem.count - p;
  const fit: LeastSquaresFit = {
    parameters: work.parameters.slice(),
    standardErrors: new Float64Array(p).fill(Infinity),
    covariance: new Float64Array(p * p),
    residualSumOfSquares: sum,
    degreesOfFreedom,
    iterations,
    converged: settled,
    reason,
  };
  for (let j = 0; j < p; j += 1) fit.covariance[j * p + j] = Infinity;
  if (!settled && reason.startsWith('the derivatives')) return fit;
  const loose = fillCovariance(fit, work);
  const bound = work.freeCount < p;
  if (loose.length > 0 && settled) {
    fit.converged = false;
    fit.reason = `the data do not determine parameter ${loose.join(', ')}`;
  } else if (settled && bound) fit.reason = `${reason}; ${p - work.freeCount} at a bound`;
  else if (settled && degreesOfFreedom === 0)
    fit.reason = `${reason}; no degree of freedom is left for standard errors`;
  return fit;
}

/** Fills covariance and standard errors; returns the numbers (from 1) of the free parameters that the data leave undetermined. */
function fillCovariance(fit: LeastSquaresFit, work: LeastSquaresWorkspace): number[] {
  const { matrix, damped: inverse, free, freeCount: f, columns, size: p } = work;
  invertTriangle(matrix, f, inverse);
  const variance =
    fit.degreesOfFreedom > 0 ? fit.residualSumOfSquares / fit.degreesOfFreedom : Infinity;
  const loose: number[] = [];
  for (let i = 0; i < f; i += 1) {
    let norm = 0;
    for (let k = i; k < f; k += 1) norm += inverse[i * f + k]! * inverse[i * f + k]!;
    if (!(Math.sqrt(norm) * columns[free[i]!]! < SINGULAR)) loose.push(free[i]! + 1);
  }
  if (loose.length > 0 || variance === Infinity) return loose;
  for (let i = 0; i < f; i += 1) {
    for (let j = i; j < f; j += 1) {
      let dot = 0;
      for (let k = j; k < f; k += 1) dot += inverse[i * f + k]! * inverse[j * f + k]!;
      fit.covariance[free[i]! * p + free[j]!] = fit.covariance[free[j]! * p + free[i]!] =
        variance * dot;
    }
    fit.standardErrors[free[i]!] = Math.sqrt(fit.covariance[free[i]! * p + free[i]!]!);
  }
  return loose;
}

function refuse(
  problem: LeastSquaresProblem,
  work: LeastSquaresWorkspace,
  reason: string,
): LeastSquaresFit {
  const p = work.size;
  const covariance = new Float64Array(p * p);
  for (let j = 0; j < p; j += 1) covariance[j * p + j] = Infinity;
  return {
    parameters: work.parameters.slice(),
    standardErrors: new Float64Array(p).fill(Infinity),
    covariance,
    residualSumOfSquares: Infinity,
    degreesOfFreedom: problem.count - p,
    iterations: 0,
    converged: false,
    reason,
  };
}

function sumOfSquares(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += values[i]! * values[i]!;
  return sum;
}

function clip(value: number, lower: number | undefined, upper: number | undefined): number {
  if (lower !== undefined && value < lower) return lower;
  if (upper !== undefined && value > upper) return upper;
  return value;
}

function checkBounds({ start, lower, upper }: LeastSquaresProblem): void {
  if (!lower && !upper) return;
  for (let j = 0; j < start.length; j += 1) {
    const low = lower?.[j] ?? -Infinity;
    const high = upper?.[j] ?? Infinity;
    if (!(low < high))
      throw new RangeError(
        `fitLeastSquares: bounds of parameter ${j + 1} are [${low}, ${high}]; the lower must be below the upper`,
      );
  }
}

/** Arrays for fits of `count` residuals and `parameterCount` parameters; not to be shared by two fits that run inside each other. */
export interface LeastSquaresWorkspace {
  readonly count: number;
  readonly size: number;
  residuals: Float64Array;
  trialResiduals: Float64Array;
  parameters: Float64Array;
  trial: Float64Array;
  step: Float64Array;
  matrix: Float64Array;
  rotated: Float64Array;
  damped: Float64Array;
  dampedRhs: Float64Array;
  scale: Float64Array;
  columns: Float64Array;
  free: Uint32Array;
  freeCount: number;
}

export function makeWorkspace(count: number, parameterCount: number): LeastSquaresWorkspace {
  const p = parameterCount;
  return {
    count,
    size: p,
    residuals: new Float64Array(count),
    trialResiduals: new Float64Array(count),
    parameters: new Float64Array(p),
    trial: new Float64Array(p),
    step: new Float64Array(p),
    matrix: new Float64Array(count * p),
    rotated: new Float64Array(count),
    damped: new Float64Array(2 * p * p),
    dampedRhs: new Float64Array(2 * p),
    scale: new Float64Array(p),
    columns: new Float64Array(p),
    free: new Uint32Array(p),
    freeCount: p,
  };
}

function workspaceFor(
  problem: LeastSquaresProblem,
  offered: LeastSquaresWorkspace | undefined,
): LeastSquaresWorkspace {
  const p = problem.start.length;
  if (offered && offered.count === problem.count && offered.size === p) return offered;
  return makeWorkspace(problem.count, p);
}
