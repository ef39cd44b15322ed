import { exp, ln } from './elementary.ts';
import { minimise } from './lbfgs.ts';
import { absoluteSum, type CentredRuns, criterionOf, sumAboutMean } from './lossCriterion.ts';

/** Training runs as parallel lists. */
export interface LossRuns {
  /** Parameters N and training tokens D of each run, plain counts. */
  parameters: ArrayLike<number>;
  tokens: ArrayLike<number>;
  /** Final loss, nats per token, > 0. */
  loss: ArrayLike<number>;
  /** How often each run counts; default once. */
  weights?: ArrayLike<number>;
}

/** L(N, D) = E + A N^−alpha + B D^−beta. */
export interface LossLaw {
  /** Irreducible loss, nats per token; 0 in the form without it. */
  E: number;
  lnA: number;
  lnB: number;
  alpha: number;
  beta: number;
}

/**
 * What is summed over the residuals r = ln L − ln L̂: Huber's function of r (quadratic within
 * delta), |r|, or r².
 */
export type LossCriterion = 'huber' | 'absolute' | 'squares';

export interface LossLawOptions {
  /** Whether the law has the constant E. Default true; the paper's own form has none. */
  withFloor?: boolean;
  criterion?: LossCriterion;
  /** Half-width of the quadratic part for 'huber'. Default 1e-3. */
  delta?: number;
  /** A law to start from, for refits of resampled data, instead of the grid. */
  start?: LossLaw;
}

export interface LossLawFit extends LossLaw {
  /** The criterion's sum at the law. */
  objective: number;
  /** Starts that were tried, and those whose objective agrees with the best to 1e-8. */
  starts: number;
  agreeing: number;
  converged: boolean;
  reason: string;
}

const AGREEMENT = 1e-8;
const LEAST_AGREEING = 3;
/**
 * Least absolute deviations take one start of the grid in so many, because each is followed through
 * all widths.
 */
const NARROWED = 3;
/** Sums this small beside that of the losses about their mean are zero: all runs lie on the law. */
const ROUNDING = 1e-10;
/**
 * Widths of the quadratic part on the way to least absolute deviations: each fit starts from the
 * one before.
 */
const NARROWING = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];

/**
 * Fits the loss law to training runs: minimises Σ weight · criterion(ln L − ln L̂) by L-BFGS over
 * (ln A, ln B, ln E, alpha, beta), with ln L̂ = LogSumExp(ln A − alpha ln N, ln B − beta ln D, ln
 * E), from 72 starts (J. Hoffmann et al., arXiv 2203.15556, section 3.3; 24 of them for
 * 'absolute'). ln N and ln D are centred, which takes the strong correlation of A with alpha out of
 * the search. `converged` asks that at least three starts reach the same sum to 1e-8; with `start`
 * given there is one run, which has to settle by itself.
 *
 * Fewer runs than coefficients, or values that are not finite and positive, give `converged: false`
 * with a reason.
 */
export function fitLossLaw(runs: LossRuns, options: LossLawOptions = {}): LossLawFit {
  const { withFloor = true, criterion = 'huber', delta = 1e-3 } = options;
  const centred = centre(runs);
  const needed = withFloor ? 5 : 4;
  if (typeof centred === 'string') return refuse(centred);
  if (centred.count < needed)
    return refuse(`${centred.count} runs cannot determine ${needed} coefficients`);
  const widths = criterion === 'huber' ? [delta] : criterion === 'squares' ? [Infinity] : NARROWING;
  const all = options.start
    ? [uncentred(options.start, centred, withFloor)]
    : grid(withFloor, centred);
  const starts = criterion === 'absolute' ? all.filter((_, i) => i % NARROWED === 0) : all;
  const ends = starts.map((start) => descend(centred, start, withFloor, widths));
  ends.sort((a, b) => a.value - b.value);
  const best = ends[0]!;
  const margin = AGREEMENT * best.value + ROUNDING * sumAboutMean(centred, widths.at(-1)!);
  const agreeing = ends.filter((end) => end.settled && end.value - best.value <= margin).length;
  const asked = options.start ? 1 : LEAST_AGREEING;
  const converged = best.settled && agreeing >= asked;
  const law = lawOf(best.theta, centred, withFloor);
  return {
    ...law,
    objective: criterion === 'absolute' ? absoluteSum(centred, best.theta, withFloor) : best.value,
    starts: starts.length,
    agreeing,
    converged,
    reason: converged
      ? `${agreeing} of ${starts.length} starts agree`
      : `only ${agreeing} of ${starts.length} starts reach the lowest sum; ${asked} must agree`,
  };
}

function centre({ parameters, tokens, loss, weights }: LossRuns): CentredRuns | string {
  const n = loss.length;
  if (
    parameters.length !== n ||
    tokens.length !== n ||
    (weights !== undefined && weights.length !== n)
  ) {
    throw new RangeError(
      `fitLossLaw: ${n} losses, ${parameters.length} parameters, ${tokens.length} tokens; give as many of each`,
    );
  }
  const rows: [number, number, number, number][] = [];
  for (let i = 0; i < n; i += 1) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (weight === 0) continue;
    const row: [number, number, number, number] = [
      ln(parameters[i]!),
      ln(tokens[i]!),
      ln(loss[i]!),
      weight,
    ];
    if (!row.every((value) => Math.abs(value) < Infinity) || weight < 0) {
      return `run ${i + 1} has N = ${parameters[i]}, D = ${tokens[i]}, loss ${loss[i]}, weight ${weight}; all must be finite and positive`;
    }
    rows.push(row);
  }
  const mean = (k: 0 | 1) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length;
  const meanLnParameters = mean(0);
  const meanLnTokens = mean(1);
  return {
    count: rows.length,
    lnParameters: Float64Array.from(rows, (row) => row[0] - meanLnParameters),
    lnTokens: Float64Array.from(rows, (row) => row[1] - meanLnTokens),
    lnLoss: Float64Array.from(rows, (row) => row[2]),
    weights: Float64Array.from(rows, (row) => row[3]),
    meanLnParameters,
    meanLnTokens,
  };
}

interface End {
  theta: Float64Array;
  value: number;
  settled: boolean;
}

/** theta = (ln A, ln B at the centre, alpha, beta, ln E if there is one). */
function descend(
  runs: CentredRuns,
  start: readonly number[],
  withFloor: boolean,
  widths: readonly number[],
): End {
  let theta: Float64Array = Float64Array.from(start);
  let end: End = { theta, value: Infinity, settled: false };
  for (const width of widths) {
    const scale = width === Infinity ? 1 : 1 / width;
    const found = minimise(criterionOf(runs, withFloor, width, scale), theta, {
      gradientTolerance: 1e-9,
    });
    theta = found.parameters;
    end = { theta, value: found.value / scale, settled: found.converged };
  }
  return end;
}

/**
 * Hoffmann's grid thinned to 72 starts, for the uncentred coefficients (ln A, ln B, alpha, beta, ln
 * E).
 */
function grid(withFloor: boolean, runs: CentredRuns): number[][] {
  const starts: number[][] = [];
  for (const lnA of [3, 6, 9]) {
    for (const lnB of [3, 6, 9]) {
      for (const lnE of [0, 0.5]) {
        for (const alpha of [0.25, 0.4]) {
          for (const beta of [0.25, 0.4]) {
            starts.push(uncentred({ lnA, lnB, E: exp(lnE), alpha, beta }, runs, withFloor));
          }
        }
      }
    }
  }
  return starts;
}

function uncentred(
  { lnA, lnB, E, alpha, beta }: LossLaw,
  runs: CentredRuns,
  withFloor: boolean,
): number[] {
  const theta = [lnA - alpha * runs.meanLnParameters, lnB - beta * runs.meanLnTokens, alpha, beta];
  return withFloor ? [...theta, ln(E > 0 ? E : 1e-3)] : theta;
}

function lawOf(theta: Float64Array, runs: CentredRuns, withFloor: boolean): LossLaw {
  return {
    E: withFloor ? exp(theta[4]!) : 0,
    lnA: theta[0]! + theta[2]! * runs.meanLnParameters,
    lnB: theta[1]! + theta[3]! * runs.meanLnTokens,
    alpha: theta[2]!,
    beta: theta[3]!,
  };
}

function refuse(reason: string): LossLawFit {
  const nan = Number.NaN;
  return {
    E: nan,
    lnA: nan,
    lnB: nan,
    alpha: nan,
    beta: nan,
    objective: nan,
    starts: 0,
    agreeing: 0,
    converged: false,
    reason,
  };
}
