import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../src/lib/claims/levels.ts';
import {
  drawTradeOff,
  leastCostRate,
  leastCosts,
  medianRate,
  monthsOf,
  rateOf,
  refuseLevel,
  sortOffers,
  tradeOffRate,
} from '../../../src/lib/claims/levels.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { dateOfDay, dayNumber } from '../../../src/lib/time.ts';

const start = dayNumber('2023-02-24');
const on = (day: number) => dateOfDay(start + day);

function offer(day: number, cost: number, score: number, family = `f${day}`): Offer {
  return { id: `o${day}-${cost}`, name: `Offer ${day}`, family, date: on(day), cost, score };
}

/** Models whose score depends on ln cost + rate · day, with normal noise. */
function simulated(rate: number, seed = 3, noise = 0.6, count = 400): Offer[] {
  const stream = makeStream(seed, 'levels');
  const offers = Array.from({ length: count }, (_, i) => {
    const day = Math.floor((1200 * i) / count);
    const lnCost = 20 + 5 * stream.uniform();
    const ability = lnCost + rate * day + noise * stream.normal();
    return offer(day, Math.exp(lnCost), 1 / (1 + Math.exp(-0.5 * (ability - 25))), `f${i % 60}`);
  });
  return sortOffers(offers);
}

describe('tradeOffRate', () => {
  it.each([0, 0.003, 0.007])('recovers a rate of %d a day', (rate) => {
    const rates = Array.from({ length: 20 }, (_, i) => tradeOffRate(simulated(rate, i + 1), 0.5));
    const mean = rates.reduce((sum, value) => sum + value, 0) / rates.length;
    // Over 200 such sets one rate scatters by 0.0005 or less: four standard errors of the mean of 20.
    expect(Math.abs(mean - rate)).toBeLessThan(0.00045);
  });

  it('sees no fall where nothing changes, although the least cost falls', () => {
    const offers = simulated(0);
    const interval = rateOf(drawTradeOff(offers, 0.5, { draws: 200, seed: 1 }))?.interval;
    expect(interval?.[0]).toBeLessThan(0);
    expect(interval?.[1]).toBeGreaterThan(0);
    expect(leastCostRate(leastCosts(offers, 0.5), on(1200))).toBeGreaterThan(0);
  });

  it('does not depend on the unit of cost or the start of the calendar', () => {
    const offers = simulated(0.004);
    const other = offers.map((each) => ({
      ...each,
      cost: each.cost * 1000,
      date: dateOfDay(dayNumber(each.date) + 365),
    }));
    expect(tradeOffRate(other, 0.5)).toBeCloseTo(tradeOffRate(offers, 0.5), 10);
  });

  it('has no value where the level separates the models or cost lowers the odds', () => {
    const apart = [1, 2, 3, 4].map((cost) => offer(cost * 10, cost, cost / 10));
    expect(tradeOffRate(apart, 0.25)).toBeNaN();
    const upsideDown = simulated(0.004).map((each) => ({ ...each, cost: 1 / each.cost }));
    expect(tradeOffRate(upsideDown, 0.5)).toBeNaN();
  });
});

describe('leastCosts', () => {
  const offers = sortOffers([
    offer(0, 100, 0.6),
    offer(10, 120, 0.9),
    offer(20, 50, 0.4),
    offer(30, 50, 0.6),
    offer(40, 50, 0.8),
    offer(50, 10, 0.7),
  ]);

  it('keeps what was cheaper than all before it at or above the level', () => {
    expect(leastCosts(offers, 0.6).map(({ cost }) => cost)).toEqual([100, 50, 10]);
    expect(leastCosts(offers, 0.75).map(({ cost }) => cost)).toEqual([120, 50]);
    expect(leastCosts(offers, 0.95)).toEqual([]);
  });

  it('passes over points without weight', () => {
    expect(leastCosts(offers, 0.6, [0, 1, 1, 0, 1, 1]).map(({ cost }) => cost)).toEqual([
      120, 50, 10,
    ]);
  });
});

describe('leastCostRate', () => {
  it('is exact where the cost falls evenly each month', () => {
    const monthly = Array.from({ length: 25 }, (_, i) => offer(Math.ceil(30.4375 * i), 2 ** -i, 1));
    const rate = leastCostRate(leastCosts(monthly, 0.5), on(731));
    expect(Math.LN2 / rate).toBeCloseTo(30.4375, 0); // a halving a month; days are whole
  });

  it('counts months in which nothing happens', () => {
    const steps = leastCosts([offer(0, 8, 1), offer(60, 4, 1), offer(120, 2, 1)], 0.5);
    expect(leastCostRate(steps, on(1200))).toBeLessThan(0.5 * leastCostRate(steps, on(150)));
    expect(monthsOf(steps, on(305))).toBe(11); // 305 / 30.4375 = 10.02 and the first
  });

  it('has no value without steps or with one month only', () => {
    expect(leastCostRate([], on(100))).toBeNaN();
    expect(leastCostRate(leastCosts([offer(90, 3, 1)], 0.5), on(100))).toBeNaN();
  });
});

describe('refuseLevel', () => {
  const rules = { leastEachSide: 3, leastFamilies: 3 };
  it('asks for enough models on either side and enough families', () => {
    const offers = [0, 1, 2, 3, 4, 5].map((i) => offer(i, 1, i / 10, i < 3 ? 'low' : `high ${i}`));
    expect(refuseLevel(offers, 0.3, rules)).toBeNull();
    expect(refuseLevel(offers, 0.4, rules)).toMatch(/3 models .* there are 2 and 4/);
    const oneFamily = offers.map((each) => ({ ...each, family: 'one' }));
    expect(refuseLevel(oneFamily, 0.3, rules)).toMatch(/3 families .* there are 1/);
  });
});

describe('medianRate', () => {
  const drawn = (perDay: number, draws: number[]) => ({ perDay, draws: Float64Array.from(draws) });
  it('takes the median of the estimates and of every draw', () => {
    const rates = [drawn(1, [1, 4]), drawn(3, [2, 5]), drawn(2, [9, 0])];
    expect(medianRate(rates, 3)).toEqual({ perDay: 2, draws: Float64Array.from([2, 4]) });
  });

  it('needs enough levels, and in a draw at least half of them', () => {
    const rates = [drawn(1, [1, Number.NaN]), drawn(Number.NaN, [2, 2]), drawn(2, [5, Number.NaN])];
    expect(medianRate(rates, 3)).toBeNull();
    expect(medianRate(rates, 2)?.draws[0]).toBe(3);
    expect(medianRate(rates, 2)?.draws[1]).toBeNaN();
  });
});

it('sortOffers gives one order whatever the order of the records', () => {
  const offers = simulated(0.003).slice(0, 50);
  expect(sortOffers([...offers].reverse())).toEqual(offers);
});
