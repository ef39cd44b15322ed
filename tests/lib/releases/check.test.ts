import { describe, expect, test } from 'vitest';
import type { Printed } from '../../../src/lib/releases/check.ts';
import { isSameValue, sayCheck } from '../../../src/lib/releases/check.ts';

const printed = (text: string | null): Printed => ({
  name: 'doubling time of density',
  text,
  intervalText: text && '149 to 306 days',
});

describe('a reader’s value is the printed one', () => {
  test.each([
    ['183 days', '183 days'],
    ['183', '183 days'],
    [' 183  Days ', '183 days'],
    ['23 %', '23\u00a0%'],
    ['1,200 days', '1 200 days'],
    ['-0.5', '−0.5'],
  ])('%s for %s', (asked, text) => {
    expect(isSameValue(asked, text)).toBe(true);
  });

  test.each([
    ['18', '183 days'],
    ['183 months', '183 days'],
    ['1.83', '183 days'],
  ])('but not %s for %s', (asked, text) => {
    expect(isSameValue(asked, text)).toBe(false);
  });
});

describe('the answer', () => {
  test('says right then and wrong now', () => {
    const asked = { release: '2026.11', value: '183 days' };
    expect(sayCheck(asked, printed('183 days'), printed('190 days'))).toEqual([
      'The doubling time of density.',
      'In release 2026.11 it was 183 days (149 to 306 days): “183 days” was right.',
      'On the site today it is 190 days (149 to 306 days): “183 days” is not right.',
    ]);
  });

  test('without a value says what stood and stands', () => {
    expect(sayCheck({ release: '2026.11', value: '' }, printed('183 days'), printed(null))).toEqual(
      [
        'The doubling time of density.',
        'In release 2026.11 it was 183 days (149 to 306 days).',
        'On the site today the data refuse it.',
      ],
    );
  });

  test('says when a number is unknown', () => {
    const asked = { release: '2026.11', value: '' };
    expect(sayCheck(asked, null, null)).toEqual([
      'There is no number with this id, neither then nor now.',
    ]);
    expect(sayCheck(asked, null, printed('183 days'))[1]).toBe(
      'In release 2026.11 there was no such number.',
    );
  });
});
