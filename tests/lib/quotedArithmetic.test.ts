import { describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import { readData } from '../../src/build/readData.ts';
import {
  eraSlopes,
  halvingDays,
  milestone,
  shareLeft,
  yearOfHalving,
} from '../../src/lib/quotedArithmetic.ts';

const data = readData(resolve(import.meta.dirname, '../../data'));

describe('halvingDays', () => {
  it('is a third of the time in which something falls to an eighth', () => {
    expect(halvingDays(8, 300)).toBeCloseTo(100, 12);
  });

  it('undoes shareLeft', () => {
    expect(halvingDays(1 / shareLeft(365, 100), 365)).toBeCloseTo(100, 10);
  });

  it.each([1, 0.5, Number.NaN])('refuses a ratio of %d, which does not fall', (ratio) => {
    expect(() => halvingDays(ratio, 10)).toThrow(RangeError);
  });
});

// Closed forms: 2^(365/100) = 12.55; ln 2 / 0.0048 = 144.4 days; 1344 days / log2(72.9) = 217.
describe('the quoted numbers', () => {
  it('leave 59.7 of 750 billion parameters after a year, 93.75 after three halvings', () => {
    const year = yearOfHalving(data);
    expect(1 / year.share).toBeCloseTo(12.55, 2);
    expect(year.size / 1e9).toBeCloseTo(750 / 2 ** 3.65, 9);
    expect(year.sizeByThree / 1e9).toBe(93.75);
    expect(1 / year.quotedShare).toBeCloseTo(12, 9);
  });

  it('make growth 52 % faster, and doublings of 4.8 and 3.2 months', () => {
    const slopes = eraSlopes(data);
    expect(slopes.faster).toBeCloseTo(0.52, 2);
    expect(slopes.monthsBefore).toBeCloseTo(4.81, 2);
    expect(slopes.monthsAfter).toBeCloseTo(3.17, 2);
    expect(slopes.change).toBeCloseTo(0.0025, 12);
  });

  it('halve GPT-3 in 217 days, from two models that are not equals', () => {
    const found = milestone(data);
    expect(found.ratio).toBeCloseTo(72.9, 1);
    expect(found.days).toBe(1344);
    expect(found.halvingDays).toBeCloseTo(217, 0);
    expect(found.small).toBeGreaterThan(found.large);
  });
});
