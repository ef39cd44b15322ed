/** A quantity of every model against its day on a logarithmic scale, with lines that may bend. */
import * as Plot from '@observablehq/plot';
import { formatDateShort } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  fontSizeOf,
  gridY,
  halo,
  ink,
  nameY,
  place,
  planeOf,
  yearAxis,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface DatedValue {
  id: string;
  name: string;
  date: string;
  value: number;
}

export interface BentLine {
  /** Corners from left to right; x in days since 1970. */
  corners: readonly { day: number; value: number }[];
  label: string;
  isMain: boolean;
}

export interface DotsPicture {
  quantity: string;
  points: readonly DatedValue[];
  lines: readonly BentLine[];
  /** Days marked by a vertical line. */
  marks: readonly { date: string; label: string }[];
  /** Ids of points with their names beside them. */
  named: readonly string[];
  ticks: readonly number[];
  format: (value: number) => string;
}

export function dotsAndLines(picture: DotsPicture, frame: Frame): Plot.PlotOptions {
  const { points, lines, ticks } = picture;
  const height = frame.phone ? 360 : 440;
  const days = points.map(({ date }) => dayNumber(date));
  const corners = lines.flatMap((line) => line.corners.map(({ day }) => day));
  const [first, last] = [Math.min(...days, ...corners), Math.max(...days, ...corners)];
  const domain: [number, number] = [first - (last - first) / 40, last + (last - first) / 40];
  const margins = { left: frame.phone ? 40 : 52, right: 10, top: 44, bottom: 34 };
  const range: [number, number] = [ticks[0] ?? 1, ticks.at(-1) ?? 10];
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain, log: false },
    { domain: range, log: true },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain },
    y: { type: 'log', domain: range },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(ticks, plane, picture.format),
      nameY(picture.quantity, plane, -24),
      ...picture.marks.flatMap((mark) => drawMark(mark, plane)),
      Plot.dot(points, {
        x: ({ date }: DatedValue) => dayNumber(date),
        y: 'value',
        title: 'name',
        r: frame.phone ? 2.2 : 2.9,
        fill: ink,
        fillOpacity: 0.5,
      }),
      ...lines.flatMap((line) => drawLine(line, plane)),
      ...drawNames(picture, plane, frame),
    ],
  };
}

function drawMark({ date, label }: { date: string; label: string }, plane: Plane): Plot.Markish[] {
  const day = dayNumber(date);
  const isLeft = place(plane.x, day) > (plane.x.range[0] + plane.x.range[1]) / 2;
  return [
    Plot.ruleX([day], { stroke: ink, strokeDasharray: '1,3' }),
    Plot.text([label], {
      x: day,
      frameAnchor: 'top',
      dx: isLeft ? -6 : 6,
      dy: 8,
      textAnchor: isLeft ? 'end' : 'start',
      fill: ink,
      ...halo,
    }),
  ];
}

/** The line, its name in the lower right corner, where a rising field leaves room. */
function drawLine({ corners, label, isMain }: BentLine, plane: Plane): Plot.Markish[] {
  const stroke = isMain ? accent : ink;
  const dash = isMain ? {} : { strokeDasharray: '5,3' };
  return [
    Plot.line(corners, { x: 'day', y: 'value', stroke, strokeWidth: isMain ? 2.2 : 1.4, ...dash }),
    Plot.text([at(plane, plane.x.range[1] - 4, plane.y.range[0] - (isMain ? 14 : 32))], {
      x: 'x',
      y: 'y',
      text: () => label,
      textAnchor: 'end',
      fill: stroke,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

function drawNames({ points, named }: DotsPicture, plane: Plane, frame: Frame): Plot.Markish[] {
  const spots = named.flatMap((id) => {
    const point = points.find((candidate) => candidate.id === id);
    if (!point) return [];
    const { name, date, value } = point;
    return [{ text: name, x: place(plane.x, dayNumber(date)), y: place(plane.y, value) }];
  });
  const bounds = {
    left: plane.x.range[0],
    right: plane.x.range[1],
    top: plane.y.range[1] + 16,
    bottom: plane.y.range[0] - 2,
  };
  const labels = placeLabels(
    spots,
    spots.map((spot) => ({ ...spot, radius: 4 })),
    bounds,
    fontSizeOf(frame),
    24,
  );
  return [
    Plot.dot(
      spots.map(({ x, y }) => at(plane, x, y)),
      { x: 'x', y: 'y', r: 4, fill: ink, stroke: 'var(--paper)' },
    ),
    ...labels.map(({ text, labelX, labelY, anchor }) =>
      Plot.text([at(plane, labelX, labelY)], {
        x: 'x',
        y: 'y',
        text: () => text,
        textAnchor: anchor,
        fill: ink,
        ...halo,
      }),
    ),
  ];
}

export function dotsAndLinesTable({ quantity, points, format }: DotsPicture): ChartTable {
  const sorted = [...points].sort((a, b) =>
    a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.id < b.id ? -1 : 1,
  );
  return {
    columns: [
      { key: 'name', label: 'Model', wraps: true },
      { key: 'date', label: 'Released' },
      { key: 'value', label: quantity, align: 'end' },
    ],
    rows: sorted.map(({ name, date, value }) => ({
      name,
      date: { text: formatDateShort(date), sort: date },
      value: { text: format(value), sort: value },
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeDotsAndLines({ quantity, points, lines, marks }: DotsPicture): string {
  const days = points.map(({ date }) => date).sort();
  const told = lines.map(({ label }) => ` Line: ${label}.`).join('');
  const marked = marks.map(({ date, label }) => ` ${label}: ${formatDateShort(date)}.`).join('');
  return `${quantity} of ${points.length} models from ${days[0]?.slice(0, 4)} to ${days.at(-1)?.slice(0, 4)}, on a logarithmic scale.${told}${marked}`;
}
