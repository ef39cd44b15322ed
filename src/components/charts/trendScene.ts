/** The stage that charts of density against time share: axes, models, the headline line, records. */
import * as Plot from '@observablehq/plot';
import type { Results } from '../../lib/compute.ts';
import type { Measurement } from '../../lib/measure.ts';
import { CLOCK_START } from '../../lib/choices.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  doublingDomain,
  doublings,
  formatDoubling,
  gridY,
  nameY,
  planeOf,
  soft,
  yearAxis,
} from './frame.ts';

/** A model as the chart draws it; `day` counts from 1970. */
export interface TrendDot {
  id: string;
  name: string;
  day: number;
  density: number;
  isRecord: boolean;
  counts: boolean;
}

/** A model without a density, drawn at the edge it lies beyond. */
export interface EdgeMark {
  name: string;
  day: number;
  above: boolean;
}

const start = dayNumber(CLOCK_START);

/** Models with a day and a density, those that set the trend and those beside it. */
export function trendDots({ models, frontier }: Results): TrendDot[] {
  const records = new Set(frontier);
  return models.flatMap(({ id, name, day, density, bystander }) =>
    day === null || density === null
      ? []
      : {
          id,
          name,
          day: start + day,
          density,
          isRecord: records.has(id),
          counts: bystander === null,
        },
  );
}

/** Models that would count but have no density. */
export function edgeMarks({ models }: Results): EdgeMark[] {
  return models.flatMap(({ name, day, density, bystander, status }: Measurement) =>
    day === null || density !== null || bystander !== null
      ? []
      : { name, day: start + day, above: status === 'at-or-above-ceiling' },
  );
}

export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Plane of the chart: time from the first model drawn to the data's date, density in doublings. */
export function trendPlane(
  results: Results,
  frame: Frame,
  height: number,
  margins: Margins,
): Plane {
  const dots = trendDots(results);
  const days = [...dots, ...edgeMarks(results)].map(({ day }) => day);
  const pad = frame.phone ? 40 : 30;
  const x: [number, number] = [Math.min(...days) - pad, dayNumber(results.asOf) + pad / 2];
  const y = doublingDomain(dots.map(({ density }) => density));
  return planeOf(frame, height, margins, { domain: x, log: false }, { domain: y, log: true });
}

/** Grid, axes and the name of the panel. */
export function trendAxes(results: Results, frame: Frame, plane: Plane): Plot.Markish[] {
  const lines = doublings(plane.y.domain);
  const labelled = lines.filter((_, i) => (i - lines.indexOf(1)) % 2 === 0);
  const name = frame.phone
    ? `Density, ${results.panel.short}`
    : `Capability density (${results.ruler.name} = 1), ${results.panel.short}; each line is a doubling`;
  return [
    ...yearAxis(plane, frame),
    ...gridY(lines, plane, formatDoubling, labelled),
    nameY(name, plane),
  ];
}

/** The headline line with its band, over the days that it was fitted to and no further. */
export function trendLine({ band }: Results): Plot.Markish[] {
  const points = band.map((point) => ({ ...point, day: start + point.day }));
  const banded = points.filter(({ low, high }) => low !== null && high !== null);
  return [
    Plot.areaY(banded, { x: 'day', y1: 'low', y2: 'high', fill: accent, fillOpacity: 0.15 }),
    Plot.lineY(points, { x: 'day', y: 'density', stroke: accent, strokeWidth: 2.25 }),
  ];
}

/** Marks at the edges for models whose scores lie beyond what the ruler can measure. */
export function trendEdges(results: Results, plane: Plane): Plot.Markish[] {
  const [low, high] = plane.y.domain;
  return [true, false].map((above) =>
    Plot.dot(
      edgeMarks(results).filter((mark) => mark.above === above),
      {
        x: 'day',
        y: above ? high : low,
        dy: above ? 5 : -5,
        r: 4,
        symbol: 'triangle',
        rotate: above ? 0 : 180,
        stroke: soft,
        strokeWidth: 1.2,
        title: 'name',
      },
    ),
  );
}

/** Scales for {@link trendPlane}. */
export function trendScales(plane: Plane): Plot.PlotOptions {
  return {
    x: { type: 'linear', domain: plane.x.domain as [number, number] },
    y: { type: 'log', domain: plane.y.domain as [number, number] },
  };
}
