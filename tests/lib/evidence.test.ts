import { describe, expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import {
  compareTuned,
  countFarBelow,
  countGrades,
  countLastYears,
  measureSaturation,
  measureSizeTilt,
  measureSpreads,
} from '../../src/lib/evidence.ts';
import { growingModels, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.005));
const results = compute(data, { draws: 0 });

test('countGrades counts every model of the trend once', () => {
  const grades = countGrades(results);
  expect(grades.map(({ grade }) => grade)).toEqual([
    'interpolated',
    'within-2x',
    'within-10x',
    'beyond-10x',
  ]);
  expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(results.headline.count);
  expect(grades.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('measureSpreads finds the pair with the widest published values', () => {
  const model = madeUpModel({ id: 'twice', day: 100, parameters: 7e9, density: 0.2 });
  const first = model.scores[0];
  if (!first) throw new Error('the fixture has no score');
  model.scores.push({ ...first, value: first.value + 0.06 });
  const spread = madeUpData(growingModels(0.005), [model]);
  const found = measureSpreads(spread, compute(spread, { draws: 0 }));
  expect(found.several).toBe(1);
  expect(found.pairs).toBe(3 * 68);
  expect(found.medianRange).toBeCloseTo(0.06, 12);
  expect(found.widest).toMatchObject({ id: 'twice', benchmark: 'alpha' });
});

test('compareTuned pairs tuned with base models of one family and size', () => {
  const base = { day: 100, parameters: 7e9, family: 'Pair' };
  const tuned = madeUpData([
    { ...base, id: 'base', density: 0.2 },
    { ...base, id: 'tuned', density: 0.6, stage: 'instruct' },
    { ...base, id: 'other-size', parameters: 9e9, density: 0.9, stage: 'instruct' },
  ]);
  const effect = compareTuned(compute(tuned, { draws: 0 }));
  expect(effect).toMatchObject({ pairs: 1, denser: 1 });
  expect(effect?.medianRatio).toBeCloseTo(3, 6); // 0.6 / 0.2; solver tolerance
  expect(compareTuned(results)).toBeNull();
});

test('measureSaturation puts the fullest benchmark first', () => {
  const found = measureSaturation(results);
  expect(found).toHaveLength(3);
  expect(found.map(({ best }) => best)).toEqual(
    found.map(({ best }) => best).sort((a, b) => b - a),
  );
  expect(found.every(({ onePoint }) => onePoint > 0)).toBe(true);
});

describe('measureSizeTilt', () => {
  test('finds that density falls with size where it does, at equal day', () => {
    // Density = size^-0.5 times a growth in time; every size at every fifth day.
    const models = growingModels(0).map((model) => ({
      ...model,
      density: 0.05 * Math.sqrt(1e9 / model.parameters) * Math.exp(0.002 * model.day),
    }));
    const tilted = compute(madeUpData(models), { draws: 0, withoutFamily: 'Ruler' });
    const tilt = measureSizeTilt(tilted);
    expect(tilt?.slope).toBeCloseTo(-0.5, 6); // exact scores; solver tolerance
  });

  test('is null without models', () => {
    expect(measureSizeTilt({ models: [] })).toBeNull();
  });
});

test('countFarBelow counts models beyond ten times the ruler on either side of the line', () => {
  const models = [
    { id: 'low', day: 700, parameters: 1e9, density: 0.01 },
    { id: 'high', day: 701, parameters: 7e10, density: 50 },
  ];
  // Twice the fixture's density keeps its own models off the very edge of ten times.
  const others = growingModels(0.001).map((model) => ({ ...model, density: 2 * model.density }));
  const far = compute(madeUpData([...others, ...models]), { draws: 0 });
  expect(countFarBelow(far)).toEqual({ far: 2, below: 1 });
});

test('countLastYears counts by the data’s own date, and those above the line', () => {
  const dated = madeUpData([
    { id: 'old', day: 640, parameters: 1e9, density: 0.1 }, // 2024-11-25
    { id: 'new', day: 1300, parameters: 1e9, density: 0.1 }, // 2026-09-16
    { id: 'newer', day: 1310, parameters: 1e9, density: 0.01 }, // 2026-09-26
  ]);
  // Two families besides the ruler's, which dates from day 500: no line, so none lies above it.
  expect(countLastYears(compute(dated, { draws: 0 }))).toEqual({ last: 2, before: 1, above: 0 });
  const grown = [
    ...growingModels(0.001, 40), // density 0.05 at first, 0.109 at day 780
    { id: 'new', day: 1300, parameters: 1e9, density: 9 },
    { id: 'newer', day: 1310, parameters: 1e9, density: 0.02 },
  ];
  const measured = compute(madeUpData(grown), { draws: 0, withoutFamily: 'Ruler' });
  expect(countLastYears(measured)).toMatchObject({ last: 2, above: 1 });
});
