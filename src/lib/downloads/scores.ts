/** Download of every published value. */
import type { Data } from '../data.ts';
import type { Observatory } from '../observatory.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';
import type { ScoreUse } from '../scoreUse.ts';
import { scoreUse } from '../scoreUse.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface ScoreRow {
  model: ModelRecord;
  row: number;
  score: ScoreRecord;
  use: ScoreUse;
}

const scoreColumns: readonly Column<ScoreRow>[] = [
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ model }) => model.id },
  {
    name: 'row',
    unit: 'count',
    description: 'Position in the model’s record, from 0.',
    value: ({ row }) => row,
  },
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark.',
    value: ({ score }) => score.benchmark,
  },
  {
    name: 'protocol',
    unit: 'id',
    description: 'Protocol class of the benchmark; values of two classes are never pooled.',
    value: ({ score }) => score.protocol,
  },
  {
    name: 'score',
    unit: 'fraction',
    description: 'Fraction of items answered correctly, 0 to 1; never percent.',
    value: ({ score }) => score.value,
  },
  {
    name: 'shots',
    unit: 'count',
    description: 'Worked examples in the prompt; empty where the source does not say.',
    value: ({ score }) => score.shots,
  },
  {
    name: 'setting',
    unit: 'text',
    description: 'How the test was run, after the source.',
    value: ({ score }) => score.setting,
  },
  {
    name: 'harness',
    unit: 'id',
    description: 'Evaluation program or table the value came through, where known.',
    value: ({ score }) => score.harness,
  },
  {
    name: 'reporter',
    unit: 'text',
    description: 'developer or third-party.',
    value: ({ score }) => score.reporter,
  },
  {
    name: 'source',
    unit: 'URL',
    description: 'Where the value was read.',
    value: ({ score }) => score.source,
  },
  {
    name: 'locator',
    unit: 'text',
    description: 'Where in the source: table, row, page.',
    value: ({ score }) => score.locator,
  },
  {
    name: 'note',
    unit: 'text',
    description: 'Remark on the value.',
    value: ({ score }) => score.note ?? null,
  },
  {
    name: 'counted_in',
    unit: 'ids, space-separated',
    description: 'Panels in whose density the value counts, as one of the values the median is of.',
    value: ({ use }) => use.panels.join(' ') || null,
  },
  {
    name: 'fate',
    unit: 'text',
    description:
      'counted, or why not: suspect, no-panel-uses-benchmark, another-protocol, model-not-measured.',
    value: ({ use }) => use.fate,
  },
  {
    name: 'suspect',
    unit: 'text',
    description: 'Why a value stays on record but is not counted, where it is doubted.',
    value: ({ score }) => score.suspect ?? null,
  },
];

/** One row per published value. */
export function scoresTable(data: Data, { panels: results }: Observatory): DownloadTable {
  const context = { panels: data.panels, benchmarks: data.benchmarks, results };
  const rows = data.models.flatMap((model) =>
    model.scores.map((score, row) => ({ model, row, score, use: scoreUse(model, row, context) })),
  );
  const about =
    'One row per published value, each with its setting, reporter, source and place in the source. Where several sources differ, all are kept.';
  return tabulate({ id: 'scores', title: 'Scores', about }, scoreColumns, rows);
}
