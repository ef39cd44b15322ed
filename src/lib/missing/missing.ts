/**
 * What is missing most: every value that is not on record and could be on the headline's trend,
 * ranked by how much it is expected to narrow the interval of the headline. The decision behind it is
 * docs/decisions/0024-what-is-missing.md.
 */
import type { Choices } from '../choices.ts';
import { defaultChoices } from '../choices.ts';
import { checkChoices } from '../choiceText.ts';
import type { PanelData } from '../panel.ts';
import type { ModelRecord } from '../schema.ts';
import type { Context } from './context.ts';
import { prepare } from './context.ts';
import { gainOfPoint, gainOfPrecision } from './gain.ts';
import { countOf, mostInformative, placeOf, withScore } from './place.ts';
import type { Absentee, TrendModel } from './points.ts';
import { absentees, errorAt, expectedScore } from './points.ts';

export type MissingKind =
  /** One more score of a model that is on the trend. */
  | 'score'
  /** The scores that a model needs before it can be measured. */
  | 'first-scores'
  | 'parameters'
  /** The day of a release of which the month is known. */
  | 'day'
  | 'release-date';

export interface MissingItem {
  model: string;
  name: string;
  organization: string;
  openWeights: boolean;
  hub: string | null;
  kind: MissingKind;
  /** Benchmarks of the scores, most informative first; none for the other kinds. */
  benchmarks: string[];
  /** How many values have to be added together. */
  values: number;
  /** Share by which the headline's interval is expected to narrow with all of them. */
  gain: number;
  /** That share for each value: what the list is ranked by. */
  perValue: number;
}

export interface MissingReport {
  panel: string;
  /** Standard error of the slope behind the ranking, per day: families and scores, ruler held fixed. */
  slopeError: number;
  /** Every value with a gain above zero, the largest gain per value first. */
  items: MissingItem[];
  /** Counted models without a token count: it moves no headline, since the ruler asks for sizes only. */
  withoutTokens: string[];
}

/** Days, standard deviation, of a release of which only the month is known. */
const MONTH_ERROR = 30.4 / Math.sqrt(12);

/**
 * @throws RefusalError where the headline cannot be fitted, or is no quantile line
 */
export function rankMissing(data: PanelData, choices: Partial<Choices> = {}): MissingReport {
  const chosen: Choices = { ...defaultChoices, ...choices, draws: 0 };
  checkChoices(chosen, data);
  const context = prepare(data, chosen);
  const items = [
    ...context.models.flatMap((model) => [
      ...moreScores(context, model),
      ...exactDay(context, model),
    ]),
    ...absentees(data, context.base, context.curves).flatMap((absent) => enter(context, absent)),
  ];
  return {
    panel: chosen.panel,
    slopeError: Math.sqrt(context.line.covariance.bb),
    items: items.filter(({ gain }) => gain > 0).sort(byGain),
    withoutTokens: context.models
      .map(({ candidate }) => candidate.model)
      .filter(({ trainingTokens }) => trainingTokens === null)
      .map(({ id }) => id),
  };
}

function byGain(a: MissingItem, b: MissingItem): number {
  const names = [a, b].map((item) => `${item.model} ${item.kind} ${item.benchmarks.join(' ')}`);
  return b.perValue - a.perValue || ((names[0] as string) < (names[1] as string) ? -1 : 1);
}

function moreScores(context: Context, point: TrendModel): MissingItem[] {
  const { base, curves, line } = context;
  const { ruler } = base.survey;
  const { candidate, position, residual: centre, error: spread, x } = point;
  return ruler.axes.flatMap((axis, b) => {
    if (candidate.scores[b]) return [];
    const scores = withScore(candidate.scores, b, expectedScore(axis, position));
    const error = Math.min(spread, errorAt(ruler, curves, scores, position));
    const gain = gainOfPrecision(line, x, { centre, spread, error });
    return describe(context, candidate.model, 'score', [axis.benchmark], 1, gain);
  });
}

function exactDay(context: Context, point: TrendModel): MissingItem[] {
  const { model } = point.candidate;
  if (model.released?.precision !== 'month') return [];
  const { residual: centre, error, x } = point;
  const drift = context.base.line.slope * MONTH_ERROR;
  const spread = Math.sqrt(error * error + drift * drift);
  const gain = gainOfPrecision(context.line, x, { centre, spread, error });
  return [describe(context, model, 'day', [], 1, gain)];
}

/** What lets a model onto the trend that is not on it. */
function enter(context: Context, absent: Absentee): MissingItem[] {
  const { model, scores } = absent;
  const { base, curves, line, tau } = context;
  const { ruler, table } = base.survey;
  const place = placeOf(context, absent);
  if (Number.isNaN(place.position)) return [];
  const needed = Math.max(0, table.needs - countOf(scores));
  const chosen = mostInformative(context, scores, place.position, needed);
  const error = errorAt(ruler, curves, chosen.scores, place.position);
  const { x, family } = place;
  const gain = gainOfPoint(line, tau, { x, family, distances: place.distances(error) });
  const hasSize = model.parameters !== null;
  const values = chosen.benchmarks.length + Number(!hasSize) + Number(!model.released);
  const kind =
    chosen.benchmarks.length > 0 ? 'first-scores' : hasSize ? 'release-date' : 'parameters';
  return values > 0 ? [describe(context, model, kind, chosen.benchmarks, values, gain)] : [];
}

function describe(
  { line }: Context,
  { id, name, organization, openWeights, hub }: ModelRecord,
  kind: MissingKind,
  benchmarks: string[],
  values: number,
  varianceGain: number,
): MissingItem {
  const left = Math.max(0, 1 - varianceGain / line.covariance.bb);
  const gain = 1 - Math.sqrt(left);
  const model = { model: id, name, organization, openWeights, hub };
  return { ...model, kind, benchmarks, values, gain, perValue: gain / values };
}
