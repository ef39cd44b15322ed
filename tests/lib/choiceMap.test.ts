import { expect, test } from 'vitest';
import type { MappedPoint } from '../../src/lib/choiceMap.ts';
import { mapChoices, mapPoint, mapPoints } from '../../src/lib/choiceMap.ts';
import {
  levelOf,
  mapLines,
  shareAtLeastAsFast,
  summariseMap,
} from '../../src/lib/choiceMapSummary.ts';
import type { EstimatorId, WindowId } from '../../src/lib/choices.ts';
import { estimatorIds, windowIds } from '../../src/lib/choices.ts';
import { compute } from '../../src/lib/compute.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.004));

test('the map holds every benchmark set, ruler and parameter count once, and each lone choice', () => {
  const points = mapPoints(data);
  // (whole panel + 3 left out) × 2 rulers × 2 counts, and 9 choices alone
  expect(points).toHaveLength(4 * 2 * 2 + 9);
  expect(new Set(points.map(({ choices }) => JSON.stringify(choices))).size).toBe(points.length);
});

test('a point of the map is the computation with these choices, interval included', () => {
  const point = mapPoints(data).find(
    ({ without, choices }) => without === 'beta' && choices.ruler === 'qwen2.5',
  );
  if (!point) throw new Error('the map lacks a point without beta');
  const { cells } = mapPoint(data, point, { draws: 40 });
  const { trends } = compute(data, { ...point.choices, draws: 40 });
  expect(cells.map(({ slope }) => slope)).toEqual(trends.map(({ line }) => line?.slope ?? null));
  expect(cells.map(({ interval }) => interval)).toEqual(
    trends.map(({ slopeInterval }) => slopeInterval),
  );
});

test('an unusable ruler leaves its place on the map with the reason', () => {
  const mapped = mapChoices(data, { draws: 0 });
  const single = mapped.filter(({ choices }) => choices.ruler === 'single');
  expect(single).toHaveLength(8);
  for (const { cells, refusal } of single) {
    expect(cells).toEqual([]);
    expect(refusal?.sentence).toMatch(/has only 2 sizes/);
  }
});

/** A made-up map whose slopes are sums of effects, so that every share is known. */
function additiveMap(): MappedPoint[] {
  const effect = (estimator: EstimatorId, window: WindowId, ruler: string, parameters: string) =>
    0.005 +
    0.001 * estimatorIds.indexOf(estimator) +
    0.0005 * windowIds.indexOf(window) +
    (ruler === 'b' ? 0.002 : 0) +
    (parameters === 'active' ? 0.0001 : 0);
  return ['one', 'two'].flatMap((panel) =>
    ['a', 'b'].flatMap((ruler) =>
      (['total', 'active'] as const).map((parameters) => ({
        choices: { panel, ruler, parameters },
        without: null,
        alone: null,
        refusal: null,
        cells: windowIds.flatMap((window) =>
          estimatorIds.map((estimator) => {
            const slope = effect(estimator, window, ruler, parameters);
            const interval: [number, number] = [slope - 0.001, slope + 0.001];
            return { estimator, window, count: 50, slope, interval, refusal: null };
          }),
        ),
      })),
    ),
  );
}

test('shares of the variance are those of the effects that made the slopes', () => {
  const { effects, unexplained } = summariseMap(additiveMap(), [90, 120]);
  const share = (factor: string) =>
    effects.find((one) => one.factor === factor)?.share ?? Number.NaN;
  // variances of the effects: levels 0..3 mm, 0..2 half mm, 0/2 mm, 0/0.1 mm (in 0.001 a day)
  const parts = { estimator: 1.25, window: 1 / 6, ruler: 1, parameters: 0.0025 };
  const total = Object.values(parts).reduce((a, b) => a + b, 0);
  for (const [factor, variance] of Object.entries(parts)) {
    expect(share(factor)).toBeCloseTo(variance / total, 9);
  }
  expect(share('panel')).toBeCloseTo(0, 9);
  expect(unexplained).toBeCloseTo(0, 9);
});

test('shares of a band add up, by the line and by the interval', () => {
  const { shares, lines } = summariseMap(additiveMap(), [90, 120]);
  expect(lines).toBe(96);
  expect(shares.inside + shares.slower + shares.faster).toBeCloseTo(1, 12);
  expect(
    (shares.compatible ?? 0) + (shares.surelySlower ?? 0) + (shares.surelyFaster ?? 0),
  ).toBeCloseTo(1, 12);
  expect(shares.compatible).toBeGreaterThan(shares.inside);
});

test('a published doubling time has its place among the lines', () => {
  const points = additiveMap();
  const slopes = mapLines(points).map(({ slope }) => slope);
  expect(shareAtLeastAsFast(points, Math.LN2 / Math.min(...slopes))).toBe(1);
  expect(shareAtLeastAsFast(points, Math.LN2 / (Math.max(...slopes) * 1.01))).toBe(0);
});

test('every line knows the level of each of its choices', () => {
  const [line] = mapLines(additiveMap());
  if (!line) throw new Error('the made-up map is empty');
  expect(levelOf(line, 'panel')).toBe('one');
  expect(levelOf(line, 'left out')).toBe('none');
  expect(levelOf(line, 'estimator')).toBe('tau90');
});

test('a choice made alone is compared with the headline of its panel', () => {
  const { lone } = summariseMap(mapChoices(data, { draws: 0 }), [90, 120]);
  const equal = lone.find(({ alone }) => alone === 'weights');
  expect(equal?.value).toBe('equal');
  expect(Math.abs(equal?.medianChange ?? 1)).toBeLessThan(1e-9); // exact scores: weights change nothing
});
