import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/lib/data.ts';
import {
  batteryClaims,
  batterySeries,
  combinedDoubling,
  circuitSeries,
  judgeRate,
  phoneSeries,
  processorSeries,
  yearsOf,
} from '../../src/lib/engines.ts';

/** Chips whose number of transistors, and whose density, doubles every two years. */
function chips(multiDie = false) {
  return {
    chips: {
      cpuTransistors: Array.from({ length: 20 }, (_, i) => ({
        year: 1990 + i,
        transistorsThousands: 2 ** (i / 2),
        source: 'made-up',
      })),
      densityRows: Array.from({ length: 20 }, (_, i) => ({
        name: `Chip ${i}`,
        date: `${2000 + i}`,
        processNm: 90 - 4 * i,
        densityMtrPerMm2: 2 ** (i / 2) * (multiDie && i === 19 ? 50 : 1),
        ...(multiDie && i === 19 ? { multiDie } : {}),
      })),
    },
  } as unknown as Pick<Data['context'], 'chips'>;
}

function batteries(records: object[], growthClaims: object[] = []) {
  const sources = { one: { title: 'One', url: 'https://example.org/one' } };
  return { batteries: { records, growthClaims, sources } } as unknown as Pick<
    Data['context'],
    'batteries'
  >;
}

function cell(i: number, more: object = {}) {
  return {
    date: `${2000 + i}`,
    product: `Cell ${i}`,
    whPerKg: 100 * 2 ** (i / 10),
    level: 'cell',
    quality: 'good',
    source: `source-${i}`,
    ...more,
  };
}

describe('chips', () => {
  test('give the rates that made them', () => {
    expect(processorSeries(chips()).result.growth?.slope).toBeCloseTo(Math.LN2 / 2, 12);
    const { result, edge } = circuitSeries(chips());
    expect(result.growth?.slope).toBeCloseTo(Math.LN2 / 2, 3);
    expect(edge.growth?.slope).toBeCloseTo(Math.LN2 / 2, 3);
  });

  test('of several dies are shown and do not move the rate', () => {
    const { points, aside, result } = circuitSeries(chips(true));
    expect([points.length, aside.length]).toEqual([19, 1]);
    expect(result.growth?.slope).toBeCloseTo(Math.LN2 / 2, 3);
  });
});

describe('batteries', () => {
  const ten = Array.from({ length: 10 }, (_, i) => cell(i));

  test('of one level give a rate', () => {
    const { result } = batterySeries(batteries(ten));
    expect(result.growth?.slope).toBeCloseTo(Math.LN2 / 10, 12);
  });

  test('never mix cells with packs, plans, samples or weak sources', () => {
    const { points, aside } = batterySeries(
      batteries([
        ...ten,
        cell(11, { level: 'pack', whPerKg: 1 }),
        cell(12, { level: 'as in the fact, so pack or system level', whPerKg: 1 }),
        cell(13, { quality: 'plan', whPerKg: 999 }),
        cell(14, { quality: 'announced plan; not a shipped cell' }),
        cell(15, { quality: 'sample, not volume production' }),
        cell(16, { quality: 'low: text farm' }),
        cell(17, { whPerKg: null }),
      ]),
    );
    expect([points.length, aside.length]).toEqual([10, 4]);
  });

  test('are refused a rate where the points are few', () => {
    const { result } = batterySeries(batteries(ten.slice(0, 4)));
    expect(result.growth).toBeNull();
    expect(result.refusal).toMatch(/there are 4 in 4/);
  });

  test('have the growth that others state, each kind apart, the talk’s left out', () => {
    const claims = batteryClaims(
      batteries(
        [],
        [
          {
            claim: 'Both.',
            doublingYearsVolumetric: 11,
            doublingYearsGravimetric: 14.4,
            quality: 'good',
            source: 'one',
          },
          { claim: 'No time.', quality: 'forecast', source: 'one' },
          { claim: 'Talk.', doublingYears: 10, quality: 'the claim to test', source: null },
        ],
      ),
    );
    expect(claims.map(({ kind, years }) => [kind, years])).toEqual([
      ['volume', 11],
      ['mass', 14.4],
    ]);
  });
});

test('phones count where they lead and are no rumour; averages stand aside', () => {
  const phone = (i: number, more = {}) => ({
    device: `Phone ${i}`,
    maker: `Maker ${i % 4}`,
    year: 2007 + i,
    ramGb: 2 ** (i / 3),
    tier: 'flagship',
    ...more,
  });
  const memory = {
    phones: [
      ...Array.from({ length: 12 }, (_, i) => phone(i)),
      phone(13, { rumour: true, ramGb: 99 }),
      phone(14, { tier: 'largest on sale', ramGb: 99 }),
    ],
    averageRam: [{ scope: 'all', year: 2012, averageRamGb: 0.6, source: 'one' }],
  };
  const { points, aside, result } = phoneSeries({ memory } as never);
  expect([points.length, aside.length]).toEqual([12, 1]);
  expect(result.growth?.slope).toBeCloseTo(Math.LN2 / 3, 12);
});

describe('a claimed doubling time', () => {
  test.each([
    [10, 'years', 10],
    [18, 'months', 1.5],
    [365.25, 'days', 1],
  ])('of %d %s is %d years', (value, unit, years) => {
    expect(yearsOf({ id: 'x', value, unit })).toBe(years);
  });

  test('in another unit is refused', () => {
    expect(() => yearsOf({ id: 'x', value: 1, unit: 'times' })).toThrow(/years, months or days/);
  });

  test('is judged by the interval', () => {
    const growth = {
      points: 20,
      clusters: 20,
      from: 2000,
      to: 2020,
      intercept: 0,
      slope: Math.LN2 / 2,
      slopeInterval: [Math.LN2 / 2.5, Math.LN2 / 1.8] as [number, number],
    };
    expect(judgeRate(growth, 1.5)).toBe('slower');
    expect(judgeRate(growth, 2)).toBe('within');
    expect(judgeRate(growth, 3)).toBe('faster');
    expect(judgeRate(null, 3)).toBe('unmeasured');
  });
});

test('two growths multiply: the paper’s 99 days with chips of 767 days make 88', () => {
  // arXiv:2412.04315v2, section 3.4: 2.1 years are 767 days, and the product doubles in 88.
  expect(combinedDoubling(99, 767)).toBeCloseTo(87.7, 1);
});
