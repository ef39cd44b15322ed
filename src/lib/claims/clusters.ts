/**
 * Resampling of model families for the claims. The streams bear the names that the bootstrap of the
 * trend uses, so that every claim and the headline meet the same families in the same draw.
 */
import { LEVEL } from '../choices.ts';
import { percentileInterval } from '../numerics/bootstrap.ts';
import { makeStream } from '../numerics/random.ts';

export interface Resampling {
  draws: number;
  seed: number;
}

/** Part of the draws that must give a number for an interval. */
const LEAST_PART = 0.9;

/**
 * How often each point counts in each draw: families rise and fall together, Poisson(1) times.
 *
 * @param families family of each point
 * @returns the weights of one draw; the array is used again by the next call
 */
export function familyWeights(
  families: readonly string[],
  { draws, seed }: Resampling,
): (draw: number) => Float64Array {
  const names = [...new Set(families)];
  const counts = names.map((family) => {
    const stream = makeStream(seed, `family/${family}`);
    return Uint8Array.from({ length: draws }, () => stream.poisson());
  });
  const position = new Map(names.map((name, i) => [name, i]));
  const of = families.map((family) => position.get(family) as number);
  const weights = new Float64Array(families.length);
  return (draw) => {
    for (let i = 0; i < of.length; i++) weights[i] = counts[of[i] as number]?.[draw] as number;
    return weights;
  };
}

/** An estimate of the weighted points in every draw; NaN where a draw gives none. */
export function drawEstimates(
  families: readonly string[],
  resampling: Resampling,
  estimate: (weights: Float64Array) => number,
): Float64Array {
  const weightsOf = familyWeights(families, resampling);
  return Float64Array.from({ length: resampling.draws }, (_, draw) => estimate(weightsOf(draw)));
}

/**
 * 90 % percentile interval of an estimate over the draws; null where more than a tenth of them give
 * no number.
 */
export function drawnInterval(values: ArrayLike<number>): [number, number] | null {
  const { low, high, draws } = percentileInterval(values, LEVEL);
  const isEnough = draws >= LEAST_PART * values.length && Number.isFinite(low + high);
  return isEnough ? [low, high] : null;
}

/** Median of the values that are numbers; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
