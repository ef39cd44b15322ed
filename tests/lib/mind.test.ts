import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { changeMinds, doublesSlowerThan, doublesWithin, growsAtAll } from '../../src/lib/mind.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const least = { estimator: 'all-models', withoutFamily: 'Ruler' } as const;

test('a statement is as far from turning as its slope from the nearer end', () => {
  const margin = (days: number) => doublesWithin(90, 120).margin(Math.LN2 / days, [0, 0]);
  expect(margin(100)).toBeGreaterThan(0);
  expect(margin(89)).toBeLessThan(0);
  expect(margin(121)).toBeLessThan(0);
  expect(doublesSlowerThan(100).margin(0, [0, Math.LN2 / 101])).toBeGreaterThan(0);
  expect(growsAtAll.margin(1, [-0.1, 2])).toBeLessThan(0);
});

test('one odd model that carries a statement is found, and is the smallest set', () => {
  const odd = { id: 'odd', day: 1190, parameters: 1e9, density: 2e4 };
  const data = madeUpData([...growingModels(0.0055), odd]);
  const [change] = changeMinds(data, [doublesWithin(90, 120)], { ...least, draws: 0 });
  expect(change).toMatchObject({ holds: true, isSmallest: true });
  expect(change?.removed).toEqual([{ id: 'odd', name: 'odd' }]);
  const without = { ...data, models: data.models.filter(({ id }) => id !== 'odd') };
  const { headline } = compute(without, { ...least, draws: 0 });
  expect(change?.slope).toBeCloseTo(headline.line?.slope ?? Number.NaN, 14);
});

test('two odd models are found together', () => {
  const odd = [1, 2].map((i) => ({
    id: `odd-${i}`,
    day: 1180 + i,
    parameters: 1e9,
    density: 3000,
  }));
  const data = madeUpData([...growingModels(0.0055), ...odd]);
  const [change] = changeMinds(data, [doublesWithin(90, 120)], { ...least, draws: 0 });
  expect(change).toMatchObject({ holds: true, isSmallest: true });
  expect(change?.removed?.map(({ id }) => id)).toEqual(['odd-1', 'odd-2']);
});

test('a steady growth cannot be argued away by a dozen removals', () => {
  const data = madeUpData(growingModels(0.0055));
  const [change] = changeMinds(data, [growsAtAll], { ...least, draws: 40 });
  expect(change).toMatchObject({ holds: true, removed: null, slope: null });
});
