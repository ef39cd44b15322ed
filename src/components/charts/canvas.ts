/** Drawing by place rather than by value, for charts of several small panels or rows of words. */
import * as Plot from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { halo, soft } from './frame.ts';

/** Options of a chart whose x and y are units of the drawing, counted from its upper left corner. */
export function canvasOptions(
  { width }: Frame,
  height: number,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  return {
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'linear', domain: [0, width], range: [0, width] },
    y: { type: 'linear', domain: [0, height], range: [0, height] },
    marks,
  };
}

export interface Words {
  x: number;
  y: number;
  text: string;
}

/** Texts at places of the drawing, all in one style. */
export function words(
  items: readonly Words[],
  style: {
    anchor?: 'start' | 'middle' | 'end';
    fill?: string;
    bold?: boolean;
    isClear?: boolean;
  } = {},
): Plot.Markish {
  const { anchor = 'start', fill = soft, bold = false, isClear = false } = style;
  return Plot.text(items, {
    x: 'x',
    y: 'y',
    text: 'text',
    textAnchor: anchor,
    fill,
    fontVariant: 'tabular-nums',
    ...(bold ? { fontWeight: 600 } : {}),
    ...(isClear ? halo : {}),
  });
}

/** A straight stroke from one place to another. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export function strokes(
  items: readonly Stroke[],
  style: { stroke: string; width?: number; dash?: string; opacity?: number },
): Plot.Markish {
  return Plot.link(items, {
    x1: 'x1',
    y1: 'y1',
    x2: 'x2',
    y2: 'y2',
    stroke: style.stroke,
    strokeWidth: style.width ?? 1,
    ...(style.dash ? { strokeDasharray: style.dash } : {}),
    ...(style.opacity ? { strokeOpacity: style.opacity } : {}),
  });
}

/** Round marks; `hollow` ones show the paper inside. */
export function dots(
  items: readonly { x: number; y: number; title?: string }[],
  style: { r: number; color: string; hollow?: boolean; opacity?: number },
): Plot.Markish {
  const { r, color, hollow = false, opacity = 1 } = style;
  return Plot.dot(items, {
    x: 'x',
    y: 'y',
    r,
    ...(items.some(({ title }) => title) ? { title: 'title' } : {}),
    ...(hollow
      ? { stroke: color, strokeWidth: 1.4, fill: 'var(--paper)' }
      : { fill: color, fillOpacity: opacity }),
  });
}

/** Where a value lies between two places. */
export function between(
  value: number,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): number {
  return from + ((to - from) * (value - low)) / (high - low);
}
