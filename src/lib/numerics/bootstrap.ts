import { normalCdf } from './errorFunction.ts';
import { normalQuantile, percentile } from './distributions.ts';
import type { Stream } from './random.ts';

export interface BootstrapInterval {
  low: number;
  high: number;
  /** Draws that gave a number, and those that gave none (NaN) and were left out. */
  draws: number;
  undefinedDraws: number;
  converged: boolean;
  reason: string;
}

/** An interval from fewer draws than this would be decided by a handful of them. */
const FEWEST_DRAWS = 50;

/**
 * Numbers the clusters of the points: `of[i]` is the cluster of point i, counted from 0 in order of
 * first appearance.
 */
export function numberClusters(labels: ArrayLike<number | string>): {
  of: Int32Array;
  count: number;
} {
  const numbers = new Map<number | string, number>();
  const of = Int32Array.from({ length: labels.length }, (_, i) => {
    const label = labels[i]!;
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

/**
 * One draw of the Poisson bootstrap over clusters: writes into `out` how often each point counts.
 * The points of a cluster rise and fall together, and each cluster takes exactly one number from
 * the stream, so that two analyses that share the stream's name and the clusters also share the
 * weights.
 */
export function drawClusterWeights(
  stream: Stream,
  clusters: { of: Int32Array; count: number },
  out: Float64Array,
): void {
  const counts = new Float64Array(clusters.count);
  for (let c = 0; c < clusters.count; c += 1) counts[c] = stream.poisson();
  for (let i = 0; i < clusters.of.length; i += 1) out[i] = counts[clusters.of[i]!]!;
}

/**
 * Interval between the quantiles of the draws at (1 ± level) / 2. NaN draws are left out and
 * counted.
 */
export function percentileInterval(draws: ArrayLike<number>, level: number): BootstrapInterval {
  checkLevel('percentileInterval', level);
  return between(draws, (1 - level) / 2, (1 + level) / 2);
}

/**
 * Bias-corrected and accelerated interval (B. Efron, Journal of the American Statistical
 * Association 82 (1987), 171–185): shifts the quantiles by the draws' bias around `estimate` and by
 * the skewness of `leftOut`, the estimates with one cluster left out each. With all draws on one
 * side of the estimate the correction is unbounded, and the plain percentile interval is returned
 * with `converged: false` and the reason.
 */
export function bcaInterval(
  draws: ArrayLike<number>,
  estimate: number,
  leftOut: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  checkLevel('bcaInterval', level);
  let below = 0;
  let used = 0;
  for (let i = 0; i < draws.length; i += 1) {
    if (Number.isNaN(draws[i]!)) continue;
    used += 1;
    if (draws[i]! < estimate) below += 1;
    else if (draws[i]! === estimate) below += 0.5;
  }
  const bias = normalQuantile(below / used);
  const acceleration = skewnessOf(leftOut);
  if (!(Math.abs(bias) < Infinity) || !(Math.abs(acceleration) < Infinity)) {
    const plain = between(draws, (1 - level) / 2, (1 + level) / 2);
    return {
      ...plain,
      converged: false,
      reason: 'the correction is unbounded: plain percentile interval',
    };
  }
  const shifted = (p: number) => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - acceleration * z));
  };
  return between(draws, shifted((1 - level) / 2), shifted((1 + level) / 2));
}

/** Σ d³ / (6 (Σ d²)^1.5) of the deviations d = mean − value. */
function skewnessOf(values: ArrayLike<number>): number {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += values[i]! / n;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i += 1) {
    const d = mean - values[i]!;
    squares += d * d;
    cubes += d * d * d;
  }
  return squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
}

function between(draws: ArrayLike<number>, from: number, to: number): BootstrapInterval {
  const sorted = Float64Array.from(draws)
    .filter((draw) => !Number.isNaN(draw))
    .sort();
  const undefinedDraws = draws.length - sorted.length;
  const converged = sorted.length >= FEWEST_DRAWS;
  return {
    low: percentile(sorted, from),
    high: percentile(sorted, to),
    draws: sorted.length,
    undefinedDraws,
    converged,
    reason: converged
      ? `${sorted.length} draws`
      : `only ${sorted.length} draws gave a number; ${FEWEST_DRAWS} are needed`,
  };
}

function checkLevel(name: string, level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(
      `${name}: level is ${level}; it must lie between 0 and 1, for example 0.9`,
    );
}
