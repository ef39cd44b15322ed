import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import type { TrainedModel } from '../../src/lib/training.ts';
import { associate, densityAt, trainedModels } from '../../src/lib/training.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

/** density = 0.5 · (tokens per parameter)^0.4, exactly. */
const exact: TrainedModel[] = Array.from({ length: 20 }, (_, i) => ({
  id: `model-${i}`,
  name: `model-${i}`,
  family: `Family ${i % 7}`,
  released: '2024-01-01',
  density: 0.5 * (20 * 1.4 ** i) ** 0.4,
  tokensPerParameter: 20 * 1.4 ** i,
  compute: 1e22,
  isMixture: false,
}));

test('associate finds the power that made the points', () => {
  const line = associate(exact, ({ tokensPerParameter }) => tokensPerParameter);
  expect(line?.slope).toBeCloseTo(0.4, 9);
  expect(line?.r2).toBeCloseTo(1, 9);
  expect(line && densityAt(line, 100)).toBeCloseTo(0.5 * 100 ** 0.4, 9);
  expect(line?.from).toBe(20);
});

test('too few models or families have no association', () => {
  const tokens = ({ tokensPerParameter }: TrainedModel) => tokensPerParameter;
  expect(associate(exact.slice(0, 8), tokens)).toBeNull();
  expect(
    associate(
      exact.map((model) => ({ ...model, family: 'one' })),
      tokens,
    ),
  ).toBeNull();
});

test('only models of the trend with known tokens are taken, with six operations a weight and token', () => {
  const made = madeUpData(growingModels(0.004));
  const source = 'https://example.org/made-up';
  const models = made.models.map((model) =>
    model.id === 'model-003' ? { ...model, trainingTokens: { value: 1e12, source } } : model,
  );
  const data = { ...made, models };
  const trained = trainedModels(data, compute(data, { draws: 0 }));
  expect(trained.map(({ id }) => id)).toEqual(['model-003']);
  const [model] = trained;
  const size = made.models.find(({ id }) => id === 'model-003')?.parameters?.total ?? 0;
  expect(model?.tokensPerParameter).toBeCloseTo(1e12 / size, 9);
  expect((model?.compute ?? 0) / (6e12 * size)).toBeCloseTo(1, 12);
});
