/**
 * Words that know when they stop being true. Each judgement is a pure function from results to one
 * of a few states; the articles give a sentence for each state, and a state without a sentence stops
 * the build. All judgements rest on 90 % intervals, never on two point values alone; a value counts as
 * outside only when it clears the interval's end by {@link MARGIN} Monte Carlo errors, so that another
 * seed would not change the words.
 */
import type { TrendResult } from './compute.ts';
import type { SimulatedEstimator } from './nullSimulation.ts';

type Fitted = Pick<TrendResult, 'line' | 'slopeInterval' | 'slopeIntervalError'>;

/** Monte Carlo errors of an interval's end by which a value must clear it. */
const MARGIN = 2;

/** The slope's interval with its ends moved outwards by their own uncertainty; null without one. */
function widened({ slopeInterval, slopeIntervalError }: Fitted): [number, number] | null {
  if (!slopeInterval) return null;
  const [low, high] = slopeInterval;
  const [lowError, highError] = slopeIntervalError ?? [0, 0];
  return [low - MARGIN * lowError, high + MARGIN * highError];
}

/** Growth of density: shown, shown to be negative, or neither. */
export type Growth = 'grows' | 'undecided' | 'falls';

/** Whether density grows, by the interval of its slope; `undecided` also without an interval. */
export function judgeGrowth(trend: Fitted): Growth {
  const interval = widened(trend);
  if (!interval) return 'undecided';
  const [low, high] = interval;
  if (low > 0) return 'grows';
  return high < 0 ? 'falls' : 'undecided';
}

/** A measured pace beside a published one: `within` where the interval holds the published value. */
export type Pace = 'slower' | 'within' | 'faster' | 'unmeasured';

/**
 * Compares the slope's interval with the slope of a published doubling time.
 *
 * @param days the published doubling time, > 0
 */
export function judgePace(trend: Fitted, days: number): Pace {
  const interval = widened(trend);
  if (!interval) return 'unmeasured';
  const [low, high] = interval;
  const published = Math.LN2 / days;
  if (high < published) return 'slower';
  return low > published ? 'faster' : 'within';
}

/** The law as published, against one trend. */
export type LawState =
  'holds' | 'holds-slower' | 'holds-faster' | 'holds-in-part' | 'undecided' | 'fails';

/**
 * The law has two parts, growth and a pace. It `holds` where density grows and every published pace
 * lies inside the interval, holds slower (faster) where all lie outside on the same side, and holds
 * in part where only some lie inside.
 *
 * @param days published doubling times, at least one
 */
export function judgeLaw(trend: Fitted, days: readonly number[]): LawState {
  if (days.length === 0) throw new RangeError('judgeLaw requires a published doubling time');
  const growth = judgeGrowth(trend);
  if (growth === 'falls') return 'fails';
  if (growth === 'undecided') return 'undecided';
  const paces = days.map((value) => judgePace(trend, value));
  if (paces.every((pace) => pace === 'within')) return 'holds';
  if (paces.every((pace) => pace === 'slower')) return 'holds-slower';
  if (paces.every((pace) => pace === 'faster')) return 'holds-faster';
  return 'holds-in-part';
}

/** How a later window compares with an earlier one that it contains. */
export type Change =
  'slowed' | 'leans-slower' | 'steady' | 'leans-faster' | 'quickened' | 'unmeasured';

/**
 * `slowed` where the slopes' intervals do not touch; `leans-slower` where they do, but the earlier
 * slope lies outside the later interval; `steady` where it lies inside. Windows share their models,
 * so this is cautious: the truth is better known than two separate intervals say.
 */
export function judgeChange(earlier: Fitted, later: Fitted): Change {
  const [early, late] = [widened(earlier), widened(later)];
  if (!early || !late || !earlier.line) return 'unmeasured';
  const [earlyLow, earlyHigh] = early;
  const [lateLow, lateHigh] = late;
  if (lateHigh < earlyLow) return 'slowed';
  if (lateLow > earlyHigh) return 'quickened';
  if (earlier.line.slope > lateHigh) return 'leans-slower';
  if (earlier.line.slope < lateLow) return 'leans-faster';
  return 'steady';
}

/** Order of point values over successive windows. */
export type Drift = 'longer-each-time' | 'shorter-each-time' | 'mixed' | 'unmeasured';

/** Whether the estimate of the doubling time only lengthens, only shortens, or does both. */
export function judgeDrift(trends: readonly Fitted[]): Drift {
  const slopes = trends.map(({ line }) => line?.slope ?? Number.NaN);
  if (slopes.length < 2 || slopes.some((slope) => Number.isNaN(slope))) return 'unmeasured';
  const steps = slopes.slice(1).map((slope, i) => slope - (slopes[i] as number));
  if (steps.every((step) => step < 0)) return 'longer-each-time';
  return steps.every((step) => step > 0) ? 'shorter-each-time' : 'mixed';
}

/** Whether several measurements of one thing can be true together. */
export type Agreement = 'agree' | 'differ' | 'unmeasured';

/** `agree` where some slope lies inside every interval. */
export function judgeAgreement(trends: readonly Fitted[]): Agreement {
  const intervals = trends.map(widened);
  if (intervals.length < 2 || intervals.some((interval) => interval === null)) return 'unmeasured';
  const lows = intervals.map((interval) => (interval as [number, number])[0]);
  const highs = intervals.map((interval) => (interval as [number, number])[1]);
  return Math.max(...lows) <= Math.min(...highs) ? 'agree' : 'differ';
}

/** What an estimator says of data whose growth is known. */
export type Honesty = 'sees-growth' | 'honest' | 'sees-decline';

/** `sees-growth` where 95 % of the simulated slopes lie above the true one, and so on. */
export function judgeHonesty(
  { percentiles }: Pick<SimulatedEstimator, 'percentiles'>,
  truth: number,
): Honesty {
  if (percentiles[0] > truth) return 'sees-growth';
  return percentiles[2] < truth ? 'sees-decline' : 'honest';
}

/** A value beside another of its kind. */
export type Comparison = 'less' | 'about' | 'more';

/** The widest relative difference that is still called "about the same". */
const ABOUT = 0.1;

/** `about` within {@link ABOUT} of the reference; both > 0. */
export function compareAbout(value: number, reference: number): Comparison {
  if (value > reference * (1 + ABOUT)) return 'more';
  return value < reference / (1 + ABOUT) ? 'less' : 'about';
}

/** A count among its total. */
export type Share = 'none' | 'some' | 'all';

/** Whether none, some or all of the total are counted. */
export function judgeShare(count: number, total: number): Share {
  if (count === 0) return 'none';
  return count === total ? 'all' : 'some';
}

/** How the exponential fares among rival shapes on several panels. */
export type Rivalry = 'best' | 'unbeaten' | 'beaten-somewhere' | 'beaten' | 'unmeasured';

/**
 * `best` where it foretells best everywhere; `unbeaten` where no other shape is surely better;
 * `beaten` where another is surely better on every panel.
 */
export function judgeRivalry(
  reports: readonly { best: string | null; isSurelyBetter: boolean }[],
): Rivalry {
  if (reports.length === 0 || reports.some(({ best }) => best === null)) return 'unmeasured';
  const beaten = reports.filter(({ isSurelyBetter }) => isSurelyBetter).length;
  if (beaten === reports.length) return 'beaten';
  if (beaten > 0) return 'beaten-somewhere';
  return reports.every(({ best }) => best === 'exponential') ? 'best' : 'unbeaten';
}

/**
 * The sentence for a state.
 *
 * @param place article and claim, so that the message says where a sentence is missing
 * @throws RangeError where the state has none; this is meant to stop the build
 */
export function sentenceFor<K extends string, T>(
  state: K,
  sentences: Readonly<Partial<Record<K, T>>>,
  place: string,
): T {
  if (Object.hasOwn(sentences, state)) return sentences[state] as T;
  const known = Object.keys(sentences).join(', ') || 'none';
  throw new RangeError(
    `${place} has no sentence for the state "${state}" (it has: ${known}); write one before publishing.`,
  );
}
