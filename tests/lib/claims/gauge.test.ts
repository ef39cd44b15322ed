import { describe, expect, test } from 'vitest';
import { readData } from '../../../src/build/readData.ts';
import { claimGauges, shareOf } from '../../../src/lib/claims/gauge.ts';
import type { AnyClaimResult } from '../../../src/lib/claims/claims.ts';

const { claims } = readData('data');
const result = (
  id: string,
  unit: string,
  value: number | null,
  interval: AnyClaimResult['interval'],
) =>
  ({
    id,
    status: 'mixed',
    effect: { name: 'x', value, unit },
    interval,
    n: 9,
    details: { tables: [{ onLine: 900 }] },
  }) as unknown as AnyClaimResult;

describe('the gauges', () => {
  const gauges = claimGauges({ claims }, [
    result('parameters-halve', 'days', 183, [149, 307]),
    result('acceleration', 'per day', 0.007, [-0.002, 0.0086]),
    result('compression', 'times', 0.78, [0.46, 1.08]),
    result('shelf-life', 'days', 279, [168, null]),
  ]);
  const find = (id: string) => gauges.find((gauge) => gauge.id === id);

  test('in days share one scale, wide enough for every value and reference', () => {
    expect(find('parameters-halve')?.scale).toEqual(find('shelf-life')?.scale);
    expect(find('shelf-life')?.scale.domain).toEqual([50, 1600]);
    expect(find('shelf-life')?.scale.ticks).toEqual([50, 100, 200, 400, 800, 1600]);
  });

  test('draw an end that the data do not bound to the end of the scale, and say so', () => {
    expect(find('shelf-life')).toMatchObject({
      bar: [168, 1600],
      open: { low: false, high: true },
    });
  });

  test('show a claim of direction as a whole side, and a claim of change as a point', () => {
    expect(find('compression')?.claimed).toMatchObject({ from: 0.25, to: 1 });
    const change = find('acceleration')?.claimed;
    expect(change?.from).toBeCloseTo(0.0025, 12);
    expect(change?.to).toBe(change?.from);
    expect(find('acceleration')?.scale.domain[0]).toBeCloseTo(-0.005, 12);
  });

  test('of a result without a number have no bar', () => {
    const [gauge] = claimGauges({ claims }, [result('on-device', 'days', null, null)]);
    expect(gauge).toMatchObject({ value: null, bar: null });
  });
});

test('a place on a scale runs from 0 to 1, and ends there', () => {
  const log = { domain: [50, 200] as const, log: true, ticks: [] };
  expect(shareOf(log, 100)).toBeCloseTo(0.5, 12);
  expect(shareOf(log, 1)).toBe(0);
  expect(shareOf(log, 0)).toBe(0);
  expect(shareOf(log, 999)).toBe(1);
  expect(shareOf({ domain: [-1, 1], log: false, ticks: [] }, 0)).toBe(0.5);
});
