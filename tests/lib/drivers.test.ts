import { expect, test } from 'vitest';
import { splitGrowth } from '../../src/lib/drivers.ts';
import { makeStream } from '../../src/lib/numerics/random.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

/** ln ρ = 0.001 day + 0.5 ln(tokens per parameter) + noise, tokens per parameter growing in time. */
function fieldWithTokens() {
  const stream = makeStream(7, 'drivers');
  const models = growingModels(0, 90, 30).map((model, i) => {
    const lnRatio = 3 + 0.002 * model.day * (90 / 180) + 0.5 * stream.normal();
    const lnDensity = -5 + 0.001 * model.day + 0.5 * lnRatio + 0.1 * stream.normal();
    return { made: { ...model, day: 10 * i, density: Math.exp(lnDensity) }, lnRatio };
  });
  const data = madeUpData(models.map(({ made }) => made));
  const ratios = new Map(models.map(({ made, lnRatio }) => [made.id, lnRatio]));
  return {
    ...data,
    models: data.models.map((model) => {
      const lnRatio = ratios.get(model.id);
      const value = Math.exp(lnRatio ?? 0) * (model.parameters?.total ?? 1);
      const trainingTokens =
        lnRatio === undefined ? null : { value, source: 'https://example.org' };
      return { ...model, trainingTokens };
    }),
  };
}

test('growth splits exactly into parts, and the coefficient of the tokens is found', () => {
  const report = splitGrowth(fieldWithTokens(), { withoutFamily: 'Ruler' }, { draws: 200 });
  expect(report.models).toBe(90);
  const total = report.drivers.reduce((sum, { share }) => sum + share, 0);
  expect(total).toBeCloseTo(1, 9);
  const tokens = report.drivers.find(({ id }) => id === 'tokens-per-parameter');
  const errors = Math.abs((tokens?.coefficient ?? 9) - 0.5) / (tokens?.standardError ?? 0);
  expect(errors).toBeLessThan(4); // within four standard errors of the truth
  expect(tokens?.standardError).toBeLessThan(0.05);
  expect(tokens?.shareInterval[0]).toBeLessThan(tokens?.share ?? 0);
  expect(report.r2).toBeGreaterThan(report.r2Time);
});

test('what does not vary is left out by name', () => {
  const report = splitGrowth(fieldWithTokens(), { withoutFamily: 'Ruler' }, { draws: 50 });
  expect(report.constant).toEqual(['experts', 'distillation']);
});

test('too few models with known tokens are refused with a sentence', () => {
  const report = splitGrowth(madeUpData(growingModels(0.004)), {}, { draws: 50 });
  expect(report.refusal?.sentence).toMatch(/needs at least 30 models with known training tokens/);
  expect(report.drivers).toEqual([]);
});
