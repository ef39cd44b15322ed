import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/lib/claims/claim.ts';
import { combineVerdicts, daysOfRate, judgeRate } from '../../../src/lib/claims/claim.ts';

const claimed = { claimedDays: 100, band: [95, 106.5] as const, widest: 4 };
const rate = (days: number, short: number, long: number) => ({
  perDay: Math.LN2 / days,
  interval: [long === Infinity ? -0.001 : Math.LN2 / long, Math.LN2 / short] as const,
});

describe('judgeRate', () => {
  it.each([
    ['meets the band and is narrow', rate(110, 90, 140), 'agrees'],
    ['touches the end of the band', rate(150, 106.5, 200), 'agrees'],
    ['lies beyond the band', rate(170, 140, 290), 'another rate'],
    ['lies below the band', rate(60, 50, 80), 'another rate'],
    ['meets the band but is wide', rate(150, 60, 300), 'open'],
    ['holds both standing still and the claim', rate(200, 80, Infinity), 'open'],
    ['holds standing still and excludes the claim', rate(400, 150, Infinity), 'denies'],
  ] as const)('an interval that %s', (_, measured, verdict) => {
    expect(judgeRate(measured, claimed)).toBe(verdict);
  });

  it('denies where the cost rises', () => {
    const rising = { perDay: -0.002, interval: [-0.004, -0.001] as const };
    expect(judgeRate(rising, claimed)).toBe('denies');
  });

  it('is open without an estimate or an interval', () => {
    expect(judgeRate(null, claimed)).toBe('open');
    expect(judgeRate({ perDay: 0.007, interval: null }, claimed)).toBe('open');
  });
});

describe('combineVerdicts', () => {
  it.each<[Verdict[], string]>([
    [[], 'cannot be tested'],
    [['open', 'open'], 'cannot be tested'],
    [['agrees'], 'holds'],
    [['agrees', 'agrees', 'another rate'], 'holds'],
    [['agrees', 'another rate', 'another rate'], 'holds at another rate'],
    [['agrees', 'agrees', 'agrees', 'denies'], 'holds at another rate'],
    [['another rate', 'agrees', 'agrees'], 'holds at another rate'],
    [['another rate', 'denies'], 'mixed'],
    [['agrees', 'denies', 'agrees'], 'mixed'],
    [['denies'], 'fails'],
    [['denies', 'denies', 'denies', 'agrees'], 'fails'],
    [['denies', 'agrees'], 'mixed'],
    [['open', 'denies', 'denies'], 'fails'],
    [['open', 'agrees', 'open'], 'holds'],
  ])('%j is %s', (verdicts, status) => {
    expect(combineVerdicts(verdicts)).toBe(status);
  });
});

describe('daysOfRate', () => {
  it('turns the ends of the interval round', () => {
    const { value, interval } = daysOfRate(rate(100, 80, 125));
    expect(value).toBeCloseTo(100, 9); // ln 2 / (ln 2 / 100)
    expect(interval?.[0]).toBeCloseTo(80, 9);
    expect(interval?.[1]).toBeCloseTo(125, 9);
  });

  it('has no long end where the interval holds zero, and no value where nothing falls', () => {
    expect(daysOfRate(rate(100, 80, Infinity)).interval?.[1]).toBeNull();
    const rising = daysOfRate({ perDay: -0.001, interval: [-0.003, -0.0001] });
    expect(rising.value).toBeNull();
    expect(rising.interval).toBeNull();
    expect(daysOfRate(null)).toEqual({ value: null, interval: null, unit: 'days' });
  });
});
