/**
 * What a fixed score costs over time, in parameters, compute or money, without any ruler. Two
 * readings of the same models: how the cost trades against time among all of them, and the least
 * cost so far, month by month.
 */
import { ln } from '../numerics/elementary.ts';
import { fitLine } from '../numerics/linear.ts';
import { fitLogistic } from '../numerics/logistic.ts';
import { clockDay } from '../panel.ts';
import { dayNumber } from '../time.ts';
import type { Rate } from './claim.ts';
import type { Resampling } from './clusters.ts';
import { drawEstimates, drawnInterval, medianOf } from './clusters.ts';

/** A model at a cost: parameters, operations or dollars. */
export interface Offer {
  id: string;
  name: string;
  /** What is resampled together. */
  family: string;
  date: string;
  cost: number;
  /** A fraction. */
  score: number;
}

/** The least cost so far, on the day it was first reached. */
export interface Step {
  id: string;
  name: string;
  date: string;
  cost: number;
}

/** One level of one benchmark. */
export interface LevelSeries {
  benchmark: string;
  protocols: readonly string[];
  level: number;
  /** Offers at or above the level, and below it. */
  reached: number;
  missed: number;
  families: number;
  /** Rate at which the cost falls that gives fixed odds of reaching the level. */
  tradeOff: Rate | null;
  /** Least cost so far, in order of day. */
  steps: Step[];
  /**
   * Rate of the line through the least cost so far, month by month. It cannot rise, even where
   * nothing changes, so it has no interval here.
   */
  leastCost: Rate | null;
  /** Why there is no trade-off, as a sentence; null where there is one. */
  refusal: string | null;
}

/** A rate with its value in every draw, NaN where a draw gives none. */
export interface DrawnRate {
  perDay: number;
  draws: Float64Array;
}

export interface Sufficiency {
  leastEachSide: number;
  leastFamilies: number;
}

const MONTH = 30.4375;

/** Orders offers by day, then cost, then id, so that no result depends on the order of records. */
export function sortOffers(offers: readonly Offer[]): Offer[] {
  return [...offers].sort((a, b) =>
    a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.cost - b.cost || (a.id < b.id ? -1 : 1),
  );
}

/** Why a trade-off cannot be fitted at a level, or null where it can. */
export function refuseLevel(
  offers: readonly Offer[],
  level: number,
  { leastEachSide, leastFamilies }: Sufficiency,
): string | null {
  const reached = offers.filter(({ score }) => score >= level);
  const missed = offers.length - reached.length;
  if (reached.length < leastEachSide || missed < leastEachSide) {
    return `Needs ${leastEachSide} models at or above the level and as many below; there are ${reached.length} and ${missed}.`;
  }
  const families = new Set(reached.map(({ family }) => family)).size;
  return families < leastFamilies
    ? `Needs ${leastFamilies} families at or above the level; there are ${families}.`
    : null;
}

/**
 * The rate at which the cost falls that gives fixed odds of reaching a level: with
 * P(score ≥ level) = 1 / (1 + exp(−(a + b ln cost + c day))) it is c / b a day.
 *
 * @returns NaN where the fit does not converge or cost does not raise the odds
 */
export function tradeOffRate(
  offers: readonly Offer[],
  level: number,
  weights?: ArrayLike<number>,
): number {
  return prepareTradeOff(offers, level)(weights);
}

function prepareTradeOff(offers: readonly Offer[], level: number) {
  const lnCost = offers.map(({ cost }) => ln(cost));
  const days = offers.map(({ date }) => clockDay(date));
  const [middle, midday] = [meanOf(lnCost), meanOf(days)];
  const columns = [
    Float64Array.from(offers, () => 1),
    Float64Array.from(lnCost, (value) => value - middle),
    Float64Array.from(days, (value) => (value - midday) / 365),
  ];
  const reached = offers.map(({ score }) => score >= level);
  const { coefficients: start, converged } = fitLogistic(columns, reached);
  return (weights?: ArrayLike<number>): number => {
    if (!converged) return Number.NaN;
    const fit = fitLogistic(columns, reached, weights, start);
    const [, byCost, byTime] = fit.coefficients as unknown as [number, number, number];
    return fit.converged && byCost > 0 ? byTime / byCost / 365 : Number.NaN;
  };
}

/** The trade-off of a level with its draws. */
export function drawTradeOff(
  offers: readonly Offer[],
  level: number,
  resampling: Resampling,
): DrawnRate {
  const rate = prepareTradeOff(offers, level);
  const families = offers.map(({ family }) => family);
  return { perDay: rate(), draws: drawEstimates(families, resampling, rate) };
}

/** The offers at or above a level that were cheaper than every earlier one; offers in their order. */
export function leastCosts(
  offers: readonly Offer[],
  level: number,
  weights?: ArrayLike<number>,
): Step[] {
  const steps: Step[] = [];
  for (const [i, { id, name, date, cost, score }] of offers.entries()) {
    if (!(score >= level) || (weights && weights[i] === 0)) continue;
    const last = steps.at(-1);
    if (last && cost >= last.cost) continue;
    steps.push({ id, name, date, cost });
  }
  return steps;
}

/**
 * The rate at which the least cost falls: least squares of its logarithm on days, one point a month
 * from the first step to `until`. Months without a step count: standing still is part of the rate.
 *
 * @returns NaN with fewer than two months
 */
export function leastCostRate(steps: readonly Step[], until: string): number {
  const [x, y] = monthly(steps, until);
  const line = fitLine(x, y);
  return line.converged ? -line.slope : Number.NaN;
}

/** How many months lie between the first step and `until`. */
export function monthsOf(steps: readonly Step[], until: string): number {
  return monthly(steps, until)[0].length;
}

function monthly(steps: readonly Step[], until: string): [number[], number[]] {
  const x: number[] = [];
  const y: number[] = [];
  const days = steps.map(({ date }) => dayNumber(date));
  const last = dayNumber(until);
  let current = 0;
  for (let day = days[0] ?? Infinity; day <= last; day += MONTH) {
    while ((days[current + 1] ?? Infinity) <= day) current++;
    x.push(day);
    y.push(ln((steps[current] as Step).cost));
  }
  return [x, y];
}

/** The least cost of a level with its draws. */
export function drawLeastCost(
  offers: readonly Offer[],
  level: number,
  until: string,
  resampling: Resampling,
): DrawnRate {
  const families = offers.map(({ family }) => family);
  return {
    perDay: leastCostRate(leastCosts(offers, level), until),
    draws: drawEstimates(families, resampling, (weights) =>
      leastCostRate(leastCosts(offers, level, weights), until),
    ),
  };
}

/** A drawn rate with its interval, or null where the estimate is no number. */
export function rateOf({ perDay, draws }: DrawnRate): Rate | null {
  return Number.isNaN(perDay) ? null : { perDay, interval: drawnInterval(draws) };
}

/** The median over levels of a rate, with the median of each draw, since levels share families. */
export function medianRate(rates: readonly DrawnRate[], leastLevels: number): DrawnRate | null {
  const fitted = rates.filter(({ perDay }) => !Number.isNaN(perDay));
  const [first] = fitted;
  if (!first || fitted.length < leastLevels) return null;
  return {
    perDay: medianOf(fitted.map(({ perDay }) => perDay)),
    draws: first.draws.map((_, d) => {
      const values = fitted.map(({ draws }) => draws[d] as number);
      const defined = values.filter((value) => !Number.isNaN(value)).length;
      return 2 * defined >= fitted.length ? medianOf(values) : Number.NaN;
    }),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
