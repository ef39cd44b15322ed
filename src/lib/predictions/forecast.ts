/**
 * Probabilities of our own predictions, from the fitted law. Futures are simulated: new families of
 * models arrive around a line that is drawn anew in each future, with sizes and distances from the
 * line as families of the record had them. Half of the futures go on as the law has it: the line of
 * the whole record, arrivals as in the last two years. The other half go on as of late: the line of
 * the last two years, arrivals as in the last year alone.
 */
import type { Data } from '../data.ts';
import type { Results } from '../compute.ts';
import { percentile } from '../numerics/distributions.ts';
import { exp, ln } from '../numerics/elementary.ts';
import { fitQuantileLine } from '../numerics/quantileRegression.ts';
import type { Stream } from '../numerics/random.ts';
import { makeStream } from '../numerics/random.ts';
import { clockDay } from '../panel.ts';
import type { PredictionRecord, Resolver } from '../schemaPredictions.ts';
import { fitDraws } from '../resample.ts';
import { drawSurvey, surveyPanel } from '../survey.ts';
import { slicePoints } from '../trend.ts';
import { windowSlice } from '../growth.ts';

export interface ForecastOptions {
  sets: number;
  seed: number;
  /** Last day of the futures. */
  until: string;
}

/** One simulated model. */
interface NewModel {
  day: number;
  lnDensity: number;
  lnParameters: number;
}

/** One future: its new models, and the slope of the line through all that is known then. */
export interface Future {
  models: readonly NewModel[];
  /** Slope of the line at τ = 0.9 through the old and the new models, per day. */
  slope: number;
  /** The same through the models released since `since` only; NaN with fewer than two days. */
  slopeSince: number;
}

/** Days from which arrivals are taken where things go on as the law has it, and as of late. */
const TWO_YEARS = 730;
const ONE_YEAR = 365;
const TAU = 0.9;

/** Simulated futures of the headline's panel from the data's day on. */
export function simulateFutures(
  data: Data,
  { choices, headline, asOf }: Results,
  { sets, seed, until }: ForecastOptions,
  since: string,
): Future[] {
  const survey = surveyPanel(data, { ...choices, draws: sets, seed });
  const { points, candidates } = survey.input;
  const [begin, end] = windowSlice(points, headline.from, headline.to);
  const today = clockDay(asOf);
  const since2 = firstAfter(points.x, today - TWO_YEARS, begin, end);
  const lines = [begin, since2].map((from) => {
    const fit = fitQuantileLine(points.x.subarray(from, end), points.y.subarray(from, end), TAU);
    const line = { intercept: fit.intercept, slope: fit.slope };
    return { estimator: 'tau90' as const, begin: from, end, line };
  });
  const [whole, late] = fitDraws(points, drawSurvey(survey), lines);
  if (!late || !whole || !headline.line) return [];
  const { intercept, slope } = headline.line;
  const span = clockDay(until) - today;
  const stream = makeStream(seed, 'forecast');
  const arrivalsOf = (days: number): Arrivals => {
    const from = firstAfter(points.x, today - days, begin, end);
    const families = familiesOf(
      slicePoints(points, from, end),
      candidates.slice(from, end).map(({ actual }) => ln(actual)),
      (day) => intercept + slope * day,
    );
    return { families, rate: (families.length * span) / days };
  };
  const [asLaw, asLate] = [arrivalsOf(TWO_YEARS), arrivalsOf(ONE_YEAR)];
  const old = slicePoints(points, begin, end);
  return Array.from({ length: sets }, (_, s): Future => {
    const isLate = stream.uniform() < 0.5;
    const drawn = (isLate ? late : whole).slopes[s] as number;
    const pace = Number.isNaN(drawn) ? slope : drawn;
    const fitted = intercept + slope * today;
    const height = fitted + heightNoise(whole, s, today, fitted);
    const at = (day: number) => height + pace * (day - today);
    const models = arrive(isLate ? asLate : asLaw, { today, span }, at, stream);
    return { models, ...refit(old, models, clockDay(since)) };
  });
}

/** Position of the first of the points from begin up to end that lies after a day. */
function firstAfter(x: Float64Array, day: number, begin: number, end: number): number {
  let at = begin;
  while (at < end && (x[at] as number) <= day) at++;
  return at;
}

interface Arrivals {
  families: readonly Family[];
  /** Families expected in the span. */
  rate: number;
}

/** How far a draw's line lies from the fitted one today. */
function heightNoise(
  { slopes, intercepts }: { slopes: Float64Array; intercepts: Float64Array },
  s: number,
  today: number,
  fitted: number,
): number {
  const drawn = (intercepts[s] as number) + (slopes[s] as number) * today - fitted;
  return Number.isNaN(drawn) ? 0 : drawn;
}

/** Members of one family: distance from the line, size, and days after the family's first. */
type Family = readonly { distance: number; lnParameters: number; after: number }[];

function familiesOf(
  { x, y, family }: { x: Float64Array; y: Float64Array; family: Int32Array },
  lnParameters: readonly number[],
  line: (day: number) => number,
): Family[] {
  const byFamily = new Map<number, { first: number; members: Family[number][] }>();
  for (const [i, name] of family.entries()) {
    const day = x[i] as number;
    const group = byFamily.get(name) ?? { first: day, members: [] };
    byFamily.set(name, group);
    group.members.push({
      distance: (y[i] as number) - line(day),
      lnParameters: lnParameters[i] as number,
      after: day - group.first,
    });
  }
  return [...byFamily.values()].map(({ members }) => members);
}

function arrive(
  { families, rate }: Arrivals,
  { today, span }: { today: number; span: number },
  at: (day: number) => number,
  stream: Stream,
): NewModel[] {
  const models: NewModel[] = [];
  // Waiting times between arrivals are exponential, so their number is Poisson.
  let day = today;
  while (families.length > 0) {
    day += (-ln(stream.uniform()) * span) / rate;
    if (!(day <= today + span)) break;
    const family = families[Math.floor(stream.uniform() * families.length)] as Family;
    for (const { distance, lnParameters, after } of family) {
      const released = Math.round(day + after);
      if (released > today + span) continue;
      models.push({ day: released, lnDensity: at(released) + distance, lnParameters });
    }
  }
  return models;
}

function refit(
  { x, y }: { x: Float64Array; y: Float64Array },
  models: readonly NewModel[],
  since: number,
): Pick<Future, 'slope' | 'slopeSince'> {
  const days = [...x, ...models.map(({ day }) => day)];
  const values = [...y, ...models.map(({ lnDensity }) => lnDensity)];
  const late = days.map((day) => (day >= since ? 1 : 0));
  return {
    slope: fitQuantileLine(days, values, TAU).slope,
    slopeSince: fitQuantileLine(days, values, TAU, late).slope,
  };
}

/**
 * The probability that a prediction about density comes true, or null for other kinds.
 *
 * @param results the default panel with the headline's choices; the prediction must be about it
 */
export function forecast(
  data: Data,
  results: Results,
  { resolver, deadline, made }: Pick<PredictionRecord, 'resolver' | 'deadline' | 'made'>,
  { sets, seed }: Pick<ForecastOptions, 'sets' | 'seed'>,
): number | null {
  if (deadline === null || deadline <= results.asOf) return null;
  if (!('panel' in resolver) || resolver.panel !== results.panel.id) return null;
  const since = resolver.kind === 'growth-since' ? resolver.from : made;
  const futures = simulateFutures(data, results, { sets, seed, until: deadline }, since);
  if (futures.length === 0) return null;
  return futures.filter((future) => comesTrue(future, resolver)).length / futures.length;
}

function comesTrue(future: Future, resolver: Resolver): boolean {
  switch (resolver.kind) {
    case 'doubling-time': {
      const days = future.slope > 0 ? Math.LN2 / future.slope : Infinity;
      return days >= (resolver.atLeast ?? 0) && days <= (resolver.atMost ?? Infinity);
    }
    case 'growth-since':
      return future.slopeSince > 0;
    case 'model-reaches':
      return future.models.some(
        ({ lnDensity, lnParameters }) =>
          lnParameters <= ln(resolver.most ?? Infinity) &&
          exp(lnDensity) >= (resolver.density ?? 0) &&
          exp(lnDensity + lnParameters) >= (resolver.effectiveParameters ?? 0),
      );
    default:
      return false;
  }
}

/** Doubling times, days, that the futures give at some probabilities; Infinity without growth. */
export function doublingQuantiles(
  futures: readonly Future[],
  probabilities: readonly number[],
): number[] {
  const rates = Float64Array.from(futures, ({ slope }) => slope).sort();
  return probabilities.map((p) => {
    const rate = percentile(rates, 1 - p);
    return rate > 0 ? Math.LN2 / rate : Infinity;
  });
}
