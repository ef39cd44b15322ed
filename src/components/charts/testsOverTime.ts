/** Scores of small models on several tests over time, each beside the score of one yardstick. */
import type * as Plot from '@observablehq/plot';
import { formatDateShort, formatPercent } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import { between, canvasOptions, dots, strokes, words } from './canvas.ts';
import type { Frame } from './frame.ts';
import { accent, faint, ink, rule, soft, strongRule } from './frame.ts';
import type { ChartTable } from './table.ts';

/** A small model on one test. */
export interface RacePoint {
  name: string;
  /** YYYY-MM-DD */
  released: string;
  /** A fraction. */
  score: number;
  thinking: boolean;
}

export interface RacePanel {
  test: string;
  /** The yardstick's score, a fraction. */
  level: number;
  points: readonly RacePoint[];
}

export interface Race {
  yardstick: string;
  /** Last day of the data. */
  asOf: string;
  panels: readonly RacePanel[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const HEAD = 22;
const FOOT = 26;

export function testsOverTime(race: Race, frame: Frame): Plot.PlotOptions {
  const columns = frame.phone ? 2 : 3;
  const gap = frame.phone ? 14 : 34;
  const width = (frame.width - gap * (columns - 1)) / columns;
  const tall = frame.phone ? 118 : 150;
  const rowHeight = HEAD + tall + FOOT;
  const days = race.panels.flatMap(({ points }) => points.map(({ released }) => released));
  const domain: [number, number] = [
    Math.min(...days.map(dayNumber)) - 40,
    dayNumber(race.asOf) + 20,
  ];
  const top = frame.phone ? 42 : 28;
  const rows = Math.ceil(race.panels.length / columns);
  return canvasOptions(frame, top + rows * rowHeight, [
    ...legend(frame),
    ...race.panels.flatMap((panel, i) => {
      const left = (i % columns) * (width + gap);
      const y = top + Math.floor(i / columns) * rowHeight + HEAD;
      return drawPanel(panel, { left, right: left + width, top: y, bottom: y + tall }, domain);
    }),
  ]);
}

function legend(frame: Frame): Plot.Markish[] {
  const y = 8;
  const second = frame.phone ? { x: 0, y: y + 17 } : { x: 180, y };
  return [
    dots([{ x: 5, y }], { r: 3.2, color: ink }),
    words([{ x: 15, y, text: 'small model' }]),
    dots([{ x: second.x + 5, y: second.y }], { r: 3.2, color: faint, hollow: true }),
    words([{ x: second.x + 15, y: second.y, text: 'with thinking at length' }]),
    dots([{ x: (frame.phone ? 120 : 400) + 5, y }], { r: 3.2, color: accent }),
    words([{ x: (frame.phone ? 120 : 400) + 15, y, text: 'best so far without it' }]),
  ];
}

function drawPanel(
  { test, level, points }: RacePanel,
  box: Box,
  domain: [number, number],
): Plot.Markish[] {
  const x = (day: string) => between(dayNumber(day), domain, [box.left, box.right]);
  const y = (score: number) => between(score, [0, 1], [box.bottom, box.top]);
  const across = (score: number) => ({
    x1: box.left,
    x2: box.right,
    y1: y(score),
    y2: y(score),
  });
  const spot = ({ name, released, score }: RacePoint) => ({
    x: x(released),
    y: y(score),
    title: `${name}: ${formatPercent(score)}`,
  });
  const best = bestSoFar(points);
  return [
    strokes([0, 0.5, 1].map(across), { stroke: rule }),
    strokes([across(0)], { stroke: strongRule }),
    ...yearsOf(box, domain),
    words([{ x: box.left, y: box.top - 13, text: test }], { fill: ink, bold: true }),
    strokes([across(level)], { stroke: ink, width: 1.6 }),
    words([{ x: box.right, y: box.top - 13, text: formatPercent(level, 0) }], {
      anchor: 'end',
      fill: ink,
    }),
    dots(points.filter(({ thinking }) => thinking).map(spot), {
      r: 2.6,
      color: faint,
      hollow: true,
    }),
    dots(points.filter(({ thinking }) => !thinking).map(spot), {
      r: 2.2,
      color: ink,
      opacity: 0.5,
    }),
    strokes(stairs(best.map(spot), box.right), { stroke: accent, width: 1.4 }),
    dots(best.map(spot), { r: 3, color: accent }),
  ];
}

function yearsOf(box: Box, domain: [number, number]): Plot.Markish[] {
  const labels: { x: number; y: number; text: string }[] = [];
  for (let year = 2019; year <= 2100; year++) {
    const day = dayNumber(`${year}-01-01`);
    if (day < domain[0] || day > domain[1]) continue;
    const x = between(day, domain, [box.left, box.right]);
    labels.push({ x, y: box.bottom + 11, text: `’${String(year).slice(2)}` });
  }
  return [
    strokes(
      labels.map(({ x }) => ({ x1: x, x2: x, y1: box.bottom, y2: box.bottom + 4 })),
      { stroke: strongRule },
    ),
    words(labels, { anchor: 'middle', fill: soft }),
  ];
}

/** Models without thinking, each better than all before it. */
function bestSoFar(points: readonly RacePoint[]): RacePoint[] {
  let most = Number.NEGATIVE_INFINITY;
  return [...points]
    .filter(({ thinking }) => !thinking)
    .sort((a, b) =>
      a.released < b.released ? -1 : a.released > b.released ? 1 : b.score - a.score,
    )
    .filter(({ score }) => {
      const isBest = score > most;
      most = Math.max(most, score);
      return isBest;
    });
}

/** Steps through places, the last one carried on to the right edge. */
function stairs(places: readonly { x: number; y: number }[], right: number) {
  return places.flatMap(({ x, y }, i) => {
    const next = places[i + 1];
    const end = next?.x ?? right;
    const flat = { x1: x, y1: y, x2: end, y2: y };
    return next ? [flat, { x1: end, y1: y, x2: end, y2: next.y }] : [flat];
  });
}

export function testsOverTimeTable({ panels, yardstick }: Race): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'test', label: 'Test' },
      { key: 'thinking', label: 'Thinking' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'level', label: yardstick, align: 'end' },
    ],
    rows: panels.flatMap(({ test, level, points }) =>
      points.map(({ name, released, score, thinking }) => ({
        name,
        released: { text: formatDateShort(released), sort: released },
        test,
        thinking: thinking ? 'with' : 'without',
        score: { text: formatPercent(score), sort: score },
        level: { text: formatPercent(level), sort: level },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeTestsOverTime({ panels, yardstick }: Race): string {
  const told = panels.map(({ test, level, points }) => {
    const best = bestSoFar(points).at(-1);
    const end = best
      ? `best small model ${best.name} with ${formatPercent(best.score)}`
      : 'no small model without thinking';
    return `${test}: ${yardstick} ${formatPercent(level)}, ${end}`;
  });
  return `One small panel for each test, scores against the day of release; a line across marks the score of ${yardstick}. ${told.join('; ')}.`;
}
