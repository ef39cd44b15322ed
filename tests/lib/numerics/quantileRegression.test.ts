import { describe, expect, test } from 'vitest';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { fitQuantileLine } from '../../../src/lib/numerics/quantileRegression.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  x: number[];
  y: number[];
  tau: number;
  weights: number[];
  objective: number;
}
const { cases } = readFixture<{ cases: Case[] }>('quantile');

function sumAt(
  { x, y, tau, weights }: Omit<Case, 'objective'>,
  intercept: number,
  slope: number,
): number {
  return x.reduce((sum, xi, i) => {
    const r = y[i]! - intercept - slope * xi;
    return sum + weights[i]! * r * (r < 0 ? tau - 1 : tau);
  }, 0);
}

test.each(cases.map((one, i) => [i, one.x.length, one.tau, one] as const))(
  'case %i (n = %i, tau = %f) reaches the optimum of the linear programme from 40 random starts',
  (_, n, tau, { x, y, weights, objective }) => {
    const plain = fitQuantileLine(x, y, tau, weights);
    expect(plain.converged).toBe(true);
    expectClose(plain.objective, objective, 1e-9, 1e-9);
    const stream = makeStream(1, `starts ${n}`);
    for (let start = 0; start < 40; start += 1) {
      const found = fitQuantileLine(x, y, tau, weights, {
        slope: 0.02 * stream.normal(),
        intercept: 5 * stream.normal(),
      });
      expect(found.slope).toBe(plain.slope);
      expectClose(found.intercept, plain.intercept, 1e-12, 1);
      expect(found.converged).toBe(true);
    }
  },
);

describe('invariants', () => {
  const { x, y, tau, weights } = cases.at(-8)!;
  const line = fitQuantileLine(x, y, tau, weights);

  test('the objective is the weighted check loss of the line', () => {
    expectClose(line.objective, sumAt({ x, y, tau, weights }, line.intercept, line.slope), 1e-12);
  });

  test('adding a line to the data adds it to the fit', () => {
    const moved = fitQuantileLine(
      x,
      y.map((yi, i) => yi + 3 + 0.5 * x[i]!),
      tau,
      weights,
    );
    expectClose(moved.slope, line.slope + 0.5, 1e-10);
    expectClose(moved.intercept, line.intercept + 3, 1e-9);
  });

  test('the mirrored data have the mirrored quantile', () => {
    const mirrored = fitQuantileLine(
      x,
      y.map((yi) => -yi),
      1 - tau,
      weights,
    );
    expectClose(mirrored.slope, -line.slope, 1e-10);
  });

  test('whole weights count points as often as repeating them', () => {
    const repeat = (values: readonly number[]) =>
      values.flatMap((value, i) => new Array<number>(weights[i]!).fill(value));
    const repeated = fitQuantileLine(repeat(x), repeat(y), tau);
    expect(repeated.slope).toBe(line.slope);
    expectClose(repeated.objective, line.objective, 1e-12);
  });

  test('the order of the points leaves no trace', () => {
    const order = x.map((_, i) => i).reverse();
    const turned = fitQuantileLine(
      order.map((i) => x[i]!),
      order.map((i) => y[i]!),
      tau,
      order.map((i) => weights[i]!),
    );
    expect([turned.slope, turned.intercept]).toEqual([line.slope, line.intercept]);
  });

  test('points with weight 0 leave no trace', () => {
    const padded = fitQuantileLine([...x, 77, Number.NaN], [...y, 1e9, 3], tau, [...weights, 0, 0]);
    expect(padded).toEqual(line);
  });

  test('the share of points below the line is at most tau and below or on it at least tau', () => {
    const rest = y.map((yi, i) => yi - line.intercept - line.slope * x[i]!);
    const total = weights.reduce((a, b) => a + b);
    const share = (keep: (r: number) => boolean) =>
      rest.reduce((sum, r, i) => sum + (keep(r) ? weights[i]! : 0), 0) / total;
    expect(share((r) => r < -1e-9)).toBeLessThanOrEqual(tau);
    expect(share((r) => r < 1e-9)).toBeGreaterThanOrEqual(tau);
  });
});

describe('edges', () => {
  test('two points are joined', () => {
    expect(fitQuantileLine([1, 3], [2, 8], 0.9)).toMatchObject({
      intercept: -1,
      slope: 3,
      objective: 0,
      converged: true,
    });
  });

  test('points on one line are joined whatever the quantile', () => {
    const line = fitQuantileLine([0, 1, 2, 3, 3, 4], [1, 3, 5, 7, 7, 9], 0.3);
    expect(line).toMatchObject({ intercept: 1, slope: 2, objective: 0, converged: true });
  });

  test('of equally good lines the one with the lowest slope is taken', () => {
    // Medians of two points on each of two days: any line between (0; 0 or 1) and (1; 0 or 1) has the sum 1.
    expect(fitQuantileLine([0, 0, 1, 1], [0, 1, 0, 1], 0.5)).toMatchObject({
      slope: -1,
      intercept: 1,
      objective: 1,
    });
  });

  test('days at the far end of the calendar keep their digits', () => {
    const line = fitQuantileLine([1e9, 1e9 + 1, 1e9 + 2], [0, 5, 4], 0.5);
    expect(line).toMatchObject({ converged: true, slope: 2 });
  });
});

describe('refusals', () => {
  test.each([
    ['all points on one day', [5, 5, 5], [1, 2, 3], undefined, /same x/],
    ['one point', [5], [1], undefined, /needs two points/],
    ['no point', [], [], undefined, /needs two points/],
    ['weights that leave one point', [1, 2], [1, 2], [1, 0], /needs two points/],
    ['weights that leave one day', [1, 2, 2], [1, 2, 3], [0, 1, 1], /same x/],
    ['a negative weight', [1, 2], [1, 2], [1, -1], /weight 2 is -1/],
    ['a value that is not finite', [1, 2], [1, Number.NaN], undefined, /point 2 is \(2, NaN\)/],
  ])('%s is refused with a reason', (_, x, y, weights, reason) => {
    const line = fitQuantileLine(x, y, 0.9, weights);
    expect(line.converged).toBe(false);
    expect(line.reason).toMatch(reason);
    expect(line.slope).toBeNaN();
  });

  test('a quantile outside (0, 1) and lists of different lengths throw', () => {
    expect(() => fitQuantileLine([1, 2], [1, 2], 1)).toThrow(/between 0 and 1/);
    expect(() => fitQuantileLine([1, 2], [1], 0.5)).toThrow(/2 x, 1 y/);
  });
});
