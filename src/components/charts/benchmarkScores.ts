/** Scores on one benchmark against the day of release, between guessing and the ceiling. */
import * as Plot from '@observablehq/plot';
import { formatDate, formatPercent } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
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
  soft,
  yearAxis,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

/** A model's score under one protocol of the benchmark. */
export interface ScorePoint {
  name: string;
  /** YYYY-MM-DD */
  released: string;
  /** A fraction. */
  score: number;
  /** Base models are drawn full, others hollow. */
  isBase: boolean;
}

export interface ScoreSeries {
  /** Name of the benchmark and, where it matters, of the protocol. */
  name: string;
  /** Score of guessing, a fraction. */
  chance: number;
  /** Last day of the data, YYYY-MM-DD. */
  asOf: string;
  points: readonly ScorePoint[];
}

interface ScoreDot extends ScorePoint {
  day: number;
  isRecord: boolean;
}

export function benchmarkScores(series: ScoreSeries, frame: Frame): Plot.PlotOptions {
  const dots = scoreDots(series);
  const height = frame.phone ? 340 : 430;
  const pad = 40;
  const days: [number, number] = [
    Math.min(...dots.map(({ day }) => day)) - pad,
    dayNumber(series.asOf) + pad / 2,
  ];
  const margins = { left: 44, right: frame.phone ? 8 : 16, top: 34, bottom: 32 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: days, log: false },
    { domain: [0, 1], log: false },
  );
  const channels = { x: 'day', y: 'score', title: 'name' } as const;
  const records = dots.filter(({ isRecord }) => isRecord);
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: days },
    y: { type: 'linear', domain: [0, 1] },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY([0, 0.25, 0.5, 0.75, 1], plane, (d) => formatPercent(d, 0)),
      nameY(`Score on ${series.name}`, plane),
      ...guessing(series.chance),
      Plot.dot(
        dots.filter(({ isBase }) => !isBase),
        { ...channels, r: 2, stroke: faint },
      ),
      Plot.lineY(withEnd(records, days[1] - pad / 2), {
        x: 'day',
        y: 'score',
        curve: 'step-after',
        stroke: accent,
        strokeWidth: 1.4,
      }),
      Plot.dot(
        dots.filter(({ isBase }) => isBase),
        { ...channels, r: frame.phone ? 2 : 2.6, fill: ink, fillOpacity: 0.5 },
      ),
      Plot.dot(records, {
        ...channels,
        r: frame.phone ? 3.2 : 4,
        fill: accent,
        stroke: 'var(--paper)',
      }),
      ...recordNames(dots, records, frame, plane),
    ],
  };
}

/** Points in order of day, the best base model so far marked. */
function scoreDots({ points }: ScoreSeries): ScoreDot[] {
  const dated = points.map((point) => ({
    ...point,
    day: dayNumber(point.released),
    isRecord: false,
  }));
  dated.sort((a, b) => a.day - b.day || b.score - a.score || (a.name < b.name ? -1 : 1));
  let best = Number.NEGATIVE_INFINITY;
  for (const dot of dated) {
    if (!dot.isBase || dot.score <= best) continue;
    best = dot.score;
    dot.isRecord = true;
  }
  return dated;
}

/** The last record reaches to the end of the data. */
function withEnd(records: readonly ScoreDot[], end: number): ScoreDot[] {
  const last = records.at(-1);
  return last ? [...records, { ...last, day: end }] : [];
}

function guessing(chance: number): Plot.Markish[] {
  if (chance <= 0) return [];
  return [
    Plot.ruleY([chance], { stroke: soft, strokeDasharray: '2,3' }),
    Plot.text([`guessing, ${formatPercent(chance, 0)}`], {
      y: chance,
      frameAnchor: 'right',
      dy: 11,
      textAnchor: 'end',
      fill: soft,
      ...halo,
    }),
  ];
}

function recordNames(
  dots: readonly ScoreDot[],
  records: readonly ScoreDot[],
  frame: Frame,
  plane: Plane,
): Plot.Markish[] {
  const spot = ({ name, day, score }: ScoreDot) => ({
    text: name,
    x: place(plane.x, day),
    y: place(plane.y, score),
  });
  const requests = [...records].reverse().map(spot);
  const obstacles = [
    ...dots.map((dot) => ({ ...spot(dot), radius: 1.5 })),
    ...requests.map((request) => ({ ...request, radius: 5 })),
  ];
  const bounds = {
    left: plane.left,
    right: plane.x.range[1],
    top: plane.top + 2,
    bottom: plane.y.range[0] - 4,
  };
  const farthest = frame.phone ? 12 : 24;
  const labels = placeLabels(requests, obstacles, bounds, fontSizeOf(frame), farthest);
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

export function benchmarkScoresTable(series: ScoreSeries): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'role', label: 'On the chart' },
    ],
    rows: scoreDots(series).map(({ name, released, score, isBase, isRecord }) => ({
      name,
      released: { text: formatDate(released), sort: released },
      score: { text: formatPercent(score), sort: score },
      role: isRecord ? 'best base model so far' : isBase ? 'base model' : 'instruct or reasoning',
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeBenchmarkScores(series: ScoreSeries): string {
  const dots = scoreDots(series);
  const last = dots.filter(({ isRecord }) => isRecord).at(-1);
  const best = last
    ? ` The best base model is ${last.name} with ${formatPercent(last.score)}.`
    : '';
  return `Scores of ${dots.length} models on ${series.name} against release date.${best}`;
}
