import { describe, expect, test } from 'vitest';
import {
  normalQuantile,
  percentile,
  weightedQuantile,
} from '../../../src/lib/numerics/distributions.ts';
import { erfc, normalCdf } from '../../../src/lib/numerics/errorFunction.ts';
import {
  binomialCdf,
  binomialQuantile,
  fisherQuantile,
  fisherUpper,
  studentCdf,
  studentQuantile,
  studentTwoSided,
} from '../../../src/lib/numerics/probabilities.ts';
import { expectClose, readFixture } from './fixture.ts';

const scipy = readFixture<
  Record<'studentCdf' | 'studentTwoSided' | 'studentQuantile', [number, number, number][]> &
    Record<
      'fisherUpper' | 'fisherQuantile' | 'binomialCdf' | 'binomialQuantile',
      [number, number, number, number][]
    > & {
      percentile: { values: number[]; p: number; quantile: number }[];
      weightedQuantile: { values: number[]; weights: number[]; p: number; quantile: number }[];
    }
>('distributions');
const exact =
  readFixture<Record<'normalQuantile' | 'normalCdf', [number, number, number][]>>('elementary');

describe('against scipy', () => {
  test('Student probabilities and quantiles', () => {
    for (const [t, freedom, value] of scipy.studentCdf)
      expectClose(studentCdf(t, freedom), value, 1e-12);
    for (const [t, freedom, value] of scipy.studentTwoSided)
      expectClose(studentTwoSided(t, freedom), value, 1e-12);
    for (const [p, freedom, value] of scipy.studentQuantile)
      expectClose(studentQuantile(p, freedom), value, 1e-12);
  });

  test('F probabilities in the upper tail, and quantiles', () => {
    for (const [f, a, b, value] of scipy.fisherUpper)
      expectClose(fisherUpper(f, a, b), value, 1e-12);
    for (const [p, a, b, value] of scipy.fisherQuantile)
      expectClose(fisherQuantile(p, a, b), value, 1e-11);
    expectClose(fisherUpper(40, 4, 100), 5.7e-20, 0.01); // where 1 − P(F ≤ f) would be 0
  });

  test('binomial probabilities and quantiles', () => {
    for (const [k, n, p, value] of scipy.binomialCdf)
      expectClose(binomialCdf(k, n, p), value, 1e-11);
    for (const [level, n, p, value] of scipy.binomialQuantile)
      expect(binomialQuantile(level, n, p)).toBe(value);
  });

  test('sample quantiles of type 7, plain and weighted', () => {
    for (const { values, p, quantile } of scipy.percentile)
      expectClose(percentile(values, p), quantile, 1e-14, 1e-3);
    for (const { values, weights, p, quantile } of scipy.weightedQuantile) {
      expect(weightedQuantile(values, weights, p)).toBe(quantile);
    }
  });
});

describe('against 50 digits', () => {
  test('the normal quantile', () => {
    for (const [p, value] of exact.normalQuantile)
      expectClose(normalQuantile(p), value, 1e-15, 1e-16);
  });

  test('the normal probability, deep into the tail', () => {
    for (const [x, value] of exact.normalCdf) expectClose(normalCdf(x), value, 1e-15 * (1 + x * x));
  });
});

describe('edges', () => {
  test('the normal quantile at the ends and outside', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
    expect(normalQuantile(0.96875)).toBe(-normalQuantile(0.03125));
  });

  test('the error function at the ends', () => {
    expect(erfc(0)).toBe(1);
    expect(erfc(30)).toBe(0);
    expect(erfc(-30)).toBe(2);
    expect(erfc(Number.NaN)).toBeNaN();
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
  });

  test('an F of 0 or less has probability 1, an infinite one 0', () => {
    expect([fisherUpper(0, 2, 9), fisherUpper(-1, 2, 9), fisherUpper(Infinity, 2, 9)]).toEqual([
      1, 1, 0,
    ]);
    expect([fisherQuantile(0, 2, 9), fisherQuantile(1, 2, 9)]).toEqual([0, Infinity]);
    expect(fisherQuantile(2, 2, 9)).toBeNaN();
  });

  test('the square of Student is F with one degree', () => {
    expectClose(fisherUpper(4, 1, 17), studentTwoSided(2, 17), 1e-13);
  });

  test('a binomial probability outside the possible counts is 0 or 1', () => {
    expect([binomialCdf(-1, 5, 0.3), binomialCdf(5, 5, 0.3), binomialCdf(2.7, 5, 0.3)]).toEqual([
      0,
      1,
      binomialCdf(2, 5, 0.3),
    ]);
    expect(binomialQuantile(1.5, 5, 0.3)).toBeNaN();
  });

  test('one value is every quantile of itself, no value has none', () => {
    expect(percentile([3], 0.9)).toBe(3);
    expect(percentile([], 0.5)).toBeNaN();
    expect(percentile([-Infinity, 1, Infinity, Infinity], 0.5)).toBe(Infinity);
    expect(percentile([-Infinity, 1, 2, Infinity], 0.1)).toBe(-Infinity);
    expect(percentile([-Infinity, 1, Infinity], 0.5)).toBe(1);
    expect(weightedQuantile([3, 8], [0, 0], 0.5)).toBeNaN();
    expect(weightedQuantile([8, 3, 5], [0, 1, 0], 1)).toBe(3);
    expect(weightedQuantile([1, 2, 3, 4], [1, 1, 1, 1], 0.5)).toBe(2);
  });

  test('a level outside [0, 1] and lists of different lengths are refused', () => {
    expect(() => percentile([1, 2], 1.01)).toThrow(/must lie in/);
    expect(() => percentile([1, 2], Number.NaN)).toThrow(RangeError);
    expect(() => weightedQuantile([1, 2], [1], 0.5)).toThrow(/2 values but 1 weights/);
    expect(() => weightedQuantile([1], [1], -1)).toThrow(RangeError);
  });
});
