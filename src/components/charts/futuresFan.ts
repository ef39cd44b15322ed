/** The fan of simulated futures: how high the record of density may stand in the next year. */
import * as Plot from '@observablehq/plot';
import { formatDate, formatDateShort, formatDensity, formatPercent } from '../../lib/format.ts';
import type { Fan } from '../../lib/predictions/fan.ts';
import { fanLevels } from '../../lib/predictions/fan.ts';
import { dateOfDay, dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  gridY,
  halo,
  ink,
  nameY,
  place,
  planeOf,
  rule,
  soft,
} from './frame.ts';
import type { ChartTable } from './table.ts';

/** A density that a prediction names, and its deadline. */
export interface Threshold {
  label: string;
  density: number;
  deadline: string;
  probability: number;
}

export interface FanPicture {
  fan: Fan;
  /** Records of the past: day and density, in order of time. */
  past: readonly { released: string; density: number; name: string }[];
  thresholds: readonly Threshold[];
}

const bands = [
  { low: 0, high: 4, opacity: 0.14 },
  { low: 1, high: 3, opacity: 0.26 },
];
const ticks = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

export function futuresFan({ fan, past, thresholds }: FanPicture, frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 380 : 440;
  const today = dayNumber(fan.asOf);
  const steps = fan.steps.map(({ ahead, record }) => ({ day: today + ahead, record }));
  const days: [number, number] = [today - 700, (steps.at(-1)?.day ?? today) + 10];
  const shown = past.filter(({ released }) => dayNumber(released) >= days[0]);
  const values = [...shown.map(({ density }) => density), ...steps.flatMap(({ record }) => record)];
  const y: [number, number] = [
    ticks.filter((tick) => tick <= Math.min(...values)).at(-1) ?? 0.125,
    ticks.find((tick) => tick >= Math.max(...values)) ?? 1024,
  ];
  const margins = { left: 40, right: frame.phone ? 12 : 96, top: 34, bottom: 32 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: days, log: false },
    { domain: y, log: true },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: days },
    y: { type: 'log', domain: y },
    marks: [
      ...halfYears(days, plane),
      ...gridY(
        ticks.filter((tick) => tick >= y[0] && tick <= y[1]),
        plane,
        String,
      ),
      nameY('Highest density of an open base model', plane),
      ...bands.map(({ low, high, opacity }) =>
        Plot.areaY(steps, {
          x: 'day',
          y1: (d: (typeof steps)[number]) => d.record[low] as number,
          y2: (d: (typeof steps)[number]) => d.record[high] as number,
          fill: accent,
          fillOpacity: opacity,
        }),
      ),
      Plot.lineY(steps, {
        x: 'day',
        y: (d: (typeof steps)[number]) => d.record[2] as number,
        stroke: accent,
        strokeWidth: 2,
      }),
      ...pastRecords(shown, today),
      ...bandNames(steps.at(-1), plane, frame),
      ...thresholds.flatMap((threshold) => drawThreshold(threshold, plane, frame)),
    ],
  };
}

function halfYears([first, last]: [number, number], plane: Plane): Plot.Markish[] {
  const starts: { day: number; label: string }[] = [];
  for (let year = 2020; year <= 2100; year++) {
    for (const [month, name] of [
      ['01', 'Jan'],
      ['07', 'Jul'],
    ]) {
      const day = dayNumber(`${year}-${month}-01`);
      if (day > first && day < last)
        starts.push({ day, label: `${name} ’${String(year).slice(2)}` });
    }
  }
  const fits = starts.filter(({ day }) => place(plane.x, day) > plane.left + 16);
  return [
    Plot.ruleX(starts, { x: 'day', stroke: rule }),
    Plot.text(fits, { x: 'day', text: 'label', frameAnchor: 'bottom', dy: 16, fill: soft }),
  ];
}

function pastRecords(past: FanPicture['past'], today: number): Plot.Markish[] {
  const spots = past.map(({ released, density, name }) => ({
    day: dayNumber(released),
    density,
    name,
  }));
  const last = spots.at(-1);
  return [
    Plot.lineY(last ? [...spots, { ...last, day: today }] : [], {
      x: 'day',
      y: 'density',
      curve: 'step-after',
      stroke: ink,
      strokeWidth: 1.6,
    }),
    Plot.dot(spots, { x: 'day', y: 'density', r: 3.4, fill: ink, title: 'name' }),
  ];
}

/** What the bands are, at their right end; on the phone the caption says it. */
function bandNames(
  last: { day: number; record: readonly number[] } | undefined,
  plane: Plane,
  frame: Frame,
): Plot.Markish[] {
  if (!last || frame.phone) return [];
  const x = plane.x.range[1] + 2;
  return fanLevels.map((level, i) =>
    Plot.text([at(plane, x, place(plane.y, last.record[i] as number))], {
      x: 'x',
      y: 'y',
      text: () => `${formatDensity(last.record[i] as number)} (${formatPercent(level, 0)})`,
      textAnchor: 'start',
      fill: i === 2 ? accent : soft,
    }),
  );
}

/** A bar at the height and the deadline, with the name and our probability. */
function drawThreshold(
  { label, density, deadline, probability }: Threshold,
  plane: Plane,
  frame: Frame,
): Plot.Markish[] {
  const day = dayNumber(deadline);
  if (day < plane.x.domain[0] || day > plane.x.domain[1]) return [];
  const x = place(plane.x, day);
  const y = place(plane.y, density);
  const isLeft = x > frame.width - 150;
  return [
    Plot.link(
      [{ ...at(plane, x - 22, y), to: at(plane, Math.min(x + 22, plane.x.range[1]), y).x }],
      {
        x1: 'x',
        x2: 'to',
        y1: 'y',
        y2: 'y',
        stroke: ink,
        strokeWidth: 2.4,
      },
    ),
    Plot.text([at(plane, isLeft ? x - 26 : x, isLeft ? y : y - 12)], {
      x: 'x',
      y: 'y',
      text: () => `${label}: ${formatDensity(density)}, ${formatPercent(probability, 0)}`,
      textAnchor: isLeft ? 'end' : 'middle',
      fill: ink,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

export function futuresFanTable({ fan, past }: FanPicture): ChartTable {
  const today = dayNumber(fan.asOf);
  const steps = fan.steps.filter(
    ({ ahead }, i) => i % 4 === 0 || ahead === fan.steps.at(-1)?.ahead,
  );
  const cell = (value: number) => ({ text: formatDensity(value), sort: value });
  return {
    columns: [
      { key: 'day', label: 'Day' },
      { key: 'kind', label: 'What' },
      ...fanLevels.map((level) => ({
        key: String(level),
        label: formatPercent(level, 0),
        note: 'of futures lie below',
        align: 'end' as const,
      })),
    ],
    rows: [
      ...past.map(({ released, density, name }) => ({
        day: { text: formatDateShort(released), sort: released },
        kind: `record: ${name}`,
        ...Object.fromEntries(fanLevels.map((level) => [String(level), null])),
        '0.5': cell(density),
      })),
      ...steps.map(({ ahead, record }) => {
        const date = dateOfDay(today + ahead);
        return {
          day: { text: formatDateShort(date), sort: date },
          kind: 'simulated',
          ...Object.fromEntries(fanLevels.map((level, i) => [level, cell(record[i] as number)])),
        };
      }),
    ],
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeFuturesFan({ fan, thresholds }: FanPicture): string {
  const last = fan.steps.at(-1);
  const day = last ? formatDate(dateOfDay(dayNumber(fan.asOf) + last.ahead)) : '';
  const [low, , middle, , high] = last?.record ?? [];
  const end =
    low !== undefined && middle !== undefined && high !== undefined
      ? ` By ${day} the middle future has a record of ${formatDensity(middle)}; nine in ten lie between ${formatDensity(low)} and ${formatDensity(high)}.`
      : '';
  const told = thresholds.map(
    ({ label, density, deadline, probability }) =>
      `${label} names ${formatDensity(density)} by ${formatDate(deadline)} and was given ${formatPercent(probability, 0)}`,
  );
  return `The record of density in ${fan.sets} simulated futures, on a logarithmic axis. It stands at ${formatDensity(fan.record)}.${end} ${told.join('; ')}.`;
}
