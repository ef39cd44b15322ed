import { describe, expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { leaveFamiliesOut, measureVariants, rangeOf } from '../../src/lib/sensitivity.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.005));
const results = compute(data, { draws: 0 });

describe('variants of noise-free data', () => {
  const variants = measureVariants(data);

  test('name every other ruler and every benchmark left out', () => {
    expect(variants.filter(({ group }) => group === 'ruler').map(({ id }) => id)).toEqual([
      'single',
    ]);
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
    expect(
      rangeOf([
        { ...base, days: 5 },
        { ...base, days: null },
        { ...base, days: 3 },
      ]),
    ).toEqual([3, 5]);
    expect(rangeOf([{ ...base, days: null }])).toBeNull();
  });
});

test('leaveFamiliesOut measures once without each family, the ruler’s included', () => {
  const effects = leaveFamiliesOut(data, results);
  expect(effects).toHaveLength(21);
  expect(effects[0]?.family).toBe('Ruler'); // the others lie on one line and cannot move it
  expect(effects.reduce((sum, { models }) => sum + models, 0)).toBe(67);
});
