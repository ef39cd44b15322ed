import { describe, expect, test } from 'vitest';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import {
  bootstrapChange,
  type BreakShape,
  fitJoinpoint,
  searchBreak,
  testBreak,
} from '../../../src/lib/numerics/segmented.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  x: number[];
  y: number[];
  tests: { breakAt: number; shape: BreakShape; f: number; p: number; change: number }[];
  dates: number;
  largest: Record<BreakShape, { f: number; breakAt: number }>;
}
const { cases } = readFixture<{ cases: Case[] }>('segmented');

test.each(cases.map((one) => [one.x.length, one] as const))(
  'F tests of a break on %i points agree with numpy and scipy',
  (_, { x, y, tests }) => {
    for (const { breakAt, shape, f, p, change } of tests) {
      const found = testBreak(x, y, breakAt, shape);
      expectClose(found.f, f, 1e-8);
      expectClose(found.p, p, 1e-8);
      if (shape === 'joined') expectClose(fitJoinpoint(x, y, breakAt).change, change, 1e-9);
    }
  },
);

test.each(cases.map((one) => [one.x.length, one] as const))(
  'the largest F over all dates of %i points agrees with numpy',
  (_, { x, y, dates, largest }) => {
    for (const shape of ['joined', 'separate'] as const) {
      const found = searchBreak(x, y, { shape, draws: 0, seed: 1 });
      expect(found.candidates).toHaveLength(dates);
      expect(found.breakAt).toBe(largest[shape].breakAt);
      expectClose(found.supF, largest[shape].f, 1e-8);
    }
  },
);

describe('a break that is there', () => {
  const stream = makeStream(5, 'made-up break');
  const x = Array.from({ length: 60 }, (_, i) => i * 20);
  const y = x.map((t) => 0.002 * t + 0.006 * Math.max(0, t - 500) + 0.2 * stream.normal());
  const families = x.map((_, i) => `family ${i % 15}`);

  test('is estimated with its slopes, and the interval covers the truth', () => {
    const line = fitJoinpoint(x, y, 500, { clusters: families });
    expect(Math.abs(line.change - 0.006)).toBeLessThan(3 * line.standardError);
    expectClose(line.after, line.before + line.change, 1e-14);
    for (const error of [line.standardError, line.hc3Error, line.clusterError!]) {
      expect(error).toBeGreaterThan(0.0001);
      expect(error).toBeLessThan(0.001);
    }
    const interval = bootstrapChange(x, y, 500, {
      clusters: families,
      draws: 300,
      seed: 1,
      level: 0.95,
    });
    expect(interval.low).toBeLessThan(0.006);
    expect(interval.high).toBeGreaterThan(0.006);
    expect(interval.low).toBeGreaterThan(0.003);
  });

  test('is found with a small p-value', () => {
    const found = searchBreak(x, y, { shape: 'joined', draws: 199, seed: 1, clusters: families });
    expect(Math.abs(found.breakAt - 500)).toBeLessThanOrEqual(60);
    expect(found.p).toBe(1 / 200);
  });
});

describe('no break', () => {
  test('the search rejects about one data set in twenty at 5 %, the naive F far more', () => {
    const sets = 200;
    let searched = 0;
    let naive = 0;
    const stream = makeStream(9, 'no break');
    const x = Array.from({ length: 40 }, (_, i) => i * 30);
    for (let set = 0; set < sets; set += 1) {
      const y = x.map((t) => 0.003 * t + stream.normal());
      const found = searchBreak(x, y, { shape: 'joined', draws: 99, seed: set });
      if (found.p <= 0.05) searched += 1;
      if (testBreak(x, y, found.breakAt, 'joined').p <= 0.05) naive += 1;
    }
    // Binomial(200, 0.05): 99.9 % of its mass lies between 2 and 21 (scipy.stats.binom.interval(0.999, 200, 0.05)).
    expect(searched).toBeGreaterThanOrEqual(2);
    expect(searched).toBeLessThanOrEqual(21);
    expect(naive).toBeGreaterThan(searched);
  });

  test('equal seeds give equal p-values', () => {
    const { x, y } = cases[1]!;
    const once = searchBreak(x, y, { shape: 'separate', draws: 50, seed: 3 });
    expect(searchBreak(x, y, { shape: 'separate', draws: 50, seed: 3 })).toEqual(once);
  });
});

describe('refusals', () => {
  test('a break with all points on one side', () => {
    expect(fitJoinpoint([1, 2, 3, 4], [1, 2, 3, 5], 10)).toMatchObject({ converged: false });
    expect(fitJoinpoint([1, 2, 3, 4], [1, 2, 3, 5], 10).reason).toMatch(
      /no break can be fitted at 10/,
    );
    expect(testBreak([1, 2, 3, 4], [1, 2, 3, 5], 10, 'joined')).toMatchObject({ converged: false });
    expect(testBreak([1, 2, 3, 4, 5, 6], [1, 2, 3, 5, 1, 4], 5, 'separate')).toMatchObject({
      converged: false,
    });
  });

  test('one day, or too few points', () => {
    expect(searchBreak([1, 1, 1], [1, 2, 3], { shape: 'joined', draws: 9, seed: 1 })).toMatchObject(
      {
        converged: false,
        reason: '3 points leave no date to try',
      },
    );
    expect(
      searchBreak([1, 2, 3], [1, 2, 3], { shape: 'separate', draws: 9, seed: 1 }).converged,
    ).toBe(false);
  });
});
