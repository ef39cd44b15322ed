/**
 * Results that no data commit can stir: invented models on a regular pattern, with the oddities that
 * charts must survive (no density, no date, no line, an unbounded time). Nothing here is a measurement.
 */
import { defaultChoices, estimatorIds, windowIds, windows } from '../../src/lib/choices.ts';
import type { Results, TrendResult } from '../../src/lib/compute.ts';
import type { Measurement } from '../../src/lib/measure.ts';
import type { Simulation } from '../../src/lib/nullSimulation.ts';
import { exp, ln } from '../../src/lib/numerics/elementary.ts';
import type { Ruler } from '../../src/lib/ruler.ts';
import { predictScore } from '../../src/lib/ruler.ts';
import { dateOfDay, dayNumber } from '../../src/lib/time.ts';

const asOf = '2026-06-30';
const start = dayNumber('2023-02-24');

/** A number in [0, 1) for each index, without a pattern to the eye. */
function scatter(index: number, salt: number): number {
  return ((index * 7919 + salt * 104729) % 1009) / 1009;
}

function madeUpModel(index: number): Measurement {
  const day = Math.floor((index * 1200) / 40) + Math.floor(scatter(index, 1) * 20);
  const actual = 1e9 * exp(scatter(index, 2) * 5);
  const density = exp(-4 + day * 0.004 + (scatter(index, 3) - 0.5) * 3);
  const isUndefined = index % 13 === 12;
  return {
    id: `model-${index}`,
    name: `Example ${index} <&> "7B"`,
    organization: `Maker ${index % 5}`,
    family: `Family ${index % 11}`,
    stage: index % 9 === 8 ? 'instruct' : 'base',
    released: index === 30 ? null : dateOfDay(start + day),
    releasedPrecision: index === 30 ? null : index % 4 === 0 ? 'month' : 'day',
    day: index === 30 ? null : day,
    parameters: { total: actual, active: actual },
    actual,
    bystander: index === 30 ? 'no-release-date' : index % 9 === 8 ? 'instruct' : null,
    status: isUndefined
      ? index % 2 === 0
        ? 'at-or-below-chance'
        : 'at-or-above-ceiling'
      : 'defined',
    effectiveParameters: isUndefined ? null : actual * density,
    density: isUndefined ? null : density,
    interval: isUndefined ? null : [density * 0.7, density * 1.5],
    standardError: isUndefined ? null : 0.25,
    grade: isUndefined ? null : 'interpolated',
    chiSquare: isUndefined ? null : 2,
    degreesOfFreedom: 2,
    parts: [],
    rows: [],
  };
}

function recordHolders(models: readonly Measurement[]): string[] {
  let best = 0;
  return models.flatMap(({ id, day, density, bystander }) => {
    if (day === null || density === null || bystander !== null || density <= best) return [];
    best = density;
    return id;
  });
}

const slopes = { tau90: 0.004, tau95: 0.0009, 'all-models': 0.0046, 'running-maximum': 0.0061 };

function madeUpTrend(
  estimator: (typeof estimatorIds)[number],
  window: (typeof windowIds)[number],
): TrendResult {
  const slope = slopes[estimator];
  const refused = estimator === 'tau95' && window === 'preprint';
  const unbounded = estimator === 'tau95' && !refused;
  return {
    estimator,
    window,
    from: windows[window].from,
    to: windows[window].to ?? asOf,
    count: 34,
    families: 11,
    undefinedCount: 2,
    line: refused ? null : { intercept: -3, slope, r2: null, standardError: null, points: 34 },
    refusal: refused ? { code: 'too-few-models', sentence: 'Too few models.' } : null,
    slopeInterval: refused ? null : [unbounded ? -0.001 : slope * 0.7, slope * 1.3],
    slopeIntervalError: null,
    doublingTime: refused
      ? null
      : unbounded
        ? { status: 'unbounded', sentence: 'No doubling time.', atLeast: 310 }
        : {
            status: 'bounded',
            days: ln(2) / slope,
            interval: [ln(2) / slope / 1.3, ln(2) / slope / 0.7],
          },
    intervalIsValid: estimator !== 'running-maximum',
    drawsUsed: 2000,
  };
}

/** A ruler of two benchmarks, one with a level of guessing and one without. */
export const madeUpRuler: Ruler = {
  id: 'example',
  name: 'Example ruler',
  scale: { kind: 'size' },
  domain: [5e8, 7e10],
  axes: ['One', 'Two', 'Three', 'Four'].map((name, i) => {
    const curve = { chance: i === 0 ? 0.25 : 0, ceiling: 1, slope: 0.5 + i / 10, midpoint: 22 };
    const points = [5e8, 3e9, 1.4e10, 7e10].map((parameters, j) => {
      const fitted = predictScore(curve, ln(parameters));
      return {
        id: `ruler-${j}`,
        name: `Ruler ${j}`,
        parameters,
        score: fitted + (j % 2 === 0 ? 0.02 : -0.02),
        fitted,
      };
    });
    return {
      ...curve,
      benchmark: name.toLowerCase(),
      name: `Benchmark ${name}`,
      protocols: ['plain'],
      items: 1000,
      points,
      residual: 0.02,
      binomial: 0.016,
      sigma: 0.02,
      slopeError: 0.01,
      midpointError: 0.1,
      converged: true,
      reason: 'converged',
    };
  }),
};

function madeUpPanel(id: string): Results {
  const models = Array.from({ length: 40 }, (_, i) => madeUpModel(i));
  const trends = windowIds.flatMap((w) => estimatorIds.map((e) => madeUpTrend(e, w)));
  const headline = trends.find((t) => t.estimator === 'tau90' && t.window === 'all');
  if (!headline) throw new Error('the made-up results need a headline');
  const band = Array.from({ length: 13 }, (_, i) => {
    const day = i * 100;
    const density = exp(-3 + 0.004 * day);
    return { day, density, low: density * 0.7, high: density * 1.4 };
  });
  return {
    panel: { id, name: `Panel ${id}`, short: `panel ${id}`, why: 'an example', needs: 2 },
    choices: defaultChoices,
    asOf,
    ruler: madeUpRuler,
    models,
    excluded: [],
    trends,
    headline,
    band,
    frontier: recordHolders(models),
    shares: [],
    censored: null,
  };
}

export const madeUpPanels: Results[] = ['first', 'second'].map(madeUpPanel);
export const madeUpResults = madeUpPanels[0] as Results;

/** No growth: three estimators about zero, the running maximum above it with a long tail. */
export const madeUpSimulation: Simulation = {
  rate: 0,
  sets: 100,
  resamples: 0,
  models: 34,
  families: 11,
  estimators: estimatorIds.map((estimator) => {
    const isRecord = estimator === 'running-maximum';
    const answers = Array.from({ length: 100 }, (_, i) => {
      const even = (i - 49.5) / 50;
      return isRecord ? 0.0005 + 0.004 * (1 + even) ** 3 : 0.0015 * even * (0.4 + even * even);
    });
    return {
      estimator,
      slopes: answers,
      mean: answers.reduce((sum, value) => sum + value, 0) / answers.length,
      percentiles: [answers[5], answers[50], answers[95]] as [number, number, number],
      coverage: null,
    };
  }),
  records: { r2: 0.7, count: 9 },
};
