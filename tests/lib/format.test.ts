import { expect, test } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDateShort,
  formatDays,
  formatDensity,
  formatFixed,
  formatInterval,
  formatInWords,
  formatMonths,
  formatNumeral,
  formatPercent,
  formatSignificant,
} from '../../src/lib/format.ts';

test.each([
  [0, 3, '0'],
  [1234567, 3, '1\u202f230\u202f000'],
  [0.0073, 2, '0.0073'],
  [9.996, 3, '10.0'],
  [-0.5, 1, '−0.5'],
  [0.00000012345, 3, '0.000000123'],
])('formatSignificant(%d, %d) never uses exponents', (value, digits, text) => {
  expect(formatSignificant(value, digits)).toBe(text);
});

test('formatSignificant refuses what is not a number, so that NaN cannot be printed', () => {
  expect(() => formatSignificant(Number.NaN)).toThrow(RangeError);
});

test.each([
  [494032768, '494M'],
  [7.61e9, '7.61B'],
  [18e12, '18T'],
  [999.6e6, '1B'],
  [405e9, '405B'],
])('formatCount(%d) is a word of at most three digits and a unit', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [6738415616, '6.74 billion'],
  [4e6, '4 million'],
  [1e14, '100 trillion'],
  [5811, '5810'],
])('formatInWords(%d) reads as in a sentence', (count, text) => {
  expect(formatInWords(count)).toBe(text);
});

test('days, months of 30 days, percent, density and intervals read as in a sentence', () => {
  expect(formatDays(174.6)).toBe('175 days');
  expect(formatDays(1)).toBe('1 day');
  expect(formatMonths(99)).toBe('3.3 months'); // the paper's 3.3 months for A = 0.007
  expect(formatPercent(0.475)).toBe('47.5 %');
  expect(formatDensity(2.2553)).toBe('2.3');
  expect(formatInterval([0.5, 2], (x) => formatFixed(x, 1))).toBe('0.5 to 2.0');
  expect(formatFixed(-0.001, 1)).toBe('0.0');
});

test('a date known to the month is printed to the month', () => {
  expect(formatDate('2023-02-24')).toBe('24 February 2023');
  expect(formatDate('2023-07-15', 'month')).toBe('July 2023');
  expect(formatDateShort('2023-02-24')).toBe('24\u00a0Feb\u00a02023');
  expect(formatDateShort('2023-07-15', 'month')).toBe('Jul\u00a02023');
});

test('a count is a word up to twelve and digits beyond', () => {
  expect([0, 1, 5, 12, 13].map(formatNumeral)).toEqual(['no', 'one', 'five', 'twelve', '13']);
});
