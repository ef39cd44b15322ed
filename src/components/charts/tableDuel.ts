/** Two models test by test, within the tables of single sources. */
import type * as Plot from '@observablehq/plot';
import { formatFixed, formatPercent } from '../../lib/format.ts';
import { between, canvasOptions, dots, strokes, words } from './canvas.ts';
import type { Frame } from './frame.ts';
import { accent, ink, rule, soft } from './frame.ts';
import type { ChartTable } from './table.ts';

/** One test with both scores, fractions. */
export interface DuelRow {
  test: string;
  first: number;
  second: number;
}

export interface Duel {
  /** Names of the two models. */
  first: string;
  second: string;
  /** Tables by who printed them. */
  groups: readonly { name: string; rows: readonly DuelRow[] }[];
}

interface Item {
  y: number;
  heading?: string;
  row?: DuelRow;
}

export function tableDuel(duel: Duel, frame: Frame): Plot.PlotOptions {
  const step = frame.phone ? 40 : 26;
  const items: Item[] = [];
  let y = frame.phone ? 52 : 40;
  for (const { name, rows } of duel.groups) {
    y += items.length === 0 ? 14 : 36;
    items.push({ y, heading: name });
    if (frame.phone) y -= 2;
    for (const row of rows) {
      y += step;
      items.push({ y, row });
    }
  }
  const left = frame.phone ? 10 : 190;
  const right = frame.width - (frame.phone ? 14 : 150);
  const height = y + 20;
  const x = (score: number) => between(score, [0, 1], [left, right]);
  const rows = items.flatMap(({ row, y: at }) => (row ? [{ ...row, y: at }] : []));
  const first = rows.map((row) => ({ x: x(row.first), y: row.y }));
  const second = rows.map((row) => ({ x: x(row.second), y: row.y }));
  return canvasOptions(frame, height, [
    ...head(duel, frame, height, x),
    words(
      items.flatMap(({ heading, y: at }) => (heading ? [{ x: 0, y: at, text: heading }] : [])),
      { fill: ink, bold: true },
    ),
    words(
      rows.map(({ test, y: at }) => ({ x: 0, y: frame.phone ? at - 15 : at, text: test })),
      { fill: soft },
    ),
    strokes(
      rows.map((row) => ({ x1: x(row.first), x2: x(row.second), y1: row.y, y2: row.y })),
      { stroke: ink, width: 2, opacity: 0.35 },
    ),
    dots(first, { r: 5, color: ink, hollow: true }),
    dots(second, { r: 5, color: accent }),
    words(
      rows.map((row) => ({
        x: frame.phone ? frame.width : right + 14,
        y: frame.phone ? row.y - 15 : row.y,
        text: sayLead(row),
      })),
      { anchor: frame.phone ? 'end' : 'start', fill: ink },
    ),
  ]);
}

/** Lead of the second in points: "+4.8". */
function sayLead({ first, second }: DuelRow): string {
  const lead = 100 * (second - first);
  return `${lead >= 0 ? '+' : ''}${formatFixed(lead, 1)}`;
}

function head(
  { first, second }: Duel,
  frame: Frame,
  height: number,
  x: (score: number) => number,
): Plot.Markish[] {
  const top = frame.phone ? 46 : 34;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const start = frame.phone ? 5 : x(0) + 4;
  const next = frame.phone ? 150 : x(0) + 180;
  return [
    dots([{ x: start, y: 8 }], { r: 4.5, color: ink, hollow: true }),
    words([{ x: start + 10, y: 8, text: first }], { fill: ink }),
    dots([{ x: next, y: 8 }], { r: 4.5, color: accent }),
    words([{ x: next + 10, y: 8, text: second }], { fill: accent, bold: true }),
    words(
      ticks.map((tick) => ({ x: x(tick), y: top - 8, text: formatPercent(tick, 0) })),
      { anchor: 'middle' },
    ),
    strokes(
      ticks.map((tick) => ({ x1: x(tick), x2: x(tick), y1: top, y2: height - 4 })),
      { stroke: rule },
    ),
    ...(frame.phone
      ? []
      : [words([{ x: frame.width, y: 8, text: 'lead, points' }], { anchor: 'end' })]),
  ];
}

export function tableDuelTable({ first, second, groups }: Duel): ChartTable {
  return {
    columns: [
      { key: 'test', label: 'Test' },
      { key: 'table', label: 'Table of', wraps: true },
      { key: 'first', label: first, align: 'end' },
      { key: 'second', label: second, align: 'end' },
      { key: 'lead', label: `Lead of ${second}`, note: 'points', align: 'end' },
    ],
    rows: groups.flatMap(({ name, rows }) =>
      rows.map((row) => ({
        test: row.test,
        table: name,
        first: { text: formatPercent(row.first), sort: row.first },
        second: { text: formatPercent(row.second), sort: row.second },
        lead: { text: sayLead(row), sort: row.second - row.first },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeTableDuel({ first, second, groups }: Duel): string {
  const told = groups.map(({ name, rows }) => {
    const each = rows.map((row) => `${row.test} ${sayLead(row)}`).join(', ');
    return `${name}: ${each}`;
  });
  return `Two dots a test, ${first} hollow and ${second} full; the lead of the second in points. ${told.join('; ')}.`;
}
