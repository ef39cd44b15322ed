/**
 * The ruler (reference law): how the score of one family, trained by one recipe in several sizes,
 * rises with its parameters. Per benchmark
 *
 *   S(N) = d + (c − d) / (1 + exp(−k (ln N − μ)))
 *
 * with d the chance level, c the ceiling; k and μ by least squares on scores as fractions. A two-step
 * ruler has the same curves on the scale of the loss (scale.ts) instead of ln N.
 */
import type { Choices } from './choices.ts';
import { exp, ln } from './numerics/elementary.ts';
import { fitLeastSquares } from './numerics/leastSquares.ts';
import { fitLine } from './numerics/linear.ts';
import type { Axis, Candidate, PanelData, PanelTable } from './panel.ts';
import { RefusalError } from './refusal.ts';
import type { Scale } from './scale.ts';
import { positionOf, sizeAt } from './scale.ts';
import type { RulerRecord } from './schema.ts';
import type { TwoStepRecord } from './twoStep.ts';
import { twoStepRecords, twoStepScale } from './twoStep.ts';

/** Smallest score error: 1.5 points, the least by which two tables of one test differ. */
export const LEAST_SCORE_ERROR = 0.015;

/** Fewest sizes through which a curve of two parameters is laid. */
const LEAST_SIZES = 3;

/** A score curve of the ruler's family on one benchmark. */
export interface ScoreCurve {
  /** Score of guessing (lower asymptote), a fraction. */
  chance: number;
  /** Upper asymptote, a fraction. */
  ceiling: number;
  /** Steepness k per unit of the ruler's scale, that is of ln N, > 0. */
  slope: number;
  /** Position μ of the midpoint on the ruler's scale, that is in ln(parameters). */
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
  /** The variable of the curves: ln N, or the loss for a two-step ruler. */
  scale: Scale;
  /** Smallest and largest size of the family: between them the ruler interpolates. */
  domain: readonly [number, number];
}

/** Score that the curve gives at a position on the ruler's scale (ln N); a fraction. */
export function predictScore(curve: ScoreCurve, position: number): number {
  const { chance, ceiling, slope, midpoint } = curve;
  return chance + (ceiling - chance) / (1 + exp(-slope * (position - midpoint)));
}

/**
 * The position at which the curve reaches a score: the inverse of {@link predictScore}.
 *
 * @returns a position on the ruler's scale (ln N), or NaN where none reaches the score
 */
export function invertScore(curve: ScoreCurve, score: number): number {
  const { chance, ceiling, slope, midpoint } = curve;
  if (!(score > chance && score < ceiling)) return Number.NaN;
  return midpoint + ln((score - chance) / (ceiling - score)) / slope;
}

/** How strongly the inverted position reacts to the score: d position / dS at a score. */
export function conditioning(curve: ScoreCurve, score: number): number {
  const { chance, ceiling, slope } = curve;
  if (!(score > chance && score < ceiling)) return Number.NaN;
  return (ceiling - chance) / (slope * (score - chance) * (ceiling - score));
}

/** Positions (ln N) and scores of the ruler's members on one axis. */
export interface CurveData {
  positions: ArrayLike<number>;
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
  { positions, scores }: CurveData,
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
        const p = 1 / (1 + exp(-k * ((positions[i] as number) - mu)));
        out[i] = chance + range * p - (scores[i] as number);
      }
    },
    jacobian(parameters, out) {
      const [k, mu] = [parameters[0] as number, parameters[1] as number];
      for (let i = 0; i < n; i++) {
        const distance = (positions[i] as number) - mu;
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

/** Every ruler that can be chosen: the families of the data, and the two-step rulers. */
export function rulerRecords({
  rulers,
  reference,
}: Pick<PanelData, 'rulers' | 'reference'>): (RulerRecord | TwoStepRecord)[] {
  return reference ? [...rulers, ...twoStepRecords] : [...rulers];
}

/** Where each member of a ruler stands on its scale, smallest first. */
export interface RulerMember {
  candidate: Candidate;
  position: number;
}

/**
 * The chosen ruler, measured on the same axes as the models it measures.
 *
 * @throws RefusalError where the ruler is unknown or has fewer than three sizes on a benchmark
 */
export function fitRuler(
  data: PanelData,
  table: PanelTable,
  choices: Choices,
): { ruler: Ruler; members: RulerMember[] } {
  const records = rulerRecords(data);
  const record = records.find(({ id }) => id === choices.ruler);
  if (!record) {
    const known = records.map(({ id }) => id).join(', ');
    throw new RefusalError({
      code: 'unknown-choice',
      sentence: `There is no ruler called "${choices.ruler}"; known are ${known}.`,
    });
  }
  const { id, name } = record;
  const { scale, members } = placeMembers(data, table, record);
  refuseMissingSizes(table.axes, members, name);
  const axes = table.axes.map((axis, index) => fitAxis(axis, index, members, name));
  const sizes = members.map(({ candidate, position }) =>
    scale.kind === 'size' ? candidate.actual : exp(sizeAt(scale, position)),
  );
  const domain = [Math.min(...sizes), Math.max(...sizes)] as const;
  return { ruler: { id, name, axes, scale, domain }, members };
}

/** The ruler's members among the table's candidates, with their positions. */
function placeMembers(
  data: PanelData,
  table: PanelTable,
  record: RulerRecord | TwoStepRecord,
): { scale: Scale; members: RulerMember[] } {
  const candidates = table.candidates
    .filter(({ model }) => record.models.includes(model.id))
    .filter(({ model }) => !('tokens' in record) || model.trainingTokens)
    .sort((a, b) => a.actual - b.actual || (a.model.id < b.model.id ? -1 : 1));
  const scale: Scale =
    'tokens' in record && candidates.length > 0
      ? twoStepScale(
          record,
          data.reference?.losses,
          candidates.map(({ actual }) => actual),
        )
      : { kind: 'size' };
  const members = candidates.map((candidate) => ({
    candidate,
    position: positionOf(scale, ln(candidate.actual), candidate.model.trainingTokens?.value),
  }));
  return { scale, members };
}

function sizesOn(index: number, members: readonly RulerMember[]): number {
  const measured = members.filter(({ candidate }) => candidate.scores[index]);
  return new Set(measured.map(({ position }) => position)).size;
}

function refuseMissingSizes(
  axes: readonly Axis[],
  members: readonly RulerMember[],
  rulerName: string,
): void {
  const poor = axes.filter((_, index) => sizesOn(index, members) < LEAST_SIZES);
  const [first] = poor;
  if (!first) return;
  const rich = axes.filter((axis) => !poor.includes(axis)).map(({ benchmark }) => benchmark);
  const mend =
    rich.length > 0 ? ` Benchmarks that this ruler can measure: ${rich.join(', ')}.` : '';
  const count = sizesOn(axes.indexOf(first), members);
  throw new RefusalError({
    code: 'unusable-ruler',
    sentence: `The ruler ${rulerName} has only ${count} sizes with a score on ${first.name}; a curve needs at least three.${mend}`,
  });
}

/** Slope and midpoint of the line through the scores' log-odds between chance and ceiling. */
function startOf(
  { positions, scores }: CurveData,
  { chance, ceiling }: Pick<ScoreCurve, 'chance' | 'ceiling'>,
): [number, number] {
  const range = ceiling - chance;
  const odds = Array.from(scores, (score) => {
    const part = Math.min(0.999, Math.max(0.001, (score - chance) / range));
    return ln(part / (1 - part));
  });
  const { intercept, slope } = fitLine(positions, odds);
  return slope > 0 ? [slope, -intercept / slope] : [0.5, 22];
}

function fitAxis(
  axis: Axis,
  index: number,
  members: readonly RulerMember[],
  rulerName: string,
): RulerAxis {
  const measured = members.filter(({ candidate }) => candidate.scores[index]);
  const positions = measured.map(({ position }) => position);
  const scores = measured.map(({ candidate }) => candidate.scores[index]?.value as number);
  const curveData = { positions, scores };
  let fit = fitCurve(curveData, axis);
  // Scores near chance leave the usual start on a plateau: start again from the points themselves.
  if (!fit.converged) fit = fitCurve(curveData, axis, startOf(curveData, axis));
  if (!fit.converged) {
    throw new RefusalError({
      code: 'unusable-ruler',
      sentence: `The ruler ${rulerName} has no usable curve on ${axis.name}: ${fit.reason}.`,
    });
  }
  const binomial = Math.sqrt(0.25 / axis.items);
  const curve = { ...axis, slope: fit.slope, midpoint: fit.midpoint };
  const points = measured.map(({ candidate: { model, actual }, position }, i) => ({
    id: model.id,
    name: model.name,
    parameters: actual,
    score: scores[i] as number,
    fitted: predictScore(curve, position),
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
