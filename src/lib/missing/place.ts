/** Where a model that is not on the trend would come to lie, and what would bring it there. */
import { ln } from '../numerics/elementary.ts';
import type { PanelScore } from '../panel.ts';
import { clockDay } from '../panel.ts';
import { positionOf, sizeAt } from '../scale.ts';
import type { Context } from './context.ts';
import type { Absentee, TrendModel } from './points.ts';
import { errorAt, expectedScore, middleDay } from './points.ts';
import type { Distance } from './side.ts';

export interface Place {
  /** Day from the middle of the trend. */
  x: number;
  /** Index of the family on the trend, −1 for a new one. */
  family: number;
  /** Where it may be on the ruler's scale; NaN where nothing can be said. */
  position: number;
  /** Where it may lie about the line once it is measured with an error. */
  distances: (error: number) => Distance[];
}

/**
 * Where a model would come to lie: by the scores it has; without any, as another panel has it; without
 * that, as its family's models do, and without a family as all do. Scores that give no size (at chance)
 * say that it lies far away.
 */
export function placeOf(context: Context, { model, scores, position }: Absentee): Place {
  const { base, curves, models } = context;
  const { ruler, choices, input } = base.survey;
  const middle = middleDay(base);
  const family = input.families.indexOf(model.family);
  const peers = models.filter((point) => point.family === family);
  const x = model.released ? clockDay(model.released.date) - middle : meanOf(peers.map((p) => p.x));
  const lineAt = base.line.intercept + base.line.slope * (x + middle);
  const size = model.parameters?.[choices.parameters];
  const hasScores = countOf(scores) > 0;
  if (!hasScores || size === undefined) {
    const { centres, within } = guessOf(context, model.id, peers);
    const distances = (error: number) => {
      const spread = Math.sqrt(error * error + within * within);
      return centres.map((centre) => ({ centre, spread, error }));
    };
    const typical = size === undefined ? Number.NaN : ln(size) + lineAt + meanOf(centres);
    const guess = hasScores ? position : positionOf(ruler.scale, typical);
    return { x, family, position: guess, distances };
  }
  const spread = errorAt(ruler, curves, scores, position);
  const centre = sizeAt(ruler.scale, position) - ln(size) - lineAt;
  const here = (error: number) => [{ centre, spread, error: Math.min(spread, error) }];
  return { x, family, position, distances: here };
}

/** Distances from the line that are likely for a model without scores, and how far each may be off. */
function guessOf(
  { models, hints, scatter }: Context,
  model: string,
  peers: readonly TrendModel[],
): { centres: number[]; within: number } {
  const hint = hints.get(model);
  if (hint) return { centres: [hint.centre], within: hint.spread };
  const alike = peers.length > 0 ? peers : models;
  const centres = alike.map(({ residual }) => residual);
  return { centres, within: peers.length > 0 ? scatter : 0 };
}

/** The absent scores that would say most at a place, as many as are needed. */
export function mostInformative(
  { base, curves }: Context,
  scores: Absentee['scores'],
  place: number,
  needed: number,
): { scores: Absentee['scores']; benchmarks: string[] } {
  const { ruler } = base.survey;
  let filled = scores;
  const benchmarks: string[] = [];
  const nothing = ruler.axes.map(() => null);
  const errors = ruler.axes.map((axis, b) =>
    errorAt(ruler, curves, withScore(nothing, b, expectedScore(axis, place)), place),
  );
  const absent = ruler.axes.map((_, b) => b).filter((b) => !scores[b]);
  absent.sort((a, b) => (errors[a] as number) - (errors[b] as number) || a - b);
  for (const b of absent.slice(0, needed)) {
    const axis = ruler.axes[b];
    if (!axis) continue;
    filled = withScore(filled, b, expectedScore(axis, place));
    benchmarks.push(axis.benchmark);
  }
  return { scores: filled, benchmarks };
}

export function withScore(scores: readonly (PanelScore | null)[], b: number, score: PanelScore) {
  return scores.map((own, i) => (i === b ? score : own));
}

export function countOf(scores: readonly (PanelScore | null)[]): number {
  return scores.filter((score) => score !== null).length;
}

function meanOf(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
