/** What all charts share: the two formats they are drawn in, their colours, their text, their axes. */
import * as Plot from '@observablehq/plot';
import { exp, ln } from '../../lib/numerics/elementary.ts';
import { dayNumber } from '../../lib/time.ts';

/** A format to draw for. Each chart has a layout of its own for the phone, not a shrunk one. */
export interface Frame {
  /** In units of the drawing; about as many CSS pixels. */
  width: number;
  phone: boolean;
}

export const wideFrame: Frame = { width: 860, phone: false };
/** For figures in the text column. */
export const columnFrame: Frame = { width: 560, phone: false };
export const phoneFrame: Frame = { width: 344, phone: true };

export function fontSizeOf({ phone }: Frame): number {
  return phone ? 12 : 13;
}

/** Colours are the style sheet's, so that a chart follows the theme. */
export const ink = 'var(--ink)';
export const soft = 'var(--ink-soft)';
export const faint = 'var(--ink-faint)';
export const rule = 'var(--rule)';
export const strongRule = 'var(--rule-strong)';
export const accent = 'var(--accent)';
const paper = 'var(--paper)';

/** A text's halo, which keeps it readable over lines and dots. */
export const halo = { stroke: paper, strokeWidth: 4, strokeLinejoin: 'round' } as const;

/** The inner edges of a drawing, and how values map onto it. */
export interface Plane {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Axis;
  y: Axis;
}

/** A linear or logarithmic map from values to the drawing and back. */
export interface Axis {
  domain: readonly [number, number];
  range: readonly [number, number];
  log: boolean;
}

/** Where a value lies on the drawing. */
export function place({ domain, range, log }: Axis, value: number): number {
  const [low, high, v] = log ? [ln(domain[0]), ln(domain[1]), ln(value)] : [...domain, value];
  return range[0] + ((range[1] - range[0]) * (v - low)) / (high - low);
}

/** The value at a place of the drawing; the inverse of {@link place}. */
function valueAt({ domain, range, log }: Axis, position: number): number {
  const share = (position - range[0]) / (range[1] - range[0]);
  if (!log) return domain[0] + share * (domain[1] - domain[0]);
  const [low, high] = [ln(domain[0]), ln(domain[1])];
  return exp(low + share * (high - low));
}

/** 2^k for whole k between the ends: one grid line per doubling. */
export function doublings([low, high]: readonly [number, number], step = 1): number[] {
  const ticks: number[] = [];
  for (let k = -40; k <= 60; k += step) {
    const value = k < 0 ? 1 / powerOfTwo(-k) : powerOfTwo(k);
    if (value >= low * 0.999 && value <= high * 1.001) ticks.push(value);
  }
  return ticks;
}

function powerOfTwo(k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value *= 2;
  return value;
}

/** "1/8", "1", "4": a power of two as a reader says it. */
export function formatDoubling(value: number): string {
  return value >= 1 ? String(value) : `1/${Math.round(1 / value)}`;
}

/** The smallest domain of whole doublings that holds all values. */
export function doublingDomain(values: readonly number[]): [number, number] {
  const positive = values.filter((value) => value > 0);
  const all = doublings([1e-9, 1e15]);
  const least = Math.min(...positive);
  const most = Math.max(...positive);
  const low = all.filter((tick) => tick <= least * 0.95).at(-1) ?? least;
  const high = all.find((tick) => tick >= most * 1.05) ?? most;
  return [low, high];
}

/** Hairlines across at the given values of y, with their labels at the left edge. */
export function gridY(
  ticks: readonly number[],
  plane: Plane,
  format: (value: number) => string,
  labelled: readonly number[] = ticks,
): Plot.Markish[] {
  return [
    Plot.ruleY(ticks, { stroke: rule, strokeWidth: 1 }),
    Plot.text(labelled, {
      y: (d: number) => d,
      frameAnchor: 'left',
      dx: -8,
      textAnchor: 'end',
      text: format,
      fill: soft,
      fontVariant: 'tabular-nums',
    }),
    Plot.ruleY([plane.y.domain[0]], { stroke: strongRule }),
  ];
}

/** The name of the y axis, set flat above it, where it can be read. */
export function nameY(text: string, plane: Plane, dy = -16): Plot.Markish {
  return Plot.text([text], {
    frameAnchor: 'top-left',
    dx: -plane.left + 2,
    dy,
    fill: soft,
    textAnchor: 'start',
    lineAnchor: 'bottom',
  });
}

/** A piece of text or line at a place of the drawing rather than at values of the data. */
export function at(plane: Plane, x: number, y: number): { x: number; y: number } {
  return { x: valueAt(plane.x, x), y: valueAt(plane.y, y) };
}

/** A hairline at the turn of each year, its number in the middle; x counts days since 1970. */
export function yearAxis(plane: Plane, frame: Frame): Plot.Markish[] {
  const [first, last] = plane.x.domain;
  const starts: number[] = [];
  const middles: { day: number; label: string }[] = [];
  for (let year = 2015; year <= 2040; year++) {
    const [start, end] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
    if (start >= first && start <= last) starts.push(start);
    const [from, to] = [Math.max(start, first), Math.min(end, last)];
    const room = place(plane.x, to) - place(plane.x, from);
    if (to > from && room > (frame.phone ? 28 : 36)) {
      middles.push({ day: (from + to) / 2, label: String(year) });
    }
  }
  return [
    Plot.ruleX(starts, { stroke: rule }),
    Plot.text(middles, {
      x: 'day',
      text: 'label',
      frameAnchor: 'bottom',
      dy: 16,
      fill: soft,
      fontVariant: 'tabular-nums',
    }),
  ];
}

/** Options that every chart passes on: explicit margins and scales, no axis of Plot's own. */
export function baseOptions(frame: Frame, height: number, plane: Plane): Plot.PlotOptions {
  return {
    width: frame.width,
    height,
    marginLeft: plane.left,
    marginRight: plane.right,
    marginTop: plane.top,
    marginBottom: plane.bottom,
    axis: null,
  };
}

/** A plane from its margins and domains. */
export function planeOf(
  frame: Frame,
  height: number,
  margins: { left: number; right: number; top: number; bottom: number },
  x: Omit<Axis, 'range'>,
  y: Omit<Axis, 'range'>,
): Plane {
  const { left, right, top, bottom } = margins;
  return {
    ...margins,
    x: { ...x, range: [left, frame.width - right] },
    y: { ...y, range: [height - bottom, top] },
  };
}
