/** Download of the ledger. */
import type { Data } from '../data.ts';
import type { LedgerRow } from '../ledger/ledger.ts';
import { makeLedger } from '../ledger/ledger.ts';
import type { Observatory } from '../observatory.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

const ledgerColumns: readonly Column<LedgerRow>[] = [
  {
    name: 'kind',
    unit: 'text',
    description: 'record, score, or superseded for a row that a record once held.',
    value: ({ kind }) => kind,
  },
  { name: 'model', unit: 'id', description: 'Id of the model.', value: ({ model }) => model },
  {
    name: 'row',
    unit: 'count',
    description: 'Position in the record’s list of that kind, from 0; 0 for the record itself.',
    value: ({ row }) => row,
  },
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark; empty for a record.',
    value: ({ benchmark }) => benchmark,
  },
  {
    name: 'protocol',
    unit: 'id',
    description: 'Protocol class; empty for a record.',
    value: ({ protocol }) => protocol,
  },
  {
    name: 'score',
    unit: 'fraction',
    description: 'The value; empty for a record.',
    value: ({ value }) => value,
  },
  {
    name: 'source',
    unit: 'URL',
    description: 'Where the value was read; empty for a record.',
    value: ({ source }) => source,
  },
  {
    name: 'status',
    unit: 'text',
    description: 'included, excluded, disputed or superseded.',
    value: ({ status }) => status,
  },
  {
    name: 'panels',
    unit: 'ids, space-separated',
    description:
      'Panels in whose trend the record counts, or in whose density the score does; empty for none.',
    value: ({ panels }) => panels.join(' ') || null,
  },
  {
    name: 'code',
    unit: 'text',
    description: 'Short name of the reason.',
    value: ({ code }) => code,
  },
  {
    name: 'reason',
    unit: 'text',
    description: 'The reason as a sentence.',
    value: ({ reason }) => reason,
  },
  {
    name: 'corrected',
    unit: 'date',
    description: 'Day on which a superseded row left its record.',
    value: ({ date }) => date,
  },
];

/** One row per record, score and superseded score. */
export function ledgerTable(data: Data, observatory: Observatory): DownloadTable {
  const about =
    'One row per record, per score and per score that a record once held, each with whether it counts and why.';
  const head = { id: 'ledger', title: 'Ledger', about };
  return tabulate(head, ledgerColumns, makeLedger(data, observatory));
}
