import { reduceToTriangle, solveTransposed, solveTriangle } from './qr.ts';

/**
 * A linear least-squares problem min |R d + q| with the lengths that measure d: |d| = √Σ (scale ·
 * d)².
 */
export interface LinearModel {
  size: number;
  /** R, row-major, upper triangle of a `size` × `size` matrix. */
  triangle: Float64Array;
  /** q, the first `size` entries. */
  rotated: Float64Array;
  scale: Float64Array;
  /** Receives d. */
  step: Float64Array;
  /** Room for 2 · size × size, 2 · size and size numbers. */
  damped: Float64Array;
  dampedRhs: Float64Array;
  pull: Float64Array;
}

const MAX_ROUNDS = 10;

/**
 * Writes into `model.step` the d that minimises |R d + q|² subject to |d| ≤ radius (within 10 %)
 * and returns the multiplier μ of the damped problem |R d + q|² + μ |d|² that has this solution: 0
 * when the bound does not bite. `guess` is a multiplier to begin with. J. J. Moré, "The
 * Levenberg–Marquardt algorithm", Lecture Notes in Mathematics 630 (1978), 105–116, section 5.
 */
export function trustStep(model: LinearModel, radius: number, guess: number): number {
  const { size, triangle, rotated, scale, step, pull } = model;
  const regular = solveTriangle(triangle, size, rotated, step, -1);
  let length = regular ? scaledLength(model) : Infinity;
  if (length <= 1.1 * radius) return 0;

  let lower = 0;
  if (regular && length < Infinity) lower = newtonStep(model, triangle, length, radius);
  let upper = 0;
  for (let j = 0; j < size; j += 1) {
    let gradient = 0;
    for (let i = 0; i <= j; i += 1) gradient += triangle[i * size + j]! * rotated[i]!;
    pull[j] = gradient / scale[j]!;
    upper += pull[j]! * pull[j]!;
  }
  upper = Math.sqrt(upper) / radius;
  if (upper === 0) {
    step.fill(0, 0, size);
    return 0;
  }
  let mu = Math.min(Math.max(guess, lower), upper);
  if (mu === 0) mu = length < Infinity ? (upper * radius) / length : 1e-3 * upper;
  let excess = length - radius;
  for (let round = 1; ; round += 1) {
    if (!(mu > 0)) mu = Math.max(1e-300, 1e-3 * upper);
    solveDamped(model, mu);
    const before = excess;
    length = scaledLength(model);
    excess = length - radius;
    const slackening = lower === 0 && excess <= before && before < 0;
    if (Math.abs(excess) <= 0.1 * radius || slackening || round === MAX_ROUNDS) return mu;
    if (excess > 0) lower = Math.max(lower, mu);
    else upper = Math.min(upper, mu);
    mu = Math.max(lower, mu + newtonStep(model, model.damped, length, radius));
  }
}

function scaledLength({ size, scale, step }: LinearModel): number {
  let sum = 0;
  for (let j = 0; j < size; j += 1) {
    const part = scale[j]! * step[j]!;
    sum += part * part;
  }
  return Math.sqrt(sum);
}

/**
 * Newton's change of μ for the equation length(μ) = radius, with the triangle of the damped problem
 * at μ.
 */
function newtonStep(
  model: LinearModel,
  triangle: Float64Array,
  length: number,
  radius: number,
): number {
  const { size, scale, step, pull } = model;
  for (let j = 0; j < size; j += 1) pull[j] = (scale[j]! * scale[j]! * step[j]!) / length;
  solveTransposed(triangle, size, pull, pull);
  let square = 0;
  for (let j = 0; j < size; j += 1) square += pull[j]! * pull[j]!;
  return (length - radius) / (radius * square);
}

/** Step of the damped problem; its triangle stays in `model.damped`. */
function solveDamped(model: LinearModel, mu: number): void {
  const { size, triangle, rotated, scale, step, damped, dampedRhs } = model;
  const root = Math.sqrt(mu);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      damped[i * size + j] = j >= i ? triangle[i * size + j]! : 0;
      damped[(size + i) * size + j] = 0;
    }
    damped[(size + i) * size + i] = root * scale[i]!;
    dampedRhs[i] = rotated[i]!;
    dampedRhs[size + i] = 0;
  }
  reduceToTriangle(damped, 2 * size, size, dampedRhs);
  solveTriangle(damped, size, dampedRhs, step, -1);
}
