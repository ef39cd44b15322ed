import { expect, test } from 'vitest';
import {
  capitalise,
  phraseDoubling,
  phraseEstimate,
  phraseInterval,
  phraseList,
  phraseSize,
  phraseYearly,
} from '../../src/lib/phrases.ts';

const bounded = { status: 'bounded', days: 174.4, interval: [142.2, 286.4] } as const;
const mutable = { ...bounded, interval: [...bounded.interval] as [number, number] };

test('a bounded doubling time reads with its interval', () => {
  expect(phraseEstimate({ doublingTime: mutable })).toBe(
    '174 days (90\u00a0% interval 142 to 286 days)',
  );
});

test('what has no value gets words', () => {
  const unbounded = { status: 'unbounded', sentence: 'It may stand still.', atLeast: 120 } as const;
  expect(phraseDoubling({ doublingTime: unbounded })).toBe('no bounded time');
  expect(phraseInterval({ doublingTime: unbounded })).toBe('120 days or more, or never');
  expect(phraseInterval({ doublingTime: { ...unbounded, atLeast: null } })).toBe('no growth');
  expect(phraseDoubling({ doublingTime: null })).toBe('no line');
  expect(phraseInterval({ doublingTime: { ...mutable, interval: null } })).toBe('no interval');
});

test('growth a year is the slope over a year, exponentiated', () => {
  const line = { intercept: 0, slope: Math.LN2 / 365.25, r2: null, standardError: null, points: 9 };
  expect(phraseYearly({ line })).toBe('2.0'); // one doubling in a year
  expect(phraseYearly({ line: null })).toBe('–');
});

test('sizes and lists read as in a sentence', () => {
  expect(phraseSize(7.616e9)).toBe('7.62 billion parameters');
  expect(phraseList(['A', 'B', 'C'])).toBe('A, B and C');
  expect(phraseList(['A'])).toBe('A');
  expect(phraseList([])).toBe('none');
  expect(capitalise('five models')).toBe('Five models');
});
