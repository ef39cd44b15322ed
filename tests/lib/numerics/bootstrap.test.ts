import { describe, expect, test } from 'vitest';
import {
  bcaInterval,
  drawClusterWeights,
  numberClusters,
  percentileInterval,
} from '../../../src/lib/numerics/bootstrap.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { expectClose, readFixture } from './fixture.ts';

interface Case {
  draws: number[];
  estimate: number;
  leftOut: number[];
  level: number;
  percentile: [number, number];
  bca: [number, number];
}
const { cases } = readFixture<{ cases: Case[] }>('bootstrap');

test.each(cases.map((one) => [one.draws.length, one] as const))(
  'intervals of %i draws agree with numpy and scipy',
  (_, { draws, estimate, leftOut, level, percentile, bca }) => {
    const plain = percentileInterval(draws, level);
    expectClose(plain.low, percentile[0], 1e-12);
    expectClose(plain.high, percentile[1], 1e-12);
    const corrected = bcaInterval(draws, estimate, leftOut, level);
    expectClose(corrected.low, bca[0], 1e-9);
    expectClose(corrected.high, bca[1], 1e-9);
    expect([plain.converged, corrected.converged]).toEqual([true, true]);
  },
);

describe('cluster weights', () => {
  const clusters = numberClusters(['qwen', 'llama', 'qwen', 'gemma', 'llama']);

  test('clusters are numbered in order of first appearance', () => {
    expect([...clusters.of]).toEqual([0, 1, 0, 2, 1]);
    expect(clusters.count).toBe(3);
  });

  test('points of one cluster share their weight, and each cluster takes one draw', () => {
    const stream = makeStream(1, 'weights');
    const alone = makeStream(1, 'weights');
    const out = new Float64Array(5);
    for (let round = 0; round < 50; round += 1) {
      drawClusterWeights(stream, clusters, out);
      const [qwen, llama, gemma] = [alone.poisson(), alone.poisson(), alone.poisson()];
      expect([...out]).toEqual([qwen, llama, qwen, gemma, llama]);
    }
  });
});

describe('edges', () => {
  const draws = Array.from({ length: 101 }, (_, i) => i);

  test('draws without a number are left out and counted', () => {
    const interval = percentileInterval([...draws, Number.NaN, Number.NaN], 0.9);
    expect(interval).toEqual({
      low: expect.closeTo(5, 12),
      high: expect.closeTo(95, 12),
      draws: 101,
      undefinedDraws: 2,
      converged: true,
      reason: '101 draws',
    });
  });

  test('too few draws are flagged', () => {
    expect(percentileInterval([1, 2, 3], 0.9)).toMatchObject({ converged: false, draws: 3 });
    expect(percentileInterval([], 0.9)).toMatchObject({ converged: false, low: Number.NaN });
  });

  test('draws on one side of the estimate fall back to the plain interval, and say so', () => {
    const interval = bcaInterval(draws, 1000, [1, 2, 3], 0.9);
    expect(interval).toMatchObject({
      low: expect.closeTo(5, 12),
      high: expect.closeTo(95, 12),
      converged: false,
    });
    expect(interval.reason).toMatch(/unbounded/);
  });

  test('without bias and skewness the correction changes nothing', () => {
    const interval = bcaInterval(draws, 50, [1, 2, 3], 0.9);
    expectClose(interval.low, 5, 1e-9);
    expectClose(interval.high, 95, 1e-9);
  });

  test('infinite draws stay in place as the largest', () => {
    expect(percentileInterval([...draws.map((d) => (d > 80 ? Infinity : d))], 0.9)).toMatchObject({
      low: expect.closeTo(5, 12),
      high: Infinity,
    });
  });

  test('a level in percent is refused', () => {
    expect(() => percentileInterval(draws, 90)).toThrow(/between 0 and 1/);
    expect(() => bcaInterval(draws, 1, [1], 0)).toThrow(RangeError);
  });
});
