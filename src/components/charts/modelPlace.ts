/** One model's place among all the others: its density on the trend, with its interval. */
import * as Plot from '@observablehq/plot';
import { CLOCK_START } from '../../lib/choices.ts';
import type { Results } from '../../lib/compute.ts';
import { formatDensity, formatInterval } from '../../lib/format.ts';
import type { Measurement } from '../../lib/measure.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, halo, ink, place, soft } from './frame.ts';
import { textWidth } from './labels.ts';
import type { Margins } from './trendScene.ts';
import { trendAxes, trendDots, trendLine, trendPlane, trendScales } from './trendScene.ts';

const start = dayNumber(CLOCK_START);

/**
 * @param id a measured model with a day of release; without a density it is shown at the edge
 * @throws RangeError where the results have no such model
 */
export function modelPlace(results: Results, id: string, frame: Frame): Plot.PlotOptions {
  const model = results.models.find((candidate) => candidate.id === id);
  if (!model || model.day === null)
    throw new RangeError(`modelPlace requires a dated model: ${id}`);
  const height = frame.phone ? 320 : 400;
  const margins: Margins = { left: 38, right: frame.phone ? 8 : 16, top: 34, bottom: 32 };
  const plane = trendPlane(results, frame, height, margins);
  const others = trendDots(results).filter((dot) => dot.counts && dot.id !== id);
  return {
    ...baseOptions(frame, height, plane),
    ...trendScales(plane),
    marks: [
      ...trendAxes(results, frame, plane),
      ...trendLine(results),
      Plot.dot(others, {
        x: 'day',
        y: 'density',
        r: frame.phone ? 1.8 : 2.4,
        fill: soft,
        fillOpacity: 0.45,
        title: 'name',
      }),
      ...highlight(model, frame, plane),
    ],
  };
}

function highlight(model: Measurement, frame: Frame, plane: Plane): Plot.Markish[] {
  const day = start + (model.day as number);
  const isAbove = model.status === 'at-or-above-ceiling';
  const [low, high] = plane.y.domain;
  const density = model.density ?? (isAbove ? high : low);
  const interval = model.interval ?? [density, density];
  const spot = { day, density, low: Math.max(low, interval[0]), high: Math.min(high, interval[1]) };
  return [
    Plot.ruleX([spot], { x: 'day', y1: 'low', y2: 'high', stroke: ink, strokeWidth: 1.6 }),
    Plot.dot([spot], {
      x: 'day',
      y: 'density',
      r: frame.phone ? 5 : 6,
      fill: model.density === null ? 'var(--paper)' : accent,
      stroke: model.density === null ? ink : 'var(--paper)',
      strokeWidth: 1.5,
      ...(model.density === null ? { symbol: 'triangle', rotate: isAbove ? 0 : 180 } : {}),
    }),
    ...caption(model, spot, frame, plane),
  ];
}

/** Name and value, on the side of the point that has more room. */
function caption(
  model: Measurement,
  spot: { day: number; density: number },
  frame: Frame,
  plane: Plane,
): Plot.Markish[] {
  const x = place(plane.x, spot.day);
  const y = place(plane.y, spot.density);
  const value =
    model.density === null
      ? model.status === 'at-or-above-ceiling'
        ? 'above the ruler’s reach'
        : 'below the ruler’s reach'
      : `density ${formatDensity(model.density)}${model.interval ? ` (${formatInterval(model.interval, formatDensity)})` : ''}`;
  const room = Math.max(textWidth(model.name, 14), textWidth(value, 12.5));
  // The line rises: above it there is room to the left, below it to the right.
  const fitsLeft = x - room - 18 > plane.left - 30;
  const fitsRight = x + room + 18 < plane.x.range[1];
  const toLeft = fitsLeft && (!fitsRight || y < plane.top + 0.55 * (plane.y.range[0] - plane.top));
  const below = !toLeft || y < plane.top + 40;
  const spotAt = (dy: number) => [at(plane, x + (toLeft ? -11 : 11), y + dy)];
  const textAnchor = toLeft ? 'end' : 'start';
  const shift = below ? 18 : -16;
  const size = frame.phone ? 12 : 13;
  return [
    Plot.text(spotAt(shift - 8), {
      x: 'x',
      y: 'y',
      text: () => model.name,
      textAnchor,
      fill: ink,
      fontWeight: 600,
      fontSize: size + 1,
      ...halo,
    }),
    Plot.text(spotAt(shift + 8), {
      x: 'x',
      y: 'y',
      text: () => value,
      textAnchor,
      fill: model.density === null ? faint : ink,
      fontSize: size,
      ...halo,
    }),
  ];
}

/** What the chart shows, in a sentence computed from the data. */
export function describeModelPlace(results: Results, id: string): string {
  const model = results.models.find((candidate) => candidate.id === id);
  if (!model) return '';
  if (model.density === null) {
    const side = model.status === 'at-or-above-ceiling' ? 'above' : 'below';
    return `${model.name} has no density on this panel: its scores lie ${side} what the ruler can measure.`;
  }
  const denser = trendDots(results).filter(
    (dot) => dot.counts && dot.id !== id && dot.density > (model.density as number),
  ).length;
  return `${model.name} stands at density ${formatDensity(model.density)}. Of the base models counted, ${denser} are denser.`;
}
