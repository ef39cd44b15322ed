import { describe, expect, test } from 'vitest';
import { chipSums, doublingDaysOf } from '../../../src/lib/claims/chipArithmetic.ts';
import { readData } from '../../../src/build/readData.ts';

const data = readData('data');

describe('the preprint’s sum of density and chips', () => {
  const sums = chipSums(data);

  // 1 / (1/99.02 + 1/767.03) with 0.007 a day and 2.1 years: the preprint prints 88.
  test('gives its 88 days from its own two values', () => {
    expect(sums[0]?.densityDays).toBeCloseTo(99.02, 2);
    expect(sums[0]?.chipDays).toBeCloseTo(767.03, 2);
    expect(sums[0]?.days).toBeCloseTo(87.7, 1);
  });

  test('hardly moves with the term for chips, as long as density is the faster by far', () => {
    const [first] = sums;
    const sameDensity = sums.filter(({ density }) => density.id === first?.density.id);
    expect(sameDensity.length).toBe(4);
    const days = sameDensity.map((sum) => sum.days);
    expect(Math.max(...days) - Math.min(...days)).toBeLessThan(6);
  });

  test('is always shorter than either term', () => {
    for (const { days, densityDays, chipDays } of sums) {
      expect(days).toBeLessThan(Math.min(densityDays, chipDays));
    }
  });
});

test.each([
  [95, 'days', 95],
  [3.5, 'months of 30 days', 105],
  [2, 'years', 730.5],
  [18, 'months', 547.875],
])('%d %s are %d days', (value, unit, days) => {
  expect(doublingDaysOf({ id: 'x', value, unit })).toBeCloseTo(days, 10);
});

test('a unit that is no time is refused', () => {
  expect(() => doublingDaysOf({ id: 'x', value: 1, unit: 'models' })).toThrow('models');
});
