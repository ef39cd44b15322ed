import { describe, expect, test } from 'vitest';
import { fitLine } from '../../../src/lib/numerics/linear.ts';
import { fitLinear } from '../../../src/lib/numerics/linearModel.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  columns: number[][];
  y: number[];
  weights: number[];
  clusters: string[];
  coefficients: number[];
  covariance: number[];
  hc3Covariance: number[];
  clusterCovariance: number[];
  residualSumOfSquares: number;
  r2: number;
}
const { lines, models } = readFixture<{ lines: Case[]; models: Case[] }>('linear');

/** Off-diagonal entries may be near zero: they are compared on the scale of the diagonal. */
function expectMatrix(found: ArrayLike<number>, truth: readonly number[], p: number): void {
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      expectClose(
        found[i * p + j]!,
        truth[i * p + j]!,
        1e-9,
        Math.sqrt(truth[i * p + i]! * truth[j * p + j]!),
      );
    }
  }
}

test.each(lines.map((one) => [one.y.length, one] as const))(
  'fitLine with %i points agrees with numpy',
  (_, one) => {
    const { y, weights, clusters } = one;
    const line = fitLine(one.columns[1]!, y, { weights, clusters });
    expectClose(line.intercept, one.coefficients[0]!, 1e-10);
    expectClose(line.slope, one.coefficients[1]!, 1e-10);
    expectClose(line.r2, one.r2, 1e-10);
    expectClose(line.residualSumOfSquares, one.residualSumOfSquares, 1e-10);
    for (const [found, truth] of [
      [line.covariance.classical, one.covariance],
      [line.covariance.hc3, one.hc3Covariance],
      [line.covariance.cluster!, one.clusterCovariance],
    ] as const) {
      expectMatrix([found.intercept, found.both, found.both, found.slope], truth, 2);
    }
    expectClose(line.clusterError!, Math.sqrt(one.clusterCovariance[3]!), 1e-9);
    expectClose(line.hc3Error, Math.sqrt(one.hc3Covariance[3]!), 1e-9);
    expectClose(line.standardError, Math.sqrt(one.covariance[3]!), 1e-9);
  },
);

test.each([...lines, ...models].map((one) => [one.columns.length, one.y.length, one] as const))(
  'fitLinear with %i columns and %i points agrees with numpy',
  (p, _, one) => {
    const fit = fitLinear(one.columns, one.y, { weights: one.weights, clusters: one.clusters });
    one.coefficients.forEach((truth, j) => {
      expectClose(fit.coefficients[j]!, truth, 1e-9, 0.01);
    });
    expectClose(fit.r2, one.r2, 1e-10);
    expectMatrix(fit.covariance, one.covariance, p);
    expectMatrix(fit.hc3Covariance, one.hc3Covariance, p);
    expectMatrix(fit.clusterCovariance!, one.clusterCovariance, p);
    expectClose(fit.hc3Errors[1]!, Math.sqrt(one.hc3Covariance[p + 1]!), 1e-9);
    expect(fit.n).toBe(one.weights.filter((w) => w > 0).length);
  },
);

describe('invariants', () => {
  const { columns, y, weights, clusters } = lines.at(-1)!;
  const x = columns[1]!;
  const line = fitLine(x, y, { weights, clusters });

  test('moving x moves the intercept only', () => {
    const moved = fitLine(
      x.map((value) => value + 20_000),
      y,
      { weights, clusters },
    );
    expectClose(moved.slope, line.slope, 1e-9);
    expectClose(moved.hc3Error, line.hc3Error, 1e-9);
    expectClose(moved.clusterError!, line.clusterError!, 1e-9);
  });

  test('points with weight 0 leave no trace', () => {
    const padded = fitLine([...x, Number.NaN], [...y, 5], {
      weights: [...weights, 0],
      clusters: [...clusters, 'alone'],
    });
    expect(padded).toEqual(line);
  });

  test('each point its own cluster is the HC1 error', () => {
    const own = fitLine(x, y, { clusters: x.map((_, i) => i) });
    const fit = fitLine(x, y);
    const meat = x.reduce((sum, xi, i) => {
      const mean = x.reduce((a, b) => a + b) / x.length;
      return sum + ((xi - mean) * (y[i]! - fit.intercept - fit.slope * xi)) ** 2;
    }, 0);
    const mean = x.reduce((a, b) => a + b) / x.length;
    const sxx = x.reduce((sum, xi) => sum + (xi - mean) ** 2, 0);
    expectClose(own.clusterError!, Math.sqrt((x.length / (x.length - 2)) * meat) / sxx, 1e-9);
  });
});

describe('edges and refusals', () => {
  test('two points give a line without an error', () => {
    expect(fitLine([0, 2], [1, 5])).toMatchObject({
      slope: 2,
      intercept: 1,
      r2: 1,
      degreesOfFreedom: 0,
      standardError: Infinity,
      hc3Error: Infinity,
      converged: true,
    });
  });

  test('a level line explains nothing: its R² is 0', () => {
    expect(fitLine([0, 1, 2], [4, 4, 4])).toMatchObject({ slope: 0, r2: 0, standardError: 0 });
  });

  test('one point that alone fixes the slope has no HC3 error', () => {
    expect(fitLine([0, 0, 0, 1], [1, 2, 3, 9])).toMatchObject({
      converged: true,
      hc3Error: Infinity,
    });
  });

  test('one cluster gives no cluster error', () => {
    expect(fitLine([0, 1, 2], [1, 3, 2], { clusters: ['a', 'a', 'a'] }).clusterError).toBeNull();
    expect(fitLine([0, 1, 2], [1, 3, 2]).clusterError).toBeNull();
  });

  test.each([
    ['one day only', [3, 3, 3], [1, 2, 3], undefined, /same x/],
    ['one point', [3], [1], undefined, /two points/],
    ['nothing', [], [], undefined, /two points/],
    ['a value that is not finite', [1, 2, 3], [1, Number.NaN, 3], undefined, /point 2/],
    ['a negative weight', [1, 2, 3], [1, 2, 3], [1, 1, -1], /point 3/],
  ])('%s is refused with a reason', (_, x, y, weights, reason) => {
    const line = fitLine(x, y, weights && { weights });
    expect(line.converged).toBe(false);
    expect(line.reason).toMatch(reason);
    expect(line.slope).toBeNaN();
  });

  test('collinear columns are named', () => {
    const ones = [1, 1, 1, 1];
    const fit = fitLinear([ones, [1, 2, 3, 4], [3, 5, 7, 9]], [1, 2, 3, 5]);
    expect(fit).toMatchObject({
      converged: false,
      reason: 'column 3 follows from the columns before it',
    });
    expect(fit.coefficients[1]).toBeNaN();
  });

  test('fewer points than columns, values that are not finite', () => {
    expect(fitLinear([[1], [2]], [1]).reason).toBe(
      '1 points with a positive weight cannot determine 2 coefficients',
    );
    expect(
      fitLinear(
        [
          [1, 1],
          [2, Infinity],
        ],
        [1, 2],
      ).reason,
    ).toMatch(/point 2/);
  });

  test('as many points as columns: exact, without errors', () => {
    const fit = fitLinear(
      [
        [1, 1],
        [0, 2],
      ],
      [1, 5],
    );
    expect([...fit.coefficients]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect([...fit.standardErrors, ...fit.hc3Errors]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      Infinity,
    ]);
  });

  test('lists of different lengths throw', () => {
    expect(() => fitLine([1, 2], [1, 2, 3])).toThrow(/3 y but a list of 2/);
    expect(() => fitLinear([[1, 2]], [1, 2], { clusters: ['a'] })).toThrow(RangeError);
  });
});
