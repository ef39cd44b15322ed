import { expect, test } from 'vitest';
import { exp, ln } from '../../../src/lib/numerics/elementary.ts';
import { atan, cos, pow, sin } from '../../../src/lib/numerics/transcendental.ts';
import { readFixture } from './fixture.ts';

/** Argument, nearest double to the value, and the value less that double. */
type Row = [x: number, nearest: number, rest: number];
const fixture = readFixture<Record<'exp' | 'ln', Row[]>>('elementary');

/** Error in units of the last place of the true value. */
function errorInUlps(value: number, nearest: number, rest: number): number {
  if (value === nearest && rest === 0) return 0;
  const ulp = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(nearest))), -1022) - 52);
  return Math.abs((value - nearest - rest) / ulp);
}

test.each([
  ['exp', exp],
  ['ln', ln],
] as const)('%s is within 1 ulp of the 50-digit value', (name, f) => {
  const rows = fixture[name];
  expect(rows.length).toBeGreaterThan(300);
  const worst = Math.max(...rows.map(([x, nearest, rest]) => errorInUlps(f(x), nearest, rest)));
  expect(worst).toBeLessThan(1);
});

test('exp rounds correctly for more than nine arguments in ten', () => {
  const hits = fixture.exp.filter(([x, nearest]) => exp(x) === nearest).length;
  expect(hits / fixture.exp.length).toBeGreaterThan(0.9);
});

test('exp is exact at 0 and covers its whole range', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-0)).toBe(1);
  expect(exp(710)).toBe(Infinity);
  expect(exp(Infinity)).toBe(Infinity);
  expect(exp(-746)).toBe(0);
  expect(exp(-Infinity)).toBe(0);
  expect(exp(-745)).toBe(5e-324);
  expect(exp(Number.NaN)).toBeNaN();
});

test('exp never falls as its argument rises', () => {
  for (let x = -1; x < 1; x += 0.000_37) expect(exp(x + 1e-15)).toBeGreaterThanOrEqual(exp(x));
});

test('ln is exact at 1 and covers its whole range', () => {
  expect(ln(1)).toBe(0);
  expect(ln(0)).toBe(-Infinity);
  expect(ln(-1)).toBeNaN();
  expect(ln(Number.NaN)).toBeNaN();
  expect(ln(Infinity)).toBe(Infinity);
  expect(ln(2)).toBe(Math.LN2);
});

test('ln undoes exp', () => {
  for (let x = -700; x < 700; x += 7.3)
    expect(Math.abs(ln(exp(x)) - x)).toBeLessThanOrEqual(2.3e-16 * Math.max(1, Math.abs(x)));
});

test('power, sine, cosine and arctangent agree with closed forms', () => {
  expect(pow(2, 10)).toBe(1024);
  expect(pow(9, 0.5)).toBe(3);
  expect(pow(2, -1074)).toBe(5e-324);
  expect(sin(Math.PI / 6)).toBeCloseTo(0.5, 15);
  expect(cos(Math.PI / 3)).toBeCloseTo(0.5, 15);
  expect(atan(1)).toBe(Math.PI / 4);
});
