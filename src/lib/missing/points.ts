/** Who could be on the headline's trend: those that are, and those that lack something for it. */
import type { Choices } from '../choices.ts';
import type { CurveTable } from '../effective.ts';
import { measurePrecision, reachOf, solveEffective } from '../effective.ts';
import type { Base } from '../influence.ts';
import type { Measurement } from '../measure.ts';
import { ln } from '../numerics/elementary.ts';
import type { Candidate, PanelData, PanelScore } from '../panel.ts';
import { bystander, clockDay, tabulatePanel } from '../panel.ts';
import type { Ruler, RulerAxis } from '../ruler.ts';
import { predictScore } from '../ruler.ts';
import { positionOf, stretch } from '../scale.ts';
import type { ModelRecord } from '../schema.ts';
import type { NoisyPoint } from './lineVariance.ts';

/** A model of the trend with what is known of its density. */
export interface TrendModel extends NoisyPoint {
  candidate: Candidate;
  /** On the ruler's scale. */
  position: number;
}

/** A base model that the trend lacks. */
export interface Absentee {
  model: ModelRecord;
  /** One entry per axis; null where there is no score that counts. */
  scores: readonly (PanelScore | null)[];
  /** On the ruler's scale, from the scores there are; NaN where they give none. */
  position: number;
}

/** The mean day of the trend's models; days are counted from it here. */
export function middleDay({ points }: Base): number {
  return points.x.reduce((sum, x) => sum + x, 0) / points.x.length;
}

/** The models behind the line, each with the error that the bootstrap redraws. */
export function trendModels(base: Base, curves: CurveTable): TrendModel[] {
  const { survey, begin, end, points, line } = base;
  const middle = middleDay(base);
  const measured = new Map(survey.models.map((model) => [model.id, model]));
  return survey.input.candidates.slice(begin, end).map((candidate, i) => {
    const { effectiveParameters } = measured.get(candidate.model.id) as Measurement;
    const position = positionOf(survey.ruler.scale, ln(effectiveParameters as number));
    const day = points.x[i] as number;
    return {
      candidate,
      position,
      x: day - middle,
      residual: (points.y[i] as number) - line.intercept - line.slope * day,
      error: errorAt(survey.ruler, curves, candidate.scores, position),
      family: points.family[i] as number,
    };
  });
}

/**
 * Standard error of ln density at a position, from the errors of the scores alone: what the bootstrap
 * redraws, without the Birge ratio of the printed intervals.
 */
export function errorAt(
  { axes, scale }: Pick<Ruler, 'axes' | 'scale'>,
  curves: CurveTable,
  scores: readonly (PanelScore | null)[],
  position: number,
): number {
  const { standardError, chiSquare, degreesOfFreedom } = measurePrecision(
    axes,
    curves,
    scores,
    position,
  );
  const birge = degreesOfFreedom > 0 ? Math.sqrt(Math.max(1, chiSquare / degreesOfFreedom)) : 1;
  return standardError / birge / stretch(scale, position);
}

/** A score that would surprise nobody: the ruler's own at the position. */
export function expectedScore(axis: RulerAxis, position: number): PanelScore {
  return { value: predictScore(axis, position), spread: 0, rows: [] };
}

/** Models that would count in the trend if they had the scores, the size or the day for it. */
export function absentees(data: PanelData, base: Base, curves: CurveTable): Absentee[] {
  const { survey } = base;
  const { choices, ruler } = survey;
  const known = scoresOf(data, choices);
  const present = new Set(survey.table.candidates.map(({ model }) => model.id));
  const wanted = data.models.filter((model) => {
    const reason = bystander(model, choices, data);
    if (reason === 'no-release-date') return true;
    return reason === null && !present.has(model.id) && isInWindow(model, base);
  });
  const nothing = ruler.axes.map(() => null);
  return wanted.map((model) => {
    const scores = known.get(model.id) ?? nothing;
    return { model, scores, position: positionFrom(ruler, curves, scores) };
  });
}

/** The scores that count, of models that the panel cannot measure, too. */
function scoresOf(data: PanelData, choices: Choices): Map<string, Candidate['scores']> {
  const unit = {
    total: 1,
    active: 1,
    precision: 'nominal',
    source: 'https://example.org',
  } as const;
  const models = data.models.map((model) => ({ ...model, parameters: model.parameters ?? unit }));
  const { candidates } = tabulatePanel({ ...data, models }, { ...choices, needs: 1 });
  return new Map(candidates.map(({ model, scores }) => [model.id, scores]));
}

function isInWindow({ released }: ModelRecord, { survey, points }: Base): boolean {
  if (!released) return false;
  return survey.choices.window === 'all'
    ? clockDay(released.date) >= 0
    : clockDay(released.date) >= (points.x[0] as number) &&
        clockDay(released.date) <= (points.x.at(-1) as number);
}

function positionFrom(
  ruler: Ruler,
  curves: CurveTable,
  scores: readonly (PanelScore | null)[],
): number {
  if (scores.every((score) => score === null)) return Number.NaN;
  const row = Float64Array.from(scores, (score) => score?.value ?? Number.NaN);
  const position = solveEffective(curves, row, 0, ...reachOf(ruler));
  return Number.isFinite(position) ? position : Number.NaN;
}
