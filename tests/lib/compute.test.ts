import { expect, test } from 'vitest';
import { compute, countsInTrend } from '../../src/lib/compute.ts';
import type { PanelData } from '../../src/lib/panel.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { dateOfDay, dayNumber } from '../../src/lib/time.ts';
import { growingModels, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

const quick = { draws: 0 };

function mapModels(data: PanelData, change: (model: ModelRecord) => ModelRecord): PanelData {
  return { ...data, models: data.models.map(change) };
}

function slopes(data: PanelData, choices = {}) {
  return compute(data, { ...quick, ...choices }).trends.map(({ line }) => line?.slope ?? null);
}

test('density is the one that made the scores, whatever the size', () => {
  const { models } = compute(madeUpData(growingModels(0.005)), quick);
  const made = growingModels(0.005);
  for (const { id, density } of made) {
    const measured = models.find((model) => model.id === id);
    expect((measured?.density ?? 0) / density).toBeCloseTo(1, 6); // exact scores; solver tolerance
  }
});

test('every estimator recovers a growth without noise', () => {
  const rate = 0.005;
  const grown = madeUpData(growingModels(rate));
  const withoutRuler = compute(grown, { ...quick, withoutFamily: 'Ruler' });
  for (const { estimator, line } of withoutRuler.trends.filter(({ window }) => window === 'all')) {
    if (estimator === 'tau95') continue; // 60 models in all: exactly the least number it takes
    expect(line?.slope).toBeCloseTo(rate, 7);
  }
  expect(withoutRuler.headline.doublingTime).toMatchObject({ status: 'bounded' });
  const doubling = withoutRuler.headline.doublingTime;
  if (doubling?.status === 'bounded') expect(doubling.days).toBeCloseTo(138.63, 1); // ln 2 / 0.005
});

test('scaling every size by k divides every density by k and leaves the slopes', () => {
  const data = madeUpData(growingModels(0.004));
  const scaled = mapModels(data, (model) =>
    model.family === 'Ruler' || !model.parameters
      ? model
      : { ...model, parameters: { ...model.parameters, total: 3 * model.parameters.total } },
  );
  const [before, after] = [compute(data, quick), compute(scaled, quick)];
  for (const model of before.models.filter(({ family }) => family !== 'Ruler')) {
    const twin = after.models.find(({ id }) => id === model.id);
    expect((model.density ?? 0) / (twin?.density ?? 0)).toBeCloseTo(3, 9);
  }
  const noRuler = { withoutFamily: 'Ruler' };
  const [one, three] = [slopes(data, noRuler), slopes(scaled, noRuler)];
  expect(one.filter((slope) => slope !== null).length).toBeGreaterThanOrEqual(9);
  for (const [i, slope] of one.entries()) {
    if (slope === null) expect(three[i]).toBeNull();
    else expect(three[i]).toBeCloseTo(slope, 10);
  }
});

test('shifting every date by a month leaves the slope of all data', () => {
  const data = madeUpData(growingModels(0.004));
  const later = mapModels(data, (model) => ({
    ...model,
    released: model.released && {
      ...model.released,
      date: dateOfDay(dayNumber(model.released.date) + 30),
    },
  }));
  const all = (set: PanelData) => compute(set, quick).headline.line?.slope ?? Number.NaN;
  expect(all(later)).toBeCloseTo(all(data), 12);
});

test('permuting the records changes not a byte, intervals included', () => {
  const data = madeUpData(growingModels(0.004));
  const shuffled = { ...data, models: [...data.models].reverse() };
  const choices = { draws: 100 };
  expect(JSON.stringify(compute(shuffled, choices))).toBe(JSON.stringify(compute(data, choices)));
});

test('equal seeds give equal intervals, another seed another', () => {
  const data = madeUpData(growingModels(0.004));
  const interval = (seed: number) => compute(data, { draws: 100, seed }).headline.slopeInterval;
  expect(interval(1)).toEqual(interval(1));
  expect(interval(1)).not.toEqual(interval(2));
});

test('a model on the ruler has density one', () => {
  const { models } = compute(madeUpData([]), quick);
  for (const { density, grade } of models) {
    expect(density).toBeCloseTo(1, 6);
    expect(grade).toBe('interpolated');
  }
});

test('active parameters divide the density of a mixture of experts, total ones by default', () => {
  const moe = { id: 'moe', day: 0, parameters: 8e9, active: 2e9, density: 0.5 };
  const density = (choices: object) =>
    compute(madeUpData([moe]), { ...quick, ...choices }).models.find(({ id }) => id === 'moe')
      ?.density;
  expect(density({})).toBeCloseTo(0.5, 6);
  expect(density({ parameters: 'active' })).toBeCloseTo(2, 6);
});

test('instruct, derived and undated models are measured but do not set the trend', () => {
  const plain = { day: 100, parameters: 7e9, density: 0.3 };
  const derived = { ...madeUpModel({ ...plain, id: 'derived' }) };
  derived.derivedFrom = { model: 'ruler-7000000000', method: 'pruning' };
  const undated = { ...madeUpModel({ ...plain, id: 'undated' }), released: null };
  const data = madeUpData([{ ...plain, id: 'chat', stage: 'instruct' }], [derived, undated]);
  const { models } = compute(data, quick);
  const why = (id: string) => models.find((model) => model.id === id)?.bystander;
  expect([why('chat'), why('derived'), why('undated')]).toEqual([
    'instruct',
    'derived',
    'no-release-date',
  ]);
  expect(models.filter(countsInTrend).every(({ family }) => family === 'Ruler')).toBe(true);
});

test('scores of another protocol are another test and never counted', () => {
  const model = madeUpModel({ id: 'other', day: 0, parameters: 7e9, density: 0.5 });
  model.scores = model.scores.map((score) => ({ ...score, protocol: 'other' }));
  const { excluded, models } = compute(madeUpData([], [model]), quick);
  expect(models.some(({ id }) => id === 'other')).toBe(false);
  expect(excluded).toContainEqual({
    id: 'other',
    name: 'other',
    reason: 'no-panel-score',
    benchmarks: 0,
  });
});

test('a model that guesses has no effective size, with the reason', () => {
  const guesser = madeUpModel({ id: 'guesser', day: 10, parameters: 1e9, density: 0.1 });
  guesser.scores = guesser.scores.map((score) => ({
    ...score,
    value: score.benchmark === 'alpha' ? 0.25 : 0,
  }));
  const { models, headline } = compute(madeUpData([], [guesser]), quick);
  const measured = models.find(({ id }) => id === 'guesser');
  expect(measured).toMatchObject({ status: 'at-or-below-chance', density: null, interval: null });
  expect(headline.undefinedCount).toBe(1);
});

test('a model at the ceiling of every test has no effective size, with the reason', () => {
  const perfect = madeUpModel({ id: 'perfect', day: 10, parameters: 1e9, density: 1 });
  perfect.scores = perfect.scores.map((score) => ({ ...score, value: 1 }));
  const measured = compute(madeUpData([], [perfect]), quick).models.find(
    ({ id }) => id === 'perfect',
  );
  expect(measured).toMatchObject({ status: 'at-or-above-ceiling', density: null });
});

test('a trend of three models is refused with a sentence that a page can print', () => {
  const { headline } = compute(madeUpData([], []), quick);
  expect(headline.line).toBeNull();
  expect(headline.refusal?.sentence).toMatch(/^A trend needs at least .*\.$/);
});

test('a flat field has an unbounded doubling time and prints no number', () => {
  const { headline } = compute(madeUpData(growingModels(0)), { draws: 200 });
  expect(headline.doublingTime?.status).toBe('unbounded');
});

test.each([
  [{ panel: 'none' }, /no panel called "none"/],
  [{ benchmarks: ['alpha', 'omega'] }, /no benchmark of panel paper-five called "omega"/],
])('compute refuses unknown choices %j', (choices, message) => {
  const call = () => compute(madeUpData([]), { ...quick, ...choices });
  expect(call).toThrow(RefusalError);
  expect(call).toThrow(message);
});

test('asOf leaves out what came later', () => {
  const data = madeUpData(growingModels(0.004));
  const { models, headline } = compute(data, { ...quick, asOf: '2024-01-01' });
  expect(headline.to).toBe('2024-01-01');
  for (const model of models.filter(({ bystander }) => bystander === null)) {
    expect(model.released && model.released <= '2024-01-01').toBe(true);
  }
});
