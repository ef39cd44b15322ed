/** The smallest model that does as well as each of some yardsticks, over time, sizes on a log axis. */
import * as Plot from '@observablehq/plot';
import { formatCount, formatDate, formatDateShort } from '../../lib/format.ts';
import type { SmallestStep } from '../../lib/predictions/smallest.ts';
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
  soft,
  yearAxis,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface SizeSeries {
  /** Whom the models equal: "GPT-4". */
  yardstick: string;
  steps: readonly SmallestStep[];
}

export interface SizesOverTime {
  series: readonly SizeSeries[];
  /** Last day of the data. */
  asOf: string;
}

const ticks = [1e9, 2e9, 4e9, 8e9, 16e9, 32e9, 64e9, 128e9, 256e9, 512e9];
const styles = [
  { stroke: ink, dash: '1,0' },
  { stroke: accent, dash: '1,0' },
  { stroke: soft, dash: '5,3' },
];

export function smallestOverTime({ series, asOf }: SizesOverTime, frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 380 : 430;
  const all = series.flatMap(({ steps }) => steps);
  const days: [number, number] = [
    Math.min(...all.map(({ released }) => dayNumber(released))) - 60,
    dayNumber(asOf) + 20,
  ];
  const sizes = all.map(({ parameters }) => parameters);
  const y: [number, number] = [
    ticks.filter((tick) => tick < Math.min(...sizes) * 0.9).at(-1) ?? 1e9,
    ticks.find((tick) => tick > Math.max(...sizes) * 1.1) ?? 1024e9,
  ];
  const margins = { left: 48, right: frame.phone ? 10 : 132, top: 34, bottom: 32 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: days, log: false },
    { domain: y, log: true },
  );
  const inside = ticks.filter((tick) => tick >= y[0] && tick <= y[1]);
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: days },
    y: { type: 'log', domain: y },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(inside, plane, formatCount),
      nameY('Parameters of the smallest model as good as …', plane),
      ...series.flatMap((one, i) =>
        drawSeries(one, styles[i % styles.length], days[1], plane, frame),
      ),
      ...nameModels(series, frame, plane),
    ],
  };
}

function drawSeries(
  { yardstick, steps }: SizeSeries,
  style: (typeof styles)[number] | undefined,
  end: number,
  plane: Plane,
  frame: Frame,
): Plot.Markish[] {
  const { stroke, dash } = style ?? { stroke: ink, dash: '1,0' };
  const spots = steps.map(({ name, released, parameters }) => ({
    day: dayNumber(released),
    parameters,
    name,
  }));
  const last = spots.at(-1);
  if (!last) return [];
  const label = frame.phone
    ? { x: plane.x.range[1], dy: -9, anchor: 'end' as const }
    : { x: plane.x.range[1] + 8, dy: 0, anchor: 'start' as const };
  return [
    Plot.lineY([...spots, { ...last, day: end }], {
      x: 'day',
      y: 'parameters',
      curve: 'step-after',
      stroke,
      strokeWidth: 1.6,
      strokeDasharray: dash,
    }),
    Plot.dot(spots, {
      x: 'day',
      y: 'parameters',
      r: 3.6,
      fill: stroke,
      stroke: 'var(--paper)',
      title: 'name',
    }),
    Plot.text([at(plane, label.x, place(plane.y, last.parameters) + label.dy)], {
      x: 'x',
      y: 'y',
      text: () => yardstick,
      textAnchor: label.anchor,
      fill: stroke,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

function nameModels(series: readonly SizeSeries[], frame: Frame, plane: Plane): Plot.Markish[] {
  const spots = series.flatMap(({ steps }) =>
    steps.map(({ name, released, parameters }) => ({
      text: name,
      x: place(plane.x, dayNumber(released)),
      y: place(plane.y, parameters),
    })),
  );
  const bounds = {
    left: plane.left,
    right: plane.x.range[1],
    top: plane.top + 2,
    bottom: plane.y.range[0] - 4,
  };
  // The yardsticks' own names stand at the right edge of a phone's drawing.
  const taken = frame.phone
    ? series.flatMap(({ steps }) => {
        const last = steps.at(-1);
        return last
          ? [0, 20, 40, 60].map((dx) => ({
              x: plane.x.range[1] - dx,
              y: place(plane.y, last.parameters) - 9,
              radius: 10,
            }))
          : [];
      })
    : [];
  const obstacles = [...spots.map((spot) => ({ ...spot, radius: 5 })), ...taken];
  const labels = placeLabels(spots, obstacles, bounds, fontSizeOf(frame), frame.phone ? 12 : 24);
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      labels.filter((label) => label.anchor === anchor),
      {
        x: (d) => at(plane, d.labelX, d.labelY).x,
        y: (d) => at(plane, d.labelX, d.labelY).y,
        text: 'text',
        textAnchor: anchor,
        fill: ink,
        ...halo,
      },
    ),
  );
}

export function smallestOverTimeTable({ series }: SizesOverTime): ChartTable {
  return {
    columns: [
      { key: 'yardstick', label: 'As good as' },
      { key: 'released', label: 'Released' },
      { key: 'name', label: 'Smallest model' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
    ],
    rows: series.flatMap(({ yardstick, steps }) =>
      steps.map(({ name, released, parameters }) => ({
        yardstick,
        released: { text: formatDateShort(released), sort: released },
        name,
        parameters: { text: formatCount(parameters), sort: parameters },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeSmallestOverTime({ series }: SizesOverTime): string {
  const told = series.map(({ yardstick, steps }) => {
    const [first, last] = [steps[0], steps.at(-1)];
    if (!first || !last) return `${yardstick}: no model yet`;
    const say = ({ name, parameters, released }: SmallestStep) =>
      `${name} with ${formatCount(parameters)} on ${formatDate(released)}`;
    return first === last
      ? `${yardstick}: ${say(first)}`
      : `${yardstick}: from ${say(first)} to ${say(last)}`;
  });
  return `Steps falling with time on a logarithmic axis of parameters, one line for each yardstick. ${told.join('; ')}.`;
}
