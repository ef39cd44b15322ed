/** Tables of the ledger: the counts, the records, the scores of one benchmark, what is in dispute. */
import { formatDateShort, formatFixed, formatPercent } from '../../lib/format.ts';
import type { LedgerCount, LedgerRow, LedgerStatus } from '../../lib/ledger/ledger.ts';
import { ledgerStatuses } from '../../lib/ledger/ledger.ts';
import type { BenchmarkRecord, PanelRecord } from '../../lib/schema.ts';
import type { ChartTable, RichCell, TableRow } from '../charts/table.ts';
import { sourceName } from '../data/sourceName.ts';
import { href } from '../href.ts';

const statuses = Object.keys(ledgerStatuses) as LedgerStatus[];

/** Codes of the reasons as a reader would say them. */
const reasonNames: Readonly<Record<string, string>> = {
  'in-trend': 'sets a trend',
  'no-panel-score': 'no score that a panel counts',
  'too-few-benchmarks': 'too few benchmarks',
  'no-parameter-count': 'size not published',
  'no-release-date': 'no release date',
  'after-as-of': 'after the data’s date',
  'left-out-family': 'family left out',
  instruct: 'instruction-tuned',
  reasoning: 'reasoning model',
  derived: 'starts from another model’s weights',
  distilled: 'learned from a larger model',
  'at-or-below-chance': 'at or below chance',
  'at-or-above-ceiling': 'at or above the ceiling',
  'beyond-infinite-size': 'beyond infinite size',
  counted: 'counts in a density',
  'another-protocol': 'another protocol than the panels’',
  'no-panel-uses-benchmark': 'no panel uses the benchmark',
  'model-not-measured': 'its model is not measured',
  suspect: 'doubted, with a ground',
  superseded: 'replaced or taken back',
};

const reasonName = (code: string) => reasonNames[code] ?? code;

const kindNames: Readonly<Record<LedgerRow['kind'], string>> = {
  record: 'records',
  score: 'scores',
  superseded: 'superseded scores',
};

/** How many rows of each kind have each status, and why. */
export function countTable(counts: readonly LedgerCount[]): ChartTable {
  return {
    columns: [
      { key: 'kind', label: 'Rows' },
      { key: 'status', label: 'Status' },
      { key: 'reason', label: 'Why', wraps: true },
      { key: 'count', label: 'How many', align: 'end' },
    ],
    rows: counts.map(({ kind, status, code, count }) => ({
      kind: kindNames[kind],
      status,
      reason: reasonName(code),
      count: formatFixed(count, 0),
    })),
  };
}

/** Name of each panel by its id. */
type PanelNames = ReadonlyMap<string, string>;

export function panelNames(panels: readonly PanelRecord[]): PanelNames {
  return new Map(panels.map(({ id, short }) => [id, short]));
}

function statusCell({ status, panels }: LedgerRow, names: PanelNames): RichCell {
  const note = panels.map((id) => names.get(id) ?? id).join(', ');
  return { text: status, ...(note && { note }) };
}

const modelCell = ({ model, name }: LedgerRow): RichCell => ({
  text: name,
  href: href(`/m/${model}/`),
});

/** One row per record, in the ledger's order. */
export function recordTable(rows: readonly LedgerRow[], names: PanelNames) {
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'status', label: 'Status' },
      { key: 'reason', label: 'Why', wraps: true },
    ],
    rows: rows.map((row): TableRow => ({
      model: modelCell(row),
      status: statusCell(row, names),
      reason: reasonName(row.code),
    })),
    facets: ['status', 'reason'],
  };
}

/** One row per score, present or superseded. */
export function scoreTable(rows: readonly LedgerRow[], names: PanelNames, withBenchmark = false) {
  return {
    columns: [
      { key: 'model', label: 'Model' },
      ...(withBenchmark ? [{ key: 'benchmark', label: 'Benchmark' }] : []),
      { key: 'protocol', label: 'Protocol' },
      { key: 'score', label: 'Score', note: '%', align: 'end' as const },
      { key: 'status', label: 'Status' },
      { key: 'reason', label: 'Why', wraps: true },
      { key: 'source', label: 'Source', wraps: true },
    ],
    rows: rows.map((row) => ({
      model: modelCell(row),
      benchmark: row.benchmark,
      protocol: row.protocol,
      score: { text: formatFixed(100 * (row.value ?? Number.NaN), 1), sort: row.value },
      status: statusCell(row, names),
      reason: reasonCell(row),
      source: row.source === null ? null : { text: sourceName(row.source), href: row.source },
    })),
    facets: ['protocol', 'status'],
  };
}

/** The stated ground of a disputed or superseded row, the kind of reason for the others. */
function reasonCell({ status, reason, code, date }: LedgerRow): string | RichCell {
  if (status === 'disputed') return reason;
  if (status !== 'superseded') return reasonName(code);
  return { text: reason, ...(date !== null && { note: formatDateShort(date) }) };
}

/** The benchmarks with the number of their scores in each status, the most scored first. */
export function benchmarkTable(
  rows: readonly LedgerRow[],
  benchmarks: readonly BenchmarkRecord[],
): ChartTable {
  const counts = benchmarks.map(({ id, name }) => {
    const own = rows.filter(({ benchmark }) => benchmark === id);
    return { id, name, own };
  });
  counts.sort((a, b) => b.own.length - a.own.length || (a.id < b.id ? -1 : 1));
  return {
    columns: [
      { key: 'benchmark', label: 'Benchmark' },
      { key: 'all', label: 'Scores', align: 'end' },
      ...statuses.map((status) => ({ key: status, label: status, align: 'end' as const })),
    ],
    rows: counts
      .filter(({ own }) => own.length > 0)
      .map(({ id, name, own }) => ({
        benchmark: { text: name, href: href(`/data/ledger/${id}/`) },
        all: formatFixed(own.length, 0),
        ...Object.fromEntries(statuses.map((status) => [status, shareOf(own, status)])),
      })),
  };
}

function shareOf(rows: readonly LedgerRow[], status: LedgerStatus): RichCell | null {
  const count = rows.filter((row) => row.status === status).length;
  if (count === 0) return null;
  const share = count / rows.length;
  return { text: formatFixed(count, 0), ...(share >= 0.01 && { note: formatPercent(share, 0) }) };
}
