import { expect, test } from 'vitest';
import { designOf, simulateEstimators, simulateSet } from '../../src/lib/nullSimulation.ts';
import type { TrendPoints } from '../../src/lib/trend.ts';

/** 60 models of 20 families, evenly spread over 600 days. */
const days: TrendPoints = {
  x: Float64Array.from({ length: 60 }, (_, i) => 10 * i),
  y: new Float64Array(60),
  family: Int32Array.from({ length: 60 }, (_, i) => i % 20),
};
const design = { points: days, familySpread: 0.5, modelSpread: 0.5 };
const still = simulateEstimators(design, 0, { sets: 200, resamples: 0, seed: 1 });
const of = (id: string) => still.estimators.find(({ estimator }) => estimator === id);

test('with no growth the quantile line and the all-models line show none', () => {
  // standard error of a mean of 200 sets; four of them
  for (const id of ['tau90', 'all-models']) {
    const found = of(id);
    const slopes = found?.slopes ?? [];
    const mean = found?.mean ?? Number.NaN;
    const sd = Math.sqrt(
      slopes.reduce((sum, slope) => sum + (slope - mean) ** 2, 0) / slopes.length,
    );
    expect(Math.abs(mean)).toBeLessThan((4 * sd) / Math.sqrt(slopes.length));
  }
});

test('with no growth the running maximum still rises, in nearly every set', () => {
  const slopes = of('running-maximum')?.slopes ?? [];
  expect(slopes.filter((slope) => slope > 0).length / slopes.length).toBeGreaterThan(0.99);
  expect(still.records.r2).toBeGreaterThan(0.5); // 0.58 to 0.78 in an independent simulation
});

test('designOf recovers the spreads that made the residuals', () => {
  const big: TrendPoints = {
    x: Float64Array.from({ length: 4000 }, (_, i) => i),
    y: new Float64Array(4000),
    family: Int32Array.from({ length: 4000 }, (_, i) => i % 1000),
  };
  const made = simulateSet({ points: big, familySpread: 0.8, modelSpread: 0.3 }, 0.001, 7, 'made');
  const { familySpread, modelSpread } = designOf(made);
  expect(familySpread).toBeCloseTo(0.8, 1); // 1000 families: error of a standard deviation ≈ 2 %
  expect(modelSpread).toBeCloseTo(0.3, 1);
});

test('equal seeds give equal sets', () => {
  const made = (seed: number) => simulateSet(design, 0.005, seed, 'a').y;
  expect(made(3)).toEqual(made(3));
  expect(made(3)).not.toEqual(made(4));
});
