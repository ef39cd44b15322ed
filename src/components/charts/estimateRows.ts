/** Estimates with their intervals as rows under headings, on one axis, beside values to compare with. */
import * as Plot from '@observablehq/plot';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, halo, ink, place, planeOf, rule, soft } from './frame.ts';
import { textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface EstimateRow {
  name: string;
  value: number | null;
  /** An end that the data do not bound is null and drawn to the edge. */
  interval: readonly [number | null, number | null] | null;
  /** Value and interval as words, or why there is none; short. */
  words: string;
  /** A second value on the row, hollow; {@link EstimatePicture.markName} says what it is. */
  mark?: number | null;
  isMain?: boolean;
}

export interface EstimateGroup {
  name: string;
  rows: readonly EstimateRow[];
}

export interface EstimatePicture {
  /** Quantity and unit, as the axis names it. */
  quantity: string;
  groups: readonly EstimateGroup[];
  /** In rising order; the first and last are the ends of the axis, which is logarithmic. */
  ticks: readonly number[];
  format: (value: number) => string;
  /** Vertical lines with a name. */
  references: readonly { value: number; label: string }[];
  /** Where the rows' stems begin, for values that are changes from there. */
  origin?: number;
  markName?: string;
}

interface Line {
  text: string;
  y: number;
  row?: EstimateRow;
}

export function estimateRows(picture: EstimatePicture, frame: Frame): Plot.PlotOptions {
  const top = frame.phone ? 62 : 54;
  const lines = layoutLines(picture.groups, top, frame);
  const height = (lines.at(-1)?.y ?? top) + 16 + 36;
  const right = frame.phone ? 14 : columnWidth(picture, 'words') + 22;
  const left = frame.phone ? 14 : columnWidth(picture, 'name') + 22;
  const domain: [number, number] = [picture.ticks[0] as number, picture.ticks.at(-1) as number];
  const plane = planeOf(
    frame,
    height,
    { left, right, top, bottom: 36 },
    { domain, log: true },
    { domain: [height - 36, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...axis(picture, plane, frame),
      ...references(picture, plane),
      ...lines.flatMap((line) => drawLine(line, picture, frame, plane)),
    ],
  };
}

/** Room for the longest text of a column beside the marks. */
function columnWidth({ groups }: EstimatePicture, key: 'name' | 'words'): number {
  const texts = groups.flatMap(({ rows }) => rows.map((row) => row[key]));
  return Math.min(290, Math.max(60, ...texts.map((text) => textWidth(text, 13))));
}

/** Headings and rows from top to bottom; on the phone a name stands above its marks. */
function layoutLines(groups: readonly EstimateGroup[], top: number, frame: Frame): Line[] {
  const lines: Line[] = [];
  let y = top;
  for (const { name, rows } of groups) {
    if (name !== '') {
      y += lines.length === 0 ? 16 : 34;
      lines.push({ text: name, y });
    }
    for (const row of rows) {
      y += frame.phone ? 40 : 24;
      lines.push({ text: row.name, y, row });
    }
  }
  return lines;
}

function axis({ ticks, format, quantity, markName }: EstimatePicture, plane: Plane, frame: Frame) {
  const title = markName && !frame.phone ? `${quantity}; hollow: ${markName}` : quantity;
  const second = markName && frame.phone ? [`Hollow: ${markName}`] : [];
  return [
    Plot.ruleX(ticks, { stroke: rule }),
    Plot.text(ticks, {
      x: (d: number) => d,
      text: format,
      frameAnchor: 'bottom',
      dy: 17,
      fill: soft,
      fontVariant: 'tabular-nums',
    }),
    ...[title, ...second].map((text, i) =>
      Plot.text([text], {
        frameAnchor: 'top-left',
        dx: -plane.left + 2,
        dy: -plane.top + 12 + 16 * i,
        textAnchor: 'start',
        fill: soft,
      }),
    ),
  ];
}

/** Lines across all rows; a name that would run over the edge hangs to the other side. */
function references({ references: list }: EstimatePicture, plane: Plane): Plot.Markish[] {
  return list.flatMap(({ value, label }, i) => {
    const x = place(plane.x, value);
    const isLate = x + textWidth(label, 13) + 8 > plane.x.range[1];
    return [
      Plot.ruleX([value], { stroke: ink, strokeDasharray: '4,3', strokeWidth: 1.2 }),
      Plot.text([at(plane, isLate ? x - 5 : x + 5, plane.top - 8 - 15 * i)], {
        x: 'x',
        y: 'y',
        text: () => label,
        textAnchor: isLate ? 'end' : 'start',
        fill: ink,
      }),
    ];
  });
}

function drawLine({ text, y, row }: Line, picture: EstimatePicture, frame: Frame, plane: Plane) {
  const label = (x: number, dy: number, words: string, fill: string, weight = 400) =>
    Plot.text([at(plane, x, y + dy)], {
      x: 'x',
      y: 'y',
      text: () => words,
      textAnchor: 'start',
      fill,
      fontWeight: weight,
      ...(row && !frame.phone ? {} : halo),
    });
  if (!row) return [label(2, 0, text, ink, 600)];
  const fill = row.value === null ? faint : row.isMain ? accent : ink;
  const weight = row.isMain ? 600 : 400;
  if (frame.phone) {
    return [
      label(2, -16, `${text}: ${row.words}`, fill, weight),
      ...marksOf(row, y, picture, plane),
    ];
  }
  return [
    label(2, 0, text, soft, weight),
    label(frame.width - plane.right + 14, 0, row.words, fill, weight),
    ...marksOf(row, y, picture, plane),
  ];
}

function marksOf(row: EstimateRow, y: number, picture: EstimatePicture, plane: Plane) {
  const { value, interval, isMain, mark } = row;
  const height = at(plane, 0, y).y;
  const [least, most] = plane.x.domain;
  const inside = (x: number) => Math.min(most, Math.max(least, x));
  const spot = (x: number) => ({ x: inside(x), y: height });
  const stroke = isMain ? accent : ink;
  const link = (from: number, to: number, strokeWidth: number, strokeOpacity: number) =>
    Plot.link([{ from: inside(from), to: inside(to) }], {
      x1: 'from',
      x2: 'to',
      y1: height,
      y2: height,
      stroke,
      strokeWidth,
      strokeOpacity,
    });
  const { origin } = picture;
  return [
    Plot.ruleY([height], { stroke: rule, strokeDasharray: '1,4' }),
    ...(interval ? [link(interval[0] ?? least, interval[1] ?? most, origin ? 1.2 : 3, 0.55)] : []),
    ...(origin && value !== null ? [link(origin, value, 3.5, 0.85)] : []),
    ...(origin && value !== null
      ? [Plot.dot([spot(origin)], { x: 'x', y: 'y', r: 3.6, stroke, fill: 'var(--paper)' })]
      : []),
    ...(value === null ? [] : [Plot.dot([spot(value)], { x: 'x', y: 'y', r: 4.2, fill: stroke })]),
    ...(mark === null || mark === undefined
      ? []
      : [
          Plot.dot([spot(mark)], {
            x: 'x',
            y: 'y',
            symbol: 'diamond',
            r: 5,
            stroke: ink,
            strokeWidth: 1.5,
            fill: 'var(--paper)',
          }),
        ]),
  ];
}

export function estimateRowsTable(picture: EstimatePicture): ChartTable {
  const { groups, markName, format, quantity } = picture;
  return {
    columns: [
      { key: 'group', label: 'Group', wraps: true },
      { key: 'name', label: 'Row', wraps: true },
      { key: 'words', label: quantity, note: '90 % interval', align: 'end' },
      ...(markName ? [{ key: 'mark', label: markName, align: 'end' as const }] : []),
    ],
    rows: groups.flatMap(({ name: group, rows }) =>
      rows.map(({ name, words, mark }) => ({
        group: group || '–',
        name,
        words,
        ...(markName && { mark: mark === null || mark === undefined ? '–' : format(mark) }),
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeEstimateRows({
  quantity,
  groups,
  references: list,
  markName,
  format,
}: EstimatePicture): string {
  const told = groups.flatMap(({ rows }) =>
    rows.map(({ name, words, mark }) =>
      markName && mark !== null && mark !== undefined
        ? `${name}: ${words}, ${markName} ${format(mark)}`
        : `${name}: ${words}`,
    ),
  );
  const lines = list.map(({ label }) => ` A vertical line marks ${label}.`).join('');
  return `${quantity}. ${told.join('; ')}.${lines}`;
}
