/** A number over time: in each release, and where it can be known, in the months before the first. */
import * as Plot from '@observablehq/plot';
import { formatDate, formatSignificant } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame } from './frame.ts';
import { accent, baseOptions, gridY, ink, nameY, planeOf, soft, yearAxis } from './frame.ts';
import type { ChartTable } from './table.ts';

/** The number on one day. */
export interface PastValue {
  date: string;
  value: number;
  interval: readonly [number | null, number | null] | null;
  /** The release that printed it; null where it was worked out afterwards. */
  release: string | null;
}

export interface NumberPast {
  /** What the axis counts: "doubling time of density, days". */
  name: string;
  values: readonly PastValue[];
}

/** Room above and below the outermost value, as a share of the spread. */
const PADDING = 0.15;

export function numberHistory({ name, values }: NumberPast, frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 260 : 300;
  const days = values.map(({ date }) => dayNumber(date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(20, (last - first) * 0.04);
  const x: [number, number] = [first - room, last + room];
  const y = domainOf(values);
  const margins = { left: frame.phone ? 44 : 56, right: 16, top: 40, bottom: 34 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: x, log: false },
    { domain: y, log: false },
  );
  const printed = values.filter(({ release }) => release !== null);
  const worked = values.filter(({ release }) => release === null);
  const clip = (value: number | null, or: number) => Math.min(y[1], Math.max(y[0], value ?? or));
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'linear', domain: y },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(ticksOf(y), plane, (value) => formatSignificant(value, 2)),
      nameY(name, plane, -20),
      Plot.ruleX(
        values.filter(({ interval }) => interval),
        {
          x: ({ date }: PastValue) => dayNumber(date),
          y1: ({ interval }: PastValue) => clip(interval?.[0] ?? null, y[0]),
          y2: ({ interval }: PastValue) => clip(interval?.[1] ?? null, y[1]),
          stroke: soft,
          strokeOpacity: 0.5,
          strokeWidth: 1.5,
        },
      ),
      Plot.dot(worked, {
        x: ({ date }: PastValue) => dayNumber(date),
        y: 'value',
        r: 2.6,
        fill: ink,
      }),
      Plot.dot(printed, {
        x: ({ date }: PastValue) => dayNumber(date),
        y: 'value',
        r: 5,
        fill: accent,
      }),
    ],
  };
}

/** Holds every value, and of the intervals what is not extreme. */
function domainOf(values: readonly PastValue[]): [number, number] {
  const middle = values.map(({ value }) => value);
  const [low, high] = [Math.min(...middle), Math.max(...middle)];
  const spread = Math.max(high - low, Math.abs(high) * 0.2, 1e-9);
  const ends = values.flatMap(({ interval }) => interval ?? []).filter((end) => end !== null);
  return [
    Math.max(low - spread, Math.min(low, ...ends)) - PADDING * spread,
    Math.min(high + spread, Math.max(high, ...ends)) + PADDING * spread,
  ];
}

/** Four or five round values within a domain. */
function ticksOf([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 4;
  let step = 1;
  while (step > rough) step /= 10;
  while (step * 10 <= rough) step *= 10;
  if (step * 5 <= rough) step *= 5;
  else if (step * 2 <= rough) step *= 2;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(k * step);
  return ticks;
}

export function numberHistoryTable({ values }: NumberPast): ChartTable {
  const say = (value: number) => ({ text: formatSignificant(value, 3), sort: value });
  return {
    columns: [
      { key: 'date', label: 'As of' },
      { key: 'edition', label: 'Printed in' },
      { key: 'value', label: 'Value', align: 'end' },
      { key: 'low', label: 'From', align: 'end' },
      { key: 'high', label: 'To', align: 'end' },
    ],
    rows: values.map(({ date, value, interval, release }) => ({
      date: { text: formatDate(date), sort: date },
      edition: release === null ? 'worked out afterwards' : `release ${release}`,
      value: say(value),
      low: interval?.[0] == null ? '–' : say(interval[0]),
      high: interval?.[1] == null ? '–' : say(interval[1]),
    })),
  };
}

/** What the chart shows, in a sentence computed from the data. */
export function describeNumberHistory({ name, values }: NumberPast): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return `No past of ${name}.`;
  const say = ({ date, value }: PastValue) =>
    `${formatSignificant(value, 3)} on ${formatDate(date)}`;
  return `${name} over time, ${values.length} values: from ${say(first)} to ${say(last)}.`;
}
