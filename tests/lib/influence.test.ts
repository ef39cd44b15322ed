import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { measureInfluence, sourceName } from '../../src/lib/influence.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const models = growingModels(0.004).map((model, i) => ({
  ...model,
  density: model.density * (i % 7 === 0 ? 1.5 : 1),
}));
const data = madeUpData(models);
const quick = { draws: 0, estimator: 'all-models' } as const;

test('leaving out a family is what leaving it out by choice does', () => {
  const { influences } = measureInfluence(data, { draws: 40, estimator: 'all-models' });
  const family = influences.find(({ kind, id }) => kind === 'family' && id === 'Family 3');
  const { headline } = compute(data, { ...quick, draws: 40, withoutFamily: 'Family 3' });
  expect(family?.slope).toBeCloseTo(headline.line?.slope ?? Number.NaN, 14);
  expect(family?.slopeInterval?.[0]).toBeCloseTo(headline.slopeInterval?.[0] ?? Number.NaN, 12);
  expect(family?.removed).toBe(3);
});

test('leaving out a benchmark is what choosing the others does', () => {
  const { influences, slope } = measureInfluence(data, quick);
  const beta = influences.find(({ kind, id }) => kind === 'benchmark' && id === 'beta');
  const { headline } = compute(data, { ...quick, benchmarks: ['alpha', 'gamma'] });
  expect(beta?.slope).toBe(headline.line?.slope);
  expect(beta?.change).toBe((beta?.slope ?? Number.NaN) - slope);
});

test('the model far off the line has the largest influence on least squares', () => {
  const odd = { id: 'odd', day: 1180, parameters: 1e9, density: 900 };
  const { influences } = measureInfluence(madeUpData([...models, odd]), quick);
  expect(influences[0]).toMatchObject({ kind: 'model', id: 'odd' });
  expect(influences[0]?.change).toBeLessThan(0);
});

test('each change has an interval, narrower than that of the slope', () => {
  const { influences, slopeInterval } = measureInfluence(data, { ...quick, draws: 60 });
  const width = ([low, high]: readonly [number, number]) => high - low;
  const model = influences.find(({ kind }) => kind === 'model');
  expect(width(model?.changeInterval ?? [0, 9])).toBeLessThan(width(slopeInterval ?? [0, 0]));
});

test('what takes the ruler away is refused with a sentence and listed last', () => {
  const { influences } = measureInfluence(data, quick);
  const sources = influences.filter(({ kind }) => kind === 'source');
  expect(sources).toHaveLength(1); // all made-up scores stand on one page
  expect(sources[0]).toMatchObject({ id: 'example.org/made-up', slope: null, change: null });
  expect(sources[0]?.refusal?.sentence).toMatch(/only 0 sizes/);
});

test('a source is a site with the first two steps of its address', () => {
  expect(sourceName('https://github.com/a/b/blob/c/d.csv#L3')).toBe('github.com/a/b');
  expect(sourceName('https://arxiv.org/abs/2412.04315')).toBe('arxiv.org/abs/2412.04315');
  expect(sourceName('https://example.org/')).toBe('example.org');
});

test('a trend that cannot be fitted is refused as a whole', () => {
  expect(() => measureInfluence(madeUpData([]), quick)).toThrow(RefusalError);
});
