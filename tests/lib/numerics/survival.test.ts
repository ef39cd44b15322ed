import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '../../../src/lib/numerics/survival.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  durations: number[];
  happened: boolean[];
  level: number;
  steps: [time: number, survival: number, low: number, high: number][];
}
const { cases } = readFixture<{ cases: Case[] }>('survival');

test.each(cases.map((one) => [one.durations.length, one] as const))(
  'the curve of %i durations agrees with scipy',
  (_, { durations, happened, level, steps }) => {
    const curve = kaplanMeier(durations, happened, level);
    expect(steps.length).toBeGreaterThan(3);
    for (const [time, survival, low, high] of steps) {
      const step = curve.steps.find((each) => each.time === time)!;
      expectClose(step.survival, survival, 1e-12);
      expectClose(step.low, low, 1e-10);
      expectClose(step.high, high, 1e-10);
    }
  },
);

test('the remission times of Freireich et al. have the median of the textbooks, 23 weeks, with an open upper end', () => {
  // D. Collett, Modelling Survival Data; R: survfit(..., conf.type = "log-log") gives 23 [13, NA].
  const { durations, happened } = cases.at(-1)!;
  expect(kaplanMeier(durations, happened, 0.95)).toMatchObject({
    median: 23,
    medianLow: 13,
    medianHigh: null,
    n: 21,
    events: 9,
  });
});

describe('closed forms', () => {
  test('without censoring the curve is the share still alive', () => {
    const curve = kaplanMeier([3, 1, 2, 4], [true, true, true, true], 0.9);
    expect(curve.steps.map(({ time, survival, atRisk }) => [time, survival, atRisk])).toEqual([
      [1, 0.75, 4],
      [2, 0.5, 3],
      [3, 0.25, 2],
      [4, 0, 1],
    ]);
    expect(curve.median).toBe(2);
    // Greenwood's error without censoring is the binomial √(S (1 − S) / n).
    expectClose(curve.steps[0]!.standardError, Math.sqrt((0.75 * 0.25) / 4), 1e-14);
    expect(curve.steps[3]).toMatchObject({ standardError: 0, low: 0, high: 0 });
  });

  test('at equal times events come before censorings', () => {
    const curve = kaplanMeier([5, 5, 9], [false, true, true], 0.9);
    expect(curve.steps[0]).toMatchObject({ time: 5, atRisk: 3, events: 1 });
  });
});

describe('edges and refusals', () => {
  test('a curve that stays above one half has no median and says so', () => {
    const curve = kaplanMeier([1, 2, 3, 4], [true, false, false, false], 0.9);
    expect(curve).toMatchObject({ median: null, medianHigh: null, converged: false });
    expect(curve.reason).toBe('survival stays above 1/2: 1 events among 4');
  });

  test('nothing but censored durations', () => {
    expect(kaplanMeier([1, 2], [false, false], 0.9)).toMatchObject({
      steps: [],
      median: null,
      converged: false,
    });
  });

  test.each([
    ['no durations', [], [], /no durations/],
    ['a negative duration', [1, -2], [true, true], /duration 2 is -2/],
    ['a duration that is not finite', [1, Number.NaN], [true, true], /duration 2 is NaN/],
  ])('%s', (_, durations, happened, reason) => {
    const curve = kaplanMeier(durations, happened, 0.9);
    expect(curve.converged).toBe(false);
    expect(curve.reason).toMatch(reason);
  });

  test('misuse throws', () => {
    expect(() => kaplanMeier([1], [], 0.9)).toThrow(RangeError);
    expect(() => kaplanMeier([1], [true], 90)).toThrow(/between 0 and 1/);
  });
});
