/** Download of what is not on record and would help most. */
import type { MissingItem, MissingReport } from '../missing/missing.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface MissingRow {
  item: MissingItem;
  rank: number;
  panel: string;
}

const missingColumns: readonly Column<MissingRow>[] = [
  {
    name: 'rank',
    unit: 'count',
    description: 'Place in the list, from 1.',
    value: ({ rank }) => rank,
  },
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ item }) => item.model },
  {
    name: 'panel',
    unit: 'id',
    description: 'Panel whose trend it is missing from.',
    value: ({ panel }) => panel,
  },
  {
    name: 'kind',
    unit: 'text',
    description: 'score, first-scores, parameters, day or release-date.',
    value: ({ item }) => item.kind,
  },
  {
    name: 'benchmarks',
    unit: 'ids, space-separated',
    description: 'Benchmarks of the scores, most informative first; empty for the other kinds.',
    value: ({ item }) => item.benchmarks.join(' ') || null,
  },
  {
    name: 'values',
    unit: 'count',
    description: 'How many values have to be added together to have the effect.',
    value: ({ item }) => item.values,
  },
  {
    name: 'gain',
    unit: 'fraction',
    description: 'Share by which the headline’s interval is expected to narrow with all of them.',
    value: ({ item }) => item.gain,
  },
  {
    name: 'gain_per_value',
    unit: 'fraction',
    description: 'That share for each value; what the list is ranked by.',
    value: ({ item }) => item.perValue,
  },
  {
    name: 'open_weights',
    unit: 'true or false',
    description: 'Whether anybody can download the model and run the test.',
    value: ({ item }) => item.openWeights,
  },
];

/** One row per model and kind of absent value, the most useful first. */
export function missingTable({ items, panel }: MissingReport): DownloadTable {
  const rows = items.map((item, i) => ({ item, rank: i + 1, panel }));
  const about =
    'One row per model and kind of value that is not on record, ranked by how much it is expected to narrow the interval of the headline. An expectation, computed before the value is known.';
  return tabulate({ id: 'missing', title: 'What is missing', about }, missingColumns, rows);
}
