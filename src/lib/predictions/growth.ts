/** Predictions about density: how fast it grows, and what some model will reach. */
import { defaultChoices } from '../choices.ts';
import { compute } from '../compute.ts';
import type { Data } from '../data.ts';
import { formatCount, formatDate, formatDays, formatDensity, formatFixed } from '../format.ts';
import { fitOrRefuse, intervalOf, windowSlice } from '../growth.ts';
import type { Measurement } from '../measure.ts';
import { fitDraws } from '../resample.ts';
import type { PredictionRecord, ResolverOf } from '../schemaPredictions.ts';
import { drawSurvey, surveyPanel } from '../survey.ts';
import { slicePoints } from '../trend.ts';
import type { Finding } from './resolution.ts';
import { lastDay, pending } from './resolution.ts';

type Dates = Pick<PredictionRecord, 'made' | 'deadline'>;

/**
 * The doubling time of the headline's line on a panel with data up to the deadline; open until the
 * data reach it.
 */
export function resolveDoublingTime(
  data: Data,
  { deadline }: Dates,
  { panel, atLeast, atMost }: ResolverOf<'doubling-time'>,
  asOf: string,
): Finding {
  const day = lastDay(deadline, asOf);
  const { headline } = compute(data, { panel, asOf: day, draws: 0 }, 'chosen');
  const slope = headline.line?.slope ?? Number.NaN;
  const row = { asOf: day, perDay: headline.line?.slope ?? null, models: headline.count };
  if (Number.isNaN(slope)) {
    const evidence = headline.refusal?.sentence ?? 'There is no line.';
    const status = deadline === null || asOf < deadline ? 'open' : 'cannot be judged';
    return { status, on: null, by: null, evidence, rows: [row] };
  }
  const days = slope > 0 ? Math.LN2 / slope : Infinity;
  const isInside = (atLeast === null || days >= atLeast) && (atMost === null || days <= atMost);
  const said = days === Infinity ? 'no growth' : formatDays(days);
  const evidence = `With data to ${formatDate(day)} the doubling time is ${said}, ${isInside ? 'inside' : 'outside'} the range.`;
  const isDue = deadline !== null && asOf >= deadline;
  const status = isDue ? (isInside ? 'met' : 'missed') : 'open';
  return { status, on: isDue ? deadline : null, by: null, evidence, rows: [row] };
}

/** The first open base model, released after the prediction was made, that reaches all bounds. */
export function resolveModelReaches(
  data: Data,
  { made, deadline }: Dates,
  rule: ResolverOf<'model-reaches'>,
  asOf: string,
): Finding {
  const { models } = surveyPanel(data, { ...defaultChoices, panel: rule.panel, asOf, draws: 0 });
  const until = lastDay(deadline, asOf);
  const candidates = models.filter(
    ({ bystander, released, density, actual }) =>
      bystander === null &&
      density !== null &&
      released !== null &&
      released > made &&
      released <= until &&
      actual <= (rule.most ?? Infinity),
  );
  const reached = candidates.find(
    ({ density, effectiveParameters }) =>
      (density ?? 0) >= (rule.density ?? 0) &&
      (effectiveParameters ?? 0) >= (rule.effectiveParameters ?? 0),
  );
  const measure = ({ density, effectiveParameters }: Measurement) =>
    rule.density !== null ? (density ?? 0) : (effectiveParameters ?? 0);
  const [best] = [...candidates].sort((a, b) => measure(b) - measure(a));
  const rows = [{ candidates: candidates.length, best: best?.id ?? null, asOf: until }];
  if (reached) {
    const { id, name, released } = reached;
    const evidence = `${sayModel(reached)} reaches it.`;
    return { status: 'met', on: released, by: { id, name }, evidence, rows };
  }
  const status = pending(deadline, asOf);
  const evidence = best
    ? `Nearest among ${candidates.length} models released since: ${sayModel(best)}.`
    : 'The data have no model of this size released since the prediction was made.';
  return { status, on: status === 'missed' ? deadline : null, by: null, evidence, rows };
}

function sayModel({ name, actual, released, density, effectiveParameters }: Measurement): string {
  return `${name} (${formatCount(actual)} parameters, ${formatDate(released ?? '')}) with density ${formatDensity(density ?? 0)} and the ability of ${formatCount(effectiveParameters ?? 0)} parameters of the ruler`;
}

/** Whether the line through the models released from a day on rises; open until the deadline. */
export function resolveGrowthSince(
  data: Data,
  { deadline }: Dates,
  { panel, from, surely, draws }: ResolverOf<'growth-since'>,
  asOf: string,
): Finding {
  const until = lastDay(deadline, asOf);
  const survey = surveyPanel(data, { ...defaultChoices, panel, asOf: until, draws });
  const { points } = survey.input;
  const [begin, end] = windowSlice(points, from, until);
  const { line, refusal } = fitOrRefuse(slicePoints(points, begin, end), 'tau90');
  const isDue = deadline !== null && asOf >= deadline;
  if (!line) {
    const evidence = refusal?.sentence ?? 'There is no line.';
    const status = isDue ? 'cannot be judged' : 'open';
    return { status, on: null, by: null, evidence, rows: [] };
  }
  const [lines] = fitDraws(points, drawSurvey(survey), [{ estimator: 'tau90', begin, end, line }]);
  const slopes = lines?.slopes.filter((slope) => !Number.isNaN(slope)) ?? new Float64Array();
  const [low, high] = slopes.length >= 20 ? intervalOf(slopes) : [Number.NaN, Number.NaN];
  const rows = [{ from, until, models: end - begin, perDay: line.slope, low, high }];
  const evidence = `The ${end - begin} models released from ${formatDate(from)} to ${formatDate(until)} grow denser by ${formatFixed(line.slope, 4)} a day at their upper edge, 90 % interval ${formatFixed(low, 4)} to ${formatFixed(high, 4)}.`;
  if (!isDue) return { status: 'open', on: null, by: null, evidence, rows };
  return { ...judgeGrowth(line.slope, low, high, surely, deadline), by: null, evidence, rows };
}

function judgeGrowth(
  slope: number,
  low: number,
  high: number,
  surely: boolean,
  deadline: string,
): Pick<Finding, 'status' | 'on'> {
  if (surely ? low > 0 : slope > 0) return { status: 'met', on: deadline };
  if (!surely || high < 0) return { status: 'missed', on: deadline };
  return { status: 'cannot be judged', on: null };
}
