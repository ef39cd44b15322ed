/** Predictions by deadline: when each was made, until when it runs, and what became of it. */
import type * as Plot from '@observablehq/plot';
import { formatDate, formatDateShort } from '../../lib/format.ts';
import type { PredictionStatus } from '../../lib/predictions/resolution.ts';
import { dayNumber } from '../../lib/time.ts';
import { between, canvasOptions, dots, strokes, words } from './canvas.ts';
import type { Stroke } from './canvas.ts';
import type { Frame } from './frame.ts';
import { accent, faint, ink, rule, soft, strongRule } from './frame.ts';
import type { ChartTable } from './table.ts';

/** One prediction on the calendar; days as YYYY-MM-DD. */
export interface CalendarRow {
  label: string;
  title: string;
  made: string;
  deadline: string | null;
  status: PredictionStatus;
  on: string | null;
  /** Address of its page, for the table. */
  href?: string;
}

export interface Calendar {
  groups: readonly { name: string; rows: readonly CalendarRow[] }[];
  /** Last day of the data. */
  asOf: string;
}

interface Placed {
  y: number;
  heading?: string;
  row?: CalendarRow;
}

interface Layout {
  height: number;
  top: number;
  left: number;
  right: number;
  x: (day: string) => number;
  placed: Placed[];
  years: number[];
}

export function predictionCalendar(calendar: Calendar, frame: Frame): Plot.PlotOptions {
  const layout = layOut(calendar, frame);
  const { height, x, placed } = layout;
  const rows = placed.flatMap(({ row, y }) => (row ? [{ row, y }] : []));
  return canvasOptions(frame, height, [
    ...axis(layout, calendar.asOf),
    words(
      placed.flatMap(({ heading, y }) => (heading ? [{ x: 0, y, text: heading }] : [])),
      { fill: ink, bold: true },
    ),
    ...names(rows, layout, frame),
    ...spans(rows, layout),
    ...marksOf(rows, x),
  ]);
}

function layOut({ groups, asOf }: Calendar, frame: Frame): Layout {
  const top = 30;
  const step = frame.phone ? 44 : 25;
  let y = top;
  const placed: Placed[] = [];
  for (const { name, rows } of groups) {
    y += placed.length === 0 ? 20 : 34;
    placed.push({ y, heading: name });
    if (frame.phone) y -= 4;
    for (const row of rows) {
      y += step;
      placed.push({ y, row });
    }
  }
  const left = frame.phone ? 4 : 300;
  const right = frame.width - (frame.phone ? 6 : 132);
  const all = groups.flatMap(({ rows }) => rows);
  const days = [asOf, ...all.flatMap(({ made, deadline, on }) => [made, deadline, on])]
    .filter((day) => day !== null)
    .map(dayNumber);
  const domain: [number, number] = [Math.min(...days) - 40, Math.max(...days) + 60];
  const years: number[] = [];
  for (let year = 2000; year <= 2100; year++) {
    const day = dayNumber(`${year}-01-01`);
    if (day > domain[0] && day < domain[1]) years.push(year);
  }
  const x = (day: string) => between(dayNumber(day), domain, [left, right]);
  return { height: y + 22, top, left, right, x, placed, years };
}

function axis({ height, top, x, years }: Layout, asOf: string): Plot.Markish[] {
  const at = (day: string): Stroke => ({ x1: x(day), x2: x(day), y1: top, y2: height - 6 });
  const starts = years.map((year) => `${year}-01-01`);
  return [
    strokes(starts.map(at), { stroke: rule }),
    words(
      starts.map((day) => ({ x: x(day), y: 12, text: day.slice(0, 4) })),
      { anchor: 'middle' },
    ),
    strokes([at(asOf)], { stroke: accent, dash: '2,3', width: 1.4 }),
    words([{ x: x(asOf), y: 27, text: 'data to here' }], {
      anchor: 'middle',
      fill: accent,
      bold: true,
      isClear: true,
    }),
  ];
}

/** The status beside a prediction: "met 29 Apr 2025", "open". */
function shortStatus({ status, on }: CalendarRow): string {
  return on && status === 'met' ? `met ${formatDateShort(on)}` : status;
}

function names(
  rows: readonly { row: CalendarRow; y: number }[],
  { right }: Layout,
  frame: Frame,
): Plot.Markish[] {
  const dy = frame.phone ? -15 : 0;
  const end = frame.phone ? frame.width : right + 10;
  const told = (row: CalendarRow) =>
    frame.phone ? `${row.label} ${shorten(row.title)}` : `${row.label}  ${row.title}`;
  return [
    words(
      rows.map(({ row, y }) => ({ x: 0, y: y + dy, text: told(row) })),
      { fill: soft },
    ),
    words(
      rows.map(({ row, y }) => ({ x: end, y: y + dy, text: shortStatus(row) })),
      { anchor: frame.phone ? 'end' : 'start', fill: ink },
    ),
  ];
}

/** A title that leaves room for the status on a phone. */
function shorten(title: string): string {
  return title.length <= 29 ? title : `${title.slice(0, 28).trimEnd()}…`;
}

/** From the day it was made to its deadline; without one the line is dashed to the edge. */
function spans(
  rows: readonly { row: CalendarRow; y: number }[],
  { x, right }: Layout,
): Plot.Markish[] {
  const line = ({ row, y }: { row: CalendarRow; y: number }): Stroke => {
    const end = row.deadline ? x(row.deadline) : right;
    return { x1: x(row.made), x2: end, y1: y, y2: y };
  };
  const ticks = rows
    .filter(({ row }) => row.deadline !== null)
    .map(({ row, y }) => {
      const at = x(row.deadline as string);
      return { x1: at, x2: at, y1: y - 5, y2: y + 5 };
    });
  return [
    strokes(rows.filter(({ row }) => row.deadline !== null).map(line), {
      stroke: strongRule,
      width: 2,
    }),
    strokes(rows.filter(({ row }) => row.deadline === null).map(line), {
      stroke: faint,
      dash: '2,4',
    }),
    strokes(ticks, { stroke: ink, width: 1.6 }),
  ];
}

/** Full where it was met, a cross where it was missed, hollow at its start otherwise. */
function marksOf(
  rows: readonly { row: CalendarRow; y: number }[],
  x: (day: string) => number,
): Plot.Markish[] {
  const spot = ({ row, y }: { row: CalendarRow; y: number }) => ({
    x: x(row.on ?? row.made),
    y,
    title: `${row.label}: ${shortStatus(row)}`,
  });
  const having = (...wanted: PredictionStatus[]) =>
    rows.filter(({ row }) => wanted.includes(row.status)).map(spot);
  const crosses = having('missed').flatMap(({ x: cx, y }) => [
    { x1: cx - 5, y1: y - 5, x2: cx + 5, y2: y + 5 },
    { x1: cx - 5, y1: y + 5, x2: cx + 5, y2: y - 5 },
  ]);
  return [
    dots(having('open', 'cannot be judged'), { r: 4, color: ink, hollow: true }),
    dots(having('met'), { r: 5, color: accent }),
    strokes(crosses, { stroke: ink, width: 2 }),
  ];
}

export function predictionCalendarTable({ groups }: Calendar): ChartTable {
  return {
    columns: [
      { key: 'label', label: 'Prediction' },
      { key: 'title', label: 'What', wraps: true },
      { key: 'who', label: 'By' },
      { key: 'made', label: 'Made' },
      { key: 'deadline', label: 'Deadline' },
      { key: 'status', label: 'Status' },
      { key: 'on', label: 'Settled on' },
    ],
    rows: groups.flatMap(({ name, rows }) =>
      rows.map(({ label, title, made, deadline, status, on, href }) => ({
        label: { text: label, ...(href ? { href } : {}) },
        title,
        who: name,
        made: { text: formatDateShort(made), sort: made },
        deadline: deadline ? { text: formatDateShort(deadline), sort: deadline } : 'none',
        status,
        on: on ? { text: formatDateShort(on), sort: on } : null,
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describePredictionCalendar({ groups, asOf }: Calendar): string {
  const rows = groups.flatMap((group) => group.rows);
  const told = rows.map((row) => {
    const until = row.deadline ? `due ${formatDate(row.deadline)}` : 'without a deadline';
    const on = row.on && row.status === 'met' ? ` on ${formatDate(row.on)}` : '';
    return `${row.label}, ${row.title}: ${until}, ${row.status}${on}`;
  });
  return `${rows.length} predictions on a time line, with data to ${formatDate(asOf)}. ${told.join('; ')}.`;
}
