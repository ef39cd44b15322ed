/** Download of the growth: every line by panel, window and estimator. */
import type { Results, TrendResult } from '../compute.ts';
import type { Observatory } from '../observatory.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface TrendRow {
  results: Results;
  trend: TrendResult;
}

const trendColumns: readonly Column<TrendRow>[] = [
  {
    name: 'panel',
    unit: 'id',
    description: 'Panel of benchmarks.',
    value: ({ results }) => results.panel.id,
  },
  {
    name: 'window',
    unit: 'id',
    description: 'preprint, journal (the paper’s two) or all.',
    value: ({ trend }) => trend.window,
  },
  {
    name: 'estimator',
    unit: 'id',
    description: 'tau90, tau95, all-models or running-maximum.',
    value: ({ trend }) => trend.estimator,
  },
  {
    name: 'headline',
    unit: 'true or false',
    description: 'Whether this is the panel’s headline line.',
    value: ({ results: { headline }, trend }) =>
      trend.estimator === headline.estimator && trend.window === headline.window,
  },
  { name: 'from', unit: 'date', description: 'First day.', value: ({ trend }) => trend.from },
  { name: 'to', unit: 'date', description: 'Last day.', value: ({ trend }) => trend.to },
  {
    name: 'models',
    unit: 'count',
    description: 'Models with a density in the window.',
    value: ({ trend }) => trend.count,
  },
  {
    name: 'families',
    unit: 'count',
    description: 'Their families.',
    value: ({ trend }) => trend.families,
  },
  {
    name: 'undefined_models',
    unit: 'count',
    description: 'Models in the window that were measured but have no density.',
    value: ({ trend }) => trend.undefinedCount,
  },
  {
    name: 'intercept',
    unit: 'natural logarithm',
    description: 'ln density of the line on 2023-02-24.',
    value: ({ trend }) => trend.line?.intercept ?? null,
  },
  {
    name: 'slope',
    unit: 'per day',
    description: 'Growth of ln density; the paper’s A.',
    value: ({ trend }) => trend.line?.slope ?? null,
  },
  {
    name: 'slope_low',
    unit: 'per day',
    description: 'Lower end of the 90 % interval, by resampling families.',
    value: ({ trend }) => trend.slopeInterval?.[0] ?? null,
  },
  {
    name: 'slope_high',
    unit: 'per day',
    description: 'Upper end of that interval.',
    value: ({ trend }) => trend.slopeInterval?.[1] ?? null,
  },
  {
    name: 'interval_valid',
    unit: 'true or false',
    description: 'Whether such intervals cover the truth in simulation.',
    value: ({ trend }) => trend.intervalIsValid,
  },
  {
    name: 'doubling_status',
    unit: 'text',
    description: 'bounded, or unbounded where the interval of the slope holds zero.',
    value: ({ trend }) => trend.doublingTime?.status ?? null,
  },
  {
    name: 'doubling_days',
    unit: 'days',
    description: 'Time in which density doubles, ln 2 / slope; empty where unbounded.',
    value: ({ trend }) =>
      trend.doublingTime?.status === 'bounded' ? trend.doublingTime.days : null,
  },
  {
    name: 'doubling_low',
    unit: 'days',
    description: 'Lower end of its 90 % interval.',
    value: ({ trend }) =>
      trend.doublingTime?.status === 'bounded' ? (trend.doublingTime.interval?.[0] ?? null) : null,
  },
  {
    name: 'doubling_high',
    unit: 'days',
    description: 'Upper end of its 90 % interval.',
    value: ({ trend }) =>
      trend.doublingTime?.status === 'bounded' ? (trend.doublingTime.interval?.[1] ?? null) : null,
  },
  {
    name: 'r2',
    unit: 'fraction',
    description: 'Variance explained; least-squares lines only.',
    value: ({ trend }) => trend.line?.r2 ?? null,
  },
  {
    name: 'draws',
    unit: 'count',
    description: 'Bootstrap draws that gave a line.',
    value: ({ trend }) => trend.drawsUsed,
  },
  {
    name: 'refusal',
    unit: 'text',
    description: 'Why there is no line, as a sentence; empty where there is one.',
    value: ({ trend }) => trend.refusal?.sentence ?? null,
  },
];

/** One row per panel, window and estimator. */
export function trendsTable({ panels }: Observatory): DownloadTable {
  const rows = panels.flatMap((results) => results.trends.map((trend) => ({ results, trend })));
  const about =
    'One row per panel, window and estimator: the line through ln density over days, and the doubling time that follows.';
  return tabulate({ id: 'trends', title: 'Trends', about }, trendColumns, rows);
}
