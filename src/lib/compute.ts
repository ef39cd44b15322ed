/**
 * The measurement as one pure function, `compute(data, choices)`: scores of a panel → ruler → joint
 * effective parameters → density → trend → doubling times with intervals. No clock, no network, no
 * unseeded randomness; equal arguments give equal results to the last bit.
 */
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import { checkChoices } from './choiceText.ts';
import type { TrendName, TrendResult } from './growth.ts';
import {
  addIntervals,
  everyTrend,
  findTrend,
  fitTrends,
  intervalOf,
  undefinedModels,
  windowSlice,
} from './growth.ts';
import type { Measurement } from './measure.ts';
import { exp } from './numerics/elementary.ts';
import type { Candidate, Exclusion, PanelData } from './panel.ts';
import { clockDay } from './panel.ts';
import type { TaskDraws, TrendInput } from './resample.ts';
import type { Ruler } from './ruler.ts';
import { countsInTrend, drawSurvey, surveyPanel } from './survey.ts';
import type { DoublingTime, TrendPoints } from './trend.ts';
import { describeDoubling, fitTrend, frontier, slicePoints } from './trend.ts';

export type { TrendResult } from './growth.ts';
export { findTrend } from './growth.ts';
export { countsInTrend } from './survey.ts';

/** The line's value and 90 % band on one day; densities, not logarithms. */
export interface BandPoint {
  day: number;
  density: number;
  low: number | null;
  high: number | null;
}

export interface Results {
  panel: { id: string; name: string; short: string; why: string; needs: number };
  choices: Choices;
  /** Last day of the data counted. */
  asOf: string;
  ruler: Ruler;
  /** Every measured model, in order of day, then id. */
  models: Measurement[];
  excluded: readonly Exclusion[];
  /** One entry per window and estimator. */
  trends: TrendResult[];
  /** The trend that the choices name. */
  headline: TrendResult;
  band: BandPoint[];
  /** Ids of the record holders since the clock's start, in order of day. */
  frontier: string[];
  /** Mean share of the Fisher information over the trend's models, per benchmark. */
  shares: { benchmark: string; share: number; models: number }[];
  /** The headline slope with undefined models entered as censored at the edge. */
  censored: { slope: number; doublingTime: DoublingTime; below: number; above: number } | null;
}

/**
 * Measures every model on the chosen panel and fits the growth of density.
 *
 * @param choices any subset; the rest are the headline's
 * @param lines `every` window and estimator, or only the `chosen` one, which is faster
 * @throws RefusalError where the choices name something unknown or the ruler is unusable
 */
export function compute(
  data: PanelData,
  choices: Partial<Choices> = {},
  lines: 'every' | 'chosen' = 'every',
): Results {
  const chosen: Choices = { ...defaultChoices, ...choices };
  checkChoices(chosen, data);
  const asOf = chosen.asOf ?? data.dataset.asOf;
  const survey = surveyPanel(data, chosen);
  const { table, ruler, models, input } = survey;
  const names: readonly TrendName[] = lines === 'every' ? everyTrend : [chosen];
  const trends = fitTrends(survey, asOf, names);
  const draws = chosen.draws > 0 ? addIntervals(survey, trends, drawSurvey(survey)) : null;
  const headline = findTrend(trends, chosen.estimator, chosen.window);
  const panel = data.panels.find(({ id }) => id === chosen.panel);
  return {
    panel: {
      id: chosen.panel,
      name: panel?.name ?? chosen.panel,
      short: panel?.short ?? chosen.panel,
      why: panel?.why ?? '',
      needs: table.needs,
    },
    choices: chosen,
    asOf,
    ruler,
    models,
    excluded: table.excluded,
    trends,
    headline,
    band: bandOf(headline, draws?.get(headline) ?? null),
    frontier: recordHolders(input),
    shares: informationShares(ruler, models),
    censored: censoredTrend(input, models, headline),
  };
}

function bandOf(trend: TrendResult, draws: TaskDraws | null): BandPoint[] {
  const { line, from, to, slopeInterval } = trend;
  if (!line) return [];
  const [first, last] = [clockDay(from), clockDay(to)];
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const day = first + ((last - first) * i) / steps;
    const density = exp(line.intercept + line.slope * day);
    if (!draws || !slopeInterval) return { day, density, low: null, high: null };
    const values = draws.slopes
      .map((slope, d) => (draws.intercepts[d] as number) + slope * day)
      .filter((value) => !Number.isNaN(value));
    const [low, high] = intervalOf(values);
    return { day, density, low: exp(low), high: exp(high) };
  });
}

function recordHolders({ points, candidates }: TrendInput): string[] {
  let begin = 0;
  while (begin < points.x.length && (points.x[begin] as number) < 0) begin++;
  const since = slicePoints(points, begin, points.x.length);
  return frontier(since).map((i) => (candidates[begin + i] as Candidate).model.id);
}

function informationShares(ruler: Ruler, models: readonly Measurement[]): Results['shares'] {
  const counted = models.filter(countsInTrend);
  return ruler.axes.map(({ benchmark }) => {
    const parts = counted.flatMap((model) =>
      model.parts.filter((part) => part.benchmark === benchmark),
    );
    const sum = parts.reduce((total, { share }) => total + share, 0);
    return { benchmark, share: sum / Math.max(1, counted.length), models: parts.length };
  });
}

/**
 * The headline line with undefined models put far below or above every line. A quantile line only
 * asks on which side a point lies, so this is exact where the side is certain.
 */
function censoredTrend(
  input: TrendInput,
  models: readonly Measurement[],
  headline: TrendResult,
): Results['censored'] {
  if (headline.estimator !== 'tau90' && headline.estimator !== 'tau95') return null;
  if (!headline.line) return null;
  const edge = 60;
  const missing = undefinedModels(models, headline.from, headline.to);
  const [begin, end] = windowSlice(input.points, headline.from, headline.to);
  const x = [...input.points.x.subarray(begin, end), ...missing.map(({ day }) => day as number)];
  const y = [
    ...input.points.y.subarray(begin, end),
    ...missing.map(({ status }) => (status === 'at-or-below-chance' ? -edge : edge)),
  ];
  const order = x.map((_, i) => i).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const points: TrendPoints = {
    x: Float64Array.from(order, (i) => x[i] as number),
    y: Float64Array.from(order, (i) => y[i] as number),
    family: new Int32Array(order.length),
  };
  const line = fitTrend(points, headline.estimator);
  if (!line) return null;
  return {
    slope: line.slope,
    doublingTime: describeDoubling(line.slope, null),
    below: missing.filter(({ status }) => status === 'at-or-below-chance').length,
    above: missing.filter(({ status }) => status !== 'at-or-below-chance').length,
  };
}
