import { describe, expect, test } from 'vitest';
import { exp } from '../../../src/lib/numerics/elementary.ts';
import { fitLeastSquares, RESTARTS } from '../../../src/lib/numerics/leastSquares.ts';
import {
  type LeastSquaresProblem,
  makeWorkspace,
} from '../../../src/lib/numerics/linearisation.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { expectClose } from './fixture.ts';

const x = [0, 1, 2, 3, 4, 5, 6];
const y = [1.1, 2.9, 5.2, 7.1, 8.8, 11.2, 12.9];

/** y = p0 + p1 x: has a closed form. */
const line: LeastSquaresProblem = {
  count: 7,
  start: [0, 0],
  residuals(p, out) {
    for (let i = 0; i < 7; i += 1) out[i] = p[0]! + p[1]! * x[i]! - y[i]!;
  },
  jacobian(_, out) {
    for (let i = 0; i < 7; i += 1) out.set([1, x[i]!], 2 * i);
  },
};
const { jacobian: _, ...lineByDifferences } = line;

/** The ruler's curve: floor + range / (1 + e^(−k (u − mid))). */
function curve(
  scores: readonly number[],
  start: readonly number[],
  bounds: Partial<LeastSquaresProblem> = {},
): LeastSquaresProblem {
  const u = [20, 21.1, 21.8, 22.6, 23.4, 24.2, 25];
  return {
    count: 7,
    start,
    residuals(p, out) {
      for (let i = 0; i < 7; i += 1)
        out[i] = 0.25 + 0.75 / (1 + exp(-p[0]! * (u[i]! - p[1]!))) - scores[i]!;
    },
    jacobian(p, out) {
      for (let i = 0; i < 7; i += 1) {
        const s = 1 / (1 + exp(-p[0]! * (u[i]! - p[1]!)));
        out[2 * i] = 0.75 * s * (1 - s) * (u[i]! - p[1]!);
        out[2 * i + 1] = -0.75 * s * (1 - s) * p[0]!;
      }
    },
    ...bounds,
  };
}

function scoresOf(k: number, mid: number, noise = 0): number[] {
  const stream = makeStream(3, 'scores');
  return [20, 21.1, 21.8, 22.6, 23.4, 24.2, 25].map(
    (u) => 0.25 + 0.75 / (1 + exp(-k * (u - mid))) + noise * stream.normal(),
  );
}

describe('known answers', () => {
  test('a line is fitted as in the closed form, errors included', () => {
    const fit = fitLeastSquares(line);
    // Closed form: slope Sxy/Sxx = 55.6/28, intercept mean y − 3 slope, s² = RSS/5, var slope = s²/28, var intercept = s² (1/7 + 9/28).
    const slope = x.reduce((sum, xi, i) => sum + (xi - 3) * y[i]!, 0) / 28;
    const intercept = y.reduce((sum, yi) => sum + yi, 0) / 7 - 3 * slope;
    const squares = x.reduce((sum, xi, i) => sum + (y[i]! - intercept - slope * xi) ** 2, 0);
    expect(fit.converged).toBe(true);
    expectClose(fit.parameters[0]!, intercept, 1e-12);
    expectClose(fit.parameters[1]!, slope, 1e-12);
    expectClose(fit.residualSumOfSquares, squares, 1e-12);
    expectClose(fit.standardErrors[1]!, Math.sqrt(squares / 5 / 28), 1e-9);
    expectClose(fit.standardErrors[0]!, Math.sqrt((squares / 5) * (1 / 7 + 9 / 28)), 1e-9);
    expectClose(fit.covariance[1]!, (-3 * squares) / 5 / 28, 1e-9);
    expect(fit.covariance[1]).toBe(fit.covariance[2]);
    expect(fit.degreesOfFreedom).toBe(5);
  });

  test.each([
    [0.5, 22],
    [1.4, 23.5],
    [0.3, 19],
  ])('a curve without noise gives back its k = %s and midpoint %s', (k, mid) => {
    const fit = fitLeastSquares(curve(scoresOf(k, mid), [0.7, 22.5]));
    expect(fit.converged).toBe(true);
    expectClose(fit.parameters[0]!, k, 1e-10);
    expectClose(fit.parameters[1]!, mid, 1e-10);
    for (const error of fit.standardErrors) expect(error).toBeLessThan(1e-9);
  });

  test('differences and exact derivatives agree', () => {
    const exact = fitLeastSquares(curve(scoresOf(0.6, 22, 0.02), [0.5, 21]));
    const { jacobian: _exact, ...withoutDerivatives } = curve(scoresOf(0.6, 22, 0.02), [0.5, 21]);
    const differences = fitLeastSquares(withoutDerivatives);
    for (const j of [0, 1]) {
      expectClose(differences.parameters[j]!, exact.parameters[j]!, 1e-8);
      expectClose(differences.standardErrors[j]!, exact.standardErrors[j]!, 1e-7);
    }
  });
});

describe('invariants', () => {
  const scores = scoresOf(0.6, 22, 0.02);

  test('a workspace changes nothing, however often it is used', () => {
    const workspace = makeWorkspace(7, 2);
    const fresh = fitLeastSquares(curve(scores, [0.5, 21]));
    fitLeastSquares(curve(scoresOf(1, 23), [0.5, 21]), { workspace });
    expect(fitLeastSquares(curve(scores, [0.5, 21]), { workspace })).toEqual(fresh);
  });

  test('a workspace of another shape is not used', () => {
    expect(fitLeastSquares(line, { workspace: makeWorkspace(9, 4) })).toEqual(
      fitLeastSquares(line),
    );
  });

  test('residuals in other units give the same parameters and relative errors', () => {
    const fit = fitLeastSquares(line);
    const scaled = fitLeastSquares({
      ...lineByDifferences,
      residuals: (p, out) => {
        line.residuals(p, out);
        for (let i = 0; i < 7; i += 1) out[i] = 1e6 * out[i]!;
      },
    });
    expectClose(scaled.parameters[1]!, fit.parameters[1]!, 1e-10);
    expectClose(scaled.standardErrors[1]!, fit.standardErrors[1]!, 1e-9);
  });

  test('several first steps return the best of the runs', () => {
    const single = fitLeastSquares(curve(scores, [0.5, 21]));
    const restarted = fitLeastSquares(curve(scores, [0.5, 21]), { trust: RESTARTS });
    expectClose(restarted.parameters[0]!, single.parameters[0]!, 1e-8);
    expect(restarted.residualSumOfSquares).toBeLessThanOrEqual(
      single.residualSumOfSquares * (1 + 1e-12),
    );
  });
});

describe('bounds', () => {
  const scores = scoresOf(0.6, 22);

  test('bounds that do not bite change nothing', () => {
    const free = fitLeastSquares(curve(scores, [0.5, 21]));
    const bounded = fitLeastSquares(curve(scores, [0.5, 21], { lower: [0, 10], upper: [5, 40] }));
    expectClose(bounded.parameters[0]!, free.parameters[0]!, 1e-9);
    expect(bounded.converged).toBe(true);
  });

  test('a bound that bites holds the parameter there and fits the other', () => {
    const fit = fitLeastSquares(curve(scores, [0.3, 21], { upper: [0.4, 40] }));
    expect(fit.parameters[0]).toBe(0.4);
    expect(fit.converged).toBe(true);
    expect(fit.reason).toContain('1 held at a bound');
    expect(fit.standardErrors[0]).toBe(Infinity);
    const fixed = fitLeastSquares({
      ...curve(scores, [22]),
      start: [21],
      residuals(p, out) {
        curve(scores, []).residuals(Float64Array.of(0.4, p[0]!), out);
      },
      jacobian: (p, out) => {
        const both = new Float64Array(14);
        curve(scores, []).jacobian!(Float64Array.of(0.4, p[0]!), both);
        for (let i = 0; i < 7; i += 1) out[i] = both[2 * i + 1]!;
      },
    });
    expectClose(fit.parameters[1]!, fixed.parameters[0]!, 1e-8);
  });

  test('a start outside the bounds is moved onto them', () => {
    const fit = fitLeastSquares(curve(scores, [-3, 99], { lower: [0.1, 15], upper: [3, 30] }));
    expectClose(fit.parameters[1]!, 22, 1e-8);
  });

  test('contradictory bounds are refused', () => {
    expect(() => fitLeastSquares(curve(scores, [1, 1], { lower: [2, 0], upper: [1, 9] }))).toThrow(
      /parameter 1 are \[2, 1\]/,
    );
  });
});

describe('what cannot be fitted is said, never NaN', () => {
  test('fewer residuals than parameters', () => {
    const fit = fitLeastSquares({ ...line, count: 1 });
    expect(fit).toMatchObject({
      converged: false,
      reason: '1 residuals cannot determine 2 parameters',
    });
    expect([...fit.standardErrors]).toEqual([Infinity, Infinity]);
  });

  test('as many residuals as parameters: an exact fit without errors', () => {
    const fit = fitLeastSquares({
      ...lineByDifferences,
      count: 2,
      residuals(p, out) {
        out[0] = p[0]! - 1;
        out[1] = p[0]! + p[1]! - 3;
      },
    });
    expect([...fit.parameters]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect(fit.converged).toBe(true);
    expect(fit.reason).toContain('no degree of freedom');
    expect([...fit.standardErrors]).toEqual([Infinity, Infinity]);
  });

  test('two parameters that only enter as their sum', () => {
    const fit = fitLeastSquares({
      ...lineByDifferences,
      residuals(p, out) {
        for (let i = 0; i < 7; i += 1) out[i] = p[0]! + p[1]! - y[i]!;
      },
    });
    expect(fit.converged).toBe(false);
    expect(fit.reason).toMatch(/do not determine parameter 1, 2|no optimum|no step/);
    expect(fit.standardErrors.every((error) => error === Infinity)).toBe(true);
  });

  test('a parameter without any effect', () => {
    const fit = fitLeastSquares({ ...lineByDifferences, start: [0, 0, 5] });
    expect(fit.converged).toBe(false);
    expect(fit.reason).toBe('the data do not determine parameter 3');
    expectClose(fit.parameters[1]!, fitLeastSquares(line).parameters[1]!, 1e-9);
  });

  test('a start where the residuals are not finite', () => {
    const fit = fitLeastSquares({ ...line, residuals: (_, out) => void out.fill(Number.NaN) });
    expect(fit).toMatchObject({ converged: false, residualSumOfSquares: Infinity });
    expect(fit.reason).toContain('not finite at the start');
    expect([...fit.parameters]).toEqual([0, 0]);
  });

  test('derivatives that are not finite', () => {
    const fit = fitLeastSquares({ ...line, jacobian: (_, out) => void out.fill(Number.NaN) });
    expect(fit).toMatchObject({ converged: false, reason: 'the derivatives are not finite' });
  });

  test('derivatives that point the wrong way', () => {
    const fit = fitLeastSquares({
      ...line,
      start: [5, 5],
      jacobian: (_, out) => {
        for (let i = 0; i < 7; i += 1) out.set([-1, -x[i]!], 2 * i);
      },
    });
    expect(fit.converged).toBe(false);
    expect(fit.reason).toContain('no optimum');
  });

  test('a step into forbidden ground is shortened, not taken', () => {
    const fit = fitLeastSquares({
      count: 3,
      start: [0.01],
      residuals(p, out) {
        for (let i = 0; i < 3; i += 1) out[i] = Math.sqrt(p[0]! - 0.005) - [1, 1.1, 0.9][i]!;
      },
    });
    expect(fit.converged).toBe(true);
    expectClose(fit.parameters[0]!, 1.005, 1e-9);
  });

  test('scores on one plateau do not determine the curve', () => {
    const fit = fitLeastSquares(curve(new Array(7).fill(0.25), [0.5, 22]));
    expect(fit.parameters.every(Number.isFinite)).toBe(true);
    expect(fit.standardErrors.some(Number.isNaN)).toBe(false);
    expect(fit.converged).toBe(false);
    expect(fit.reason).toBe('the data do not determine parameter 1, 2');
  });

  test('an empty list of first steps is refused', () => {
    expect(() => fitLeastSquares(line, { trust: [] })).toThrow(/empty/);
  });
});
