import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/lib/data.ts';
import type { Sold } from '../../src/lib/ubiquity.ts';
import {
  countDevices,
  findCount,
  firstReached,
  nvidiaSold,
  quarterlySales,
  salesGrowth,
  trainableTokens,
  unitsFactor,
  unitsOfChip,
  yearlySales,
} from '../../src/lib/ubiquity.ts';

const ubiquity = {
  sources: { one: { title: 'One', url: 'https://example.org/one' } },
  records: [
    { what: 'PCs in use', value: 1e9, date: '2024', source: null, comparison: 'more than' },
    { what: 'PCs in use', value: 9e8, date: '2024', source: 'one', locator: 'text' },
    { what: 'PCs in use', value: 2e9, date: '2030', source: 'one', kind: 'forecast' },
    { what: 'H100 needed to train', value: 4e6, date: '2024', source: null },
  ],
  nvidiaByChip: [{ chip: 'H100', to: '2022-12-31', units: 30 }],
  nvidiaTotals: [
    {
      to: '2023-03-31',
      units: 300,
      h100Equivalents: 250,
      h100EquivalentsP5: 200,
      h100EquivalentsP95: 300,
    },
    {
      to: '2022-12-31',
      units: 100,
      h100Equivalents: 50,
      h100EquivalentsP5: 40,
      h100EquivalentsP95: 60,
    },
  ],
};
const context = { ubiquity } as unknown as Pick<Data['context'], 'ubiquity'>;

describe('counts of machines', () => {
  const counts = countDevices(context);

  test('say who counted, and leave out what is no machine', () => {
    expect(counts.map(({ kind }) => kind)).toEqual(['talk', 'counted', 'forecast']);
    expect(counts[1]).toMatchObject({ source: 'https://example.org/one', locator: 'text' });
  });

  test('are found, and a missing one is refused by name', () => {
    expect(findCount(counts, 'PCs in use', '2024', 'talk').value).toBe(1e9);
    expect(() => findCount(counts, 'PCs in use', '1950', 'counted')).toThrow(/1950/);
  });
});

/** Sales that double every quarter from 100. */
function sold(quarters: number): Sold[] {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  return Array.from({ length: quarters }, (_, i) => {
    const total = 100 * (2 ** (i + 1) - 1);
    return {
      to: `${2020 + Math.floor(i / 4)}-${ends[i % 4]}`,
      units: total,
      h100: total,
      h100Interval: [total, total],
    };
  });
}

describe('computing power sold', () => {
  test('comes in the order of time', () => {
    expect(nvidiaSold(context).map(({ to }) => to)).toEqual(['2022-12-31', '2023-03-31']);
    expect(unitsOfChip(context, 'H100', '2022-12-31')).toBe(30);
    expect(unitsOfChip(context, 'H100', '2021-12-31')).toBe(0);
  });

  test('of a quarter and of a year is the difference of cumulative counts', () => {
    expect(quarterlySales(sold(4)).map(({ h100 }) => h100)).toEqual([100, 200, 400, 800]);
    // The first four quarters sum to 1500, the next four to sixteen times as much.
    expect(yearlySales(sold(9)).map(({ h100 }) => h100)).toEqual([1500, 24000]);
  });

  test('grows at the pace of the sales, not of their sum', () => {
    const { result } = salesGrowth(quarterlySales(sold(16)));
    // Doubling every quarter is growth of 4 ln 2 a year.
    expect(result.growth?.slope).toBeCloseTo(4 * Math.LN2, 1);
  });

  test('of a last quarter that breaks off is left out', () => {
    const rows = sold(16);
    const last = rows.at(-1) as Sold;
    const before = rows.at(-2) as Sold;
    const broken = [
      ...rows.slice(0, -1),
      { ...last, h100: before.h100 + 1, units: before.units + 1 },
    ];
    const { points, aside } = salesGrowth(quarterlySales(broken));
    expect([points.length, aside.length]).toEqual([15, 1]);
  });

  test('reaches a level by the end of some quarter, or never', () => {
    const rows = [
      { to: '2024-12-31', value: 5 },
      { to: '2024-09-30', value: 3 },
    ];
    expect(firstReached(rows, 4)).toBe('2024-12-31');
    expect(firstReached(rows, 3)).toBe('2024-09-30');
    expect(firstReached(rows, 6)).toBeNull();
  });
});

test('chips train on as many tokens as 6 N D allows', () => {
  // 1 chip of 6 operations a second at full use for a day and one parameter: 86 400 tokens.
  expect(trainableTokens({ chips: 1, parameters: 1, peak: 6, use: 1, days: 1 })).toBe(86400);
  expect(trainableTokens({ chips: 2, parameters: 4, peak: 6, use: 0.5, days: 2 })).toBe(43200);
});

test('work grows by the growth of the total over the change of its cost', () => {
  expect(unitsFactor(3, 0.25)).toBe(12);
  expect(unitsFactor(1, 0.5)).toBe(2);
});
