/**
 * The ruler (reference law): how the score of one family, trained by one recipe in several sizes,
 * rises with its parameters. Per benchmark
 *
 *   S(N) = d + (c − d) / (1 + exp(−k (ln N − μ)))
 *
 * with d the chance level, c the ceiling; k and μ by least squares on scores as fractions.
 */
import type { Choices } from './choices.ts';
import { exp, ln } from './numerics/elementary.ts';
import { fitLeastSquares } from './numerics/leastSquares.ts';
import type { Axis, PanelData, PanelTable } from './panel.ts';
import { RefusalError } from './refusal.ts';

/** Smallest score error: 1.5 points, the least by which two tables of one test differ. */
export const LEAST_SCORE_ERROR = 0.015;

/** A score curve of the ruler's family on one benchmark. */
export interface ScoreCurve {
  /** Score of guessing (lower asymptote), a fraction. */
  chance: number;
  /** Upper asymptote, a fraction. */
  ceiling: number;
  /** Steepness k per unit of ln N, > 0. */
  slope: number;
  /** Position μ of the midpoint, in ln(parameters). */
  midpoint: number;
}

/** A size of the ruler's family with its score. */
export interface RulerPoint {
  id: string;
  name: string;
  parameters: number;
  score: number;
  fitted: number;
}

export interface RulerAxis extends Axis, ScoreCurve {
  points: readonly RulerPoint[];
  /** Standard deviation of the residuals, n − 2 degrees of freedom. */
  residual: number;
  /** Binomial standard error of the test at a score of one half. */
  binomial: number;
  /** Score error σ: the larger of residual, binomial and {@link LEAST_SCORE_ERROR}. */
  sigma: number;
  slopeError: number;
  midpointError: number;
  converged: boolean;
  reason: string;
}

export interface Ruler {
  id: string;
  name: string;
  axes: readonly RulerAxis[];
  /** Smallest and largest size of the family: between them the ruler interpolates. */
  domain: readonly [number, number];
}

/** Score that the curve gives a model of `lnParameters`; a fraction. */
export function predictScore(curve: ScoreCurve, lnParameters: number): number {
  const { chance, ceiling, slope, midpoint } = curve;
  return chance + (ceiling - chance) / (1 + exp(-slope * (lnParameters - midpoint)));
}

/**
 * The size at which the curve reaches a score: the inverse of {@link predictScore}.
 *
 * @returns ln(parameters), or NaN where no finite size reaches the score
 */
export function invertScore(curve: ScoreCurve, score: number): number {
  const { chance, ceiling, slope, midpoint } = curve;
  if (!(score > chance && score < ceiling)) return Number.NaN;
  return midpoint + ln((score - chance) / (ceiling - score)) / slope;
}

/** How strongly the inverted size reacts to the score: d ln N / dS at a score. */
export function conditioning(curve: ScoreCurve, score: number): number {
  const { chance, ceiling, slope } = curve;
  if (!(score > chance && score < ceiling)) return Number.NaN;
  return (ceiling - chance) / (slope * (score - chance) * (ceiling - score));
}

/** Size and score of the ruler's members on one axis. */
export interface CurveData {
  lnParameters: ArrayLike<number>;
  scores: ArrayLike<number>;
}

export interface CurveFit {
  slope: number;
  midpoint: number;
  slopeError: number;
  midpointError: number;
  residual: number;
  converged: boolean;
  reason: string;
}

/**
 * Fits slope and midpoint of one curve by least squares, chance and ceiling given.
 *
 * @param start first values of slope and midpoint
 */
export function fitCurve(
  { lnParameters, scores }: CurveData,
  { chance, ceiling }: Pick<ScoreCurve, 'chance' | 'ceiling'>,
  start: readonly [number, number] = [0.5, 22],
): CurveFit {
  const n = scores.length;
  const range = ceiling - chance;
  const fit = fitLeastSquares({
    count: n,
    start: [start[0], start[1]],
    residuals(parameters, out) {
      const [k, mu] = [parameters[0] as number, parameters[1] as number];
      for (let i = 0; i < n; i++) {
        const p = 1 / (1 + exp(-k * ((lnParameters[i] as number) - mu)));
        out[i] = chance + range * p - (scores[i] as number);
      }
    },
    jacobian(parameters, out) {
      const [k, mu] = [parameters[0] as number, parameters[1] as number];
      for (let i = 0; i < n; i++) {
        const distance = (lnParameters[i] as number) - mu;
        const p = 1 / (1 + exp(-k * distance));
        out[2 * i] = range * p * (1 - p) * distance;
        out[2 * i + 1] = -range * p * (1 - p) * k;
      }
    },
  });
  const [slope, midpoint] = [fit.parameters[0] as number, fit.parameters[1] as number];
  return {
    slope,
    midpoint,
    slopeError: fit.standardErrors[0] as number,
    midpointError: fit.standardErrors[1] as number,
    residual: Math.sqrt(fit.residualSumOfSquares / Math.max(1, n - 2)),
    converged: fit.converged && slope > 0,
    reason: slope > 0 ? fit.reason : 'the score does not rise with size',
  };
}

/**
 * The chosen ruler, measured on the same axes as the models it measures.
 *
 * @throws RefusalError where the ruler is unknown or has fewer than three sizes on a benchmark
 */
export function fitRuler(data: PanelData, table: PanelTable, choices: Choices): Ruler {
  const record = data.rulers.find(({ id }) => id === choices.ruler);
  if (!record) {
    const known = data.rulers.map(({ id }) => id).join(', ');
    throw new RefusalError({
      code: 'unknown-choice',
      sentence: `There is no ruler called "${choices.ruler}"; known are ${known}.`,
    });
  }
  const members = rulerMembers(table, record.models);
  const sizes = members.map(({ actual }) => actual);
  const axes = table.axes.map((axis, index) => fitAxis(axis, index, members, record.name));
  return {
    id: record.id,
    name: record.name,
    axes,
    domain: [Math.min(...sizes), Math.max(...sizes)],
  };
}

/** The ruler's members among the table's candidates, smallest first. */
export function rulerMembers(table: PanelTable, ids: readonly string[]) {
  return table.candidates
    .filter(({ model }) => ids.includes(model.id))
    .sort((a, b) => a.actual - b.actual || (a.model.id < b.model.id ? -1 : 1));
}

function fitAxis(
  axis: Axis,
  index: number,
  members: PanelTable['candidates'],
  rulerName: string,
): RulerAxis {
  const measured = members.filter(({ scores }) => scores[index]);
  const lnParameters = measured.map(({ actual }) => ln(actual));
  const scores = measured.map((member) => member.scores[index]?.value as number);
  if (new Set(lnParameters).size < 3) {
    throw new RefusalError({
      code: 'unusable-ruler',
      sentence: `The ruler ${rulerName} has only ${measured.length} sizes with a score on ${axis.name}; a curve needs at least three.`,
    });
  }
  const fit = fitCurve({ lnParameters, scores }, axis);
  if (!fit.converged) {
    throw new RefusalError({
      code: 'unusable-ruler',
      sentence: `The ruler ${rulerName} has no usable curve on ${axis.name}: ${fit.reason}.`,
    });
  }
  const binomial = Math.sqrt(0.25 / axis.items);
  const curve = { ...axis, slope: fit.slope, midpoint: fit.midpoint };
  const points = measured.map(({ model, actual }, i) => ({
    id: model.id,
    name: model.name,
    parameters: actual,
    score: scores[i] as number,
    fitted: predictScore(curve, lnParameters[i] as number),
  }));
  return {
    ...curve,
    points,
    residual: fit.residual,
    binomial,
    sigma: Math.max(fit.residual, binomial, LEAST_SCORE_ERROR),
    slopeError: fit.slopeError,
    midpointError: fit.midpointError,
    converged: fit.converged,
    reason: fit.reason,
  };
}
