/** One bar for each model, from its release to the day on which a smaller one did as well. */
import * as Plot from '@observablehq/plot';
import { formatDateShort } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, ink, place, planeOf, rule, soft, yearAxis } from './frame.ts';
import { textWidth } from './labels.ts';
import type { ChartTable } from './table.ts';

/** Dates are YYYY-MM-DD. */
export interface LifeBar {
  name: string;
  released: string;
  days: number;
  /** Who overtook it; null where nobody has. */
  by: { name: string; released: string } | null;
}

const PITCH = 14;

export function lifeBars(lives: readonly LifeBar[], frame: Frame): Plot.PlotOptions {
  const top = 46;
  const height = top + lives.length * PITCH + 34;
  const fontSize = frame.phone ? 10 : 11;
  const names = lives.map(({ name }) => textWidth(name, fontSize));
  const left = frame.phone ? 108 : Math.min(190, Math.max(60, ...names) + 22);
  const days = lives.map(({ released }) => dayNumber(released));
  const ends = lives.map((life) => dayNumber(life.released) + life.days);
  const x: [number, number] = [Math.min(...days) - 20, Math.max(...ends) + 30];
  const plane = planeOf(
    frame,
    height,
    { left, right: frame.phone ? 10 : 16, top, bottom: 34 },
    { domain: x, log: false },
    { domain: [height - 34, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain: x },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...yearAxis(plane, frame),
      ...drawLegend(plane, frame),
      ...lives.flatMap((life, i) =>
        drawLife(life, top + (i + 0.5) * PITCH, frame, plane, fontSize),
      ),
    ],
  };
}

function drawLegend(plane: Plane, frame: Frame): Plot.Markish[] {
  const y = 12;
  const name = (x: number, text: string) =>
    Plot.text([at(plane, x, y)], {
      x: 'x',
      y: 'y',
      text: () => text,
      textAnchor: 'start',
      fill: soft,
    });
  const second = frame.phone ? 168 : 320;
  const line = (from: number, stroke: string, options: Plot.LinkOptions) =>
    Plot.link([0], {
      x1: () => at(plane, from, y).x,
      x2: () => at(plane, from + 24, y).x,
      y1: () => at(plane, 0, y).y,
      y2: () => at(plane, 0, y).y,
      stroke,
      ...options,
    });
  return [
    line(4, ink, { strokeWidth: 6, strokeOpacity: 0.55 }),
    name(36, frame.phone ? 'until overtaken' : 'until a model of half its size did as well'),
    line(second, accent, { strokeWidth: 6, strokeOpacity: 0.8 }),
    name(second + 32, 'still standing'),
  ];
}

function drawLife(life: LifeBar, y: number, frame: Frame, plane: Plane, fontSize: number) {
  const { name, released, days, by } = life;
  const start = dayNumber(released);
  const height = at(plane, 0, y).y;
  const [from, to] = [place(plane.x, start), place(plane.x, start + days)];
  const small = { x: 'x', y: 'y', fontSize } as const;
  const beside = by && !frame.phone ? by.name : '';
  const isLate = to + textWidth(beside, fontSize) + 12 > plane.x.range[1];
  return [
    Plot.text([at(plane, plane.left - 8, y)], {
      ...small,
      text: () => shorten(name, plane.left - 20, fontSize),
      textAnchor: 'end',
      fill: soft,
    }),
    Plot.ruleY([height], { stroke: rule, strokeOpacity: 0.7 }),
    Plot.link([0], {
      x1: () => at(plane, from, y).x,
      x2: () => at(plane, Math.max(to, from + 2), y).x,
      y1: () => height,
      y2: () => height,
      stroke: by ? ink : accent,
      strokeWidth: 6,
      strokeOpacity: by ? 0.55 : 0.8,
    }),
    ...(beside && !isLate
      ? [
          Plot.text([at(plane, to + 6, y)], {
            ...small,
            text: () => beside,
            textAnchor: 'start',
            fill: ink,
            stroke: 'var(--paper)',
            strokeWidth: 3,
          }),
        ]
      : []),
  ];
}

/** The text, shortened where it is wider than its room. */
function shorten(text: string, room: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  let length = text.length;
  while (length > 3 && textWidth(`${text.slice(0, length)}…`, fontSize) > room) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

export function lifeBarsTable(lives: readonly LifeBar[]): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Model', wraps: true },
      { key: 'released', label: 'Released', align: 'end' },
      { key: 'days', label: 'Days', align: 'end' },
      { key: 'by', label: 'Overtaken by', wraps: true },
      { key: 'on', label: 'Released', align: 'end' },
    ],
    rows: lives.map(({ name, released, days, by }) => ({
      name,
      released: { text: formatDateShort(released), sort: dayNumber(released) },
      days: { text: by ? String(days) : `${days} so far`, sort: days },
      by: by?.name ?? 'nobody yet',
      on: by ? { text: formatDateShort(by.released), sort: dayNumber(by.released) } : '–',
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeLifeBars(lives: readonly LifeBar[]): string {
  const standing = lives.filter(({ by }) => by === null).length;
  const fallen = lives.filter(({ by }) => by !== null).sort((a, b) => b.days - a.days);
  const [longest, shortest] = [fallen[0], fallen.at(-1)];
  const ends =
    longest && shortest
      ? ` The longest finished life is ${longest.name}’s with ${longest.days} days, the shortest ${shortest.name}’s with ${shortest.days}.`
      : '';
  return `${lives.length} bars, one for each model, from its release to the day on which a smaller model did as well; ${standing} still stand.${ends}`;
}
