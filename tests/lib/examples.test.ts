import { describe, expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { pickExamples } from '../../src/lib/examples.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.005));
const results = compute(data, { draws: 0 });

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
