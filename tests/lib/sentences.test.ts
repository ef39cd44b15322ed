import { describe, expect, test } from 'vitest';
import {
  compareAbout,
  judgeAgreement,
  judgeChange,
  judgeDrift,
  judgeGrowth,
  judgeHonesty,
  judgeLaw,
  judgePace,
  judgeRivalry,
  judgeShare,
  sentenceFor,
} from '../../src/lib/sentences.ts';

/** A trend with this slope and interval, per day. */
function trend(slope: number, interval: [number, number] | null) {
  const line = { intercept: 0, slope, r2: null, standardError: null, points: 20 };
  return { line, slopeInterval: interval, slopeIntervalError: null };
}
/** A trend by doubling times in days, slowest last. */
const doubling = (days: number, fast: number, slow: number) =>
  trend(Math.LN2 / days, [Math.LN2 / slow, Math.LN2 / fast]);

describe('judgeGrowth', () => {
  test.each([
    ['grows', trend(0.004, [0.001, 0.006])],
    ['undecided', trend(0.004, [-0.001, 0.006])],
    ['undecided', trend(0.004, [0, 0.006])],
    ['falls', trend(-0.004, [-0.006, -0.001])],
    ['undecided', trend(0.004, null)],
  ] as const)('says %s', (growth, fitted) => {
    expect(judgeGrowth(fitted)).toBe(growth);
  });
});

describe('judgePace', () => {
  test.each([
    ['slower', doubling(175, 142, 286), 100],
    ['within', doubling(175, 95, 286), 100],
    ['faster', doubling(60, 50, 80), 100],
  ] as const)('says %s of an interval beside a published value', (pace, fitted, days) => {
    expect(judgePace(fitted, days)).toBe(pace);
  });

  test('can call a trend slower although standstill is not excluded', () => {
    expect(judgePace(trend(0.002, [-0.001, 0.005]), 100)).toBe('slower');
  });

  test('asks a value to clear the end by two Monte Carlo errors of it', () => {
    const close = trend(0.005, [0.003, 0.0065]);
    const errors = (error: number): [number, number] => [error, error];
    const steady = { ...close, slopeIntervalError: errors(0.0001) };
    const shaky = { ...close, slopeIntervalError: errors(0.0003) };
    const days = Math.LN2 / 0.0068; // 0.0003 beyond the end: three errors, or one
    expect(judgePace(steady, days)).toBe('slower');
    expect(judgePace(shaky, days)).toBe('within');
  });

  test('says nothing without an interval', () => {
    expect(judgePace(trend(0.004, null), 100)).toBe('unmeasured');
  });
});

describe('judgeLaw', () => {
  test.each([
    ['holds', doubling(100, 80, 130), [95, 105]],
    ['holds-slower', doubling(175, 142, 286), [95, 105]],
    ['holds-faster', doubling(60, 50, 80), [95, 105]],
    ['holds-in-part', doubling(120, 100, 150), [95, 105]],
    ['holds-in-part', doubling(100, 97, 103), [95, 105]],
    ['undecided', trend(0.001, [-0.001, 0.003]), [95]],
    ['fails', trend(-0.002, [-0.003, -0.001]), [95]],
  ] as const)('says %s', (state, fitted, days) => {
    expect(judgeLaw(fitted, days)).toBe(state);
  });

  test('refuses an empty list of published values', () => {
    expect(() => judgeLaw(doubling(100, 80, 130), [])).toThrow(RangeError);
  });
});

describe('judgeChange', () => {
  const early = doubling(120, 100, 150);
  test.each([
    ['slowed', doubling(200, 160, 260)],
    ['leans-slower', doubling(180, 140, 260)],
    ['steady', doubling(130, 110, 160)],
    ['leans-faster', doubling(95, 85, 115)],
    ['quickened', doubling(80, 70, 95)],
    ['unmeasured', trend(0.004, null)],
  ] as const)('says %s', (change, late) => {
    expect(judgeChange(early, late)).toBe(change);
  });
});

describe('judgeDrift', () => {
  test.each([
    ['longer-each-time', [0.006, 0.005, 0.004]],
    ['shorter-each-time', [0.004, 0.005, 0.006]],
    ['mixed', [0.006, 0.004, 0.005]],
    ['mixed', [0.006, 0.006]],
    ['unmeasured', [0.006]],
  ] as const)('says %s', (drift, slopes) => {
    expect(judgeDrift(slopes.map((slope) => trend(slope, null)))).toBe(drift);
  });

  test('is unmeasured where a window has no line', () => {
    expect(
      judgeDrift([
        trend(0.006, null),
        { line: null, slopeInterval: null, slopeIntervalError: null },
      ]),
    ).toBe('unmeasured');
  });
});

describe('judgeAgreement', () => {
  test('asks for one slope inside every interval, not for overlap in pairs with a neighbour', () => {
    const [a, b, c] = [trend(2, [1, 3]), trend(3, [2.5, 5]), trend(5, [4, 6])];
    expect(judgeAgreement([a, b])).toBe('agree');
    expect(judgeAgreement([a, b, c])).toBe('differ');
  });

  test('is unmeasured with one measurement or a missing interval', () => {
    expect(judgeAgreement([trend(2, [1, 3])])).toBe('unmeasured');
    expect(judgeAgreement([trend(2, [1, 3]), trend(2, null)])).toBe('unmeasured');
  });
});

describe('judgeHonesty', () => {
  test.each([
    ['sees-growth', [0.001, 0.004, 0.02]],
    ['honest', [-0.001, 0, 0.001]],
    ['sees-decline', [-0.003, -0.002, -0.001]],
  ] as const)('says %s of slopes found where nothing grows', (honesty, [low, middle, high]) => {
    expect(judgeHonesty({ percentiles: [low, middle, high] }, 0)).toBe(honesty);
  });
});

describe('comparisons', () => {
  test.each([
    ['about', 109, 100],
    ['about', 91, 100],
    ['more', 111, 100],
    ['less', 90, 100],
  ] as const)('%s: %d beside %d', (comparison, value, reference) => {
    expect(compareAbout(value, reference)).toBe(comparison);
  });

  test('judgeShare tells none, some and all apart', () => {
    expect([judgeShare(0, 3), judgeShare(2, 3), judgeShare(3, 3)]).toEqual(['none', 'some', 'all']);
  });
});

test.each([
  [
    'best',
    [
      ['exponential', false],
      ['exponential', false],
    ],
  ],
  [
    'unbeaten',
    [
      ['exponential', false],
      ['quadratic', false],
    ],
  ],
  [
    'beaten-somewhere',
    [
      ['exponential', false],
      ['quadratic', true],
    ],
  ],
  [
    'beaten',
    [
      ['known-break', true],
      ['quadratic', true],
    ],
  ],
  [
    'unmeasured',
    [
      ['exponential', false],
      [null, false],
    ],
  ],
  ['unmeasured', []],
] as const)('judgeRivalry: %s', (rivalry, reports) => {
  const given = reports.map(([best, isSurelyBetter]) => ({ best, isSurelyBetter }));
  expect(judgeRivalry(given)).toBe(rivalry);
});

describe('sentenceFor', () => {
  test('gives the sentence of the state', () => {
    expect(sentenceFor('grows', { grows: 'It grows.' }, 'law: growth')).toBe('It grows.');
  });

  test('stops with place, state and known states where there is none', () => {
    const known: Partial<Record<'grows' | 'falls', string>> = { grows: 'It grows.' };
    expect(() => sentenceFor('falls', known, 'law: growth')).toThrow(
      /law: growth has no sentence for the state "falls" \(it has: grows\)/,
    );
  });
});
