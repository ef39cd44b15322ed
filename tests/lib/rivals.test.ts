import { expect, test } from 'vitest';
import { makeStream } from '../../src/lib/numerics/random.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { scoreRivals } from '../../src/lib/rivals.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

/** Models along a curve of ln ρ, with noise. */
function fieldAlong(curve: (day: number) => number) {
  const stream = makeStream(3, 'rivals');
  const models = growingModels(0, 120, 40).map((model, i) => ({
    ...model,
    day: 10 * i,
    density: Math.exp(curve(10 * i) + 0.3 * stream.normal()),
  }));
  return madeUpData(models);
}

const options = { horizon: 91, from: null, draws: 200 };
const choices = { withoutFamily: 'Ruler' };

test('on straight growth the exponential is beaten surely by none and beats standstill', () => {
  const report = scoreRivals(
    fieldAlong((day) => -3 + 0.004 * day),
    choices,
    options,
  );
  expect(report.isSurelyBetter).toBe(false);
  const constant = report.scores.find(({ shape }) => shape === 'constant');
  expect(constant?.logDifference?.interval[1]).toBeLessThan(0);
  expect(constant?.checkDifference?.interval[0]).toBeGreaterThan(0);
});

test('on growth that levels off the exponential loses', () => {
  const report = scoreRivals(
    fieldAlong((day) => -3 + 4 / (1 + Math.exp(-0.01 * (day - 400)))),
    choices,
    options,
  );
  expect(['logistic', 'quadratic', 'unknown-break']).toContain(report.best);
  expect(report.isSurelyBetter).toBe(true);
});

test('a shape that can never be fitted has no score', () => {
  const report = scoreRivals(
    fieldAlong(() => -2),
    choices,
    options,
  );
  const broken = report.scores.find(({ shape }) => shape === 'known-break');
  expect(broken).toMatchObject({ forecasts: 0, logScore: null, logDifference: null });
  expect(broken?.standIns).toBe(report.origins.length);
});

test('no forecast sees the models it is scored on: later models leave earlier scores as they are', () => {
  const data = fieldAlong((day) => -3 + 0.004 * day);
  const whole = scoreRivals(data, choices, options);
  const cut = scoreRivals(data, { ...choices, asOf: '2025-06-30' }, options);
  expect(cut.origins).toEqual(whole.origins.filter((origin) => origin < '2025-06-30'));
  expect(cut.scores[1]?.forecasts).toBeLessThan(whole.scores[1]?.forecasts ?? 0);
});

test('too few models give no origin, no score and no error', () => {
  const report = scoreRivals(madeUpData(growingModels(0.004, 9, 9)), choices, options);
  expect(report).toMatchObject({ origins: [], best: null, isSurelyBetter: false });
  expect(() => scoreRivals(madeUpData([]), { ruler: 'none' }, options)).toThrow(RefusalError);
});
