/** The whole measurement against an independent one in scipy, on a frozen table. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compute, findTrend } from '../../src/lib/compute.ts';
import { doublingTime } from '../../src/lib/trend.ts';
import { madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

interface Frozen {
  axes: { benchmark: string; chance: number; ceiling: number; items: number }[];
  ruler: string[];
  models: {
    id: string;
    family: string;
    day: number;
    parameters: number;
    scores: (number | null)[];
  }[];
}
interface Answer {
  axes: { slope: number; midpoint: number; residual: number; sigma: number }[];
  lnEffective: Record<string, number | null>;
  lines: Record<string, { slope: number; records?: number }>;
}

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/scipy/${name}`, import.meta.url), 'utf8')) as T;
const frozen = read<Frozen>('measurement-input.json');
const answer = read<Answer>('measurement.json');

const models = frozen.models.map(({ id, family, day, parameters, scores }) => {
  const record = madeUpModel({ id, family, day, parameters, density: 1 });
  const [template] = record.scores;
  if (!template) throw new Error('the made-up model has no score to copy');
  record.scores = scores.flatMap((value, i) =>
    value === null ? [] : { ...template, benchmark: frozen.axes[i]?.benchmark ?? '', value },
  );
  return record;
});
const blank = madeUpData([]);
const data = {
  ...blank,
  models,
  benchmarks: frozen.axes.map(({ benchmark, chance, items }) => ({
    ...(blank.benchmarks[0] as NonNullable<(typeof blank.benchmarks)[0]>),
    id: benchmark,
    protocols: [
      { id: 'plain', name: 'p', description: 'p', chance, items, shots: 0, source: null },
    ],
  })),
  panels: [
    {
      ...(blank.panels[0] as NonNullable<(typeof blank.panels)[0]>),
      benchmarks: frozen.axes.map(({ benchmark }) => ({ benchmark, protocols: ['plain'] })),
      needs: 3,
    },
  ],
  rulers: [{ id: 'qwen2.5', name: 'Qwen2.5', models: frozen.ruler, note: 'frozen' }],
};
const results = compute(data, { draws: 0 });

test('the frozen table holds the headline panel whole', () => {
  expect(frozen.models.length).toBeGreaterThan(100);
  expect(results.models).toHaveLength(frozen.models.length);
});

// Both minimise the same sum of squares to about the square root of the machine precision.
test.each(answer.axes.map((axis, i) => [frozen.axes[i]?.benchmark ?? '', axis, i] as const))(
  'the ruler’s curve on %s is scipy’s',
  (_, expected, i) => {
    const axis = results.ruler.axes[i];
    expect((axis?.slope ?? 0) / expected.slope).toBeCloseTo(1, 6);
    expect(axis?.midpoint).toBeCloseTo(expected.midpoint, 5);
    expect(axis?.sigma).toBeCloseTo(expected.sigma, 7);
  },
);

test('every effective size is scipy’s, and undefined where scipy’s is', () => {
  for (const model of results.models) {
    const expected = answer.lnEffective[model.id] ?? null;
    if (expected === null) expect([model.id, model.density]).toEqual([model.id, null]);
    else expect(Math.log(model.effectiveParameters ?? 0)).toBeCloseTo(expected, 5);
  }
});

test.each(Object.entries(answer.lines))('the slope of %s is scipy’s', (estimator, expected) => {
  const trend = findTrend(results.trends, estimator as 'tau90', 'all');
  const days = doublingTime(trend.line?.slope ?? Number.NaN);
  expect(days / doublingTime(expected.slope)).toBeCloseTo(1, 5);
  if (expected.records !== undefined) expect(trend.line?.points).toBe(expected.records);
});
