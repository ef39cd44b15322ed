/** The falling size that an ability needs and the rising size that devices hold, until they cross. */
import * as Plot from '@observablehq/plot';
import { formatCount, formatDate } from '../../lib/format.ts';
import { dateOfDay } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  doublingDomain,
  doublings,
  fontSizeOf,
  gridY,
  halo,
  ink,
  nameY,
  place,
  planeOf,
  strongRule,
  yearAxis,
} from './frame.ts';
import type { PlacedLabel } from './labels.ts';
import { placeLabels, textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

/** Days count from 1970, sizes are parameters. */
export interface CrossingPicture {
  /** "the ability of GPT-3.5" */
  ability: string;
  /** "flagship phone" */
  device: string;
  needed: readonly { day: number; size: number; low: number | null; high: number | null }[];
  /** Base models that have the ability. */
  models: readonly { name: string; day: number; size: number }[];
  devices: readonly { name: string; day: number; size: number }[];
  held: readonly { day: number; size: number }[];
  /** Where the lines cross, and between which days. */
  crossing: { day: number; size: number; low: number | null; high: number | null } | null;
  /** The first model that fits the device of its day. */
  first: { name: string; day: number; size: number } | null;
}

export function deviceCrossing(picture: CrossingPicture, frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 390 : 470;
  const { needed, models, devices, held } = picture;
  const all = [...needed, ...models, ...devices, ...held];
  const days = all.map(({ day }) => day);
  const x: [number, number] = [Math.min(...days) - 40, Math.max(...days) + 30];
  const edges = needed.flatMap(({ size, low, high }) => [size, low ?? size, high ?? size]);
  const sizes = [...all.map(({ size }) => size), ...edges].map((size) => size / 1e9);
  const [low, high] = doublingDomain(sizes);
  const y: [number, number] = [low * 1e9, high * 1e9];
  const margins = {
    left: frame.phone ? 40 : 56,
    right: frame.phone ? 8 : 16,
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
  const dots = { x: 'day', y: 'size' } as const;
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'log', domain: y },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(sizeTicks(y), plane, formatCount),
      nameY('Parameters; each line is a doubling', plane, -20),
      ...drawSpan(picture, plane),
      Plot.areaY(
        needed.filter(({ low, high }) => low !== null && high !== null),
        { x: 'day', y1: 'low', y2: 'high', fill: accent, fillOpacity: 0.15 },
      ),
      Plot.dot(models, { ...dots, r: 2.6, fill: accent, fillOpacity: 0.65 }),
      Plot.dot(devices, { ...dots, symbol: 'square', r: 3, fill: ink, fillOpacity: 0.7 }),
      Plot.line(needed, { ...dots, stroke: accent, strokeWidth: 2.25 }),
      Plot.line(held, { ...dots, stroke: ink, strokeWidth: 2, strokeDasharray: '6,3' }),
      ...drawWords(picture, frame, plane),
    ],
  };
}

/** Sizes a doubling apart that read well: 0.5, 1, 2 … billion. */
function sizeTicks([low, high]: readonly [number, number]): number[] {
  return doublings([low / 1e9, high / 1e9]).map((billions) => billions * 1e9);
}

/** The days between which the lines cross, as a strip. */
function drawSpan({ crossing }: CrossingPicture, plane: Plane): Plot.Markish[] {
  if (!crossing) return [];
  const { low, high, day } = crossing;
  return [
    ...(low !== null && high !== null
      ? [
          Plot.rectX([{ low, high }], {
            x1: 'low',
            x2: 'high',
            y1: plane.y.domain[0],
            y2: plane.y.domain[1],
            fill: strongRule,
            fillOpacity: 0.28,
          }),
        ]
      : []),
    Plot.ruleX([day], { stroke: ink, strokeDasharray: '2,3' }),
  ];
}

function drawWords(picture: CrossingPicture, frame: Frame, plane: Plane): Plot.Markish[] {
  const { needed, held, crossing, first, ability, device } = picture;
  const fontSize = fontSizeOf(frame);
  const label = (x: number, y: number, text: string, fill: string, anchor: 'start' | 'end') =>
    Plot.text([at(plane, x, y)], {
      x: 'x',
      y: 'y',
      text: () => text,
      textAnchor: anchor,
      fill,
      fontWeight: 600,
      ...halo,
    });
  const marks: Plot.Markish[] = [];
  const [start, end] = [needed[0], held.at(-1)];
  if (start) {
    const x = place(plane.x, start.day);
    const y = place(plane.y, Math.min(start.size, plane.y.domain[1]));
    marks.push(label(x - 8, y + 6, `needed for ${ability}`, accent, 'end'));
  }
  if (end) {
    const [x, y] = [place(plane.x, end.day), place(plane.y, end.size)];
    marks.push(label(x, y - 16, `held by a ${device}`, ink, 'end'));
  }
  if (crossing) {
    const text = formatDate(dateOfDay(Math.round(crossing.day)));
    const x = place(plane.x, crossing.day);
    const isLate = x + textWidth(text, fontSize) + 10 > plane.x.range[1];
    marks.push(label(x + (isLate ? -6 : 6), plane.top + 12, text, ink, isLate ? 'end' : 'start'));
  }
  if (first) marks.push(...drawFirst(first, picture, frame, plane));
  return marks;
}

function drawFirst(
  first: NonNullable<CrossingPicture['first']>,
  { models, devices, needed, held }: CrossingPicture,
  frame: Frame,
  plane: Plane,
): Plot.Markish[] {
  const spot = { text: first.name, x: place(plane.x, first.day), y: place(plane.y, first.size) };
  const obstacles = [...models, ...devices, ...needed, ...held].map(({ day, size }) => ({
    x: place(plane.x, day),
    y: place(plane.y, size),
    radius: 3,
  }));
  const bounds = {
    left: plane.left,
    right: plane.x.range[1],
    top: plane.top,
    bottom: plane.y.range[0],
  };
  return [
    Plot.dot([first], { x: 'day', y: 'size', r: 6.5, stroke: ink, strokeWidth: 1.6 }),
    ...placeLabels([spot], obstacles, bounds, fontSizeOf(frame)).flatMap((placed) => [
      ...(placed.far ? [leader(placed, plane)] : []),
      Plot.text([at(plane, placed.labelX, placed.labelY)], {
        x: 'x',
        y: 'y',
        text: () => placed.text,
        textAnchor: placed.anchor,
        fill: ink,
        ...halo,
      }),
    ]),
  ];
}

/** A thin line from a name that stands far off to its point. */
function leader({ x, y, labelX, labelY }: PlacedLabel, plane: Plane): Plot.Markish {
  const [from, to] = [at(plane, x, y), at(plane, labelX, labelY)];
  return Plot.link([{ from, to }], {
    x1: (d) => d.from.x,
    y1: (d) => d.from.y,
    x2: (d) => d.to.x,
    y2: (d) => d.to.y,
    stroke: ink,
    strokeWidth: 1,
  });
}

export function deviceCrossingTable({ models, devices, device }: CrossingPicture): ChartTable {
  const rowOf = (kind: string) => (point: { name: string; day: number; size: number }) => ({
    name: point.name,
    kind,
    date: { text: formatDate(dateOfDay(Math.round(point.day))), sort: point.day },
    size: { text: formatCount(point.size), sort: point.size },
  });
  const rows = [
    ...models.map(rowOf('model with the ability')),
    ...devices.map(rowOf(`${device}: parameters it holds`)),
  ];
  return {
    columns: [
      { key: 'name', label: 'Model or device', wraps: true },
      { key: 'kind', label: 'What it is', wraps: true },
      { key: 'date', label: 'Date', align: 'end' },
      { key: 'size', label: 'Parameters', align: 'end' },
    ],
    rows: rows.sort((a, b) => a.date.sort - b.date.sort),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeDeviceCrossing({
  ability,
  device,
  needed,
  held,
  crossing,
  first,
}: CrossingPicture): string {
  const fall = [needed[0], needed.at(-1)].map((point) => (point ? formatCount(point.size) : '–'));
  const rise = [held[0], held.at(-1)].map((point) => (point ? formatCount(point.size) : '–'));
  const meeting = crossing
    ? ` The lines cross on ${formatDate(dateOfDay(Math.round(crossing.day)))}.`
    : ' The lines do not cross.';
  const fits = first ? ` The first model on record that fits is ${first.name}.` : '';
  return `Parameters over time. A falling line, the size needed for ${ability}: from ${fall.join(' to ')}. A rising line, what a ${device} holds: from ${rise.join(' to ')}.${meeting}${fits}`;
}
