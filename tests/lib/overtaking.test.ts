import { describe, expect, test } from 'vitest';
import { medianRent, peakOf } from '../../src/lib/chipMarket.ts';
import { impliedBill, mostTokensPerSecond, pairInTables } from '../../src/lib/overtaking.ts';
import { spreadFutures } from '../../src/lib/predictions/fan.ts';
import { smallestSteps } from '../../src/lib/predictions/smallest.ts';
import type { Match } from '../../src/lib/predictions/scoresAtSize.ts';
import { compute } from '../../src/lib/compute.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { noisyModels, wholeData } from '../fixtures/claims.ts';
import { madeUpModel } from '../fixtures/synthetic.ts';

const model = madeUpModel({ id: 'm', day: 0, parameters: 9e9, density: 1 });
const score = (benchmark: string, source: string, value: number) =>
  ({ ...model.scores[0], benchmark, source, value, protocol: 'plain' }) as ModelRecord['scores'][0];

describe('pairInTables', () => {
  test('sets scores of one source, test and protocol side by side', () => {
    const a = { scores: [score('x', 'one', 0.5), score('y', 'one', 0.6), score('x', 'two', 0.7)] };
    const b = { scores: [score('x', 'one', 0.4), score('y', 'two', 0.9)] };
    expect(pairInTables(a, b)).toEqual([
      { benchmark: 'x', protocol: 'plain', source: 'one', first: 0.5, second: 0.4 },
    ]);
  });

  test('leaves out a source with several scores of one model on a test', () => {
    const a = { scores: [score('x', 'one', 0.5), score('x', 'one', 0.6)] };
    expect(pairInTables(a, { scores: [score('x', 'one', 0.4)] })).toEqual([]);
  });
});

describe('impliedBill', () => {
  const trained = {
    ...model,
    trainingTokens: { value: 8e12, source: 'https://example.org' },
  } as ModelRecord;

  test('is the bill over the hours that six operations a parameter and token take', () => {
    // 6 · 9e9 · 8e12 = 4.32e23; at 40 % of 1e15 a second 1.08e9 seconds, 300 000 hours.
    const bill = impliedBill(trained, 2_175_000, 1e15, { use: 0.4, yuanPerDollar: 7.25 });
    expect(bill.operations).toBeCloseTo(4.32e23, -15);
    expect(bill.chipHours).toBeCloseTo(300_000, 6);
    expect(bill.dollarsPerHour).toBeCloseTo(1, 12); // 300 000 dollars for 300 000 hours
  });

  test('refuses a model without tokens', () => {
    expect(() =>
      impliedBill({ ...model, trainingTokens: null }, 1, 1e15, { use: 0.4, yuanPerDollar: 7 }),
    ).toThrow(RangeError);
  });
});

test('a chip writes at most as many tokens as its memory passes weights', () => {
  expect(mostTokensPerSecond(100e9, 8e9, 4)).toBe(25); // 4 GB a token
});

describe('chips', () => {
  const rental = (date: string, usdPerChipHour: number, hardware = 'NVIDIA H100') =>
    ({
      date,
      usdPerChipHour,
      hardware,
      vendor: 'v',
      priceSource: 'p',
      source: 's',
      locator: 'l',
    }) as never;

  test('have their dense peak by name, or the name is refused', () => {
    const accelerators = [
      { name: 'A', tensorTflops: 989 },
      { name: 'B', tensorTflops: null },
    ] as never;
    expect(peakOf({ accelerators }, 'A')).toBe(989e12);
    expect(() => peakOf({ accelerators }, 'B')).toThrow(RangeError);
    expect(() => peakOf({ accelerators }, 'C')).toThrow(RangeError);
  });

  test('have a middle rent over the prices of the days', () => {
    const rentalPrices = [
      rental('2023-12-31', 9),
      rental('2024-01-01', 2),
      rental('2024-06-01', 3),
      rental('2024-07-01', 7),
      rental('2024-07-01', 1, 'NVIDIA A100'),
    ];
    const found = medianRent({ rentalPrices }, 'H100', '2024-01-01', '2024-12-31');
    expect(found).toEqual({ median: 3, count: 3 });
    expect(medianRent({ rentalPrices: [] }, 'H100', '2024', '2025').median).toBeNaN();
  });
});

describe('smallestSteps', () => {
  const match = (id: string, released: string, parameters: number, meanLead: number): Match => ({
    id,
    name: id,
    released,
    parameters,
    meanLead,
    tests: 4,
    wins: 2,
    thinking: false,
    shared: [],
  });

  test('holds each model that is able and smaller than all before it', () => {
    const found = smallestSteps([
      match('late-small', '2025-06-01', 4e9, 0),
      match('weak', '2024-01-01', 1e9, -0.01),
      match('first', '2024-06-01', 70e9, 0.02),
      match('larger', '2025-01-01', 80e9, 0.1),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['first', 'late-small']);
    expect(smallestSteps([])).toEqual([]);
  });

  test('takes the smaller of two on one day', () => {
    const day = '2025-01-01';
    const found = smallestSteps([match('big', day, 8e9, 0), match('small', day, 4e9, 0)]);
    expect(found.map(({ id }) => id)).toEqual(['small']);
  });
});

describe('spreadFutures', () => {
  const data = wholeData(noisyModels(Math.LN2 / 120, { span: 1360 }));
  const results = compute(data, { draws: 0, withoutFamily: 'Ruler' });
  const options = { sets: 100, seed: 11, until: '2027-11-23' };

  test('rises from the record of today, its quantiles in order', () => {
    const fan = spreadFutures(data, results, options, '2026-11-23');
    expect(fan).not.toBeNull();
    const { steps = [], record = 0, histogram = [] } = fan ?? {};
    expect(new Set(steps[0]?.record)).toEqual(new Set([record]));
    expect(steps.at(-1)?.ahead).toBe(365);
    for (const { record: levels } of steps) {
      expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    }
    steps.forEach(({ record: levels }, i) => {
      const before = steps[i - 1]?.record[2] ?? 0;
      expect(levels[2]).toBeGreaterThanOrEqual(before);
    });
    expect(histogram.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('is nothing where there is no line', () => {
    const few = wholeData(noisyModels(0.005, { count: 4 }));
    const bare = compute(few, { draws: 0, withoutFamily: 'Ruler' });
    expect(spreadFutures(few, bare, options, '2026-11-23')).toBeNull();
  });
});
