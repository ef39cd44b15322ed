import { describe, expect, it } from 'vitest';
import {
  drawEstimates,
  drawnInterval,
  familyWeights,
  medianOf,
} from '../../../src/lib/claims/clusters.ts';

const resampling = { draws: 400, seed: 7 };

describe('familyWeights', () => {
  it('lets the points of a family rise and fall together', () => {
    const weights = familyWeights(['a', 'b', 'a', 'c', 'b'], resampling);
    for (let draw = 0; draw < 50; draw++) {
      const [a, b, alsoA, , alsoB] = weights(draw);
      expect([alsoA, alsoB]).toEqual([a, b]);
    }
  });

  it('gives a family the same weight beside other families', () => {
    const alone = familyWeights(['a'], resampling);
    const among = familyWeights(['z', 'a', 'y'], resampling);
    for (let draw = 0; draw < 50; draw++) expect(among(draw)[1]).toBe(alone(draw)[0]);
  });

  it('counts a family once on average', () => {
    const weights = familyWeights(['a'], { draws: 4000, seed: 7 });
    let sum = 0;
    for (let draw = 0; draw < 4000; draw++) sum += weights(draw)[0] as number;
    expect(Math.abs(sum / 4000 - 1)).toBeLessThan(0.05); // three standard errors of Poisson(1)
  });
});

describe('drawnInterval', () => {
  it('holds the middle nine tenths of the draws', () => {
    const draws = Float64Array.from({ length: 1001 }, (_, i) => i);
    expect(drawnInterval(draws)?.[0]).toBeCloseTo(50, 9);
    expect(drawnInterval(draws)?.[1]).toBeCloseTo(950, 9);
  });

  it('is absent where more than a tenth of the draws give no number', () => {
    const draws = Float64Array.from({ length: 1000 }, (_, i) => (i < 101 ? Number.NaN : i));
    expect(drawnInterval(draws)).toBeNull();
    expect(drawnInterval(draws.map((draw, i) => (i === 0 ? 1 : draw)))).not.toBeNull();
  });

  it('is absent where an end is infinite', () => {
    expect(drawnInterval(new Float64Array(100).fill(Infinity))).toBeNull();
  });
});

describe('medianOf', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[Number.NaN, 5], 5],
    [[], Number.NaN],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});

it('drawEstimates gives every draw to the estimate', () => {
  const sums = drawEstimates(['a', 'b'], { draws: 60, seed: 1 }, ([a = 0, b = 0]) => a + b);
  expect(sums).toHaveLength(60);
  expect(new Set(sums).size).toBeGreaterThan(2);
});
