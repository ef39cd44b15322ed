/**
 * Every line of the choice map, from the slowest growth to the fastest, and under it where the lines
 * of each choice lie: darker where more of them are.
 */
import * as Plot from '@observablehq/plot';
import { formatFixed, formatPercent } from '../../lib/format.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, gridY, halo, ink, nameY, place, planeOf, soft } from './frame.ts';
import type { ChartTable } from './table.ts';

/** One option of a choice with the places of its lines in the order of growth. */
export interface ChoiceLevel {
  /** "ruler" */
  choice: string;
  /** "Qwen2.5" */
  name: string;
  /** Places from 0, the slowest line, to 1, the fastest; in rising order. */
  places: readonly number[];
}

export interface SpecificationPicture {
  /** Growth of ln ρ per day of every line, rising. */
  slopes: readonly number[];
  levels: readonly ChoiceLevel[];
  headline: { slope: number; name: string };
  /** Published doubling times in days, shortest and longest. */
  published: readonly [number, number];
}

/** Doubling times at which a hairline is drawn. */
const marks = [50, 75, 100, 150, 200, 400];
/** Steps of the drawn curve; more would not be seen. */
const STEPS = 220;

export function specificationCurve(picture: SpecificationPicture, frame: Frame): Plot.PlotOptions {
  const groups = groupLevels(picture.levels);
  const top = 40;
  const curveHeight = frame.phone ? 200 : 250;
  const lines = layOut(groups, top + curveHeight + 14);
  const height = (lines.at(-1)?.y ?? top) + 30;
  const margins = { left: frame.phone ? 130 : 196, right: frame.phone ? 8 : 16, top };
  const { slopes } = picture;
  const y: [number, number] = [Math.min(0, slopes[0] ?? 0), (slopes.at(-1) ?? 0) * 1.04];
  const plane = planeOf(
    frame,
    height,
    { ...margins, bottom: height - top - curveHeight },
    { domain: [0, 1], log: false },
    { domain: y, log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: [0, 1] },
    y: { type: 'linear', domain: y },
    marks: [
      ...curve(picture, plane, frame),
      ...lines.flatMap((line) => drawStrip(line, plane, frame)),
    ],
  };
}

interface Strip {
  y: number;
  text: string;
  level?: ChoiceLevel;
}

function groupLevels(levels: readonly ChoiceLevel[]): Map<string, ChoiceLevel[]> {
  const groups = new Map<string, ChoiceLevel[]>();
  for (const level of levels) {
    groups.set(level.choice, [...(groups.get(level.choice) ?? []), level]);
  }
  return groups;
}

function layOut(groups: ReadonlyMap<string, readonly ChoiceLevel[]>, from: number): Strip[] {
  const lines: Strip[] = [];
  let y = from;
  for (const [choice, levels] of groups) {
    y += 22;
    lines.push({ y, text: choice });
    for (const level of levels) {
      y += 17;
      lines.push({ y, text: level.name, level });
    }
  }
  return lines;
}

function curve(
  { slopes, headline, published }: SpecificationPicture,
  plane: Plane,
  frame: Frame,
): Plot.Markish[] {
  const points = Array.from({ length: STEPS + 1 }, (_, k) => ({
    share: k / STEPS,
    slope: slopes[Math.round((k / STEPS) * (slopes.length - 1))] ?? 0,
  }));
  const ticks = [0, ...marks.map((days) => Math.LN2 / days)].filter(
    (slope) => slope >= plane.y.domain[0] && slope <= plane.y.domain[1],
  );
  const label = (slope: number) => (slope === 0 ? 'never' : formatFixed(Math.LN2 / slope, 0));
  const [fast, slow] = [Math.LN2 / published[0], Math.LN2 / published[1]];
  const spot = slopes.filter((slope) => slope < headline.slope).length / slopes.length;
  const dot = { x: place(plane.x, spot), y: place(plane.y, headline.slope) };
  return [
    Plot.rect([0], { x1: 0, x2: 1, y1: slow, y2: fast, fill: ink, fillOpacity: 0.14 }),
    ...gridY(ticks, plane, label),
    nameY(
      frame.phone
        ? 'Days to double, every way to measure'
        : 'Days in which density doubles; every way to measure, slowest growth first',
      plane,
      -20,
    ),
    Plot.line(points, { x: 'share', y: 'slope', stroke: accent, strokeWidth: 2.4 }),
    Plot.text(['published'], {
      x: 0,
      y: fast,
      dx: 6,
      dy: -8,
      textAnchor: 'start',
      fill: ink,
      ...halo,
    }),
    Plot.dot([{ spot, slope: headline.slope }], { x: 'spot', y: 'slope', r: 5, fill: accent }),
    Plot.text([at(plane, dot.x + (frame.phone ? 8 : 12), dot.y + 18)], {
      x: 'x',
      y: 'y',
      text: () => headline.name,
      textAnchor: 'start',
      fill: accent,
      fontWeight: 600,
      ...halo,
    }),
  ];
}

/** A choice's name with its lines as a band of greys and their middle as a stroke. */
function drawStrip({ y, text, level }: Strip, plane: Plane, frame: Frame): Plot.Markish[] {
  const name = Plot.text([at(plane, level ? 12 : 2, y)], {
    x: 'x',
    y: 'y',
    text: () => text,
    textAnchor: 'start',
    fill: level ? soft : ink,
    fontWeight: level ? 400 : 600,
  });
  if (!level) return [name];
  const bins = frame.phone ? 24 : 44;
  const [y1, y2] = [at(plane, 0, y - 6).y, at(plane, 0, y + 6).y];
  const counts = Array.from({ length: bins }, () => 0);
  for (const where of level.places) {
    const bin = Math.min(bins - 1, Math.floor(where * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  // Twice as many lines as an even spread would give is as dark as it gets.
  const even = (2 * level.places.length) / bins;
  const cells = counts.flatMap((count, bin) =>
    count === 0
      ? []
      : [{ x1: bin / bins, x2: (bin + 1) / bins, opacity: Math.min(1, count / even) * 0.62 }],
  );
  const middle = level.places[Math.floor(level.places.length / 2)] ?? 0;
  return [
    name,
    Plot.rect(cells, { x1: 'x1', x2: 'x2', y1, y2, fill: ink, fillOpacity: 'opacity' }),
    Plot.ruleX([middle], { y1, y2, stroke: accent, strokeWidth: 3 }),
  ];
}

export function specificationCurveTable({ slopes, levels }: SpecificationPicture): ChartTable {
  const days = (place: number) => {
    const slope = slopes[Math.round(place * (slopes.length - 1))] ?? 0;
    return slope > 0 ? formatFixed(Math.LN2 / slope, 0) : 'never';
  };
  return {
    columns: [
      { key: 'choice', label: 'Choice' },
      { key: 'level', label: 'Option' },
      { key: 'lines', label: 'Lines', align: 'end' },
      { key: 'middle', label: 'Middle doubling time', note: 'days', align: 'end' },
    ],
    rows: levels.map(({ choice, name, places }) => ({
      choice,
      level: name,
      lines: { text: String(places.length), sort: places.length },
      middle: days(places[Math.floor(places.length / 2)] ?? 0),
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeSpecificationCurve(picture: SpecificationPicture): string {
  const { slopes, headline, published, levels } = picture;
  const at_ = (share: number) => {
    const slope = slopes[Math.round(share * (slopes.length - 1))] ?? 0;
    return slope > 0 ? `${formatFixed(Math.LN2 / slope, 0)} days` : 'no growth';
  };
  const slower =
    slopes.filter((slope) => slope < Math.LN2 / published[1]).length / Math.max(1, slopes.length);
  const choices = [...groupLevels(levels).keys()].join(', ');
  return `${slopes.length} lines sorted by growth. One in twenty is slower than ${at_(0.05)}, half are slower than ${at_(0.5)}, one in twenty is faster than ${at_(0.95)}. ${formatPercent(slower, 0)} are slower than every published value. A dot marks ${headline.name}. Below, for each option of ${choices}, where its lines lie in that order.`;
}
