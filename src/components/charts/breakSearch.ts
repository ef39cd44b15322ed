/** How well a bend fits at every day that could be the day of the bend. */
import * as Plot from '@observablehq/plot';
import { formatDateShort, formatFixed } from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, baseOptions, gridY, halo, ink, nameY, place, planeOf, yearAxis } from './frame.ts';
import type { ChartTable } from './table.ts';

export interface SearchPicture {
  /** Every day tried with its F, in order of day. */
  candidates: readonly { date: string; f: number }[];
  /** The day that the claim names. */
  claimed: { date: string; f: number; label: string };
}

export function breakSearch(
  { candidates, claimed }: SearchPicture,
  frame: Frame,
): Plot.PlotOptions {
  const height = frame.phone ? 300 : 360;
  const days = [...candidates, claimed].map(({ date }) => dayNumber(date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const domain: [number, number] = [first - (last - first) / 30, last + (last - first) / 30];
  const ticks = ticksTo(Math.max(...[...candidates, claimed].map(({ f }) => f)));
  const range: [number, number] = [0, ticks.at(-1) ?? 1];
  const margins = { left: frame.phone ? 36 : 44, right: 10, top: 44, bottom: 34 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain, log: false },
    { domain: range, log: false },
  );
  const x = ({ date }: { date: string }) => dayNumber(date);
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain },
    y: { type: 'linear', domain: range },
    marks: [
      ...yearAxis(plane, frame),
      ...gridY(ticks, plane, String),
      nameY('F of a bend on this day', plane, -24),
      Plot.line(candidates, { x, y: 'f', stroke: ink, strokeWidth: 1 }),
      Plot.dot(candidates, { x, y: 'f', r: 2.6, fill: ink }),
      Plot.ruleX([dayNumber(claimed.date)], { stroke: accent, strokeDasharray: '2,3' }),
      Plot.dot([claimed], { x, y: 'f', r: 5, fill: accent, stroke: 'var(--paper)' }),
      claimedName(claimed, plane),
    ],
  };
}

/** Four to eight round steps from zero. */
function ticksTo(most: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const step = steps.find((candidate) => most / candidate <= 7) ?? most;
  const count = Math.ceil((most * 1.02) / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

function claimedName({ date, label }: SearchPicture['claimed'], plane: Plane): Plot.Markish {
  const day = dayNumber(date);
  const isLeft = place(plane.x, day) > (plane.x.range[0] + plane.x.range[1]) / 2;
  return Plot.text([label], {
    x: day,
    frameAnchor: 'top',
    dx: isLeft ? -8 : 8,
    dy: 4,
    textAnchor: isLeft ? 'end' : 'start',
    fill: accent,
    fontWeight: 600,
    ...halo,
  });
}

export function breakSearchTable({ candidates, claimed }: SearchPicture): ChartTable {
  const rows = [...candidates.map((each) => ({ ...each, label: 'day of a release' })), claimed];
  return {
    columns: [
      { key: 'date', label: 'Day' },
      { key: 'f', label: 'F', align: 'end' },
      { key: 'label', label: 'Which' },
    ],
    rows: rows
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, f, label }) => ({
        date: { text: formatDateShort(date), sort: date },
        f: { text: formatFixed(f, 1), sort: f },
        label,
      })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeBreakSearch({ candidates, claimed }: SearchPicture): string {
  const best = candidates.reduce((a, b) => (b.f > a.f ? b : a), candidates[0] ?? claimed);
  const atLeast = candidates.filter(({ f }) => f >= claimed.f).length;
  return `F of a bend at each of ${candidates.length} days. ${claimed.label}: ${formatFixed(claimed.f, 1)}; ${atLeast} of the days tried have as much. The largest among them is ${formatFixed(best.f, 1)} on ${formatDateShort(best.date)}.`;
}
