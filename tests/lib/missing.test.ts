import { describe, expect, test } from 'vitest';
import { defaultChoices } from '../../src/lib/choices.ts';
import { measureBase } from '../../src/lib/influence.ts';
import { gainOfPrecision } from '../../src/lib/missing/gain.ts';
import type { NoisyPoint } from '../../src/lib/missing/lineVariance.ts';
import { lineVariance } from '../../src/lib/missing/lineVariance.ts';
import type { MissingItem } from '../../src/lib/missing/missing.ts';
import { rankMissing } from '../../src/lib/missing/missing.ts';
import { chanceBelow, settledBy } from '../../src/lib/missing/side.ts';
import { normalQuantile } from '../../src/lib/numerics/distributions.ts';
import type { PanelData } from '../../src/lib/panel.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import type { MadeUpModel } from '../fixtures/synthetic.ts';
import { growingModels, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

describe('what settling a side is worth', () => {
  test('is arcsin(r) / 2π for a model on the line (the orthant of two normals)', () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const distance = { centre: 0, spread: 0.3, error: 0.3 * Math.sqrt(1 - share) };
      expect(settledBy(distance)).toBeCloseTo(Math.asin(share) / (2 * Math.PI), 9);
    }
  });

  test('is p (1 − p) where nothing stays unknown, 0 where nothing is learnt', () => {
    for (const centre of [-0.8, -0.2, 0, 0.5]) {
      const p = chanceBelow({ centre, spread: 0.4 });
      expect(settledBy({ centre, spread: 0.4, error: 0 })).toBeCloseTo(p * (1 - p), 8);
      expect(settledBy({ centre, spread: 0.4, error: 0.4 })).toBe(0);
    }
  });

  test('agrees with two normals at a = −1, r = 0.5 (scipy.integrate.quad)', () => {
    const distance = { centre: 1, spread: 1, error: Math.sqrt(0.5) };
    expect(settledBy(distance)).toBeCloseTo(0.037342605, 8);
  });
});

describe('the variance of a quantile line', () => {
  /** On each of 41 days the same 199 normal distances, with the τ-quantile on the line. */
  const tau = 0.9;
  const shift = normalQuantile(tau);
  const points: NoisyPoint[] = Array.from({ length: 41 * 199 }, (_, i) => ({
    x: 20 * (Math.floor(i / 199) - 20),
    residual: normalQuantile(((i % 199) + 1) / 200) - shift,
    error: 0.02,
    family: i,
  }));

  test('of independent models is τ (1 − τ) / (f² Σ x²), as the textbook has it', () => {
    const squares = points.reduce((sum, { x }) => sum + x * x, 0);
    const height = Math.exp(-0.5 * shift * shift) / Math.sqrt(2 * Math.PI);
    const expected = (tau * (1 - tau)) / (height * height * squares);
    expect((lineVariance(points, tau)?.covariance.bb ?? 0) / expected).toBeCloseTo(1, 1);
  });

  test('gains nothing from precision far from the line, and more at the ends than in the middle', () => {
    const line = lineVariance(points, tau)!;
    const distance = { centre: 0.05, spread: 0.2, error: 0.1 };
    const [far, middle, end] = [
      gainOfPrecision(line, 400, { ...distance, centre: -4 }),
      gainOfPrecision(line, 0, distance),
      gainOfPrecision(line, 400, distance),
    ] as const;
    expect(far).toBeLessThan(1e-12);
    expect(end).toBeGreaterThan(100 * middle);
  });

  test('does not exist where no model is near the line', () => {
    const apart = [-1, 1].map((x) => ({ x, residual: -1e3, error: 1e-3, family: 0 }));
    expect(lineVariance(apart, tau)).toBeNull();
  });
});

describe('the ranking', () => {
  /** Distances that fill the normal law evenly, in an order without a trend. */
  const scatter = (i: number) => 0.5 * normalQuantile((((i * 37) % 90) + 0.5) / 90);
  const counted: MadeUpModel[] = growingModels(0.003, 90, 45).map((model, i) => ({
    ...model,
    day: 10 * i,
    density: 0.2 * Math.exp(0.003 * 10 * i + scatter(i)),
  }));
  const days = [-600, 0, 240, 430, 640, 890, 1100];
  const absent = days.map((day) =>
    madeUpModel({ id: `absent-${day}`, day, parameters: 7e9, density: 1 }),
  );
  const emptied = absent.map((model): ModelRecord => ({ ...model, scores: [] }));
  const data = madeUpData(counted, emptied);
  const report = rankMissing(data);

  test('leaves out what is before the window or already complete', () => {
    const ids = report.items.map(({ model }) => model);
    expect(ids).not.toContain('absent--600');
    expect(ids.every((id) => id.startsWith('absent-'))).toBe(true);
  });

  test('asks for as many scores as the panel needs', () => {
    for (const { kind, values, benchmarks } of report.items) {
      expect([kind, values, benchmarks.length]).toEqual(['first-scores', 2, 2]);
    }
  });

  test('has a standard error of the slope near that of the bootstrap', () => {
    const drawn = Math.sqrt(slopeVariance(data));
    expect(report.slopeError / drawn).toBeGreaterThan(0.7);
    expect(report.slopeError / drawn).toBeLessThan(1.3);
  });

  test('agrees with adding the scores and measuring anew, over what they might be', () => {
    const before = slopeVariance(data);
    const tried = report.items.map((item) => 1 - Math.sqrt(meanVariance(item) / before));
    const expected = report.items.map(({ gain }) => gain);
    expect(tried.length).toBe(6);
    expect(correlation(expected, tried)).toBeGreaterThan(0.8);
    expect(sum(expected) / sum(tried)).toBeGreaterThan(0.5);
    expect(sum(expected) / sum(tried)).toBeLessThan(1.5);
  });

  /** Mean variance of the slope with the model at five distances that the others have. */
  function meanVariance({ model: id }: MissingItem): number {
    const own = absent.find((model) => model.id === id)!;
    const day = Number(id.replace('absent-', ''));
    const places = [9, 27, 45, 63, 81].map((k) => 0.5 * normalQuantile((k + 0.5) / 90));
    const variances = places.map((place) => {
      const density = 0.2 * Math.exp(0.003 * day + place);
      const { scores } = madeUpModel({ id, day, parameters: 7e9, density });
      const models = data.models.map((model) => (model.id === id ? { ...own, scores } : model));
      return slopeVariance({ ...data, models });
    });
    return variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
  }
});

test('another panel’s word on a model counts: far below the line there, it is not asked for here', () => {
  const growing = growingModels(0.003, 40, 20).map((model, i) => ({
    ...model,
    density: model.density * Math.exp(0.6 * normalQuantile((((i * 17) % 40) + 0.5) / 40)),
  }));
  const day = 60;
  const at = (id: string, density: number) => madeUpModel({ id, day, parameters: 7e9, density });
  const onSecond = ({ scores, ...model }: ModelRecord) => ({
    ...model,
    scores: scores.filter(({ benchmark }) => benchmark === 'gamma'),
  });
  const known = [at('low', 0.005), at('near', 0.13)].map(onSecond);
  const data = madeUpData(growing, [...known, { ...at('unknown', 1), scores: [] }]);
  const [panel] = data.panels;
  const uses = panel!.benchmarks;
  const panels = [
    { ...panel!, benchmarks: uses.filter(({ benchmark }) => benchmark !== 'gamma') },
    { ...panel!, id: 'second', benchmarks: uses.slice(2), needs: 1 },
  ];
  const { items } = rankMissing({ ...data, panels });
  const gainOf = (id: string) => items.find(({ model }) => model === id)?.gain ?? 0;
  expect(gainOf('near')).toBeGreaterThan(gainOf('unknown'));
  expect(gainOf('unknown')).toBeGreaterThan(5 * gainOf('low'));
});

function slopeVariance(data: PanelData): number {
  const { drawn } = measureBase(data, { ...defaultChoices, draws: 500 });
  const slopes = [...(drawn?.slopes ?? [])].filter((slope) => !Number.isNaN(slope));
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  return slopes.reduce((sum, slope) => sum + (slope - mean) ** 2, 0) / slopes.length;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (p: readonly number[], mp: number, q: readonly number[], mq: number) =>
    p.reduce((sum, value, i) => sum + (value - mp) * ((q[i] as number) - mq), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}
