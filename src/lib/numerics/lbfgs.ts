/**
 * A function to minimise: returns its value at `x` and writes its gradient. A value that is not
 * finite marks x as forbidden.
 */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimumOptions {
  /** Default 2000. */
  maxIterations?: number;
  /**
   * Stop when the largest part of the gradient is below this times the larger of 1 and |value|.
   * Default 1e-9.
   */
  gradientTolerance?: number;
  /** Pairs of steps remembered. Default 10. */
  memory?: number;
}

export interface Minimum {
  parameters: Float64Array;
  value: number;
  /** Largest part of the gradient. */
  gradient: number;
  iterations: number;
  converged: boolean;
  reason: string;
}

const DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_TRIALS = 60;
/**
 * Close to the minimum values differ by rounding only: a rise by this part of the value is none,
 * and the slope decides.
 */
const ROUNDING = 3e-15;
/**
 * With a kink at the minimum the gradient never vanishes: then this many steps in a row without
 * gain are the stop.
 */
const PATIENCE = 3;
const NO_GAIN = 1e-15;

/**
 * Minimises a function from `start` by L-BFGS (J. Nocedal and S. J. Wright, Numerical Optimization,
 * 2nd ed. 2006, section 7.2) with the bisection line search of A. S. Lewis and M. L. Overton
 * (Mathematical Programming 141 (2013), 135–163), which also works where the function has kinks.
 * `converged` is true when the gradient vanishes, or when no step gains anything more in double
 * precision; `reason` tells which.
 */
export function minimise(
  objective: Objective,
  start: ArrayLike<number>,
  options: MinimumOptions = {},
): Minimum {
  const { maxIterations = 2000, gradientTolerance = 1e-9, memory = 10 } = options;
  const size = start.length;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(x, gradient);
  let trial = new Float64Array(size);
  let trialGradient = new Float64Array(size);
  const direction = new Float64Array(size);
  const history: Pair[] = [];
  let idle = 0;
  const end = (iterations: number, converged: boolean, reason: string): Minimum => ({
    parameters: x,
    value,
    gradient: largest(gradient),
    iterations,
    converged,
    reason,
  });
  if (!(Math.abs(value) < Infinity))
    return end(0, false, 'the function is not finite at the start');

  for (let iteration = 0; iteration < maxIterations; iteration += 1) {
    if (largest(gradient) <= gradientTolerance * Math.max(1, Math.abs(value)))
      return end(iteration, true, 'the gradient vanishes');
    descend(gradient, history, direction);
    let slope = dot(gradient, direction);
    if (!(slope < 0)) {
      history.length = 0;
      for (let j = 0; j < size; j += 1) direction[j] = -gradient[j]!;
      slope = -dot(gradient, gradient);
    }
    const first = history.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    const found = searchLine(
      objective,
      { x, value, slope, direction, first },
      trial,
      trialGradient,
    );
    if (!(found <= value + ROUNDING * Math.abs(value))) {
      if (history.length === 0)
        return end(iteration, true, 'no step gains anything more in double precision');
      history.length = 0; // try once more along the plain gradient
      continue;
    }
    remember(history, memory, x, trial, gradient, trialGradient);
    idle = value - found <= NO_GAIN * Math.abs(value) ? idle + 1 : 0;
    [x, trial] = [trial, x];
    [gradient, trialGradient] = [trialGradient, gradient];
    value = found;
    if (idle === PATIENCE)
      return end(iteration + 1, true, 'no step gains anything more in double precision');
  }
  return end(maxIterations, false, `no minimum after ${maxIterations} iterations`);
}

interface Line {
  x: Float64Array;
  value: number;
  slope: number;
  direction: Float64Array;
  first: number;
}

/**
 * Looks along the line for a point that is low enough and flat enough, by doubling and halving;
 * returns the value at the last one tried.
 */
function searchLine(
  objective: Objective,
  { x, value, slope, direction, first }: Line,
  trial: Float64Array,
  trialGradient: Float64Array,
): number {
  const slack = ROUNDING * Math.abs(value);
  let low = 0;
  let high = Infinity;
  let t = first;
  let found = Infinity;
  for (let tries = 0; tries < MAX_TRIALS; tries += 1) {
    for (let j = 0; j < x.length; j += 1) trial[j] = x[j]! + t * direction[j]!;
    found = objective(trial, trialGradient);
    if (!(found <= value + DECREASE * t * slope + slack)) high = t;
    else if (dot(trialGradient, direction) < CURVATURE * slope) low = t;
    else break;
    t = high < Infinity ? (low + high) / 2 : 2 * low;
  }
  return found;
}

interface Pair {
  step: Float64Array;
  change: Float64Array;
  inverse: number;
}

function remember(
  history: Pair[],
  memory: number,
  x: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  nextGradient: Float64Array,
): void {
  const step = next.map((value, j) => value - x[j]!);
  const change = nextGradient.map((value, j) => value - gradient[j]!);
  const product = dot(step, change);
  if (!(product > 1e-300)) return;
  history.push({ step, change, inverse: 1 / product });
  if (history.length > memory) history.shift();
}

/** −H · gradient by the two-loop recursion. */
function descend(gradient: Float64Array, history: readonly Pair[], direction: Float64Array): void {
  direction.set(gradient);
  const weights: number[] = [];
  for (let k = history.length - 1; k >= 0; k -= 1) {
    const { step, change, inverse } = history[k]!;
    const weight = inverse * dot(step, direction);
    weights[k] = weight;
    for (let j = 0; j < direction.length; j += 1)
      direction[j] = direction[j]! - weight * change[j]!;
  }
  const last = history.at(-1);
  const scale = last ? 1 / (last.inverse * dot(last.change, last.change)) : 1;
  for (let j = 0; j < direction.length; j += 1) direction[j] = -scale * direction[j]!;
  history.forEach(({ step, change, inverse }, k) => {
    const back = weights[k]! + inverse * dot(change, direction);
    for (let j = 0; j < direction.length; j += 1) direction[j] = direction[j]! - back * step[j]!;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j]! * b[j]!;
  return sum;
}

function largest(values: Float64Array): number {
  let size = 0;
  for (let j = 0; j < values.length; j += 1) size = Math.max(size, Math.abs(values[j]!));
  return size;
}
