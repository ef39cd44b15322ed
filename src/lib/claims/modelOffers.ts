/** Open base models as offers: what they cost in parameters or compute, and what they score. */
import { selectScore } from '../panel.ts';
import type { ModelRecord } from '../schema.ts';
import type { DrawnRate, LevelSeries, Offer, Sufficiency } from './levels.ts';
import {
  drawTradeOff,
  leastCostRate,
  leastCosts,
  rateOf,
  refuseLevel,
  sortOffers,
} from './levels.ts';
import type { Resampling } from './clusters.ts';

/** Fixed scores on one benchmark. */
export interface LevelSet {
  benchmark: string;
  protocols: readonly string[];
  levels: readonly number[];
}

/** Whether a model sets the law: open weights, base, trained from scratch, dated within bounds. */
export function isOpenBase(model: ModelRecord, from: string, to: string): boolean {
  const { stage, openWeights, derivedFrom, released } = model;
  return (
    stage === 'base' &&
    openWeights &&
    derivedFrom === null &&
    released !== null &&
    released.date >= from &&
    released.date <= to
  );
}

/**
 * Models with a score on a benchmark, as offers in their order.
 *
 * @param cost what a model costs; NaN leaves it out
 */
export function modelOffers(
  models: readonly ModelRecord[],
  set: Pick<LevelSet, 'benchmark' | 'protocols'>,
  cost: (model: ModelRecord) => number,
): Offer[] {
  const offers = models.flatMap((model): Offer[] => {
    const score = selectScore(model.scores, set, 'median', null);
    const price = cost(model);
    if (!score || !(price > 0) || !model.released) return [];
    const { id, name, family, released } = model;
    return [{ id, name, family, date: released.date, cost: price, score: score.value }];
  });
  return sortOffers(offers);
}

export interface LevelStudy {
  series: LevelSeries[];
  /** Trade-offs of the levels that have one, with their draws. */
  tradeOffs: DrawnRate[];
}

/** Every level of every benchmark, with both readings. */
export function studyLevels(
  models: readonly ModelRecord[],
  sets: readonly LevelSet[],
  cost: (model: ModelRecord) => number,
  until: string,
  parameters: Sufficiency & Resampling,
): LevelStudy {
  const tradeOffs: DrawnRate[] = [];
  const series = sets.flatMap(({ levels, ...set }) => {
    const offers = modelOffers(models, set, cost);
    return levels.map((level): LevelSeries => {
      const refusal = refuseLevel(offers, level, parameters);
      const drawn = refusal ? null : drawTradeOff(offers, level, parameters);
      if (drawn) tradeOffs.push(drawn);
      return describeLevel(offers, { ...set, level }, { drawn, refusal, until });
    });
  });
  return { series, tradeOffs };
}

interface Fitted {
  drawn: DrawnRate | null;
  refusal: string | null;
  until: string;
}

function describeLevel(
  offers: readonly Offer[],
  which: { benchmark: string; protocols: readonly string[]; level: number },
  { drawn, refusal, until }: Fitted,
): LevelSeries {
  const { level } = which;
  const reached = offers.filter(({ score }) => score >= level);
  const tradeOff = drawn && rateOf(drawn);
  const steps = leastCosts(offers, level);
  const perDay = steps.length > 1 ? leastCostRate(steps, until) : Number.NaN;
  return {
    ...which,
    reached: reached.length,
    missed: offers.length - reached.length,
    families: new Set(reached.map(({ family }) => family)).size,
    tradeOff,
    steps,
    leastCost: Number.isNaN(perDay) ? null : { perDay, interval: null },
    refusal: refusal ?? (tradeOff ? null : 'The level separates the models, so no trade-off fits.'),
  };
}
