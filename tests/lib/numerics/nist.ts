/**
 * The certified nonlinear problems of NIST as least-squares problems, and the measure of agreement
 * with their certified values.
 */
import { readFileSync } from 'node:fs';
import { ln } from '../../../src/lib/numerics/elementary.ts';
import {
  fitLeastSquares,
  type LeastSquaresOptions,
} from '../../../src/lib/numerics/leastSquares.ts';
import type { LeastSquaresFit } from '../../../src/lib/numerics/leastSquaresFit.ts';
import type { LeastSquaresProblem } from '../../../src/lib/numerics/linearisation.ts';
import { parseFormula } from './formula.ts';

export interface CertifiedProblem {
  name: string;
  difficulty: string;
  formula: string;
  predictors: string[];
  nParams: number;
  n: number;
  start1: number[];
  start2: number[];
  certified: number[];
  certifiedSd: number[];
  rss: number;
  y: number[];
}

export interface CertifiedRun {
  name: string;
  start: 1 | 2;
  /** Digits that agree, the least over the parameters, 11 at most (all that are certified). */
  parameterDigits: number;
  errorDigits: number;
  fit: LeastSquaresFit;
  milliseconds: number;
}

const file = new URL('../../fixtures/nist-strd.json', import.meta.url);
export const problems: CertifiedProblem[] = JSON.parse(readFileSync(file, 'utf8')).problems;

/**
 * −log10 of the relative error: the number of digits that agree (B. D. McCullough, The American
 * Statistician 52 (1998), 358–366).
 */
export function digitsThatAgree(values: ArrayLike<number>, certified: readonly number[]): number {
  const digits = certified.map((truth, j) => {
    const error = Math.abs(values[j]! - truth) / Math.abs(truth);
    if (error === 0) return 11;
    return error < 1 ? Math.min(11, -ln(error) / Math.LN10) : 0; // NaN agrees in no digit
  });
  return Math.min(...digits);
}

/**
 * Residuals model − y (a `log(y)` on the left side is taken of the data), with exact derivatives if
 * asked.
 */
export function asLeastSquares(
  problem: CertifiedProblem,
  start: 1 | 2,
  exactDerivatives: boolean,
): LeastSquaresProblem {
  const [left, right] = problem.formula.split(' = ') as [string, string];
  const value = parseFormula(right, 0);
  const rows = problem.y.map((_, i) =>
    Object.fromEntries(
      problem.predictors.map((name) => [
        name,
        (problem as unknown as Record<string, number[]>)[name]![i]!,
      ]),
    ),
  );
  const y = left.startsWith('log') ? problem.y.map(ln) : problem.y;
  const none = new Float64Array(0);
  const result: LeastSquaresProblem = {
    count: problem.n,
    start: start === 1 ? problem.start1 : problem.start2,
    residuals(b, out) {
      for (let i = 0; i < rows.length; i += 1) out[i] = value(b, rows[i]!, none) - y[i]!;
    },
  };
  if (!exactDerivatives) return result;
  const model = parseFormula(right, problem.nParams);
  const gradient = new Float64Array(problem.nParams);
  result.jacobian = (b, out) => {
    for (let i = 0; i < rows.length; i += 1) {
      model(b, rows[i]!, gradient);
      out.set(gradient, i * problem.nParams);
    }
  };
  return result;
}

export function runCertified(
  exactDerivatives: boolean,
  options: LeastSquaresOptions = {},
): CertifiedRun[] {
  return problems.flatMap((problem) =>
    ([1, 2] as const).map((start) => {
      const begin = performance.now();
      const fit = fitLeastSquares(asLeastSquares(problem, start, exactDerivatives), options);
      return {
        name: problem.name,
        start,
        parameterDigits: digitsThatAgree(fit.parameters, problem.certified),
        errorDigits: digitsThatAgree(fit.standardErrors, problem.certifiedSd),
        fit,
        milliseconds: performance.now() - begin,
      };
    }),
  );
}
