import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from './distributions.ts';

/**
 * A seeded sequence of draws. Two streams made from the same seed and name give the same draws:
 * common random numbers.
 */
export interface Stream {
  /** Uniform on the open interval (0, 1), 52 random bits: never 0, never 1. */
  uniform(): number;
  /** Standard normal, by inversion: one draw of `uniform` each, so variants stay in step. */
  normal(): number;
  /**
   * Poisson with mean 1 (the weight of a cluster in a Poisson bootstrap), by inversion of one
   * `uniform`.
   */
  poisson(): number;
}

/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 units, then Murmur3's finaliser): an unsigned
 * integer, equal on every machine.
 */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return scramble(hash ^ text.length);
}

/**
 * The stream of draws called `name` under `seed`. Streams of other names or seeds start from
 * unrelated states of a generator with period 2^128 − 1 (xoroshiro128+ of pure-rand), so a new
 * analysis never changes the draws of an old one. Throws a RangeError when the seed is not a safe
 * integer.
 */
export function makeStream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`makeStream: seed is ${seed}; give a whole number such as 20250101`);
  const low = seed | 0;
  const high = Math.floor(seed / 4294967296) | 0;
  const label = hashString(name);
  const state: number[] = [];
  let word = scramble(low ^ scramble(high ^ 0x5851f42d));
  for (let i = 0; i < 4; i += 1) {
    word = scramble((word + 0x9e3779b9) | 0);
    state.push(
      (word ^ scramble(label + Math.imul(i + 1, 0x85ebca6b)) ^ hashString(`${i}/${name}`)) | 0,
    );
  }
  if (!state.some((part) => part !== 0)) state[0] = 1; // the one state the generator cannot leave
  const generator = xoroshiro128plusFromState(state);
  for (let i = 0; i < 8; i += 1) generator.next();
  // The generator's lowest bits are its weakest; the six lowest of each word are dropped.
  const uniform = () =>
    ((generator.next() >>> 6) * 67108864 + (generator.next() >>> 6) + 0.5) * 2.220446049250313e-16;
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    poisson: () => poissonQuantile(uniform()),
  };
}

/**
 * Cumulative probabilities of the Poisson distribution with mean 1; the rest beyond 20 is below
 * 1e-19.
 */
const poissonCumulative = new Float64Array(20);
for (let k = 0, mass = 0.36787944117144233, sum = 0; k < 20; k += 1) {
  sum += mass;
  poissonCumulative[k] = sum;
  mass /= k + 1;
}

function poissonQuantile(u: number): number {
  let k = 0;
  while (k < 20 && u > poissonCumulative[k]!) k += 1;
  return k;
}

function scramble(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
