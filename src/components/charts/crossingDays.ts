/** The days on which abilities come to fit devices: one row for each pair, with its interval. */
import * as Plot from '@observablehq/plot';
import { formatDateShort } from '../../lib/format.ts';
import { dateOfDay, dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  faint,
  halo,
  ink,
  planeOf,
  rule,
  soft,
  yearAxis,
} from './frame.ts';
import type { ChartTable } from './table.ts';

/** Dates are YYYY-MM-DD. */
export interface CrossingDay {
  device: string;
  date: string | null;
  interval: readonly [string, string] | null;
  /** The first model that fits, as it came. */
  first: { name: string; date: string } | null;
  refusal: string | null;
}

export interface AbilityDays {
  ability: string;
  rows: readonly CrossingDay[];
}

interface Line {
  text: string;
  y: number;
  row?: CrossingDay;
}

export function crossingDays(groups: readonly AbilityDays[], frame: Frame): Plot.PlotOptions {
  const top = frame.phone ? 52 : 40;
  const lines = layoutLines(groups, top, frame);
  const height = (lines.at(-1)?.y ?? top) + 16 + 34;
  const margins = {
    left: frame.phone ? 14 : 206,
    right: frame.phone ? 14 : 196,
    top,
    bottom: 34,
  };
  const x = dayDomain(groups);
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: x, log: false },
    { domain: [height - margins.bottom, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...yearAxis(plane, frame),
      ...drawLegend(plane, frame),
      ...lines.flatMap((line) => drawLine(line, frame, plane)),
    ],
  };
}

function dayDomain(groups: readonly AbilityDays[]): [number, number] {
  const days = groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ date, interval, first }) => [date, ...(interval ?? []), first?.date ?? null])
    .flatMap((date) => (date === null ? [] : [dayNumber(date)]));
  if (days.length === 0) return [dayNumber('2023-01-01'), dayNumber('2026-01-01')];
  return [Math.min(...days) - 60, Math.max(...days) + 60];
}

function layoutLines(groups: readonly AbilityDays[], top: number, frame: Frame): Line[] {
  const lines: Line[] = [];
  let y = top;
  for (const { ability, rows } of groups) {
    y += lines.length === 0 ? 16 : 32;
    lines.push({ text: ability, y });
    for (const row of rows) {
      y += frame.phone ? 40 : 23;
      lines.push({ text: row.device, y, row });
    }
  }
  return lines;
}

function drawLegend(plane: Plane, frame: Frame): Plot.Markish[] {
  const y = 12;
  const name = (x: number, text: string) =>
    Plot.text([at(plane, x, y)], {
      x: 'x',
      y: 'y',
      text: () => text,
      textAnchor: 'start',
      fill: soft,
    });
  const second = frame.phone ? 174 : 300;
  return [
    Plot.dot([at(plane, 8, y)], { x: 'x', y: 'y', r: 4.2, fill: accent }),
    name(18, frame.phone ? 'the lines cross' : 'the lines cross, with interval'),
    firstMark(at(plane, second, y)),
    name(second + 11, 'first model that fits'),
  ];
}

function firstMark(spot: { x: number; y: number }): Plot.Markish {
  return Plot.dot([spot], {
    x: 'x',
    y: 'y',
    symbol: 'diamond',
    r: 5,
    stroke: ink,
    strokeWidth: 1.5,
    fill: 'var(--paper)',
  });
}

function drawLine({ text, y, row }: Line, frame: Frame, plane: Plane): Plot.Markish[] {
  const label = (x: number, dy: number, words: string, fill: string, weight = 400) =>
    Plot.text([at(plane, x, y + dy)], {
      x: 'x',
      y: 'y',
      text: () => words,
      textAnchor: 'start',
      fill,
      fontWeight: weight,
      ...(frame.phone ? halo : {}),
    });
  if (!row) return [label(2, 0, text, ink, 600)];
  const when = row.date ? formatDateShort(row.date) : (row.refusal ?? 'no crossing');
  const first = row.first ? row.first.name : row.date ? 'none yet on record' : '';
  if (frame.phone) {
    return [label(2, -15, `${text}: ${when}`, soft), ...marksOf(row, y, plane)];
  }
  return [
    label(2, 0, text, soft),
    label(104, 0, when, row.date ? accent : faint),
    label(frame.width - plane.right + 14, 0, first, row.first ? ink : faint),
    ...marksOf(row, y, plane),
  ];
}

function marksOf({ date, interval, first }: CrossingDay, y: number, plane: Plane): Plot.Markish[] {
  const height = at(plane, 0, y).y;
  const spot = (day: string) => ({ x: dayNumber(day), y: height });
  return [
    Plot.ruleY([height], { stroke: rule, strokeDasharray: '1,4' }),
    ...(interval
      ? [
          Plot.link([{ from: dayNumber(interval[0]), to: dayNumber(interval[1]) }], {
            x1: 'from',
            x2: 'to',
            y1: height,
            y2: height,
            stroke: accent,
            strokeWidth: 3,
            strokeOpacity: 0.55,
          }),
        ]
      : []),
    ...(date ? [Plot.dot([spot(date)], { x: 'x', y: 'y', r: 4.2, fill: accent })] : []),
    ...(first ? [firstMark(spot(first.date))] : []),
  ];
}

export function crossingDaysTable(groups: readonly AbilityDays[]): ChartTable {
  const cell = (date: string | null) =>
    date ? { text: formatDateShort(date), sort: dayNumber(date) } : '–';
  return {
    columns: [
      { key: 'ability', label: 'Ability', wraps: true },
      { key: 'device', label: 'Device', wraps: true },
      { key: 'date', label: 'Lines cross', align: 'end' },
      { key: 'interval', label: 'Between', note: '90 %', align: 'end' },
      { key: 'first', label: 'First model that fits', wraps: true },
      { key: 'came', label: 'Released', align: 'end' },
    ],
    rows: groups.flatMap(({ ability, rows }) =>
      rows.map(({ device, date, interval, first, refusal }) => ({
        ability,
        device,
        date: date ? cell(date) : (refusal ?? '–'),
        interval: interval ? interval.map((day) => formatDateShort(day)).join(' to ') : '–',
        first: first?.name ?? '–',
        came: cell(first?.date ?? null),
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeCrossingDays(groups: readonly AbilityDays[]): string {
  const told = groups.flatMap(({ ability, rows }) =>
    rows.map(({ device, date, first }) => {
      const when = date ? dateOfDay(dayNumber(date)) : 'no crossing';
      return `${ability} on a ${device}: ${when}${first ? `, first model ${first.name}` : ''}`;
    }),
  );
  return `Days on which the size needed for an ability meets what a device holds. ${told.join('; ')}.`;
}
