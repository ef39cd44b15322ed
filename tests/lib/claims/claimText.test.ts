import { describe, expect, test } from 'vitest';
import {
  claimTitle,
  formatClaimInterval,
  formatClaimValue,
  formatPredicted,
} from '../../../src/lib/claims/claimText.ts';

describe('a claim’s value', () => {
  test.each([
    [156.01, 'days', '156 days'],
    [0.77955, 'times', '0.78 times'],
    [-0.0050444, 'per day', '−0.0050 a day'],
    [1, 'share', '100\u00a0%'],
  ])('%d %s reads %s', (value, unit, text) => {
    expect(formatClaimValue(value, unit)).toBe(text);
  });

  test('in a unit that no claim uses is refused', () => {
    expect(() => formatClaimValue(1, 'furlongs')).toThrow('furlongs');
  });
});

describe('a claim’s interval', () => {
  const interval = (ends: [number | null, number | null] | null, unit = 'days') =>
    formatClaimInterval({ value: 1, interval: ends, unit });

  test('names its unit once, and says where it is open', () => {
    expect(interval([130.04, 238.83])).toBe('130 to 239 days');
    expect(interval([0.458, 1.084], 'times')).toBe('0.46 to 1.1 times');
    expect(interval([0.0041, 0.0086], 'per day')).toBe('0.0041 to 0.0086 a day');
    expect(interval([251, null])).toBe('251 days or more');
    expect(interval([null, 90])).toBe('90 days or less');
    expect(interval([null, null])).toBeNull();
    expect(interval(null)).toBeNull();
  });
});

test('a prediction reads with its unit, and a side as a word before the value', () => {
  const predicted = (value: number, unit: string) =>
    formatPredicted({ name: 'x', value, unit, published: null });
  expect(predicted(88, 'days')).toBe('88 days');
  expect(predicted(2.1, 'years')).toBe('2.1 years');
  expect(predicted(0.0048, 'per day')).toBe('0.0048 a day');
  expect(predicted(1, 'times (below)')).toBe('below 1 times');
  expect(predicted(0.08333333333333333, 'times')).toBe('0.0833 times');
});

test('a title is printed with curly apostrophes', () => {
  expect(claimTitle({ title: "a model's life" })).toBe('a model’s life');
});
