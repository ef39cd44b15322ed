import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { denserBefore, familyOf, overtakenBy } from '../../src/lib/neighbours.ts';
import type { MadeUpModel } from '../fixtures/synthetic.ts';
import { madeUpData } from '../fixtures/synthetic.ts';

const made: MadeUpModel[] = [
  { id: 'early', day: 0, parameters: 4e9, density: 0.9 },
  { id: 'thin', day: 100, parameters: 8e9, density: 0.2 },
  { id: 'larger', day: 150, parameters: 9e9, density: 0.9 },
  { id: 'smaller', day: 200, parameters: 2e9, density: 0.85 },
  { id: 'tuned', day: 120, parameters: 2e9, density: 2, stage: 'instruct' },
];
const data = madeUpData(made);
const results = compute(data, { draws: 0 });
const find = (id: string) => results.models.find((model) => model.id === id)!;

test('denserBefore lists earlier, denser models of the trend', () => {
  expect(denserBefore(results, find('thin')).map(({ id }) => id)).toEqual(['early']);
  expect(denserBefore(results, find('early'))).toEqual([]);
});

test('overtakenBy needs no more parameters, at least the effective size, and the trend', () => {
  // thin has an effective size of 1.6e9; larger is too large, tuned is no base model,
  // smaller reaches 1.7e9 with 2e9.
  expect(overtakenBy(results, find('thin'))?.id).toBe('smaller');
  expect(overtakenBy(results, find('smaller'))?.id).toBeUndefined();
});

test('familyOf sorts by release, then size, then id', () => {
  const family = familyOf(data.models, 'Ruler').map(({ parameters }) => parameters?.total);
  expect(family).toEqual([...family].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(family.length).toBeGreaterThan(3);
});
