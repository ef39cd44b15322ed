/** The doubling time as it would have been known at the end of every month, with its interval. */
import * as Plot from '@observablehq/plot';
import { formatDate, formatInterval } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Moment, TimeMachine } from '../../lib/timeMachine.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  faint,
  gridY,
  halo,
  ink,
  nameY,
  place,
  planeOf,
  yearAxis,
} from './frame.ts';
import type { ChartTable } from './table.ts';

/** A doubling time on the day when it was published. */
export interface PublishedThen {
  date: string;
  days: number;
  label: string;
}

interface Known {
  day: number;
  days: number;
  low: number;
  high: number;
}

const ticks = [25, 50, 100, 200, 400, 800];

export function timeMachine(
  { moments }: TimeMachine,
  published: readonly PublishedThen[],
  frame: Frame,
): Plot.PlotOptions {
  const height = frame.phone ? 330 : 400;
  const first = dayNumber(moments[0]?.asOf ?? '2023-01-01');
  const last = dayNumber(moments.at(-1)?.asOf ?? '2024-01-01');
  const known = knownMoments(moments);
  const x: [number, number] = [first - 12, last + 12];
  const y = domainOf(known, published);
  const margins = {
    left: frame.phone ? 36 : 48,
    right: frame.phone ? 14 : 150,
    top: 40,
    bottom: 34,
  };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: x, log: false },
    { domain: y, log: true },
  );
  const clip = (value: number) => Math.min(y[1], Math.max(y[0], value));
  const shown = ticks.filter((tick) => tick >= y[0] && tick <= y[1]);
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'log', domain: y },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(shown, plane, String),
      nameY(
        frame.phone
          ? 'Days to double, as known month by month'
          : 'Days in which density doubles, as known at the end of each month',
        plane,
        -20,
      ),
      Plot.areaY(known, {
        x: 'day',
        y1: (d: Known) => clip(d.low),
        y2: (d: Known) => clip(d.high),
        fill: accent,
        fillOpacity: 0.16,
      }),
      ...unknown(moments, known, plane),
      Plot.line(known, { x: 'day', y: 'days', stroke: accent, strokeWidth: 2.2 }),
      ...publications(published, plane, frame),
      ...today(known, plane, frame),
    ],
  };
}

/** Months with a bounded doubling time and an interval. */
function knownMoments(moments: readonly Moment[]): Known[] {
  return moments.flatMap(({ asOf, trend: { doublingTime: time } }) =>
    time?.status === 'bounded' && time.interval
      ? [{ day: dayNumber(asOf), days: time.days, low: time.interval[0], high: time.interval[1] }]
      : [],
  );
}

/** Holds every estimate and the published values, and of the intervals what is not extreme. */
function domainOf(known: readonly Known[], published: readonly PublishedThen[]): [number, number] {
  const middle = [...known, ...published].map(({ days }) => days);
  const lows = known.map(({ low }) => low);
  const highs = known.map(({ high }) => high);
  return [
    Math.max(Math.min(...middle) / 2.2, Math.min(...lows) * 0.9),
    Math.min(Math.max(...middle) * 2.6, Math.max(...highs) * 1.1),
  ];
}

/** A note over the months before there was anything to know. */
function unknown(
  moments: readonly Moment[],
  known: readonly Known[],
  plane: Plane,
): Plot.Markish[] {
  const begin = known[0]?.day;
  const first = moments[0]?.asOf;
  if (begin === undefined || !first || dayNumber(first) === begin) return [];
  const [x1, x2] = [plane.x.domain[0], begin];
  const [y1, y2] = plane.y.domain;
  return [
    Plot.rect([0], { x1, x2, y1, y2, fill: faint, fillOpacity: 0.12 }),
    Plot.text(['too few models'], {
      x: (x1 + x2) / 2,
      y: at(plane, 0, plane.y.range[0] - 10).y,
      rotate: -90,
      textAnchor: 'start',
      fill: faint,
    }),
  ];
}

function publications(
  published: readonly PublishedThen[],
  plane: Plane,
  frame: Frame,
): Plot.Markish[] {
  return [
    Plot.dot(published, {
      x: ({ date }: PublishedThen) => dayNumber(date),
      y: 'days',
      symbol: 'diamond',
      r: 4.6,
      fill: ink,
    }),
    ...groupByDay(published).map((group, i, groups) => {
      const first = group[0] as PublishedThen;
      const x = place(plane.x, dayNumber(first.date));
      const y = Math.max(...group.map(({ days }) => place(plane.y, days)));
      const days = [...new Set(group.map((one) => one.days))].sort((a, b) => a - b).join(', ');
      const papers = [...new Set(group.map(({ label }) => label.replace(/,.*/, '')))].join(' and ');
      return Plot.text(
        [
          at(
            plane,
            x - (frame.phone ? 8 : 4),
            y + 20 + (groups.length - 1 - i) * (frame.phone ? 32 : 20),
          ),
        ],
        {
          x: 'x',
          y: 'y',
          text: () => `${days}${frame.phone ? '\n' : ' · '}${papers}`,
          textAnchor: 'start',
          fill: ink,
          ...halo,
        },
      );
    }),
  ];
}

/** What came out within six weeks shares a label. */
function groupByDay(published: readonly PublishedThen[]): PublishedThen[][] {
  const sorted = [...published].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const groups: PublishedThen[][] = [];
  for (const one of sorted) {
    const group = groups.at(-1);
    const begin = group?.[0]?.date;
    if (group && begin && dayNumber(one.date) - dayNumber(begin) <= 42) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** What is known now, beside the end of the line. */
function today(known: readonly Known[], plane: Plane, frame: Frame): Plot.Markish[] {
  const end = known.at(-1);
  if (!end) return [];
  const [x, y] = [place(plane.x, end.day), place(plane.y, end.days)];
  const range = formatInterval([end.low, end.high], (days) => String(Math.round(days)));
  const text = `${Math.round(end.days)} days\n(${range})`;
  return [
    Plot.dot([end], { x: 'day', y: 'days', r: 4, fill: accent }),
    Plot.text([at(plane, frame.phone ? x - 2 : x + 10, frame.phone ? y - 26 : y)], {
      x: 'x',
      y: 'y',
      text: () => text,
      textAnchor: frame.phone ? 'end' : 'start',
      fill: accent,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

export function timeMachineTable({ moments }: TimeMachine): ChartTable {
  const days = (value: number) => String(Math.round(value));
  return {
    columns: [
      { key: 'month', label: 'Known on' },
      { key: 'models', label: 'Models', align: 'end' },
      { key: 'days', label: 'Doubling time', note: 'days', align: 'end' },
      { key: 'interval', label: '90 % interval', align: 'end' },
    ],
    rows: moments.map(({ asOf, trend: { count, doublingTime: time, refusal } }) => ({
      month: { text: formatDate(asOf), sort: asOf },
      models: { text: String(count), sort: count },
      days:
        time?.status === 'bounded'
          ? { text: days(time.days), sort: time.days }
          : refusal
            ? 'too few models'
            : 'no bound',
      interval:
        time?.status === 'bounded' && time.interval ? formatInterval(time.interval, days) : '–',
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeTimeMachine(
  { moments }: TimeMachine,
  published: readonly PublishedThen[],
): string {
  const told = moments
    .filter((_, i) => i % 6 === 5 || i === moments.length - 1)
    .map(({ asOf, trend: { doublingTime: time } }) =>
      time?.status === 'bounded'
        ? `${formatDate(asOf)}: ${Math.round(time.days)} days`
        : `${formatDate(asOf)}: none yet`,
    );
  const marks = published.map(({ date, days, label }) => `${label}, ${formatDate(date)}: ${days}`);
  return `The doubling time of density as it would have been measured at the end of each month. ${told.join('; ')}. Published then: ${marks.join('; ')}.`;
}
