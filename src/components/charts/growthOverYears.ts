/** A quantity over the years on a logarithmic scale, with the exponential fitted to it. */
import * as Plot from '@observablehq/plot';
import type { Growth, GrowthPoint } from '../../lib/exponentialGrowth.ts';
import { doublingOf, valueIn } from '../../lib/exponentialGrowth.ts';
import { formatFixed, formatInterval, formatSignificant } from '../../lib/format.ts';
import { ln } from '../../lib/numerics/elementary.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  baseOptions,
  faint,
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

/** What is drawn: measured points, others beside them, lines, and a level to compare with. */
export interface GrowthPicture {
  /** Quantity and unit, as the axis names it. */
  quantity: string;
  points: readonly GrowthPoint[];
  /** Points that do not enter the line; hollow. */
  aside: readonly GrowthPoint[];
  /** What the hollow points are, in the plural. */
  asideName: string;
  lines: readonly { growth: Growth; name: string; isMain: boolean }[];
  /** Interval of a point, by its name. */
  ranges?: ReadonlyMap<string, readonly [number, number]>;
  level?: { value: number; name: string };
  /** On where the points are few enough to be named. */
  isNamed?: boolean;
  format: (value: number) => string;
}

export function growthOverYears(picture: GrowthPicture, frame: Frame): Plot.PlotOptions {
  const { points, aside, level } = picture;
  const height = frame.phone ? 330 : 430;
  const ticks = ticksFor(valuesOf(picture));
  const years = [...points, ...aside].map(({ year }) => year);
  const span = Math.max(...years) - Math.min(...years);
  const domain: [number, number] = [Math.min(...years) - span / 30, Math.max(...years) + span / 24];
  const margins = {
    left: frame.phone ? 46 : 62,
    right: frame.phone ? 10 : 18,
    top: 40,
    bottom: 34,
  };
  const y: [number, number] = [ticks[0] as number, ticks.at(-1) as number];
  const plane = planeOf(frame, height, margins, { domain, log: false }, { domain: y, log: true });
  const channels = { x: 'year', y: 'value', title: 'name' } as const;
  const r = points.length > 60 ? 2.2 : 3.6;
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain },
    y: { type: 'log', domain: y },
    marks: [
      ...yearTicks(plane, frame),
      ...gridY(ticks, plane, picture.format),
      nameY(picture.quantity, plane, -20),
      Plot.dot(aside, { ...channels, r: Math.max(2.8, r), stroke: faint, strokeWidth: 1.3 }),
      ...rangeBars(picture),
      Plot.dot(points, { ...channels, r, fill: ink, fillOpacity: points.length > 60 ? 0.45 : 0.8 }),
      ...picture.lines.flatMap((line) => drawLine(line, plane)),
      ...(level ? drawLevel(level) : []),
      ...(picture.isNamed ? drawNames(picture, frame, plane) : []),
    ],
  };
}

function valuesOf({ points, aside, lines, ranges, level }: GrowthPicture): number[] {
  const named = [...(ranges?.values() ?? [])].flat();
  const ends = lines.flatMap(({ growth }) => [
    valueIn(growth, growth.from),
    valueIn(growth, growth.to),
  ]);
  const drawn = [...points, ...aside].map(({ value }) => value);
  return [...drawn, ...ends, ...named, ...(level ? [level.value] : [])];
}

/** Steps of ten over a wide span, 1, 2, 5 over a middle one, and of a quarter doubling over a narrow. */
function ticksFor(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values) * 0.97, Math.max(...values) * 1.03];
  const decades = ln(most / least) / Math.LN10;
  const steps = decades > 3.2 ? [1] : decades > 0.9 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 8];
  const all: number[] = [];
  for (let k = -6; k <= 16; k += 1) {
    const unit = Number(`1e${k}`);
    all.push(...steps.map((step) => Number((step * unit).toPrecision(2))));
  }
  const low = all.filter((tick) => tick <= least).at(-1) ?? least;
  const high = all.find((tick) => tick >= most) ?? most;
  const inside = all.filter((tick) => tick >= low && tick <= high);
  return inside.length > 10 && steps.length === 1 ? thin(inside) : inside;
}

/** Every second tick, both ends kept by widening at the top. */
function thin(ticks: readonly number[]): number[] {
  const kept = ticks.filter((_, i) => i % 2 === 0);
  return ticks.length % 2 === 0 ? [...kept, (ticks.at(-1) as number) * 10] : kept;
}

function yearTicks(plane: Plane, frame: Frame): Plot.Markish[] {
  const [first, last] = plane.x.domain;
  const span = last - first;
  const step = span > 30 ? 10 : span > 9 ? 5 : frame.phone && span > 5 ? 2 : 1;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return [
    Plot.ruleX(years, { stroke: rule }),
    Plot.text(years, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 17,
      text: (d: number) => String(d),
      fill: soft,
      fontVariant: 'tabular-nums',
    }),
  ];
}

function drawLine(
  { growth, name, isMain }: GrowthPicture['lines'][number],
  plane: Plane,
): Plot.Markish[] {
  const ends = [growth.from, growth.to].map((year) => ({ year, value: valueIn(growth, year) }));
  const stroke = isMain ? accent : ink;
  const spot = growth.from + (growth.to - growth.from) * (isMain ? 0.56 : 0.9);
  const where = { x: place(plane.x, spot), y: place(plane.y, valueIn(growth, spot)) };
  const beside = isMain
    ? at(plane, where.x + 12, where.y + 22)
    : at(plane, where.x - 14, where.y - 16);
  return [
    Plot.line(ends, {
      x: 'year',
      y: 'value',
      stroke,
      strokeWidth: isMain ? 2 : 1.3,
      ...(isMain ? {} : { strokeDasharray: '5,3' }),
    }),
    Plot.text([beside], {
      x: 'x',
      y: 'y',
      text: () => name,
      textAnchor: isMain ? 'start' : 'end',
      fill: stroke,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

function rangeBars({ points, ranges }: GrowthPicture): Plot.Markish[] {
  const bars = points.flatMap(({ name, year }) => {
    const range = ranges?.get(name);
    return range ? [{ year, low: range[0], high: range[1] }] : [];
  });
  if (bars.length === 0) return [];
  return [
    Plot.ruleX(bars, {
      x: 'year',
      y1: 'low',
      y2: 'high',
      stroke: ink,
      strokeOpacity: 0.6,
      strokeWidth: 1.4,
    }),
  ];
}

function drawLevel({ value, name }: { value: number; name: string }): Plot.Markish[] {
  return [
    Plot.ruleY([value], { stroke: accent, strokeDasharray: '2,3', strokeWidth: 1.4 }),
    Plot.text([name], {
      y: value,
      frameAnchor: 'left',
      dx: 8,
      dy: -9,
      textAnchor: 'start',
      fill: accent,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

function drawNames({ points, aside }: GrowthPicture, frame: Frame, plane: Plane): Plot.Markish[] {
  const spots = [...points, ...aside].map(({ name, year, value }) => ({
    text: name,
    x: place(plane.x, year),
    y: place(plane.y, value),
  }));
  const obstacles = spots.map((spot) => ({ ...spot, radius: 5 }));
  const bounds = {
    left: plane.left,
    right: plane.x.range[1],
    top: plane.top + 2,
    bottom: plane.y.range[0] - 4,
  };
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

/** "2.6 years (2.3 to 2.8)", or what the data still allow. */
function yearsInWords(growth: Growth): string {
  const doubling = doublingOf(growth);
  const format = (years: number) => formatFixed(years, 1);
  if (doubling.status === 'bounded') {
    return `${format(doubling.years)} years (${formatInterval(doubling.interval, format)})`;
  }
  return doubling.atLeast === null
    ? 'no growth'
    : `${format(doubling.atLeast)} years or more, or never`;
}

export function growthOverYearsTable(picture: GrowthPicture): ChartTable {
  const { points, aside, asideName, ranges, format } = picture;
  const rowOf = (role: string) => (point: GrowthPoint) => {
    const range = ranges?.get(point.name);
    return {
      name: point.name,
      year: { text: point.year.toFixed(1), sort: point.year },
      value: { text: formatSignificant(point.value, 3), sort: point.value },
      range: range ? formatInterval(range, format) : '–',
      role,
    };
  };
  const rows = [...points.map(rowOf('measured')), ...aside.map(rowOf(asideName))];
  return {
    columns: [
      { key: 'name', label: 'Point', wraps: true },
      { key: 'year', label: 'Year', align: 'end' },
      { key: 'value', label: picture.quantity, align: 'end' },
      ...(ranges ? [{ key: 'range', label: 'Interval', align: 'end' as const }] : []),
      { key: 'role', label: 'On the chart' },
    ],
    rows: rows.sort((a, b) => a.year.sort - b.year.sort),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeGrowthOverYears(picture: GrowthPicture): string {
  const { points, aside, asideName, lines, level, quantity, format } = picture;
  const sorted = [...points].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const ends =
    first && last
      ? ` From ${format(first.value)} in ${Math.floor(first.year)} to ${format(last.value)} in ${Math.floor(last.year)}.`
      : '';
  const beside = aside.length > 0 ? ` Beside them, hollow, ${aside.length} ${asideName}.` : '';
  const fitted = lines.map(({ growth, name }) => ` ${name}: doubling in ${yearsInWords(growth)}.`);
  const mark = level ? ` A line marks ${level.name}.` : '';
  return `${quantity}: ${points.length} points on a logarithmic scale.${ends}${beside}${fitted.join('')}${mark}`;
}
