/** What the pairs of compressed models and parents say, cut in other ways than the test does. */
import { LEVEL } from '../choices.ts';
import { normalQuantile } from '../numerics/distributions.ts';
import { exp } from '../numerics/elementary.ts';
import { medianOf } from './clusters.ts';
import type { Pair } from './pairs.ts';

/** Pairs that decide the claim: pruned or distilled, compared by density. */
export function decidingPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(({ method, by }) => method !== 'quantisation' && by !== 'perplexity');
}

/** Density of the child over density of the parent with its 90 % interval; null without densities. */
export function ratioOfPair({ lnRatio, standardError }: Pair): {
  ratio: number;
  interval: readonly [number, number] | null;
} | null {
  if (lnRatio === null) return null;
  if (standardError === null) return { ratio: exp(lnRatio), interval: null };
  const reach = normalQuantile(0.5 + LEVEL / 2) * standardError;
  return { ratio: exp(lnRatio), interval: [exp(lnRatio - reach), exp(lnRatio + reach)] };
}

/** Pairs by how much of the parent is left, with the median of their ratios. */
export interface SizeHalf {
  pairs: number;
  loses: number;
  median: number | null;
}

/** The deciding pairs, parted at a child of so much of the parent's size. */
export function partBySize(pairs: readonly Pair[], at = 0.5): { small: SizeHalf; large: SizeHalf } {
  const describe = (part: readonly Pair[]): SizeHalf => {
    const values = part.flatMap(({ lnRatio }) => (lnRatio === null ? [] : [lnRatio]));
    return {
      pairs: part.length,
      loses: part.filter(({ direction }) => direction === 'loses').length,
      median: values.length > 0 ? exp(medianOf(values)) : null,
    };
  };
  const deciding = decidingPairs(pairs);
  return {
    small: describe(deciding.filter(({ sizeRatio }) => sizeRatio <= at)),
    large: describe(deciding.filter(({ sizeRatio }) => sizeRatio > at)),
  };
}

/** Deciding pairs whose own interval excludes one, on either side. */
export function clearPairs(pairs: readonly Pair[]): { lose: Pair[]; gain: Pair[] } {
  const deciding = decidingPairs(pairs).map((pair) => ({ pair, ratio: ratioOfPair(pair) }));
  const pick = (isClear: (interval: readonly [number, number]) => boolean) =>
    deciding.flatMap(({ pair, ratio }) =>
      ratio?.interval && isClear(ratio.interval) ? [pair] : [],
    );
  return { lose: pick(([, high]) => high < 1), gain: pick(([low]) => low > 1) };
}
