/** Counts of machines on one logarithmic axis: who counted, who forecast, and what the talk says. */
import * as Plot from '@observablehq/plot';
import { formatInWords } from '../../lib/format.ts';
import { capitalise } from '../../lib/phrases.ts';
import type { DeviceCount } from '../../lib/ubiquity.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, halo, ink, place, planeOf, rule, soft } from './frame.ts';
import { textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

interface Row {
  what: string;
  y: number;
  counts: DeviceCount[];
}

const ticks = [1e6, 1e7, 1e8, 1e9, 1e10, 1e11];
const domain: [number, number] = [1e6, 5e11];
const tickNames = ['1 million', '10', '100', '1 billion', '10', '100'];

export function deviceCounts(counts: readonly DeviceCount[], frame: Frame): Plot.PlotOptions {
  const top = frame.phone ? 66 : 44;
  const rows = rowsOf(counts).map((row, i) => ({ ...row, y: top + 28 + i * 48 }));
  const height = (rows.at(-1)?.y ?? top) + 26 + 34;
  const margins = { left: 14, right: frame.phone ? 14 : 24, top, bottom: 34 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain, log: true },
    { domain: [height - margins.bottom, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      Plot.ruleX(ticks, { stroke: rule }),
      Plot.text(ticks, {
        x: (d: number) => d,
        frameAnchor: 'bottom',
        dy: 17,
        text: (_: number, i: number) => tickNames[i] ?? '',
        textAnchor: 'middle',
        dx: 0,
        fill: soft,
      }),
      ...legend(plane, frame),
      ...rows.flatMap((row) => drawRow(row, frame, plane)),
    ],
  };
}

/** One row a kind of machine, the most numerous last. */
function rowsOf(counts: readonly DeviceCount[]): Omit<Row, 'y'>[] {
  const kinds = [...new Set(counts.map(({ what }) => what))];
  const rows = kinds.map((what) => ({ what, counts: counts.filter((row) => row.what === what) }));
  const most = (row: Omit<Row, 'y'>) => Math.max(...row.counts.map(({ value }) => value));
  return rows.sort((a, b) => most(a) - most(b));
}

function legend(plane: Plane, frame: Frame): Plot.Markish[] {
  const y = frame.phone ? 38 : 14;
  const starts = frame.phone
    ? [10, 110, 220]
    : [frame.width - 400, frame.width - 270, frame.width - 120];
  const kinds = ['counted', 'forecast', 'talk'] as const;
  const names = { counted: 'counted', forecast: 'forecast', talk: 'the talk' };
  return [
    Plot.text(['Machines, tenfold from line to line'], {
      frameAnchor: 'top-left',
      dx: -plane.left + 2,
      dy: -plane.top + 14,
      textAnchor: 'start',
      fill: soft,
    }),
    ...kinds.flatMap((kind, i) => [
      mark(kind, [at(plane, starts[i] ?? 0, y)]),
      Plot.text([at(plane, (starts[i] ?? 0) + 11, y)], {
        x: 'x',
        y: 'y',
        text: () => names[kind],
        textAnchor: 'start',
        fill: soft,
      }),
    ]),
  ];
}

function mark(kind: DeviceCount['kind'], spots: { x: number; y: number }[]): Plot.Markish {
  const channels = { x: 'x', y: 'y' } as const;
  if (kind === 'talk')
    return Plot.dot(spots, { ...channels, symbol: 'diamond', r: 5.5, fill: ink });
  if (kind === 'forecast')
    return Plot.dot(spots, { ...channels, r: 4, stroke: accent, fill: 'var(--paper)' });
  return Plot.dot(spots, { ...channels, r: 4.2, fill: accent });
}

function drawRow({ what, counts, y }: Row, frame: Frame, plane: Plane): Plot.Markish[] {
  const spot = ({ value }: DeviceCount) => at(plane, place(plane.x, value), y);
  const of = (kind: DeviceCount['kind']) => counts.filter((row) => row.kind === kind).map(spot);
  return [
    Plot.ruleY([at(plane, 0, y).y], { stroke: rule, strokeDasharray: '1,4' }),
    Plot.text([at(plane, 2, y - 18)], {
      x: 'x',
      y: 'y',
      text: () => capitalise(what),
      textAnchor: 'start',
      fill: ink,
      ...halo,
    }),
    ...(['forecast', 'counted', 'talk'] as const).map((kind) => mark(kind, of(kind))),
    ...yearNames(counts, y, frame, plane),
  ];
}

/** The year of each count under its mark, where it does not run into the one before. */
function yearNames(
  counts: readonly DeviceCount[],
  y: number,
  frame: Frame,
  plane: Plane,
): Plot.Markish[] {
  const size = frame.phone ? 11 : 12;
  const sorted = [...counts].sort((a, b) => a.value - b.value);
  let end = Number.NEGATIVE_INFINITY;
  const kept = sorted.flatMap(({ value, date }) => {
    const x = place(plane.x, value);
    const half = textWidth(date.slice(0, 4), size) / 2;
    if (x - half < end + 4) return [];
    end = x + half;
    return [{ ...at(plane, x, y + 14), year: date.slice(0, 4) }];
  });
  return [
    Plot.text(kept, {
      x: 'x',
      y: 'y',
      text: 'year',
      fill: soft,
      fontSize: size,
      fontVariant: 'tabular-nums',
      ...halo,
    }),
  ];
}

const kindNames = { counted: 'counted', forecast: 'forecast', talk: 'said in the talk' };

export function deviceCountsTable(counts: readonly DeviceCount[]): ChartTable {
  return {
    columns: [
      { key: 'what', label: 'Machines', wraps: true },
      { key: 'value', label: 'Number', align: 'end' },
      { key: 'date', label: 'Date' },
      { key: 'kind', label: 'Kind' },
      { key: 'source', label: 'Source', wraps: true },
    ],
    rows: rowsOf(counts).flatMap((row) =>
      row.counts.map(({ what, value, date, kind, comparison, source, locator }) => ({
        what,
        value: {
          text: `${comparison ? `${comparison} ` : ''}${formatInWords(value)}`,
          sort: value,
        },
        date: { text: date.slice(0, 4), sort: date },
        kind: kindNames[kind],
        source: source
          ? { text: new URL(source).host.replace(/^www\./, ''), href: source, note: locator }
          : { text: 'report of the talk', note: locator },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeDeviceCounts(counts: readonly DeviceCount[]): string {
  const told = rowsOf(counts).map(({ what, counts: own }) => {
    const values = own.map(
      ({ value, date, kind }) =>
        `${formatInWords(value)} in ${date.slice(0, 4)} (${kindNames[kind]})`,
    );
    return `${what}: ${values.join(', ')}`;
  });
  return `Counts of machines on a logarithmic axis. ${told.join('; ')}.`;
}
