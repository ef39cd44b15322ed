/** Downloads of the ruler: its curves and the points behind them. */
import type { Observatory } from '../observatory.ts';
import type { Ruler, RulerAxis, RulerPoint } from '../ruler.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface CurveRow {
  panel: string;
  ruler: Ruler;
  axis: RulerAxis;
}

const curveColumns: readonly Column<CurveRow>[] = [
  { name: 'panel', unit: 'id', description: 'Panel of benchmarks.', value: ({ panel }) => panel },
  {
    name: 'ruler',
    unit: 'id',
    description: 'Family that has density 1.',
    value: (r) => r.ruler.id,
  },
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark.',
    value: ({ axis }) => axis.benchmark,
  },
  {
    name: 'protocols',
    unit: 'ids, space-separated',
    description: 'Protocol classes pooled on this panel.',
    value: ({ axis }) => axis.protocols.join(' '),
  },
  {
    name: 'chance',
    unit: 'fraction',
    description: 'd, the score of guessing.',
    value: ({ axis }) => axis.chance,
  },
  {
    name: 'ceiling',
    unit: 'fraction',
    description: 'c, the upper end of the curve.',
    value: ({ axis }) => axis.ceiling,
  },
  {
    name: 'slope',
    unit: 'number',
    description: 'k in S(N) = d + (c − d) / (1 + exp(−k (ln N − μ))).',
    value: ({ axis }) => axis.slope,
  },
  {
    name: 'slope_error',
    unit: 'number',
    description: 'Standard error of k.',
    value: ({ axis }) => axis.slopeError,
  },
  {
    name: 'midpoint',
    unit: 'natural logarithm',
    description: 'μ, the logarithm of the size at the middle of the curve.',
    value: ({ axis }) => axis.midpoint,
  },
  {
    name: 'midpoint_error',
    unit: 'natural logarithm',
    description: 'Standard error of μ.',
    value: ({ axis }) => axis.midpointError,
  },
  {
    name: 'residual',
    unit: 'fraction',
    description: 'Standard deviation of the ruler’s models about the curve.',
    value: ({ axis }) => axis.residual,
  },
  {
    name: 'sigma',
    unit: 'fraction',
    description: 'Score error used: the largest of residual, binomial error and 0.015.',
    value: ({ axis }) => axis.sigma,
  },
];

/** One row per panel and benchmark: the ruler's curve. */
export function rulerTable({ panels }: Observatory): DownloadTable {
  const rows = panels.flatMap(({ panel, ruler }) =>
    ruler.axes.map((axis) => ({ panel: panel.id, ruler, axis })),
  );
  const about =
    'One row per panel and benchmark: the curve that turns a score into a size of the ruler’s family.';
  return tabulate({ id: 'ruler', title: 'Ruler', about }, curveColumns, rows);
}

interface PointRow extends CurveRow {
  point: RulerPoint;
}

const pointColumns: readonly Column<PointRow>[] = [
  { name: 'panel', unit: 'id', description: 'Panel of benchmarks.', value: ({ panel }) => panel },
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark.',
    value: ({ axis }) => axis.benchmark,
  },
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ point }) => point.id },
  {
    name: 'parameters',
    unit: 'count',
    description: 'Its own size.',
    value: ({ point }) => point.parameters,
  },
  {
    name: 'score',
    unit: 'fraction',
    description: 'Median of its counted values.',
    value: ({ point }) => point.score,
  },
  {
    name: 'fitted',
    unit: 'fraction',
    description: 'What the curve gives at its size.',
    value: ({ point }) => point.fitted,
  },
];

/** One row per panel, benchmark and model of the ruler: the points behind the curves. */
export function rulerPointsTable({ panels }: Observatory): DownloadTable {
  const rows = panels.flatMap(({ panel, ruler }) =>
    ruler.axes.flatMap((axis) =>
      axis.points.map((point) => ({ panel: panel.id, ruler, axis, point })),
    ),
  );
  const about =
    'One row per panel, benchmark and model of the ruler: the points behind the curves.';
  return tabulate({ id: 'ruler-points', title: 'Points of the ruler', about }, pointColumns, rows);
}
