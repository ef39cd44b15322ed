/** Second claim: inference cost falls exponentially, and faster than density grows. */
import { LEVEL } from '../choices.ts';
import type { Data } from '../data.ts';
import { formatFixed } from '../format.ts';
import { normalQuantile } from '../numerics/distributions.ts';
import { ln } from '../numerics/elementary.ts';
import { makeStream } from '../numerics/random.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { PricesFile } from '../schemaEconomy.ts';
import { dayNumber } from '../time.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Rate } from './claim.ts';
import { judgeRate, rateTest } from './claim.ts';
import { drawnInterval } from './clusters.ts';
import type { DrawnRate, Offer, Step } from './levels.ts';
import { drawLeastCost, leastCosts, medianRate, monthsOf, rateOf, sortOffers } from './levels.ts';
import { densityRate } from './parametersHalve.ts';
import { middleDay } from './partialDates.ts';

type Parameters = ClaimOf<'inference-cost'>['parameters'];
type Benchmark = Parameters['levels'][number]['benchmark'];

/** The lowest price at or above one score. */
export interface PriceLevel {
  benchmark: Benchmark;
  level: number;
  /** Price rows at or above the score, and models among them. */
  offers: number;
  models: number;
  steps: Step[];
  months: number;
  rate: Rate | null;
  refusal: string | null;
}

/** One way to read the preprint's pair of prices. */
export interface PriceRatio {
  price: 'input' | 'blended';
  until: string;
  ratio: number;
  /** Days from the first price to `until`. */
  days: number;
  halvings: number;
  halvingDays: number;
}

export interface InferenceCostDetails {
  levels: PriceLevel[];
  levelsCounted: number;
  ratios: PriceRatio[];
  /** Growth rate of price less that of density, per day. */
  lead: Rate | null;
}

export function judgeInferenceCost(
  data: Data,
  { headline }: Measured,
  { parameters }: ClaimOf<'inference-cost'>,
): ClaimResult<'inference-cost', InferenceCostDetails> {
  const drawn: DrawnRate[] = [];
  const levels = parameters.levels.flatMap(({ benchmark, levels }) => {
    const offers = priceOffers(data.context.prices, benchmark, parameters.until);
    return levels.map((level) => studyPrice(offers, benchmark, level, parameters, drawn));
  });
  const median = medianRate(drawn, parameters.leastLevels);
  const offers = levels.reduce((sum, level) => sum + level.offers, 0);
  const main = rateTest(
    'halving time of the lowest price at fixed scores, median over levels',
    median && rateOf(median),
    offers,
    parameters,
    median ? null : `Needs ${parameters.leastLevels} levels with enough price cuts.`,
  );
  const lead = leadOver(median, densityRate(headline), parameters.seed);
  const second = leadTest(lead, headline.headline.count);
  return {
    id: 'inference-cost',
    status: statusOf(median && rateOf(median), lead, parameters),
    effect: { name: main.name, value: main.value, unit: main.unit },
    interval: main.interval,
    n: offers,
    wouldChange: sayWouldChange(main, parameters),
    tests: [main, second],
    details: { levels, levelsCounted: drawn.length, ratios: priceRatios(parameters), lead },
  };
}

/** Price rows joined to a score, suspect ones and those after `until` left out. */
export function priceOffers(
  { records }: Pick<PricesFile, 'records'>,
  benchmark: Benchmark,
  until: string,
): Offer[] {
  const offers = records.flatMap((row): Offer[] => {
    const score = scoreOf(row, benchmark);
    const date = middleDay(row.date);
    const cost = row.usdPerMillionBlended;
    if (score === undefined || row.suspect || date > until || !(cost > 0)) return [];
    const family = row.canonical ?? row.model.toLowerCase();
    return [{ id: row.id, name: row.model, family, date, cost, score }];
  });
  return sortOffers(offers);
}

function scoreOf(row: PricesFile['records'][number], benchmark: Benchmark): number | undefined {
  if (benchmark === 'mmlu') return row.scores?.mmlu;
  if (benchmark === 'humaneval') return row.scores?.humaneval;
  return row.gpqaRun?.score ?? row.scores?.gpqaDiamond;
}

function studyPrice(
  offers: readonly Offer[],
  benchmark: Benchmark,
  level: number,
  parameters: Parameters,
  drawn: DrawnRate[],
): PriceLevel {
  const { until, leastSteps, leastMonths } = parameters;
  const reached = offers.filter(({ score }) => score >= level);
  const steps = leastCosts(offers, level);
  const months = monthsOf(steps, until);
  const isEnough = steps.length > leastSteps && months >= leastMonths;
  const rate = isEnough ? drawLeastCost(offers, level, until, parameters) : null;
  if (rate) drawn.push(rate);
  return {
    benchmark,
    level,
    offers: reached.length,
    models: new Set(reached.map(({ family }) => family)).size,
    steps,
    months,
    rate: rate && rateOf(rate),
    refusal: isEnough
      ? null
      : `Needs ${leastSteps} price cuts over ${leastMonths} months; there are ${Math.max(0, steps.length - 1)} over ${months}.`,
  };
}

/**
 * How much faster price falls than density grows, per day. The two rest on different models, so
 * their errors are taken as independent, density's as normal with the width of its interval.
 */
function leadOver(price: DrawnRate | null, density: Rate | null, seed: number): Rate | null {
  if (!price || !density?.interval) return null;
  const [low, high] = density.interval;
  const deviation = (high - low) / (2 * normalQuantile(0.5 + LEVEL / 2));
  const stream = makeStream(seed, 'lead/density');
  const draws = price.draws.map((rate) => rate - (density.perDay + deviation * stream.normal()));
  return { perDay: price.perDay - density.perDay, interval: drawnInterval(draws) };
}

function leadTest(lead: Rate | null, n: number): ClaimTest {
  const interval = lead?.interval ?? null;
  return {
    name: 'rate of the price less the rate of density',
    value: lead?.perDay ?? null,
    interval,
    unit: 'per day',
    verdict: !interval ? 'open' : interval[0] > 0 ? 'agrees' : interval[1] < 0 ? 'denies' : 'open',
    n,
    refusal: lead ? null : 'There is no rate of price, or no interval of density, to compare.',
  };
}

function statusOf(price: Rate | null, lead: Rate | null, parameters: Parameters): ClaimStatus {
  const verdict = judgeRate(price, parameters);
  if (verdict === 'open') return 'cannot be tested';
  if (verdict === 'denies') return 'fails';
  if (!lead?.interval || lead.interval[0] <= 0) return 'mixed';
  return verdict === 'agrees' ? 'holds' : 'holds at another rate';
}

/** The preprint's ratio for either price and either end of its last month. */
export function priceRatios({ arithmetic }: Pick<Parameters, 'arithmetic'>): PriceRatio[] {
  const { from, to } = arithmetic;
  const prices = { input: to.usdInput, blended: (3 * to.usdInput + to.usdOutput) / 4 } as const;
  return (['input', 'blended'] as const).flatMap((price) =>
    [to.firstDate, to.lastDate].map((until) => {
      const ratio = from.usd / prices[price];
      const days = dayNumber(until) - dayNumber(from.date);
      const halvings = ln(ratio) / Math.LN2;
      return { price, until, ratio, days, halvings, halvingDays: days / halvings };
    }),
  );
}

function sayWouldChange(main: ClaimTest, { band }: Parameters): string {
  const [low, high] = band.map((days) => formatFixed(days, 0));
  const [short, long] = main.interval ?? [null, null];
  if (main.verdict === 'agrees' && short !== null) {
    return `The interval of the halving time begins at ${formatFixed(short, 1)} days; one that begins after ${high} days would leave another rate, and a price that is not shown to fall faster than density grows would make the claim mixed.`;
  }
  const now =
    short === null
      ? ''
      : `, now ${formatFixed(short, 0)} to ${long === null ? 'no bound' : formatFixed(long, 0)},`;
  return `An interval of the halving time${now} that meets ${low} to ${high} days, with price falling faster than density grows, would let the claim hold as stated; one that holds no fall and excludes ${high} days would make it fail.`;
}
