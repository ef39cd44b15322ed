import { expect, test } from 'vitest';
import {
  curveTable,
  gradeOf,
  measurePrecision,
  reachOf,
  solveEffective,
} from '../../src/lib/effective.ts';
import type { RulerAxis } from '../../src/lib/ruler.ts';
import { predictScore } from '../../src/lib/ruler.ts';
import { curves } from '../fixtures/synthetic.ts';

const axes: RulerAxis[] = Object.entries(curves).map(([benchmark, curve]) => ({
  ...curve,
  benchmark,
  name: benchmark,
  protocols: ['plain'],
  items: 1000,
  points: [],
  residual: 0,
  binomial: 0.0158,
  sigma: 0.02,
  slopeError: 0,
  midpointError: 0,
  converged: true,
  reason: '',
}));
const table = curveTable(axes);
const [low, high] = reachOf({ domain: [5e8, 7e10], scale: { kind: 'size' } });
const scoresAt = (u: number) => Float64Array.from(axes, (axis) => predictScore(axis, u));

test.each([1e6, 1e8, 7e9, 3e12])(
  'solveEffective finds the size behind exact scores, N = %g',
  (n) => {
    const u = Math.log(n);
    expect(solveEffective(table, scoresAt(u), 0, low, high)).toBeCloseTo(u, 6);
  },
);

test('missing benchmarks are passed over', () => {
  const scores = scoresAt(Math.log(2e9));
  scores[1] = Number.NaN;
  expect(solveEffective(table, scores, 0, low, high)).toBeCloseTo(Math.log(2e9), 6);
});

test('the solution is where the misfit is least, on a fine grid', () => {
  const scores = Float64Array.of(0.7, 0.35, 0.5);
  const misfit = (u: number) =>
    axes.reduce((sum, axis, b) => sum + ((scores[b] as number) - predictScore(axis, u)) ** 2, 0);
  const u = solveEffective(table, scores, 0, low, high);
  for (let v = low; v <= high; v += 0.001)
    expect(misfit(v)).toBeGreaterThanOrEqual(misfit(u) - 1e-12);
});

test('scores at chance lie below every size, perfect scores above', () => {
  expect(solveEffective(table, Float64Array.of(0.25, 0, 0), 0, low, high)).toBe(
    Number.NEGATIVE_INFINITY,
  );
  expect(solveEffective(table, Float64Array.of(1, 1, 1), 0, low, high)).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test('with one benchmark the error is σ over the slope of the curve', () => {
  const axis = axes[0] as RulerAxis;
  // at the midpoint dS/dlnN = (c − d) k / 4 = 0.75 · 0.5 / 4
  const precision = measurePrecision(
    [axis],
    curveTable([axis]),
    [{ value: 0.625, spread: 0 }],
    axis.midpoint,
  );
  expect(precision.standardError).toBeCloseTo(0.02 / (0.375 / 4), 12);
  expect(precision.shares).toEqual([1]);
});

test('disagreeing benchmarks widen the error by the Birge ratio, agreeing ones do not narrow it', () => {
  const u = Math.log(5e9);
  const exact = axes.map((axis) => ({ value: predictScore(axis, u), spread: 0 }));
  const apart = exact.map(({ value }, b) => ({
    value: value + (b === 0 ? 0.06 : -0.06),
    spread: 0,
  }));
  const [calm, torn] = [exact, apart].map((scores) => measurePrecision(axes, table, scores, u));
  expect(calm?.chiSquare).toBeCloseTo(0, 12);
  // χ² = 3 · (0.06 / 0.02)² = 27 with 2 degrees of freedom: √13.5
  expect(torn?.chiSquare).toBeCloseTo(27, 9);
  expect((torn?.standardError ?? 0) / (calm?.standardError ?? 1)).toBeCloseTo(Math.sqrt(13.5), 9);
});

test('the spread among published values widens the error', () => {
  const axis = axes[0] as RulerAxis;
  const error = (spread: number) =>
    measurePrecision([axis], curveTable([axis]), [{ value: 0.6, spread }], axis.midpoint)
      .standardError;
  expect(error(0.02) / error(0)).toBeCloseTo(Math.SQRT2, 12); // √(σ² + σ²) / σ
});

test.each([
  [5e8, 'interpolated'],
  [7e10, 'interpolated'],
  [1.4e11, 'within-2x'],
  [6e8 / 2.4, 'within-2x'],
  [7e11, 'within-10x'],
  [8e11, 'beyond-10x'],
  [1e7, 'beyond-10x'],
] as const)('an effective size of %g is %s on a ruler from 500M to 70B', (effective, grade) => {
  expect(gradeOf(effective, [5e8, 7e10])).toBe(grade);
});
