/** Tables of one prediction's page: what its status rests on, and other readings of its words. */
import {
  formatCount,
  formatDate,
  formatDateShort,
  formatFixed,
  formatPercent,
  formatSignificant,
} from '../../lib/format.ts';
import type { Resolution } from '../../lib/predictions/resolution.ts';
import type { Match } from '../../lib/predictions/scoresAtSize.ts';
import type { BenchmarkRecord } from '../../lib/schema.ts';
import type { Cell, ChartTable, RichCell, TableColumn, TableRow } from '../charts/table.ts';
import { sourceName } from '../data/sourceName.ts';
import { href } from '../href.ts';

type Value = string | number | boolean | null;
type Row = Resolution['rows'][number];

const dash: Cell = null;

/** Name of a model by its id, for links. */
export type NameOf = (id: string) => string;

/** Hundredths of a score, with their sign: "+2.9". */
function formatLead(lead: number): string {
  const points = formatFixed(100 * lead, 1);
  return lead >= 0 ? `+${points}` : points;
}

function modelCell(id: Value | undefined, nameOf: NameOf): Cell {
  return typeof id === 'string' ? { text: nameOf(id), href: href(`/m/${id}/`) } : dash;
}

function dayCell(day: Value | undefined): Cell {
  return typeof day === 'string' ? { text: formatDateShort(day), sort: day } : dash;
}

function countCell(count: Value | undefined): Cell {
  return typeof count === 'number' ? { text: formatCount(count), sort: count } : dash;
}

function leadCell(lead: number): RichCell {
  return { text: formatLead(lead), sort: lead };
}

/** The first model under each reading of the words, with and without thinking. */
export function readingsTable(rows: readonly Row[], nameOf: NameOf): ChartTable {
  return {
    columns: [
      { key: 'reading', label: 'At least as good' },
      { key: 'thinking', label: 'Thinking' },
      { key: 'on', label: 'First met' },
      { key: 'model', label: 'By' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'wins', label: 'Tests won', align: 'end' },
      { key: 'lead', label: 'Mean lead', note: 'points', align: 'end' },
    ],
    rows: rows.map(({ reading, thinking, on, model, parameters, tests, wins, meanLead }) => ({
      reading: String(reading),
      thinking: thinking ? 'counts' : 'left out',
      on: on === null ? 'not yet' : dayCell(on),
      model: modelCell(model, nameOf),
      parameters: countCell(parameters),
      wins: typeof tests === 'number' ? `${wins} of ${tests}` : dash,
      lead: typeof meanLead === 'number' ? leadCell(meanLead) : dash,
    })),
  };
}

/**
 * The comparisons without those that say the same twice: with thinking only where some score was got
 * by thinking.
 */
export function distinctMatches(matches: readonly Match[]): Match[] {
  const plain = new Map(
    matches.filter(({ thinking }) => !thinking).map((match) => [match.id, match]),
  );
  return matches.filter(({ id, thinking, meanLead, tests }) => {
    const other = thinking ? plain.get(id) : undefined;
    return !other || other.meanLead !== meanLead || other.tests !== tests;
  });
}

/** Every model that was set beside the yardstick. */
export function matchesTable(
  matches: readonly Match[],
  benchmarks: readonly Pick<BenchmarkRecord, 'id' | 'name'>[],
): ChartTable {
  const nameOf = (id: string) => benchmarks.find((benchmark) => benchmark.id === id)?.name ?? id;
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'thinking', label: 'Thinking' },
      { key: 'lead', label: 'Mean lead', note: 'points', align: 'end' },
      { key: 'wins', label: 'Tests won', align: 'end' },
      { key: 'each', label: 'Lead on each test', note: 'points', wraps: true, sortable: false },
    ],
    rows: matches.map(
      ({ id, name, released, parameters, thinking, meanLead, tests, wins, shared }) => ({
        model: { text: name, href: href(`/m/${id}/`) },
        released: dayCell(released),
        parameters: countCell(parameters),
        thinking: thinking ? 'with' : 'without',
        lead: leadCell(meanLead),
        wins: { text: `${wins} of ${tests}`, sort: wins / tests },
        each: shared
          .map(({ benchmark, protocol, own, its }) => {
            // One benchmark under two protocols is two tests; then the protocol tells them apart.
            const isTwice = shared.filter((test) => test.benchmark === benchmark).length > 1;
            const set = isTwice ? ` (${protocol.replaceAll('-', ' ')})` : '';
            return `${nameOf(benchmark)}${set} ${formatLead(own - its)}`;
          })
          .join(', '),
      }),
    ),
  };
}

interface Field extends TableColumn {
  cell: (value: Value | undefined, row: Row, nameOf: NameOf) => Cell;
}

const perDay = (value: Value | undefined): Cell =>
  typeof value === 'number' ? { text: formatFixed(value, 4), sort: value } : dash;

/** How each field of the other resolvers' rows is shown; fields without an entry are not. */
const fields: readonly Field[] = [
  {
    key: 'date',
    label: 'Day',
    cell: (value) => dayCell(value),
  },
  { key: 'what', label: 'What happened', wraps: true, cell: (value) => String(value) },
  {
    key: 'source',
    label: 'Source',
    cell: (value, { locator }) => ({
      text: sourceName(String(value)),
      href: String(value),
      ...(typeof locator === 'string' ? { note: locator } : {}),
    }),
  },
  { key: 'year', label: 'Year', cell: (value) => String(value) },
  {
    key: 'shipped',
    label: 'Shipped',
    note: 'in H100 chips',
    align: 'end',
    cell: (value) => countCell(value),
  },
  {
    key: 'before',
    label: 'Year before',
    note: 'in H100 chips',
    align: 'end',
    cell: (value) => countCell(value),
  },
  { key: 'from', label: 'Models from', cell: (value) => dayCell(value) },
  { key: 'until', label: 'Until', cell: (value) => dayCell(value) },
  { key: 'asOf', label: 'Data to', cell: (value) => dayCell(value) },
  {
    key: 'models',
    label: 'Models',
    align: 'end',
    cell: (value) => (typeof value === 'number' ? formatFixed(value, 0) : dash),
  },
  {
    key: 'perDay',
    label: 'Growth a day',
    note: 'of ln density',
    align: 'end',
    cell: (value) => perDay(value),
  },
  { key: 'low', label: 'Low end', note: '90 % interval', align: 'end', cell: perDay },
  { key: 'high', label: 'High end', note: '90 % interval', align: 'end', cell: perDay },
  {
    key: 'candidates',
    label: 'Models released since',
    align: 'end',
    cell: (value) => (typeof value === 'number' ? formatFixed(value, 0) : dash),
  },
  {
    key: 'best',
    label: 'Nearest',
    cell: (value, _, nameOf) => modelCell(value, nameOf) ?? 'none yet',
  },
];

/** What a status rests on, for every resolver but the one that compares scores. */
export function rowsTable(rows: readonly Row[], nameOf: NameOf): ChartTable {
  const used = fields.filter(({ key }) => rows.some((row) => key in row));
  return {
    columns: used.map(({ cell: _, ...column }) => column),
    rows: rows.map((row): TableRow =>
      Object.fromEntries(used.map(({ key, cell }) => [key, cell(row[key], row, nameOf)])),
    ),
  };
}

/** How a probability was computed, as rows of name and value. */
export function frozenFacts(frozen: {
  command: string;
  asOf: string;
  seed: number;
  sets: number;
}): [string, string][] {
  return [
    ['Command', frozen.command],
    ['Data to', formatDate(frozen.asOf)],
    ['Seed', String(frozen.seed)],
    ['Simulated futures', formatSignificant(frozen.sets, 4)],
  ];
}

/** "81 %", or a dash for what has no probability. */
export function probabilityCell(probability: number | null): Cell {
  return probability === null ? dash : { text: formatPercent(probability, 0), sort: probability };
}
