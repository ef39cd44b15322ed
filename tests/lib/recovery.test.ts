import { expect, test } from 'vitest';
import { recoverGrowth } from '../../src/lib/recovery.ts';
import { makeStream } from '../../src/lib/numerics/random.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const stream = makeStream(9, 'recovery');
const data = madeUpData(
  growingModels(0.004, 60, 30).map((model) => ({
    ...model,
    density: model.density * Math.exp(0.6 * stream.normal()),
  })),
);
const options = { rate: 0.004, noise: 1, sets: 40, draws: 60 };

test('the known growth comes back, and most intervals hold it', () => {
  const { estimators, models, refused } = recoverGrowth(data, {}, options);
  expect(models).toBe(60);
  expect(refused).toBe(0);
  const tau90 = estimators.find(({ estimator }) => estimator === 'tau90');
  const error = (tau90?.deviation ?? 0) / Math.sqrt(options.sets);
  expect(Math.abs((tau90?.mean ?? 0) - 0.004)).toBeLessThan(4 * error + 0.0002);
  // 40 sets: three standard errors below 90 % are 76 %
  expect(tau90?.coverage).toBeGreaterThan(0.76);
});

test('the running maximum rises where nothing grows', () => {
  const { estimators } = recoverGrowth(data, {}, { ...options, rate: 0, sets: 20 });
  const record = estimators.find(({ estimator }) => estimator === 'running-maximum');
  expect(record?.mean).toBeGreaterThan(0.0005);
  expect(record?.coverage).toBe(0);
});

test('equal seeds make equal worlds, another seed others', () => {
  const few = { ...options, sets: 3, draws: 30 };
  const text = (seed: number) =>
    JSON.stringify(recoverGrowth(data, {}, { ...few, seed }).estimators);
  expect(text(1)).toBe(text(1));
  expect(text(1)).not.toBe(text(2));
});
