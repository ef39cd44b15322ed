/** Density of compressed models over their parents' against how much of the parent was taken away. */
import * as Plot from '@observablehq/plot';
import { formatPercent, formatSignificant } from '../../lib/format.ts';
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
  rule,
  soft,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

export interface CompressedModel {
  name: string;
  parent: string;
  method: string;
  /** Part of the parent's parameters that is gone, in [0, 1). */
  removed: number;
  /** Density of the child over density of the parent. */
  ratio: number;
  interval: readonly [number, number] | null;
}

const symbols = ['circle', 'square', 'triangle', 'diamond'] as const;

export function lossBySize(models: readonly CompressedModel[], frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 400 : 450;
  const methods = [...new Set(models.map(({ method }) => method))];
  const ends = models.flatMap(({ ratio, interval }) => [ratio, ...(interval ?? [])]);
  const y = doublingDomain([1, ...ends].filter((value) => value > 0.02 && value < 50));
  const top = frame.phone ? 44 + 18 * methods.length : 64;
  const plane = planeOf(
    frame,
    height,
    { left: frame.phone ? 40 : 52, right: frame.phone ? 10 : 18, top, bottom: 50 },
    { domain: [0, 1], log: false },
    { domain: y, log: true },
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: [0, 1] },
    y: { type: 'log', domain: y },
    marks: [
      Plot.ruleX(ticks, { stroke: rule }),
      Plot.text(ticks, {
        x: (d: number) => d,
        text: (d: number) => (d === 1 ? '' : formatPercent(d, 0)),
        frameAnchor: 'bottom',
        dy: 17,
        fill: soft,
      }),
      Plot.text(['Part of the parent’s parameters taken away'], {
        frameAnchor: 'bottom',
        dy: 38,
        fill: soft,
      }),
      ...gridY(doublings(y), plane, ratioText),
      nameY('Density of child over parent', plane, -14),
      Plot.ruleY([1], { stroke: ink, strokeWidth: 1.6 }),
      ...drawModels(models, methods, y),
      ...drawLegend(methods, plane, frame),
      ...drawNames(models, frame, plane),
    ],
  };
}

function ratioText(ratio: number): string {
  return ratio >= 1 ? formatSignificant(ratio, 1) : `1/${Math.round(1 / ratio)}`;
}

/** Gains are green and filled, losses dark; the method is the shape. */
function drawModels(
  models: readonly CompressedModel[],
  methods: readonly string[],
  [low, high]: readonly [number, number],
): Plot.Markish[] {
  const bars = models.flatMap(({ removed, interval }) =>
    interval
      ? [{ removed, from: Math.max(low, interval[0]), to: Math.min(high, interval[1]) }]
      : [],
  );
  return [
    Plot.ruleX(bars, {
      x: 'removed',
      y1: 'from',
      y2: 'to',
      stroke: ink,
      strokeOpacity: 0.35,
      strokeWidth: 1.2,
    }),
    ...methods.map((method, i) =>
      Plot.dot(
        models.filter((model) => model.method === method),
        {
          x: 'removed',
          y: 'ratio',
          symbol: symbols[i % symbols.length] ?? 'circle',
          r: 5,
          fill: (d: CompressedModel) => (d.ratio > 1 ? accent : ink),
        },
      ),
    ),
  ];
}

function drawLegend(methods: readonly string[], plane: Plane, frame: Frame): Plot.Markish[] {
  return methods.flatMap((method, i) => {
    const x = frame.phone ? 10 : 10 + i * 220;
    const y = frame.phone ? 10 + 18 * i : 10;
    return [
      Plot.dot([at(plane, x, y)], {
        x: 'x',
        y: 'y',
        symbol: symbols[i % symbols.length] ?? 'circle',
        r: 4.5,
        fill: ink,
      }),
      Plot.text([at(plane, x + 12, y)], {
        x: 'x',
        y: 'y',
        text: () => method,
        textAnchor: 'start',
        fill: soft,
      }),
    ];
  });
}

function drawNames(models: readonly CompressedModel[], frame: Frame, plane: Plane): Plot.Markish[] {
  const spots = [...models]
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ name, removed, ratio }) => ({
      text: name,
      x: place(plane.x, removed),
      y: place(plane.y, ratio),
    }));
  // No name on the line that parts gains from losses.
  const line = Array.from({ length: 60 }, (_, i) => ({
    x: place(plane.x, i / 59),
    y: place(plane.y, 1),
    radius: 2,
  }));
  const obstacles = [...spots.map((spot) => ({ ...spot, radius: 5 })), ...line];
  const bounds = {
    left: plane.left,
    right: plane.x.range[1],
    top: plane.top,
    bottom: plane.y.range[0] - 4,
  };
  const labels = placeLabels(spots, obstacles, bounds, fontSizeOf(frame), frame.phone ? 10 : 22);
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

export function lossBySizeTable(models: readonly CompressedModel[]): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Child', wraps: true },
      { key: 'parent', label: 'Parent', wraps: true },
      { key: 'method', label: 'Method', wraps: true },
      { key: 'removed', label: 'Taken away', align: 'end' },
      { key: 'ratio', label: 'Density of child over parent', align: 'end' },
      { key: 'interval', label: '90 % interval', align: 'end' },
    ],
    rows: models.map(({ name, parent, method, removed, ratio, interval }) => ({
      name,
      parent,
      method,
      removed: { text: formatPercent(removed, 0), sort: removed },
      ratio: { text: formatSignificant(ratio, 2), sort: ratio },
      interval: interval ? interval.map((value) => formatSignificant(value, 2)).join(' to ') : '–',
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeLossBySize(models: readonly CompressedModel[]): string {
  const sorted = [...models].sort((a, b) => a.ratio - b.ratio);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const below = models.filter(({ ratio }) => ratio < 1).length;
  const ends =
    least && most
      ? ` The lowest is ${least.name} with ${formatSignificant(least.ratio, 2)}, the highest ${most.name} with ${formatSignificant(most.ratio, 2)}.`
      : '';
  return `${models.length} compressed models, by the part of the parent taken away and by density over the parent’s; ${below} lie below one.${ends}`;
}
