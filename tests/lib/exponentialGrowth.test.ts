import { describe, expect, test } from 'vitest';
import type { GrowthPoint } from '../../src/lib/exponentialGrowth.ts';
import {
  decimalYear,
  doublingOf,
  fitEdge,
  fitGrowth,
  valueIn,
  yearlyFactor,
} from '../../src/lib/exponentialGrowth.ts';

/** Twelve values that double every two years; `noise` multiplies every other one. */
function doublingEveryTwoYears(noise = 1): GrowthPoint[] {
  return Array.from({ length: 12 }, (_, i) => ({
    name: `point ${i}`,
    year: 2000 + i,
    value: 5 * 2 ** (i / 2) * (i % 2 === 0 ? noise : 1),
    cluster: `cluster ${i % 6}`,
  }));
}

describe('growth over years', () => {
  test('is recovered with the doubling time that made the points', () => {
    const { growth } = fitGrowth(doublingEveryTwoYears());
    if (!growth) throw new Error('refused');
    // ln 2 / 2 a year: closed form.
    expect(growth.slope).toBeCloseTo(Math.LN2 / 2, 12);
    expect(doublingOf(growth)).toMatchObject({ status: 'bounded' });
    expect(valueIn(growth, 2004)).toBeCloseTo(20, 9);
    expect(yearlyFactor(growth)).toBeCloseTo(Math.SQRT2, 12);
    expect(growth).toMatchObject({ points: 12, clusters: 6, from: 2000, to: 2011 });
  });

  test('does not change its rate with the unit, and shifts with the years', () => {
    const points = doublingEveryTwoYears(1.3);
    const moved = points.map((point) => ({
      ...point,
      year: point.year + 30,
      value: point.value * 1e6,
    }));
    const [here, there] = [fitGrowth(points).growth, fitGrowth(moved).growth];
    expect(there?.slope).toBeCloseTo(here?.slope ?? Number.NaN, 10);
    expect(there?.slopeInterval[0]).toBeCloseTo(here?.slopeInterval[0] ?? Number.NaN, 10);
  });

  test('has an interval that holds the truth where every other value is too high', () => {
    const { growth } = fitGrowth(doublingEveryTwoYears(1.3));
    const [low, high] = growth?.slopeInterval ?? [0, 0];
    expect(low).toBeLessThan(Math.LN2 / 2);
    expect(high).toBeGreaterThan(Math.LN2 / 2);
    expect(high - low).toBeGreaterThan(0);
  });

  test('at the edge follows the upper points', () => {
    const points = Array.from({ length: 40 }, (_, i) => ({
      name: `point ${i}`,
      year: 2000 + i / 4,
      value: 2 ** (i / 8) * (i % 4 === 0 ? 8 : 1),
      cluster: `cluster ${i % 10}`,
    }));
    const { growth } = fitEdge(points, 200, 7);
    if (!growth) throw new Error('refused');
    expect(growth.slope).toBeCloseTo(Math.LN2 / 2, 9);
    expect(valueIn(growth, 2000)).toBeCloseTo(8, 9);
    expect(fitEdge(points, 200, 7)).toEqual(fitEdge(points, 200, 7));
  });

  test.each([
    ['too few points', doublingEveryTwoYears().slice(0, 7), /8 points .* there are 7 in 6/],
    [
      'too few groups',
      doublingEveryTwoYears().map((point) => ({ ...point, cluster: 'one' })),
      /12 in 1 /,
    ],
    [
      'one day',
      doublingEveryTwoYears().map((point) => ({ ...point, year: 2000 })),
      /over 0 years\./,
    ],
    ['nothing', [], /there are 0 in 0/],
  ])('is refused in words for %s', (_, points, words) => {
    expect(fitGrowth(points).growth).toBeNull();
    expect(fitGrowth(points).refusal).toMatch(words);
    expect(fitEdge(points, 100, 1).refusal).toMatch(words);
  });
});

describe('a doubling time', () => {
  const extent = { points: 9, clusters: 9, from: 2000, to: 2010, intercept: 0 };

  test('turns the ends of the slope around', () => {
    const growth = { ...extent, slope: Math.LN2, slopeInterval: [Math.LN2 / 2, 2 * Math.LN2] };
    expect(doublingOf(growth as never)).toEqual({
      status: 'bounded',
      years: 1,
      interval: [0.5, 2],
    });
  });

  test('is unbounded where standstill is not excluded', () => {
    const held = { ...extent, slope: 0.1, slopeInterval: [-0.1, Math.LN2] as [number, number] };
    expect(doublingOf(held)).toEqual({ status: 'unbounded', atLeast: 1 });
    const fall = { ...extent, slope: -0.3, slopeInterval: [-0.5, -0.1] as [number, number] };
    expect(doublingOf(fall)).toEqual({ status: 'unbounded', atLeast: null });
  });
});

test.each([
  ['2024', 2024.5],
  ['2024-01-01', 2024],
  ['2023-07-02', 2023 + 182 / 365],
  ['2024-12', 2024 + 349 / 366],
])('%s stands at %d', (date, year) => {
  expect(decimalYear(date)).toBeCloseTo(year, 12);
});
