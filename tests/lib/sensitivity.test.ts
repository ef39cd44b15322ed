import { describe, expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { pickExamples } from '../../src/lib/examples.ts';
import {
  compareTuned,
  countGrades,
  leaveFamiliesOut,
  measureSaturation,
  measureSpreads,
  measureVariants,
  rangeOf,
} from '../../src/lib/sensitivity.ts';
import { growingModels, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.005));
const results = compute(data, { draws: 0 });

describe('variants of noise-free data', () => {
  const variants = measureVariants(data);

  test('name every other ruler and every benchmark left out', () => {
    expect(variants.filter(({ group }) => group === 'ruler').map(({ id }) => id)).toEqual(['single']);
    const left = variants.filter(({ group }) => group === 'benchmarks').map(({ id }) => id);
    expect(left).toEqual(['alpha', 'beta', 'gamma']);
  });

  test('agree with the headline where the change cannot matter', () => {
    const headline = results.headline.doublingTime;
    const days = headline?.status === 'bounded' ? headline.days : Number.NaN;
    for (const id of ['alpha', 'active', 'derived', 'equal', 'developer']) {
      const variant = variants.find((candidate) => candidate.id === id);
      expect((variant?.days ?? 0) / days).toBeCloseTo(1, 6); // exact scores; solver tolerance
    }
  });

  test('carry the reason where there is no value', () => {
    const single = variants.find(({ id }) => id === 'single');
    expect(single).toMatchObject({ days: null, count: 0 });
    expect(single?.refusal).toMatch(/at least three/);
    expect(variants.find(({ id }) => id === 'third-party')?.days).toBeNull();
  });

  test('have a range over those with a value', () => {
    const base = { id: 'x', group: 'ruler' as const, choices: {}, count: 1, refusal: null };
    expect(rangeOf([{ ...base, days: 5 }, { ...base, days: null }, { ...base, days: 3 }])).toEqual([3, 5]);
    expect(rangeOf([{ ...base, days: null }])).toBeNull();
  });
});

test('leaveFamiliesOut measures once without each family, the ruler’s included', () => {
  const effects = leaveFamiliesOut(data, results);
  expect(effects).toHaveLength(21);
  expect(effects[0]?.family).toBe('Ruler'); // the others lie on one line and cannot move it
  expect(effects.reduce((sum, { models }) => sum + models, 0)).toBe(67);
});

test('countGrades counts every model of the trend once', () => {
  const grades = countGrades(results);
  expect(grades.map(({ grade }) => grade)).toEqual(['interpolated', 'within-2x', 'within-10x', 'beyond-10x']);
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
  expect(found.map(({ best }) => best)).toEqual(found.map(({ best }) => best).sort((a, b) => b - a));
  expect(found.every(({ onePoint }) => onePoint > 0)).toBe(true);
});

describe('pickExamples', () => {
  test('takes first and last record holder and the one nearest to density one', () => {
    const { early, level, dense } = pickExamples(results);
    expect(early.id).toBe(results.frontier[0]);
    expect(dense.id).toBe(results.frontier.at(-1));
    const others = results.models.filter(({ family }) => family !== 'Ruler');
    const nearest = Math.min(...others.map(({ density }) => Math.abs(Math.log(density ?? 0))));
    expect(Math.abs(Math.log(level.density))).toBe(nearest);
  });

  test('refuses data without a record holder', () => {
    expect(() => pickExamples({ ...results, frontier: [] })).toThrow(RangeError);
  });
});
