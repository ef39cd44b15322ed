/** Estimates with their intervals under headings, beside named values of a claim. */
import * as Plot from '@observablehq/plot';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, halo, ink, place, planeOf, rule, soft } from './frame.ts';
import { textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface ForestRow {
  name: string;
  value: number | null;
  /** An end that the data do not bound is null. */
  interval: readonly [number | null, number | null] | null;
  /** The estimate in words, or why there is none. */
  words: string;
  /** On for the row that the verdict rests on. */
  isMain?: boolean;
  /** Hollow: not an estimate of ours. */
  isQuoted?: boolean;
}

export interface ForestGroup {
  name: string;
  rows: readonly ForestRow[];
}

export interface ForestPicture {
  /** What the axis measures. */
  quantity: string;
  groups: readonly ForestGroup[];
  /** Values drawn as vertical lines. */
  references: readonly { value: number; label: string }[];
  axis: {
    log: boolean;
    domain: readonly [number, number];
    ticks: readonly number[];
    format: (value: number) => string;
  };
}

type Line = { y: number; heading: string; row?: never } | { y: number; row: ForestRow };

export function intervalForest(picture: ForestPicture, frame: Frame): Plot.PlotOptions {
  const { references, axis } = picture;
  const isStacked = frame.phone && hasLongNames(picture);
  const top = 34 + references.length * 16;
  const lines = layoutLines(picture, top, isStacked);
  const height = (lines.at(-1)?.y ?? top) + 50;
  const margins = {
    left: isStacked ? 16 : frame.phone ? 118 : 268,
    right: frame.phone ? 12 : 164,
    top,
    bottom: 36,
  };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: axis.domain, log: axis.log },
    { domain: [height - margins.bottom, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: axis.log ? 'log' : 'linear', domain: axis.domain as [number, number] },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...axisMarks(picture, plane),
      ...referenceMarks(picture, plane, frame),
      ...lines.flatMap((line) => drawLine(line, plane, frame, isStacked)),
    ],
  };
}

/** Whether some name is too wide for the column that a phone has beside the drawing. */
function hasLongNames({ groups }: ForestPicture): boolean {
  return groups.some(({ rows }) => rows.some(({ name }) => textWidth(name, 12) > 106));
}

/** From top to bottom; stacked, a name stands above its mark. */
function layoutLines({ groups }: ForestPicture, top: number, isStacked: boolean): Line[] {
  const lines: Line[] = [];
  let y = top;
  for (const { name, rows } of groups) {
    y += lines.length === 0 ? 14 : 28;
    if (name !== '') lines.push({ y, heading: name });
    for (const row of rows) {
      y += isStacked ? 34 : 19;
      lines.push({ y, row });
    }
  }
  return lines;
}

function axisMarks({ quantity, axis }: ForestPicture, plane: Plane): Plot.Markish[] {
  return [
    Plot.ruleX(axis.ticks, { stroke: rule }),
    Plot.text(axis.ticks, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 16,
      text: axis.format,
      fill: soft,
    }),
    Plot.text([quantity], {
      frameAnchor: 'top-left',
      dx: -plane.left + 2,
      dy: -plane.top + 12,
      textAnchor: 'start',
      fill: soft,
    }),
  ];
}

/** Each named on a line of its own above the drawing, on the side where there is room. */
function referenceMarks({ references }: ForestPicture, plane: Plane, frame: Frame): Plot.Markish[] {
  const middle = (plane.x.range[0] + plane.x.range[1]) / 2;
  return references.flatMap(({ value, label }, i) => {
    const y = plane.top - 10 - (references.length - 1 - i) * 16;
    const isLeft = place(plane.x, value) > middle + (frame.phone ? 20 : 60);
    return [
      Plot.ruleX([value], {
        y1: at(plane, 0, y).y,
        y2: plane.y.domain[0],
        stroke: ink,
        strokeDasharray: '1,3',
      }),
      Plot.text([label], {
        x: value,
        y: at(plane, 0, y).y,
        dx: isLeft ? -6 : 6,
        textAnchor: isLeft ? 'end' : 'start',
        fill: ink,
        ...halo,
      }),
    ];
  });
}

function drawLine(line: Line, plane: Plane, frame: Frame, isStacked: boolean): Plot.Markish[] {
  const text = (
    x: number,
    words: string,
    anchor: 'start' | 'end',
    fill: string,
    weight = 400,
    dy = 0,
  ) =>
    Plot.text([at(plane, x, line.y + dy)], {
      x: 'x',
      y: 'y',
      text: () => words,
      textAnchor: anchor,
      fill,
      fontWeight: weight,
      fontVariant: 'tabular-nums',
    });
  if (!line.row) return [text(2, line.heading, 'start', ink, 600)];
  const { row } = line;
  const color = row.isMain ? accent : ink;
  if (isStacked) {
    const words = `${row.name}: ${row.words}`;
    return [
      text(2, words, 'start', row.isMain ? accent : soft, 400, -14),
      ...whisker(row, color, line.y, plane),
    ];
  }
  return [
    text(plane.left - 10, row.name, 'end', row.isMain ? accent : soft),
    ...(frame.phone
      ? row.value === null && !row.interval
        ? [text(plane.left + 4, row.words, 'start', soft)]
        : []
      : [
          text(
            frame.width - plane.right + 12,
            row.words,
            'start',
            row.value === null ? soft : color,
          ),
        ]),
    ...whisker(row, color, line.y, plane),
  ];
}

function whisker(row: ForestRow, stroke: string, y: number, plane: Plane): Plot.Markish[] {
  const { value, interval, isMain, isQuoted } = row;
  const [least, most] = plane.x.domain;
  const height = at(plane, 0, y).y;
  const [low, high] = interval ? [interval[0] ?? least, interval[1] ?? most * 2] : [1, 0];
  const span = { from: Math.max(least, low), to: Math.min(most, high) };
  const strokeWidth = isMain ? 2.4 : 1.5;
  const tip = place(plane.x, most);
  return [
    ...(span.from < span.to
      ? [Plot.link([span], { x1: 'from', x2: 'to', y1: height, y2: height, stroke, strokeWidth })]
      : []),
    ...(interval && high > most
      ? [
          Plot.line([at(plane, tip - 5, y - 4), at(plane, tip, y), at(plane, tip - 5, y + 4)], {
            x: 'x',
            y: 'y',
            stroke,
            strokeWidth,
          }),
        ]
      : []),
    ...(value !== null && value >= least && value <= most
      ? [
          Plot.dot([value], {
            x: (d: number) => d,
            y: height,
            r: isMain ? 5 : 3.6,
            symbol: isQuoted ? 'diamond' : 'circle',
            fill: isQuoted ? 'var(--paper)' : stroke,
            stroke,
            strokeWidth: 1.4,
          }),
        ]
      : []),
  ];
}

export function intervalForestTable({ quantity, groups }: ForestPicture): ChartTable {
  return {
    columns: [
      { key: 'group', label: 'Group' },
      { key: 'name', label: 'Row', wraps: true },
      { key: 'words', label: quantity, note: '90 % interval', align: 'end' },
    ],
    rows: groups.flatMap(({ name: group, rows }) =>
      rows.map(({ name, words, value }) => ({
        group,
        name,
        words: { text: words, sort: value },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeIntervalForest({ quantity, groups, references }: ForestPicture): string {
  const all = groups.flatMap(({ name: group, rows }) => rows.map((row) => ({ ...row, group })));
  const main = all.filter(({ isMain }) => isMain);
  const shown = main.length > 0 ? main : all;
  const told = shown.map(({ group, name, words }) => ` ${group}, ${name}: ${words}.`).join('');
  const lines = references.map(({ label }) => label).join('; ');
  return `${quantity}: ${all.length} rows with intervals.${told}${lines ? ` Vertical lines: ${lines}.` : ''}`;
}
