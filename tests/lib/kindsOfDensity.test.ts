import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { measureKinds } from '../../src/lib/kindsOfDensity.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.004));

test('each benchmark of each panel has a line, and all agree where all tell one truth', () => {
  const kinds = measureKinds(data, { draws: 0 });
  expect(kinds.map(({ benchmark }) => benchmark)).toEqual(['alpha', 'beta', 'gamma']);
  const { headline } = compute(data, { draws: 0 });
  for (const { trend } of kinds)
    expect(trend.line?.slope).toBeCloseTo(headline.line?.slope ?? 0, 6);
});

test('a kind equals the whole computation with that benchmark alone', () => {
  const [alpha] = measureKinds(data, { draws: 40 });
  const { headline } = compute(data, { benchmarks: ['alpha'], needs: 1, draws: 40 });
  expect(alpha?.trend).toEqual(headline);
});
