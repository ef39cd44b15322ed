/** Download of what could not be measured, with the reasons. */
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import type { Observatory } from '../observatory.ts';
import type { Exclusion } from '../panel.ts';
import { exclusionReason } from '../reasons.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface ExclusionRow {
  results: Results;
  exclusion: Exclusion;
  size: number;
}

const exclusionColumns: readonly Column<ExclusionRow>[] = [
  {
    name: 'model',
    unit: 'id',
    description: 'Id of the model.',
    value: ({ exclusion }) => exclusion.id,
  },
  {
    name: 'panel',
    unit: 'id',
    description: 'Panel that cannot measure it.',
    value: ({ results }) => results.panel.id,
  },
  {
    name: 'reason',
    unit: 'text',
    description: 'no-panel-score, too-few-benchmarks or no-parameter-count.',
    value: ({ exclusion }) => exclusion.reason,
  },
  {
    name: 'sentence',
    unit: 'text',
    description: 'The reason as a sentence.',
    value: ({ results, exclusion, size }) =>
      exclusionReason(exclusion, { size, needs: results.panel.needs }).sentence,
  },
  {
    name: 'benchmarks',
    unit: 'count',
    description: 'Benchmarks of the panel that the model has.',
    value: ({ exclusion }) => exclusion.benchmarks,
  },
  {
    name: 'needs',
    unit: 'count',
    description: 'Benchmarks that the panel needs.',
    value: ({ results }) => results.panel.needs,
  },
];

/** One row per panel and model that it cannot measure. */
export function excludedTable(data: Data, { panels }: Observatory): DownloadTable {
  const rows = panels.flatMap((results) => {
    const size = data.panels.find(({ id }) => id === results.panel.id)?.benchmarks.length ?? 0;
    return results.excluded.map((exclusion) => ({ results, exclusion, size }));
  });
  const about = 'One row per panel and model that the panel cannot measure, with the reason.';
  return tabulate({ id: 'excluded', title: 'Left out', about }, exclusionColumns, rows);
}
