/** Downloads of what was measured: densities, and their parts by benchmark. */
import type { Results } from '../compute.ts';
import type { AxisPart } from '../effective.ts';
import type { Measurement } from '../measure.ts';
import type { Observatory } from '../observatory.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface DensityRow {
  results: Results;
  model: Measurement;
}

const densityColumns: readonly Column<DensityRow>[] = [
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ model }) => model.id },
  {
    name: 'panel',
    unit: 'id',
    description: 'Panel of benchmarks that the density rests on.',
    value: ({ results }) => results.panel.id,
  },
  {
    name: 'ruler',
    unit: 'id',
    description: 'Family that has density 1.',
    value: ({ results }) => results.ruler.id,
  },
  {
    name: 'released',
    unit: 'date',
    description: 'Day of release; empty where it is not known.',
    value: ({ model }) => model.released,
  },
  {
    name: 'day',
    unit: 'days',
    description: 'Days from 2023-02-24 (LLaMA 1) to the release; the clock of every trend.',
    value: ({ model }) => model.day,
  },
  {
    name: 'actual_parameters',
    unit: 'count',
    description: 'The model’s own size, all weights: what the effective size is divided by.',
    value: ({ model }) => model.actual,
  },
  {
    name: 'status',
    unit: 'text',
    description: 'defined, at-or-below-chance or at-or-above-ceiling.',
    value: ({ model }) => model.status,
  },
  {
    name: 'effective_parameters',
    unit: 'count',
    type: 'number',
    description:
      'Size at which the ruler’s family would get the same scores; empty where there is none.',
    value: ({ model }) => model.effectiveParameters,
  },
  {
    name: 'density',
    unit: 'ratio',
    description: 'Effective over actual parameters; empty where there is none.',
    value: ({ model }) => model.density,
  },
  {
    name: 'density_low',
    unit: 'ratio',
    description: 'Lower end of the 90 % interval of the density, with the ruler held fixed.',
    value: ({ model }) => model.interval?.[0] ?? null,
  },
  {
    name: 'density_high',
    unit: 'ratio',
    description: 'Upper end of that interval.',
    value: ({ model }) => model.interval?.[1] ?? null,
  },
  {
    name: 'standard_error',
    unit: 'natural logarithm',
    description: 'Standard error of the logarithm of the density, with the ruler held fixed.',
    value: ({ model }) => model.standardError,
  },
  {
    name: 'grade',
    unit: 'text',
    description:
      'How far the effective size lies from the ruler’s own: interpolated, within-2x, within-10x, beyond-10x.',
    value: ({ model }) => model.grade,
  },
  {
    name: 'benchmarks',
    unit: 'count',
    description: 'Benchmarks of the panel that the model has.',
    value: ({ model }) => model.parts.length,
  },
  {
    name: 'chi_square',
    unit: 'number',
    description: 'Misfit: sum of squared distances from the ruler’s curves, each over its error.',
    value: ({ model }) => model.chiSquare,
  },
  {
    name: 'degrees_of_freedom',
    unit: 'count',
    description: 'Benchmarks minus one.',
    value: ({ model }) => model.degreesOfFreedom,
  },
  {
    name: 'in_trend',
    unit: 'true or false',
    description: 'Whether the model counts in the trend.',
    value: ({ model }) => model.bystander === null && model.density !== null,
  },
  {
    name: 'beside_trend',
    unit: 'text',
    description:
      'Why a measured model does not count: instruct, reasoning, derived, distilled, no-release-date, after-as-of, left-out-family.',
    value: ({ model }) => model.bystander,
  },
  {
    name: 'record',
    unit: 'true or false',
    description: 'Whether it was denser than every model of the trend before it.',
    value: ({ results, model }) => results.frontier.includes(model.id),
  },
];

/** One row per panel and measured model. */
export function densitiesTable({ panels }: Observatory): DownloadTable {
  const rows = panels.flatMap((results) => results.models.map((model) => ({ results, model })));
  const about =
    'One row per panel and measured model, in order of panel and release. Models that were measured but have no density keep their row, with the reason as status.';
  return tabulate({ id: 'densities', title: 'Densities', about }, densityColumns, rows);
}

interface PartRow extends DensityRow {
  part: AxisPart;
}

const partColumns: readonly Column<PartRow>[] = [
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ model }) => model.id },
  {
    name: 'panel',
    unit: 'id',
    description: 'Panel of benchmarks.',
    value: ({ results }) => results.panel.id,
  },
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark.',
    value: ({ part }) => part.benchmark,
  },
  {
    name: 'score',
    unit: 'fraction',
    description: 'Median of the counted values.',
    value: ({ part }) => part.score,
  },
  {
    name: 'spread',
    unit: 'fraction',
    description: 'Standard deviation of the counted values; 0 where there is one.',
    value: ({ part }) => part.spread,
  },
  {
    name: 'ruler_score',
    unit: 'fraction',
    description: 'What the ruler’s curve gives at the model’s effective size from all benchmarks.',
    value: ({ part }) => part.fitted,
  },
  {
    name: 'status',
    unit: 'text',
    description: 'defined, at-or-below-chance or at-or-above-ceiling, by this benchmark alone.',
    value: ({ part }) => part.status,
  },
  {
    name: 'effective_parameters',
    unit: 'count',
    type: 'number',
    description: 'Effective size by this benchmark alone; empty where there is none.',
    value: ({ part }) => part.effectiveParameters,
  },
  {
    name: 'density',
    unit: 'ratio',
    description: 'That size over the model’s own.',
    value: ({ part, model }) =>
      part.effectiveParameters === null ? null : part.effectiveParameters / model.actual,
  },
  {
    name: 'information_share',
    unit: 'fraction',
    description: 'Share of this benchmark in what is known of the joint effective size.',
    value: ({ part }) => part.share,
  },
  {
    name: 'conditioning',
    unit: 'number',
    description: 'd ln N / dS: how strongly the effective size reacts to the score.',
    value: ({ part }) => part.conditioning,
  },
];

/** One row per panel, measured model and benchmark. */
export function partsTable({ panels }: Observatory): DownloadTable {
  const rows = panels.flatMap((results) =>
    results.models.flatMap((model) => model.parts.map((part) => ({ results, model, part }))),
  );
  const about =
    'One row per panel, measured model and benchmark: what each benchmark alone says, and how much it counts in the density from all of them.';
  const head = { id: 'benchmark-densities', title: 'Densities by benchmark', about };
  return tabulate(head, partColumns, rows);
}
