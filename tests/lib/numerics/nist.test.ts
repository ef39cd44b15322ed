import { describe, expect, test } from 'vitest';
import { fitLeastSquares } from '../../../src/lib/numerics/leastSquares.ts';
import { parseFormula } from './formula.ts';
import { asLeastSquares, digitsThatAgree, problems, runCertified } from './nist.ts';

test('the certified set has 27 problems with two starts each', () => {
  expect(problems).toHaveLength(27);
  for (const problem of problems) expect(problem.certified).toHaveLength(problem.nParams);
});

test('the certified parameters give the certified residual sum', () => {
  for (const problem of problems.filter(({ name }) => name !== 'Lanczos1')) {
    const out = new Float64Array(problem.n);
    asLeastSquares(problem, 1, false).residuals(Float64Array.from(problem.certified), out);
    const sum = out.reduce((total, residual) => total + residual * residual, 0);
    expect(digitsThatAgree([sum], [problem.rss]), problem.name).toBeGreaterThan(5);
  }
});

describe.each([
  ['central differences', false],
  ['exact derivatives', true],
])('with %s', (_, exactDerivatives) => {
  const runs = runCertified(exactDerivatives);

  test('all 54 runs reach 6 digits in every parameter', () => {
    expect(runs).toHaveLength(54);
    expect(
      runs.filter((run) => run.parameterDigits < 6).map((run) => `${run.name}/${run.start}`),
    ).toEqual([]);
  });

  test('52 of 54 runs reach 6 digits in every standard error; the rest is Lanczos1, whose residuals are rounding', () => {
    expect(
      runs.filter((run) => run.errorDigits < 6).map((run) => `${run.name}/${run.start}`),
    ).toEqual(['Lanczos1/1', 'Lanczos1/2']);
  });

  test('no run is silent: each says that it converged, and nothing is NaN', () => {
    for (const { name, fit } of runs) {
      expect(fit.converged, name).toBe(true);
      expect(fit.reason).toMatch(/^settled/);
      for (const value of [...fit.parameters, ...fit.standardErrors, ...fit.covariance])
        expect(value).not.toBeNaN();
    }
  });
});

test('a run that stops early says so', () => {
  const problem = problems.find(({ name }) => name === 'MGH17')!;
  const fit = fitLeastSquares(asLeastSquares(problem, 1, true), { maxIterations: 20 });
  expect(fit).toMatchObject({
    converged: false,
    iterations: 20,
    reason: 'no optimum after 20 iterations',
  });
  expect([...fit.standardErrors]).toEqual(new Array(5).fill(Infinity));
});

test('the formula reader follows the rules of arithmetic and differentiates exactly', () => {
  const gradient = new Float64Array(2);
  expect(parseFormula('-b1**2', 1)([3], {}, gradient)).toBe(-9);
  expect(parseFormula('2**3**2', 0)([], {}, gradient)).toBe(512);
  expect(parseFormula('7-2-1', 0)([], {}, gradient)).toBe(4);
  expect(parseFormula('b1*exp(-b2*x)/2', 2)([4, 0], { x: 3 }, gradient)).toBe(2);
  expect([...gradient]).toEqual([0.5, -6]);
  expect(() => parseFormula('b1 ^ 2', 1)).toThrow(/unknown sign/);
  expect(() => parseFormula('exp(b1', 1)).toThrow(/expected/);
});
