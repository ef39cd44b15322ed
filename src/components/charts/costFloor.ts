/** The least cost so far of fixed scores over time: one panel a benchmark or score, in steps. */
import * as Plot from '@observablehq/plot';
import type { Step } from '../../lib/claims/levels.ts';
import { formatDateShort } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  baseOptions,
  faint,
  fontSizeOf,
  halo,
  ink,
  place,
  planeOf,
  rule,
  soft,
  strongRule,
} from './frame.ts';
import { placeLabels, textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface FloorLine {
  /** "65 %" */
  label: string;
  steps: readonly Step[];
}

export interface FloorPanel {
  name: string;
  lines: readonly FloorLine[];
  /** Other offers at or above the score. */
  dots: readonly { date: string; cost: number }[];
}

export interface CostFloorPicture {
  /** Quantity and unit, as the axis names it. */
  quantity: string;
  panels: readonly FloorPanel[];
  /** The steps go on to this day. */
  until: string;
  format: (cost: number) => string;
  /** On where one line is drawn and its steps are named. */
  isNamed?: boolean;
}

interface Cell {
  panel: FloorPanel;
  plane: Plane;
  isFirst: boolean;
}

export function costFloor(picture: CostFloorPicture, frame: Frame): Plot.PlotOptions {
  const cells = layoutCells(picture, frame);
  const last = cells.at(-1)?.plane;
  const height = (last?.y.range[0] ?? 100) + 34;
  const frameOf = { left: 0, right: 0, top: 0, bottom: 0 };
  const page = planeOf(
    frame,
    height,
    frameOf,
    { domain: [0, frame.width], log: false },
    { domain: [height, 0], log: false },
  );
  return {
    ...baseOptions(frame, height, page),
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.text([picture.quantity], {
        x: 2,
        y: 10,
        textAnchor: 'start',
        fill: soft,
      }),
      ...cells.flatMap((cell) => drawCell(cell, picture, frame)),
    ],
  };
}

function layoutCells({ panels, until, isNamed }: CostFloorPicture, frame: Frame): Cell[] {
  const size = fontSizeOf(frame);
  const columns = panels.length === 1 ? 1 : frame.phone ? 2 : Math.min(4, panels.length);
  const [left, gap, end] = [
    frame.phone ? 40 : 50,
    frame.phone ? 12 : 18,
    panels.length === 1 ? 8 : 0,
  ];
  const width = (frame.width - left - end - gap * (columns - 1)) / columns;
  const tall = panels.length === 1 ? (frame.phone ? 330 : 400) : frame.phone ? 150 : 190;
  const ends = panels.flatMap(({ lines }) => lines.map(({ label }) => textWidth(label, size)));
  const room = isNamed ? 0 : Math.max(...ends) + 8;
  const x = { domain: daysOf(panels, until), log: false };
  const y = { domain: costsOf(panels), log: true };
  return panels.map((panel, i): Cell => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const from = left + column * (width + gap);
    const top = (isNamed || panels.length === 1 ? 30 : 46) + row * (tall + 58);
    const bottom = top + tall;
    const inner = width - room;
    const plane: Plane = {
      left: from,
      right: frame.width - from - inner,
      top,
      bottom: 0,
      x: { ...x, range: [from, from + inner] },
      y: { ...y, range: [bottom, top] },
    };
    return { panel, plane, isFirst: column === 0 };
  });
}

function daysOf(panels: readonly FloorPanel[], until: string): [number, number] {
  const days = panels.flatMap(({ lines, dots }) =>
    [...lines.flatMap(({ steps }) => [...steps]), ...dots].map(({ date }) => dayNumber(date)),
  );
  const [first, last] = [Math.min(...days), Math.max(dayNumber(until), ...days)];
  return [first - (last - first) / 40, last];
}

function costsOf(panels: readonly FloorPanel[]): [number, number] {
  const costs = panels.flatMap(({ lines, dots }) =>
    [...lines.flatMap(({ steps }) => [...steps]), ...dots].map(({ cost }) => cost),
  );
  return [Math.min(...costs) / 1.5, Math.max(...costs) * 1.5];
}

/** Powers of ten between the ends; steps of 1, 3 where there are few. */
function ticksOf([low, high]: readonly [number, number]): number[] {
  const tens: number[] = [];
  const all: number[] = [];
  for (let k = -4; k <= 28; k += 1) {
    tens.push(Number(`1e${k}`));
    all.push(Number(`1e${k}`), Number(`3e${k}`));
  }
  const inside = (ticks: readonly number[]) => ticks.filter((tick) => tick >= low && tick <= high);
  return inside(tens).length > 3 ? inside(tens) : inside(all);
}

function drawCell(cell: Cell, picture: CostFloorPicture, frame: Frame): Plot.Markish[] {
  const { panel, plane } = cell;
  const isMany = picture.panels.length > 1;
  const spots = panel.dots.map(({ date, cost }) => spotOf(plane, date, cost));
  return [
    ...axesOf(cell, picture, frame),
    ...(isMany
      ? [
          Plot.text([panel.name], {
            x: plane.x.range[0],
            y: plane.y.range[1] - 10,
            textAnchor: 'start',
            fill: ink,
            fontWeight: 600,
          }),
        ]
      : []),
    Plot.dot(spots, { x: 'x', y: 'y', r: 1.8, stroke: faint, strokeOpacity: 0.8 }),
    ...panel.lines.flatMap((line, i) =>
      drawSteps(line, i === panel.lines.length - 1, cell, picture),
    ),
    ...(picture.isNamed ? drawNames(panel, plane, frame) : drawEnds(panel, plane, frame)),
  ];
}

function spotOf(plane: Plane, date: string, cost: number) {
  return { x: place(plane.x, dayNumber(date)), y: place(plane.y, cost) };
}

function axesOf({ plane, isFirst }: Cell, { format }: CostFloorPicture, frame: Frame) {
  const [left, right] = plane.x.range;
  const [bottom, top] = plane.y.range;
  const ticks = ticksOf(plane.y.domain).map((cost) => ({
    y: place(plane.y, cost),
    text: format(cost),
  }));
  const years: { start: number; middle: number; text: string }[] = [];
  const [first, last] = plane.x.domain;
  for (let year = 2018; year <= 2040; year++) {
    const [from, to] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
    if (to <= first || from >= last) continue;
    const [a, b] = [place(plane.x, Math.max(from, first)), place(plane.x, Math.min(to, last))];
    const text = b - a > 40 ? String(year) : b - a > 17 ? `’${String(year).slice(2)}` : '';
    years.push({ start: from > first ? a : left, middle: (a + b) / 2, text });
  }
  const size = fontSizeOf(frame);
  return [
    Plot.link(ticks, { x1: left, x2: right, y1: 'y', y2: 'y', stroke: rule }),
    Plot.link(years, { x1: 'start', x2: 'start', y1: top, y2: bottom, stroke: rule }),
    Plot.link([0], { x1: left, x2: right, y1: bottom, y2: bottom, stroke: strongRule }),
    Plot.text(isFirst ? ticks : [], {
      x: left - 7,
      y: 'y',
      text: 'text',
      textAnchor: 'end',
      fill: soft,
    }),
    Plot.text(
      years.filter(({ text }) => text !== ''),
      { x: 'middle', y: bottom + size + 1, text: 'text', fill: soft },
    ),
  ];
}

function drawSteps(
  { steps }: FloorLine,
  isMain: boolean,
  { plane }: Cell,
  { until, isNamed }: CostFloorPicture,
): Plot.Markish[] {
  const last = steps.at(-1);
  if (!last) return [];
  const path = [...steps, { ...last, date: until }].map(({ date, cost }) =>
    spotOf(plane, date, cost),
  );
  const stroke = isMain ? accent : ink;
  return [
    Plot.line(path, {
      x: 'x',
      y: 'y',
      curve: 'step-after',
      stroke,
      strokeWidth: isMain ? 1.9 : 1.2,
    }),
    Plot.dot(path.slice(0, -1), { x: 'x', y: 'y', r: isNamed ? 4 : 2.2, fill: stroke }),
  ];
}

/** Names of the lines at their ends, pushed apart where they would touch. */
function drawEnds({ lines }: FloorPanel, plane: Plane, frame: Frame): Plot.Markish[] {
  const size = fontSizeOf(frame);
  const ends = lines
    .flatMap(({ label, steps }, i) => {
      const cost = steps.at(-1)?.cost;
      return cost === undefined
        ? []
        : [{ label, y: place(plane.y, cost), isMain: i === lines.length - 1 }];
    })
    .sort((a, b) => a.y - b.y || (a.isMain ? -1 : 1));
  let free = Number.NEGATIVE_INFINITY;
  const placed = ends.map((end) => {
    const y = Math.max(end.y, free);
    free = y + size + 1;
    return { ...end, y };
  });
  const over = Math.max(0, free - size - 1 - plane.y.range[0]);
  return placed.map(({ label, y, isMain }) =>
    Plot.text([label], {
      x: plane.x.range[1] + 5,
      y: y - over,
      textAnchor: 'start',
      fill: isMain ? accent : ink,
      fontVariant: 'tabular-nums',
    }),
  );
}

/** The falling part of a step, as obstacles for names. */
function drops(from: { y: number }, to: { x: number; y: number } | undefined) {
  if (!to) return [];
  const count = Math.floor((to.y - from.y) / 8);
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({
    x: to.x,
    y: from.y + 8 * i,
    radius: 3,
  }));
}

function drawNames({ lines }: FloorPanel, plane: Plane, frame: Frame): Plot.Markish[] {
  const spots = lines.flatMap(({ steps }) =>
    steps.map(({ name, date, cost }) => ({ text: name, ...spotOf(plane, date, cost) })),
  );
  const bounds = {
    left: plane.x.range[0],
    right: plane.x.range[1],
    top: plane.y.range[1],
    bottom: plane.y.range[0],
  };
  const obstacles = [
    ...spots.map((spot) => ({ ...spot, radius: 5 })),
    ...spots.flatMap((spot, i) => drops(spot, spots[i + 1])),
  ];
  const labels = placeLabels(spots, obstacles, bounds, fontSizeOf(frame), 24);
  return labels.map(({ text, labelX, labelY, anchor }) =>
    Plot.text([text], { x: labelX, y: labelY, textAnchor: anchor, fill: ink, ...halo }),
  );
}

export function costFloorTable({ quantity, panels, format }: CostFloorPicture): ChartTable {
  return {
    columns: [
      { key: 'panel', label: 'Benchmark' },
      { key: 'level', label: 'At or above', align: 'end' },
      { key: 'date', label: 'From' },
      { key: 'name', label: 'Model', wraps: true },
      { key: 'cost', label: quantity, align: 'end' },
    ],
    rows: panels.flatMap(({ name: panel, lines }) =>
      lines.flatMap(({ label, steps }) =>
        steps.map(({ name, date, cost }) => ({
          panel,
          level: label,
          date: { text: formatDateShort(date), sort: date },
          name,
          cost: { text: format(cost), sort: cost },
        })),
      ),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeCostFloor({ quantity, panels, format }: CostFloorPicture): string {
  const told = panels.flatMap(({ name, lines }) =>
    lines.map(({ label, steps }) => {
      const [first, last] = [steps[0], steps.at(-1)];
      if (!first || !last) return `${name}, ${label}: reached by none`;
      return `${name}, ${label}: from ${format(first.cost)} (${first.name}) to ${format(last.cost)} (${last.name})`;
    }),
  );
  return `${quantity}, the least so far, as falling steps on a logarithmic scale. ${told.join('; ')}.`;
}
