import { describe, expect, it } from 'vitest';
import {
  judgeInferenceCost,
  priceOffers,
  priceRatios,
} from '../../../src/lib/claims/inferenceCost.ts';
import type { PricesFile } from '../../../src/lib/schemaEconomy.ts';
import { dateOfDay, dayNumber } from '../../../src/lib/time.ts';
import {
  claimRecord,
  emptyContext,
  measured,
  noisyModels,
  wholeData,
} from '../../fixtures/claims.ts';

type Row = PricesFile['records'][number];

function price(day: number, usd: number, mmlu: number, change: Partial<Row> = {}): Row {
  return {
    id: `p${day}`,
    model: `Model ${day}`,
    provider: null,
    date: dateOfDay(dayNumber('2023-01-01') + day),
    dateKind: 'made up',
    usdPerMillionInput: null,
    usdPerMillionOutput: null,
    usdPerMillionBlended: usd,
    scores: { mmlu, source: 'made-up' },
    source: 'made-up',
    ...change,
  };
}

const levels = [{ benchmark: 'mmlu' as const, levels: [0.5, 0.55, 0.6] }];
const record = claimRecord('inference-cost', { levels, until: '2025-12-31' });

/** Prices that halve every `halving` days, every 20 days a new model at or above every level. */
function priced(halving: number, densityRate: number) {
  const rows = Array.from({ length: 50 }, (_, i) =>
    price(20 * i, 20 * 2 ** ((-20 * i) / halving), 0.7),
  );
  const prices = { ...emptyContext.prices, records: rows };
  const data = wholeData(noisyModels(densityRate), { context: { prices } });
  return judgeInferenceCost(data, measured(data), record);
}

describe('judgeInferenceCost', () => {
  it('holds where the price halves in 78 days and density grows more slowly', () => {
    const claim = priced(78, 0.003);
    expect(claim.status).toBe('holds');
    expect(claim.effect.value).toBeGreaterThan(75);
    expect(claim.effect.value).toBeLessThan(82);
    expect(claim.wouldChange).toContain('begins at');
  });

  it('holds at another rate where it halves in 130 days, still faster than density', () => {
    expect(priced(130, 0.002).status).toBe('holds at another rate');
  });

  it('is mixed where density grows as fast', () => {
    expect(priced(130, 0.0055).status).toBe('mixed');
  });

  it('cannot be tested without prices, and says what is missing', () => {
    const data = wholeData(noisyModels(0.003));
    const claim = judgeInferenceCost(data, measured(data), record);
    expect(claim.status).toBe('cannot be tested');
    expect(claim.interval).toBeNull();
    expect(claim.details.levels.every(({ refusal }) => refusal?.includes('price cuts'))).toBe(true);
  });

  it('cannot say that price leads where density has no interval', () => {
    const rows = Array.from({ length: 50 }, (_, i) => price(20 * i, 20 * 2 ** (-i / 4), 0.7));
    const prices = { ...emptyContext.prices, records: rows };
    const data = wholeData(noisyModels(0.003), { context: { prices } });
    const claim = judgeInferenceCost(data, measured(data, 0), record);
    expect(claim.status).toBe('mixed');
    expect(claim.details.lead).toBeNull();
  });
});

describe('priceOffers', () => {
  it('leaves out suspect rows, rows without the score, free ones and later ones', () => {
    const { scores: _, ...scoreless } = price(40, 1, 0.7);
    const rows = [
      price(10, 1, 0.7),
      price(20, 1, 0.7, { suspect: 'contradicted' }),
      price(30, 0, 0.7),
      scoreless,
      price(900, 1, 0.7),
    ];
    expect(priceOffers({ records: rows }, 'mmlu', '2024-12-31').map(({ id }) => id)).toEqual([
      'p10',
    ]);
  });

  it('puts a month in its middle and prefers a measured run on GPQA', () => {
    const run = { score: 0.4, run: 'run', source: 'made-up' };
    const scores = { gpqaDiamond: 0.3, source: 'made-up' };
    const rows = [price(0, 1, 0, { date: '2023-07', scores, gpqaRun: run })];
    const [offer] = priceOffers({ records: rows }, 'gpqa-diamond', '2024-12-31');
    expect(offer).toMatchObject({ date: '2023-07-15', score: 0.4 });
  });
});

it('priceRatios does the preprint’s arithmetic for both prices', () => {
  const ratios = priceRatios(claimRecord('inference-cost').parameters);
  const [early, late, blended] = ratios;
  expect(early?.ratio).toBeCloseTo(266.667, 3); // 20 / 0.075, the preprint's 266.7
  expect(late?.days).toBe(640); // 30 November 2022 to 31 August 2024
  expect((late?.halvingDays ?? 0) / 30).toBeCloseTo(2.65, 2); // 640 / log2(266.67) / 30
  expect(blended?.ratio).toBeCloseTo(152.38, 2); // 20 / ((3 · 0.075 + 0.3) / 4)
});
