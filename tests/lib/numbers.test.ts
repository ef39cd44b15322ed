import { describe, expect, test } from 'vitest';
import type { NumberDraft } from '../../src/lib/numbers/number.ts';
import { defineNumber, formatNumber, formatNumberInterval } from '../../src/lib/numbers/number.ts';

const draft: NumberDraft = {
  id: 'doubling-time',
  name: 'doubling time of density',
  value: 183.03,
  interval: [148.8, 306.5],
  unit: 'days',
  definition: 'The days in which density doubles.',
  formula: 'ln 2 / slope',
  inputs: [],
  code: 'src/lib/trend.ts',
};
const number = (change: Partial<NumberDraft>) => defineNumber({ ...draft, ...change });

describe('a number', () => {
  test('is printed with its unit, its interval with the unit once', () => {
    expect(formatNumber(number({}))).toBe('183 days');
    expect(formatNumberInterval(number({}))).toBe('149 to 307 days');
  });

  test('with one bounded end says on which side the data leave it open', () => {
    expect(formatNumberInterval(number({ interval: [170, null] }))).toBe('170 days or more');
    expect(formatNumberInterval(number({ interval: [null, 170] }))).toBe('170 days or less');
    expect(formatNumberInterval(number({ interval: null }))).toBeNull();
  });

  test.each([
    ['fraction', 0.234, '23\u00a0%'],
    ['points', 0.0771, '7.7\u00a0points'],
    ['density', 4.41, '4.4'],
    ['parameters', 7_620_000_000, '7.62 billion'],
    ['count', 136, '136'],
    ['times', 4.13, '4.1 times'],
    ['US dollars per million tokens', 0.075, '$0.075'],
    ['FLOP', 2.5e20, '2.5 × 10^20'],
  ] as const)('in %s is printed as a reader says it', (unit, value, text) => {
    expect(formatNumber(number({ unit, value, interval: null }))).toBe(text);
  });

  test('that the data refuse says why, and is never printed', () => {
    const refused = number({ value: null, refusal: 'Too few models.', interval: null });
    expect(refused.refusal).toBe('Too few models.');
    expect(() => formatNumber(refused)).toThrow('"doubling-time" has no value');
  });

  test.each([
    [{ id: 'Doubling Time' }, 'kebab-case'],
    [{ value: Number.NaN }, 'finite'],
    [{ interval: [1, Infinity] as const }, 'finite'],
    [{ value: null }, 'a value or a refusal'],
    [{ refusal: 'Too few models.' }, 'a value or a refusal'],
  ])('with a fault is refused: %o', (change, reason) => {
    expect(() => number(change)).toThrow(reason);
  });
});
