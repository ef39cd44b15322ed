import { describe, expect, test } from 'vitest';
import {
  clearPairs,
  decidingPairs,
  partBySize,
  ratioOfPair,
} from '../../../src/lib/claims/compressionSummary.ts';
import type { Pair } from '../../../src/lib/claims/pairs.ts';

const pair = (child: string, change: Partial<Pair>) =>
  ({
    child,
    method: 'pruning',
    sizeRatio: 0.5,
    lnRatio: Math.log(0.5),
    standardError: 0.2,
    direction: 'loses',
    by: 'density',
    ...change,
  }) as Pair;

const pairs = [
  pair('a', {}),
  pair('b', { sizeRatio: 0.8, lnRatio: Math.log(2), direction: 'gains' }),
  pair('c', { sizeRatio: 0.2, lnRatio: Math.log(0.125), standardError: 2 }),
  pair('d', { sizeRatio: 0.9, lnRatio: null, standardError: null, by: 'chance' }),
  pair('quantised', { method: 'quantisation', sizeRatio: 1 }),
  pair('by perplexity', { by: 'perplexity' }),
];

test('quantised models and those known by perplexity do not decide', () => {
  expect(decidingPairs(pairs).map(({ child }) => child)).toEqual(['a', 'b', 'c', 'd']);
});

test('parted by size, each part has its count, its losses and the median of its ratios', () => {
  const { small, large } = partBySize(pairs);
  expect(small).toMatchObject({ pairs: 2, loses: 2 });
  expect(small.median).toBeCloseTo(0.25, 12);
  expect(large).toMatchObject({ pairs: 2, loses: 1 });
  expect(large.median).toBeCloseTo(2, 12);
  expect(partBySize([]).small).toEqual({ pairs: 0, loses: 0, median: null });
});

describe('a pair’s own interval', () => {
  test('reaches 1.645 standard errors to either side', () => {
    const ratio = ratioOfPair(pair('a', {}));
    expect(ratio?.ratio).toBeCloseTo(0.5, 12);
    expect(ratio?.interval?.[0]).toBeCloseTo(0.5 * Math.exp(-1.6448536 * 0.2), 6);
    expect(ratio?.interval?.[1]).toBeCloseTo(0.5 * Math.exp(1.6448536 * 0.2), 6);
  });

  test('is missing where there is no density or no error', () => {
    expect(ratioOfPair(pair('d', { lnRatio: null }))).toBeNull();
    expect(ratioOfPair(pair('e', { standardError: null }))?.interval).toBeNull();
  });

  test('tells the clear losses and gains from the rest', () => {
    const { lose, gain } = clearPairs(pairs);
    expect(lose.map(({ child }) => child)).toEqual(['a']);
    expect(gain.map(({ child }) => child)).toEqual(['b']);
  });
});
