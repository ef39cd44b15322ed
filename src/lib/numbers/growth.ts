/** Numbers of the law itself: doubling times by panel and window, and what they rest on. */
import type { TrendResult } from '../compute.ts';
import { findTrend } from '../compute.ts';
import type { EstimatorId, WindowId } from '../choices.ts';
import { defaultChoices, windowIds, windows } from '../choices.ts';
import { exp } from '../numerics/elementary.ts';
import type { Results } from '../compute.ts';
import type { Findings } from './findings.ts';
import type { NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const densities = { label: 'Densities of every model', path: '/data/v1/densities.csv' };
const trends = { label: 'Every line, by window and estimator', path: '/data/v1/trends.csv' };

/** Short names of windows in ids; the whole of the data needs none. */
const windowSuffix: Record<WindowId, string> = {
  preprint: '-to-2024-09',
  journal: '-to-2025-04',
  all: '',
};

export function growthNumbers({ observatory }: Findings): NumberRecord[] {
  const { headline, panels } = observatory;
  return [
    ...windowIds.flatMap((window) => lineNumbers(headline, defaultChoices.estimator, window, '')),
    ...panels
      .filter(({ panel }) => panel.id !== headline.panel.id)
      .flatMap((results) =>
        lineNumbers(results, defaultChoices.estimator, 'all', `-${results.panel.id}`),
      ),
    ...lineNumbers(headline, 'running-maximum', 'all', '-records'),
    countOf('models-measured', 'models with a density on the headline panel', 'models', headline),
  ];
}

/** Doubling time, yearly growth, slope and size of one line. */
function lineNumbers(
  results: Results,
  estimator: EstimatorId,
  window: WindowId,
  suffix: string,
): NumberRecord[] {
  const trend = findTrend(results.trends, estimator, window);
  const end = `${suffix}${windowSuffix[window]}`;
  const line = estimator === 'running-maximum' ? ', record line' : '';
  const where = `${results.panel.short}, ${windows[window].name}${line}`;
  const common = { inputs: [trends, densities] };
  return [
    defineNumber({
      ...common,
      id: `doubling-time${end}`,
      name: `doubling time of density (${where})`,
      ...doublingOf(trend),
      unit: 'days',
      definition:
        estimator === 'running-maximum'
          ? 'The days in which the line through the record holders doubles. A record can only rise, so this number is not an honest estimate of growth; it is kept because the papers use it.'
          : 'The days in which the density of the dense edge of the field doubles: the line below which nine models in ten lie.',
      formula: 'doubling time = ln 2 / slope of ln density on day of release',
      code: 'src/lib/trend.ts',
    }),
    defineNumber({
      ...common,
      id: `slope${end}`,
      name: `growth of ln density per day (${where})`,
      value: trend.line?.slope ?? null,
      refusal: trend.line ? null : sayRefusal(trend),
      interval: trend.slopeInterval,
      unit: 'per day',
      definition: 'How much the natural logarithm of density grows in a day, along the line.',
      formula: 'slope of the line in ln density = intercept + slope · days',
      code: 'src/lib/trend.ts',
    }),
    defineNumber({
      ...common,
      id: `growth-per-year${end}`,
      name: `growth of density in a year (${where})`,
      value: trend.line ? exp(365.25 * trend.line.slope) : null,
      refusal: trend.line ? null : sayRefusal(trend),
      interval: trend.slopeInterval && [
        exp(365.25 * trend.slopeInterval[0]),
        exp(365.25 * trend.slopeInterval[1]),
      ],
      unit: 'times',
      definition: 'By how much density multiplies in a year at this pace.',
      formula: 'exp(365.25 · slope)',
      code: 'src/lib/trend.ts',
    }),
    defineNumber({
      ...common,
      id: `models-in-line${end}`,
      name: `models behind the line (${where})`,
      value: trend.count,
      unit: 'count',
      counted: 'models',
      definition: 'Open base models released in the window that have a density on this panel.',
      formula: 'count of rows',
      code: 'src/lib/growth.ts',
    }),
  ];
}

function doublingOf(trend: TrendResult): Pick<NumberRecord, 'value' | 'interval' | 'refusal'> {
  const { doublingTime } = trend;
  if (doublingTime?.status === 'bounded') {
    return { value: doublingTime.days, interval: doublingTime.interval, refusal: null };
  }
  return { value: null, interval: null, refusal: doublingTime?.sentence ?? sayRefusal(trend) };
}

function sayRefusal({ refusal }: TrendResult): string {
  return refusal?.sentence ?? 'There is no line.';
}

function countOf(id: string, name: string, counted: string, { models }: Results): NumberRecord {
  return defineNumber({
    id,
    name,
    value: models.filter(({ density }) => density !== null).length,
    unit: 'count',
    counted,
    definition:
      'Every model with enough scores for the ruler, whether it counts for the line or not.',
    formula: 'count of rows with a density',
    inputs: [densities],
    code: 'src/lib/measure.ts',
  });
}
