import { expect, test } from 'vitest';
import { makeStream } from '../../src/lib/numerics/random.ts';
import { fitShape, shapeIds } from '../../src/lib/shapes.ts';

const days = Float64Array.from({ length: 80 }, (_, i) => -600 + 20 * i);
const along = (curve: (day: number) => number, noise = 0) => {
  const stream = makeStream(1, 'shapes');
  return days.map((day) => curve(day) + noise * stream.normal());
};

const truths = {
  constant: () => 2,
  exponential: (day: number) => 1 + 0.004 * day,
  'known-break': (day: number) => 1 + 0.001 * day + 0.005 * Math.max(0, day + 100),
  'unknown-break': (day: number) => 1 + 0.001 * day + 0.005 * Math.max(0, day - 200),
  quadratic: (day: number) => 1 + 0.002 * day + 1e-6 * day * day,
  logistic: (day: number) => -2 + 4 / (1 + Math.exp(-0.008 * (day - 150))),
};

test.each(shapeIds)(
  'the shape %s recovers a curve of its own kind, also beyond the points',
  (id) => {
    const fit = fitShape(id, days, along(truths[id]), -100);
    for (const day of [-500, 0, 900, 1400]) {
      expect(fit?.predict(day).mean).toBeCloseTo(truths[id](day), 5);
    }
  },
);

test('the deviation foretold is that of the residuals among the points and grows beyond them', () => {
  const fit = fitShape('exponential', days, along(truths.exponential, 0.5), 0);
  const inside = fit?.predict(200).deviation ?? 0;
  expect(inside).toBeGreaterThan(0.4); // 80 residuals of deviation 0.5
  expect(inside).toBeLessThan(0.6);
  expect(fit?.predict(3000).deviation).toBeGreaterThan(inside);
});

test('a known break without points before it has no fit', () => {
  expect(fitShape('known-break', days, along(truths.exponential), -700)).toBeNull();
});

test('a straight line shows no levelling off: the logistic has no fit or stays near it', () => {
  const fit = fitShape('logistic', days, along(truths.exponential), 0);
  if (fit) expect(fit.predict(950).mean).toBeCloseTo(truths.exponential(950), 1);
});
