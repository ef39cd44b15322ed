import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../../src/lib/numerics/logistic.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  columns: number[][];
  happened: boolean[];
  weights: number[];
  coefficients: number[];
  logLikelihood: number;
}
const { cases } = readFixture<{ cases: Case[] }>('logistic');

describe('fitLogistic', () => {
  it('agrees with scipy on weighted and unweighted outcomes', () => {
    expect(cases).toHaveLength(3);
    for (const { columns, happened, weights, coefficients, logLikelihood } of cases) {
      const fit = fitLogistic(columns, happened, weights);
      expect(fit.converged).toBe(true);
      fit.coefficients.forEach((value, j) => {
        expectClose(value, coefficients[j]!, 1e-9);
      });
      expectClose(fit.logLikelihood, logLikelihood, 1e-12);
    }
  });

  it('gives the log odds of the share where there is only a constant', () => {
    const fit = fitLogistic([[1, 1, 1, 1]], [true, true, true, false]);
    expectClose(fit.coefficients[0]!, Math.log(3), 1e-12); // three to one
  });

  it('does not depend on where it starts or on the order of the points', () => {
    const { columns, happened } = cases[1]!;
    const plain = fitLogistic(columns, happened);
    const far = fitLogistic(columns, happened, undefined, [2, -1, 3]);
    const back = fitLogistic(
      columns.map((column) => [...column].reverse()),
      [...happened].reverse(),
    );
    plain.coefficients.forEach((value, j) => {
      expectClose(far.coefficients[j]!, value, 1e-9);
      expectClose(back.coefficients[j]!, value, 1e-9);
    });
  });

  it('counts a point of weight two twice and passes over weight zero', () => {
    const x = [0.2, 1.1, -0.7, 0.4, 2];
    const happened = [true, false, false, true, true];
    const weighted = fitLogistic([[1, 1, 1, 1, 1], x], happened, [2, 1, 1, 1, 0]);
    const repeated = fitLogistic(
      [
        [1, 1, 1, 1, 1],
        [0.2, 0.2, 1.1, -0.7, 0.4],
      ],
      [true, true, false, false, true],
    );
    weighted.coefficients.forEach((value, j) => {
      expectClose(value, repeated.coefficients[j]!, 1e-9);
    });
  });

  it.each([
    [
      'separated outcomes',
      [
        [1, 1, 1, 1],
        [1, 2, 3, 4],
      ],
      [false, false, true, true],
      /separate/,
    ],
    [
      'collinear columns',
      [
        [1, 1, 1, 1],
        [2, 2, 2, 2],
      ],
      [false, true, false, true],
      /collinear/,
    ],
    [
      'one outcome only',
      [
        [1, 1],
        [1, 2],
      ],
      [true, true],
      /all outcomes are equal/,
    ],
    [
      'a value that is not finite',
      [
        [1, 1],
        [1, Number.NaN],
      ],
      [true, false],
      /not finite/,
    ],
    ['no points', [[], []], [], /no weight/],
  ])('says that it has no answer for %s', (_, columns, happened, reason) => {
    const fit = fitLogistic(columns as number[][], happened as boolean[]);
    expect(fit.converged).toBe(false);
    expect(fit.reason).toMatch(reason as RegExp);
    expect([...fit.coefficients].every(Number.isNaN)).toBe(true);
  });

  it('throws on lists of different lengths', () => {
    expect(() => fitLogistic([[1, 1, 1]], [true, false])).toThrow(RangeError);
    expect(() => fitLogistic([[1, 1]], [true, false], [1])).toThrow(/2 outcomes but a list of 1/);
  });
});
