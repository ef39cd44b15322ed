/** Density against another quantity, both on logarithmic scales, with the line through the points. */
import * as Plot from '@observablehq/plot';
import { formatDensity, formatInterval } from '../../lib/format.ts';
import { exp, ln } from '../../lib/numerics/elementary.ts';
import type { Association, TrainedModel } from '../../lib/training.ts';
import { densityAt } from '../../lib/training.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  doublingDomain,
  doublings,
  fontSizeOf,
  formatDoubling,
  gridY,
  halo,
  ink,
  nameY,
  place,
  planeOf,
  rule,
  soft,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface ScatterPicture {
  models: readonly TrainedModel[];
  /** What stands on the axis across, with its unit. */
  quantity: string;
  value: (model: TrainedModel) => number;
  format: (value: number) => string;
  /** Marks of the axis. */
  ticks: readonly number[];
  line: Association | null;
}

export function logScatter(picture: ScatterPicture, frame: Frame): Plot.PlotOptions {
  const { models, value } = picture;
  const height = frame.phone ? 350 : 440;
  const values = models.map(value);
  const x: [number, number] = [Math.min(...values) / 1.4, Math.max(...values) * 1.4];
  const densities = models.map(({ density }) => density);
  // Half as low again as the lowest point: room for the words on the line.
  const y = doublingDomain([...densities, Math.min(...densities) / 2]);
  const margins = {
    left: frame.phone ? 40 : 52,
    right: frame.phone ? 10 : 18,
    top: 40,
    bottom: 52,
  };
  const plane = planeOf(frame, height, margins, { domain: x, log: true }, { domain: y, log: true });
  const channels = { x: value, y: 'density', title: 'name' } as const;
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain: x },
    y: { type: 'log', domain: y },
    marks: [
      ...across(picture, plane),
      ...gridY(doublings(y), plane, formatDoubling),
      nameY('Density; hollow: a mixture of experts', plane, -20),
      Plot.dot(
        models.filter(({ isMixture }) => isMixture),
        { ...channels, r: 3, stroke: ink, strokeWidth: 1.2, strokeOpacity: 0.75 },
      ),
      Plot.dot(
        models.filter(({ isMixture }) => !isMixture),
        { ...channels, r: 3, fill: ink, fillOpacity: 0.6 },
      ),
      ...drawLine(picture, frame),
      ...names(picture, frame, plane),
    ],
  };
}

function across({ ticks, quantity, format }: ScatterPicture, plane: Plane): Plot.Markish[] {
  const [low, high] = plane.x.domain;
  const shown = ticks.filter((tick) => tick >= low && tick <= high);
  return [
    Plot.ruleX(shown, { stroke: rule }),
    Plot.text(shown, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 17,
      text: format,
      fill: soft,
    }),
    Plot.text([quantity], { frameAnchor: 'bottom-right', dy: 36, textAnchor: 'end', fill: soft }),
  ];
}

/** What goes with twice the quantity, short enough for a phone. */
function lineInShort({ slope }: Association): string {
  return `twice as much: ${formatDensity(exp(slope * Math.LN2))} times as dense`;
}

/** The same with its interval. */
function lineInWords({ slope, interval }: Association): string {
  const factor = (power: number) => formatDensity(exp(power * Math.LN2));
  return `with twice as much goes ${factor(slope)} times the density (${formatInterval(interval, factor)})`;
}

function drawLine({ line }: ScatterPicture, frame: Frame): Plot.Markish[] {
  if (!line) return [];
  const ends = [line.from, line.to].map((value) => ({ value, density: densityAt(line, value) }));
  return [
    Plot.line(ends, { x: 'value', y: 'density', stroke: accent, strokeWidth: 2 }),
    Plot.text([frame.phone ? lineInShort(line) : lineInWords(line)], {
      frameAnchor: 'bottom-right',
      dx: -6,
      dy: -10,
      textAnchor: 'end',
      fill: accent,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

/** Names of the densest, the least dense, and the models at both ends of the axis. */
function names({ models, value }: ScatterPicture, frame: Frame, plane: Plane): Plot.Markish[] {
  const point = (model: TrainedModel) => ({
    text: model.name,
    x: place(plane.x, value(model)),
    y: place(plane.y, model.density),
  });
  const byDensity = [...models].sort((a, b) => b.density - a.density);
  const byValue = [...models].sort((a, b) => value(b) - value(a));
  const wanted = [
    ...byDensity.slice(0, 3),
    ...byValue.slice(0, 2),
    ...byDensity.slice(-2),
    ...byValue.slice(-1),
  ];
  const bounds = {
    left: plane.left + 2,
    right: plane.x.range[1],
    top: plane.top + 2,
    bottom: plane.y.range[0] - 26,
  };
  const obstacles = models.map((model) => ({ ...point(model), radius: 3 }));
  const labels = placeLabels(
    [...new Set(wanted)].map(point),
    obstacles,
    bounds,
    fontSizeOf(frame),
    frame.phone ? 24 : 40,
  );
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

export function logScatterTable({ models, quantity, value, format }: ScatterPicture): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Model', wraps: true },
      { key: 'released', label: 'Released' },
      { key: 'value', label: quantity, align: 'end' },
      { key: 'density', label: 'Density', align: 'end' },
      { key: 'kind', label: 'Kind' },
    ],
    rows: models.map((model) => ({
      name: model.name,
      released: model.released,
      value: { text: format(value(model)), sort: value(model) },
      density: { text: formatDensity(model.density), sort: model.density },
      kind: model.isMixture ? 'mixture of experts' : 'dense',
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeLogScatter({ models, quantity, line }: ScatterPicture): string {
  const fitted = line
    ? ` A line rises or falls through them: ${lineInWords(line)}; it explains ${Math.round(100 * line.r2)} % of the differences.`
    : '';
  const spread = models.map(({ density }) => ln(density));
  const reach = exp(Math.max(...spread) - Math.min(...spread));
  return `Density of ${models.length} models against ${quantity.toLowerCase()}, both logarithmic. The densest is ${Math.round(reach)} times as dense as the least dense.${fitted}`;
}
