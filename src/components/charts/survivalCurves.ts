/** Kaplan–Meier curves: which part of the models still stands so many days after release. */
import * as Plot from '@observablehq/plot';
import { formatDays, formatPercent } from '../../lib/format.ts';
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

export interface Survival {
  name: string;
  steps: readonly { time: number; atRisk: number; survival: number; low: number; high: number }[];
  /** Days after which models that still stand were last seen. */
  standing: readonly number[];
  /** Days at which half have fallen; null where they have not. */
  median: number | null;
  /** The same if every model lay on the law's own line. */
  onLine: number | null;
  isMain: boolean;
}

export function survivalCurves(curves: readonly Survival[], frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 340 : 420;
  const margins = {
    left: frame.phone ? 46 : 58,
    right: frame.phone ? 12 : 20,
    top: 42,
    bottom: 50,
  };
  const times = curves.flatMap(({ steps, standing }) => [
    ...steps.map(({ time }) => time),
    ...standing,
  ]);
  const step = frame.phone ? 200 : 100;
  const most = step * Math.ceil(Math.max(step, ...times) / step);
  const x: [number, number] = [0, most];
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: x, log: false },
    { domain: [0, 1], log: false },
  );
  const ticks = Array.from({ length: most / step + 1 }, (_, i) => i * step);
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'linear', domain: [0, 1] },
    marks: [
      Plot.ruleX(ticks, { stroke: rule }),
      Plot.text(ticks, { x: (d: number) => d, frameAnchor: 'bottom', dy: 17, fill: soft }),
      Plot.text(['Days after release'], { frameAnchor: 'bottom', dy: 38, fill: soft }),
      ...gridY([0, 0.25, 0.5, 0.75, 1], plane, (value) => formatPercent(value, 0)),
      nameY('Part of the models not yet overtaken', plane, -22),
      Plot.ruleY([0.5], { stroke: ink, strokeOpacity: 0.5, strokeDasharray: '2,3' }),
      ...[...curves].reverse().flatMap((curve) => drawCurve(curve, frame, plane)),
    ],
  };
}

/** Corners of the staircase, from one at day zero to the last day seen. */
function corners({ steps, standing }: Survival) {
  const last = Math.max(0, ...steps.map(({ time }) => time), ...standing);
  const start = { time: 0, survival: 1, low: 1, high: 1 };
  const end = steps.at(-1) ?? start;
  return [start, ...steps, { ...end, time: last }];
}

function survivalAt({ steps }: Survival, time: number): number {
  return steps.filter((step) => step.time <= time).at(-1)?.survival ?? 1;
}

function drawCurve(curve: Survival, frame: Frame, plane: Plane): Plot.Markish[] {
  const { isMain, standing, onLine, median, name } = curve;
  const stroke = isMain ? accent : ink;
  const points = corners(curve);
  const marks: Plot.Markish[] = [];
  if (isMain) {
    marks.push(
      Plot.areaY(points, {
        x: 'time',
        y1: 'low',
        y2: 'high',
        curve: 'step-after',
        fill: accent,
        fillOpacity: 0.13,
      }),
    );
  }
  marks.push(
    Plot.line(points, {
      x: 'time',
      y: 'survival',
      curve: 'step-after',
      stroke,
      strokeWidth: isMain ? 2.4 : 1.7,
      ...(isMain ? {} : { strokeDasharray: '6,3' }),
    }),
    Plot.ruleX(standing, {
      x: (d: number) => d,
      y1: (d: number) => survivalAt(curve, d) - 0.018,
      y2: (d: number) => survivalAt(curve, d) + 0.018,
      stroke,
      strokeWidth: 1.3,
    }),
  );
  if (onLine !== null) {
    marks.push(
      Plot.dot([onLine], {
        x: (d: number) => d,
        y: 0.5,
        symbol: 'diamond',
        r: 6,
        stroke,
        strokeWidth: 1.6,
        fill: 'var(--paper)',
      }),
    );
  }
  if (median !== null) {
    marks.push(Plot.dot([median], { x: (d: number) => d, y: 0.5, r: 4.6, fill: stroke }));
  }
  return [...marks, nameOf(curve, name, frame, plane)];
}

/** The main curve's name stands above it, the other's below. */
function nameOf(curve: Survival, name: string, frame: Frame, plane: Plane): Plot.Markish {
  const level = curve.isMain ? 0.8 : 0.2;
  const time = curve.steps.find(({ survival }) => survival <= level)?.time ?? 0;
  const x = place(plane.x, time) + (curve.isMain ? 12 : frame.phone ? 8 : 14);
  const y = place(plane.y, level) - (curve.isMain ? 8 : -2);
  return Plot.text([at(plane, x, y)], {
    x: 'x',
    y: 'y',
    text: () => name,
    textAnchor: 'start',
    fill: curve.isMain ? accent : ink,
    fontWeight: 600,
    ...halo,
  });
}

export function survivalCurvesTable(curves: readonly Survival[]): ChartTable {
  return {
    columns: [
      { key: 'curve', label: 'Curve', wraps: true },
      { key: 'days', label: 'Days', align: 'end' },
      { key: 'atRisk', label: 'Models followed', align: 'end' },
      { key: 'survival', label: 'Still standing', align: 'end' },
      { key: 'interval', label: '90 % interval', align: 'end' },
    ],
    rows: curves.flatMap(({ name, steps }) =>
      steps.map(({ time, atRisk, survival, low, high }) => ({
        curve: name,
        days: { text: String(time), sort: time },
        atRisk: { text: String(atRisk), sort: atRisk },
        survival: { text: formatPercent(survival, 0), sort: survival },
        interval: `${formatPercent(low, 0)} to ${formatPercent(high, 0)}`,
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeSurvivalCurves(curves: readonly Survival[]): string {
  const told = curves.map(({ name, median, onLine, standing }) => {
    const half =
      median === null ? 'half still stand' : `half are overtaken after ${formatDays(median)}`;
    const line = onLine === null ? '' : `, by the law’s line after ${formatDays(onLine)}`;
    return `${name}: ${half}${line}; ${standing.length} still stand`;
  });
  return `Falling staircases of the part of models not yet overtaken, by days after release. ${told.join('. ')}.`;
}
