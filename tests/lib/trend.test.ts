import { expect, test } from 'vitest';
import {
  describeDoubling,
  doublingTime,
  fitTrend,
  frontier,
  refuseTrend,
} from '../../src/lib/trend.ts';
import type { TrendPoints } from '../../src/lib/trend.ts';

function points(rows: readonly (readonly [number, number, number?])[]): TrendPoints {
  return {
    x: Float64Array.from(rows, ([x]) => x),
    y: Float64Array.from(rows, ([, y]) => y),
    family: Int32Array.from(rows, (row, i) => row[2] ?? i),
  };
}

test.each([
  [0.0073, 94.95], // the preprint's A and "about 95 days"
  [0.007, 99.02], // the preprint's highlights, 3.3 months of 30 days
  [0.0066, 105.02], // 3.5 months of 30 days
])('a growth of %d a day doubles in %d days', (rate, days) => {
  expect(doublingTime(rate)).toBeCloseTo(days, 2); // ln 2 / A
});

test('an interval of the slope turns into one of the doubling time, ends exchanged', () => {
  const doubling = describeDoubling(0.005, [0.004, 0.0073]);
  expect(doubling.status).toBe('bounded');
  if (doubling.status !== 'bounded' || !doubling.interval) return;
  expect(doubling.interval[0]).toBeCloseTo(94.95, 2);
  expect(doubling.interval[1]).toBeCloseTo(173.29, 2); // ln 2 / 0.004
});

test('an interval that holds zero has no doubling time, only the least one', () => {
  expect(describeDoubling(0.001, [-0.001, 0.003])).toMatchObject({ status: 'unbounded' });
  expect(describeDoubling(0.001, [0, 0.003]).status).toBe('unbounded');
  expect(describeDoubling(-0.002, [-0.003, -0.001])).toMatchObject({
    status: 'unbounded',
    atLeast: null,
  });
});

test('frontier keeps what was denser than all before, one a day', () => {
  const rows = points([
    [0, 1],
    [5, 0.5],
    [9, 2],
    [9, 3],
    [12, 3],
    [20, 4],
  ]);
  expect(frontier(rows)).toEqual([0, 3, 5]);
});

test('frontier passes over points of weight zero', () => {
  expect(
    frontier(
      points([
        [0, 5],
        [1, 1],
        [2, 2],
      ]),
      [0, 1, 1],
    ),
  ).toEqual([1, 2]);
});

test('the running maximum is least squares through the records', () => {
  // records (0, 0), (1, 1), (3, 2): Sxy = 3, Sxx = 14/3
  const line = fitTrend(
    points([
      [0, 0],
      [1, 1],
      [2, -5],
      [3, 2],
    ]),
    'running-maximum',
  );
  expect(line?.slope).toBeCloseTo(9 / 14, 12);
  expect(line?.points).toBe(3);
});

test('whole weights count a point so many times', () => {
  const rows = points([
    [0, 0],
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
  ]);
  const weights = [1, 2, 0, 3, 1];
  const repeated = points(
    [0, 1, 3, 4].flatMap((i) =>
      Array.from(
        { length: weights[i] as number },
        () => [rows.x[i] as number, rows.y[i] as number] as const,
      ),
    ),
  );
  for (const estimator of ['tau90', 'tau95', 'all-models'] as const) {
    expect(fitTrend(rows, estimator, weights)?.slope).toBeCloseTo(
      fitTrend(repeated, estimator)?.slope ?? Number.NaN,
      12,
    );
  }
});

test('nine in ten points lie on or below the line at τ = 0.9', () => {
  const rows = points(Array.from({ length: 100 }, (_, i) => [i, ((i * 37) % 100) / 10] as const));
  const line = fitTrend(rows, 'tau90');
  const above = [...rows.y].filter(
    (y, i) => y > (line?.intercept ?? 0) + (line?.slope ?? 0) * (rows.x[i] as number) + 1e-9,
  );
  expect(above.length).toBeLessThanOrEqual(10); // n (1 − τ), Koenker & Bassett 1978, theorem 3.4
});

test.each([
  [
    'too-few-models',
    'tau90',
    points([
      [0, 1],
      [1, 2],
    ]),
  ],
  [
    'too-few-families',
    'tau90',
    points(Array.from({ length: 20 }, (_, i) => [i, i, i % 3] as const)),
  ],
  ['one-day', 'all-models', points(Array.from({ length: 20 }, (_, i) => [7, i] as const))],
  ['too-few-models', 'tau95', points(Array.from({ length: 20 }, (_, i) => [i, i] as const))],
  [
    'too-few-records',
    'running-maximum',
    points(Array.from({ length: 20 }, (_, i) => [i, -i] as const)),
  ],
] as const)('%s: refused with a whole sentence (%s)', (code, estimator, rows) => {
  const refusal = refuseTrend(rows, estimator);
  expect(refusal?.code).toBe(code);
  expect(refusal?.sentence).toMatch(/^[A-Z].*\.$/);
});
