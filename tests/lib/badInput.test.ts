import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseBreaks } from '../../src/lib/breaks.ts';
import { mapPoint } from '../../src/lib/choiceMap.ts';
import type { Choices } from '../../src/lib/choices.ts';
import { estimatorIds, scoreRules, windowIds } from '../../src/lib/choices.ts';
import { compute } from '../../src/lib/compute.ts';
import { splitGrowth } from '../../src/lib/drivers.ts';
import { measureInfluence } from '../../src/lib/influence.ts';
import type { PanelData } from '../../src/lib/panel.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { scoreRivals } from '../../src/lib/rivals.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { runTimeMachine } from '../../src/lib/timeMachine.ts';
import { growingModels, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

const benchmarks = ['alpha', 'beta', 'gamma'];
/** Scores where trouble lives: at chance, at the ends, equal to each other, and anywhere. */
const score = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const day = fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: -1400, max: 1300 }));

const anyModel = fc
  .record({
    family: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    day,
    parameters: fc.oneof(fc.constant(7e9), fc.double({ min: 1, max: 1e13, noNaN: true })),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    scores: fc.array(
      fc.record({ benchmark: fc.constantFrom(...benchmarks, 'omega'), value: score }),
      {
        maxLength: 6,
      },
    ),
    missing: fc.constantFrom('nothing', 'nothing', 'nothing', 'date', 'parameters'),
    stage: fc.constantFrom<ModelRecord['stage']>('base', 'base', 'base', 'instruct'),
    tokens: fc.option(fc.double({ min: 1e6, max: 1e14, noNaN: true })),
  })
  .map((made) => (id: string): ModelRecord => {
    const { family, parameters, share, missing, stage, tokens } = made;
    const source = 'https://example.org/made-up';
    const base = madeUpModel({
      ...{ id, family, day: made.day, parameters, active: share * parameters, density: 1, stage },
    });
    const template = base.scores[0] as ModelRecord['scores'][number];
    return {
      ...base,
      released: missing === 'date' ? null : base.released,
      parameters: missing === 'parameters' ? null : base.parameters,
      trainingTokens: tokens === null ? null : { value: tokens, source },
      scores: made.scores.map((one) => ({ ...template, ...one })),
    };
  });

/** A data set whose ruler may be sound, bent or missing, with any models. */
const anyData = fc
  .record({
    models: fc.array(anyModel, { maxLength: 40 }),
    sound: fc.boolean(),
    growing: fc.constantFrom(0, 0, 12, 30),
  })
  .map(({ models, sound, growing }): PanelData => {
    const data = madeUpData(growingModels(0.004, growing, 8));
    const odd = models.map((make, i) => make(`odd-${String(i).padStart(2, '0')}`));
    if (sound) return { ...data, models: [...data.models, ...odd] };
    const members = odd.slice(0, 5).map(({ id }) => id);
    const ruler = { id: 'qwen2.5', name: 'Odd ruler', note: 'Odd.', models: members };
    return { ...data, models: [...data.models, ...odd], rulers: [ruler] };
  });

const anyChoices: fc.Arbitrary<Partial<Choices>> = fc.record(
  {
    benchmarks: fc.option(fc.subarray(benchmarks, { minLength: 1 })),
    needs: fc.constantFrom(null, 1, 3),
    ceiling: fc.constantFrom(1, 0.95, 0.8),
    scoreRule: fc.constantFrom(...scoreRules),
    weights: fc.constantFrom('ruler', 'equal'),
    parameters: fc.constantFrom('total', 'active'),
    window: fc.constantFrom(...windowIds),
    estimator: fc.constantFrom(...estimatorIds),
    asOf: fc.constantFrom(null, '2019-06-01', '2024-01-31'),
  },
  { requiredKeys: [] },
);

/** Every number in a result that is not finite, by its path. */
function oddNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => oddNumbers(inner, `${path}.${key}`));
}

/** The result, or the refusal; anything else is thrown on and fails the test. */
function resultOf<T>(work: () => T): T | RefusalError {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusalError) return error;
    throw error;
  }
}

describe('whatever the data and choices', () => {
  test('compute gives finite numbers or a refusal in words', () => {
    fc.assert(
      fc.property(anyData, anyChoices, (data, choices) => {
        const result = resultOf(() => compute(data, { ...choices, draws: 30 }));
        if (result instanceof RefusalError) {
          expect(result.refusal.sentence).toMatch(/^[A-Z].*\.$/s);
          return;
        }
        expect(oddNumbers(result)).toEqual([]);
        for (const { line, refusal } of result.trends) {
          expect(line === null).toBe(refusal !== null);
          if (refusal) expect(refusal.sentence).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the order of the records changes nothing', () => {
    const pair = anyData.chain((data) =>
      fc.tuple(
        fc.constant(data),
        fc.shuffledSubarray(data.models, { minLength: data.models.length }),
      ),
    );
    fc.assert(
      fc.property(pair, anyChoices, ([data, models], choices) => {
        const text = (set: PanelData) => {
          const result = resultOf(() => compute(set, { ...choices, draws: 20 }));
          return JSON.stringify(result instanceof RefusalError ? result.refusal : result);
        };
        expect(text({ ...data, models })).toBe(text(data));
      }),
      { numRuns: 60 },
    );
  });

  test('the analyses built on it give a result or a refusal in words', () => {
    fc.assert(
      fc.property(anyData, anyChoices, (data, choices) => {
        const some = { ...choices, draws: 20 };
        const results = [
          resultOf(() => runTimeMachine(data, some)),
          resultOf(() => measureInfluence(data, some)),
          resultOf(() => scoreRivals(data, some, { horizon: 365, from: null, draws: 20 })),
          resultOf(() => analyseBreaks(data, some, { draws: 20 })),
          resultOf(() => splitGrowth(data, some, { draws: 60 })),
          resultOf(() => mapPoint(data, { choices, without: null, alone: null }, { draws: 20 })),
        ];
        for (const result of results) {
          if (!(result instanceof RefusalError)) expect(oddNumbers(result)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the data that the brief of the measurement names', () => {
  const refused = (data: PanelData, choices: Partial<Choices> = {}) =>
    compute(data, { draws: 0, ...choices }).headline.refusal?.code;

  test('too few models', () => {
    expect(refused(madeUpData(growingModels(0.004, 3)), { withoutFamily: 'Ruler' })).toBe(
      'too-few-models',
    );
  });

  test('too few families', () => {
    expect(refused(madeUpData(growingModels(0.004, 20, 2)), { withoutFamily: 'Ruler' })).toBe(
      'too-few-families',
    );
  });

  test('all models on one day', () => {
    const models = growingModels(0.004, 20).map((model) => ({ ...model, day: 100 }));
    expect(refused(madeUpData(models), { withoutFamily: 'Ruler' })).toBe('one-day');
  });

  test('one record holder', () => {
    const models = growingModels(-0.004, 20);
    const choices = { withoutFamily: 'Ruler', estimator: 'running-maximum' } as const;
    expect(refused(madeUpData(models), choices)).toBe('too-few-records');
  });

  test('all scores at the ceiling', () => {
    const data = madeUpData(growingModels(0.004, 20));
    const models = data.models.map((model) =>
      model.family === 'Ruler'
        ? model
        : { ...model, scores: model.scores.map((one) => ({ ...one, value: 1 })) },
    );
    const { headline, models: measured } = compute({ ...data, models }, { draws: 0 });
    expect(headline.refusal?.code).toBe('too-many-undefined');
    expect(measured.filter(({ status }) => status === 'at-or-above-ceiling')).toHaveLength(20);
  });

  test('a ruler of one size', () => {
    const data = madeUpData(growingModels(0.004));
    const models = data.models.map((model) =>
      model.family === 'Ruler' && model.parameters
        ? { ...model, parameters: { ...model.parameters, total: 7e9 } }
        : model,
    );
    expect(() => compute({ ...data, models }, { draws: 0 })).toThrow(/has only 1 sizes/);
  });

  test('duplicate dates cost nothing', () => {
    const models = growingModels(0.004).map((model, i) => ({
      ...model,
      day: 40 * Math.floor(i / 2),
    }));
    const { headline } = compute(madeUpData(models), { draws: 30 });
    expect(headline.doublingTime?.status).toBe('bounded');
  });
});
