/** Effective against actual parameters: where a model stands on the diagonals is its density. */
import * as Plot from '@observablehq/plot';
import type { Results } from '../../lib/compute.ts';
import { formatCount, formatDensity } from '../../lib/format.ts';
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

interface SizeDot {
  name: string;
  actual: number;
  effective: number;
  isRecord: boolean;
  counts: boolean;
}

const diagonals = [0.01, 0.1, 1, 10];

export function effectiveVsActual(results: Results, frame: Frame): Plot.PlotOptions {
  const dots = sizeDots(results);
  const height = frame.phone ? 400 : 580;
  const plane = sizePlane(dots, results, frame, height);
  const channels = { x: 'actual', y: 'effective', title: 'name' } as const;
  const [counted, beside] = [dots.filter((d) => d.counts), dots.filter((d) => !d.counts)];
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain: plane.x.domain as [number, number] },
    y: { type: 'log', domain: plane.y.domain as [number, number] },
    marks: [
      rulerReach(results, frame, plane),
      ...sizeAxes(results, frame, plane),
      ...densityLines(frame, plane),
      Plot.dot(beside, {
        ...channels,
        r: frame.phone ? 1.6 : 2,
        stroke: faint,
        strokeOpacity: 0.7,
      }),
      Plot.dot(counted, { ...channels, r: frame.phone ? 2 : 2.8, fill: ink, fillOpacity: 0.55 }),
      Plot.dot(
        counted.filter((d) => d.isRecord),
        { ...channels, r: frame.phone ? 3.2 : 4.2, fill: accent, stroke: 'var(--paper)' },
      ),
      ...recordNames(counted, frame, plane),
    ],
  };
}

function sizeDots({ models, frontier }: Results): SizeDot[] {
  return models.flatMap(({ id, name, actual, effectiveParameters, bystander }) =>
    effectiveParameters === null
      ? []
      : {
          name,
          actual,
          effective: effectiveParameters,
          isRecord: frontier.includes(id),
          counts: bystander === null,
        },
  );
}

/** Whole decades that hold every point; the same length of decade on both axes is not needed. */
function sizePlane(
  dots: readonly SizeDot[],
  { ruler }: Results,
  frame: Frame,
  height: number,
): Plane {
  const around = (values: readonly number[]): [number, number] => [
    Math.min(...values) * 0.7,
    Math.max(...values) * 1.4,
  ];
  const x = around(dots.map((d) => d.actual));
  const y = around([...dots.map((d) => d.effective), ...ruler.domain]);
  const margins = { left: 44, right: frame.phone ? 10 : 16, top: 34, bottom: 52 };
  return planeOf(frame, height, margins, { domain: x, log: true }, { domain: y, log: true });
}

function decades([low, high]: readonly [number, number]): number[] {
  const ticks: number[] = [];
  for (let tick = 1e6; tick <= 1e14; tick *= 10) if (tick >= low && tick <= high) ticks.push(tick);
  return ticks;
}

function sizeAxes(results: Results, frame: Frame, plane: Plane): Plot.Markish[] {
  const ticks = decades(plane.x.domain);
  return [
    Plot.ruleX(ticks, { stroke: rule }),
    Plot.text(ticks, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 16,
      text: formatCount,
      fill: soft,
    }),
    Plot.text(['Actual parameters'], { frameAnchor: 'bottom', dy: 36, fill: soft }),
    ...gridY(decades(plane.y.domain), plane, formatCount),
    nameY(
      frame.phone
        ? `Effective parameters, ${results.panel.short}`
        : `Effective parameters: the size at which ${results.ruler.name} would score the same, ${results.panel.short}`,
      plane,
    ),
  ];
}

/** The sizes of the ruler's own family: between them it interpolates. */
function rulerReach(results: Results, frame: Frame, plane: Plane): Plot.Markish[] {
  const [low, high] = results.ruler.domain;
  const label = frame.phone ? 'sizes of the ruler' : `sizes of the ruler, ${results.ruler.name}`;
  return [
    Plot.rect([0], {
      x1: plane.x.domain[0],
      x2: plane.x.domain[1],
      y1: low,
      y2: high,
      fill: accent,
      fillOpacity: 0.08,
    }),
    Plot.text([label], {
      frameAnchor: 'left',
      y: high,
      dx: 6,
      dy: 11,
      textAnchor: 'start',
      fill: accent,
    }),
  ];
}

/** Lines of equal density, each named where it leaves the drawing. */
function densityLines(frame: Frame, plane: Plane): Plot.Markish[] {
  return diagonals.flatMap((density) => {
    const from = Math.max(plane.x.domain[0], plane.y.domain[0] / density);
    const to = Math.min(plane.x.domain[1], plane.y.domain[1] / density);
    if (from >= to) return [];
    const line = [from, to].map((actual) => ({ actual, effective: actual * density }));
    const [x, y] = [place(plane.x, to), place(plane.y, to * density)];
    const leavesAbove = to < plane.x.domain[1] * 0.999;
    const anchor = at(plane, x - (leavesAbove ? 8 : 4), y + (leavesAbove ? 12 : -10));
    return [
      Plot.line(line, {
        x: 'actual',
        y: 'effective',
        stroke: density === 1 ? ink : faint,
        strokeWidth: density === 1 ? 1.2 : 0.9,
        ...(density === 1 ? {} : { strokeDasharray: '2,3' }),
      }),
      Plot.text([anchor], {
        x: 'x',
        y: 'y',
        text: () => (frame.phone ? String(density) : `density ${density}`),
        textAnchor: 'end',
        fill: soft,
        ...halo,
      }),
    ];
  });
}

function recordNames(counted: readonly SizeDot[], frame: Frame, plane: Plane): Plot.Markish[] {
  const point = ({ name, actual, effective }: SizeDot) => ({
    text: name,
    x: place(plane.x, actual),
    y: place(plane.y, effective),
  });
  const records = counted.filter((d) => d.isRecord).map(point);
  const obstacles = [
    ...counted.map((d) => ({ ...point(d), radius: 2 })),
    ...records.map((d) => ({ ...d, radius: 5 })),
  ];
  const bounds = {
    left: plane.left + 2,
    right: plane.x.range[1],
    top: plane.top + 4,
    bottom: plane.y.range[0] - 4,
  };
  const labels = placeLabels(
    [...records].reverse(),
    obstacles,
    bounds,
    fontSizeOf(frame),
    frame.phone ? 12 : 24,
  );
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

export function effectiveVsActualTable({ models, frontier }: Results): ChartTable {
  const defined = models.filter(({ effectiveParameters }) => effectiveParameters !== null);
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'actual', label: 'Actual parameters', align: 'end' },
      { key: 'effective', label: 'Effective parameters', align: 'end' },
      { key: 'density', label: 'Density', align: 'end' },
      { key: 'role', label: 'On the chart' },
    ],
    rows: defined.map(({ id, name, actual, effectiveParameters, density, bystander }) => ({
      name,
      actual: { text: formatCount(actual), sort: actual },
      effective: { text: formatCount(effectiveParameters ?? 0), sort: effectiveParameters },
      density: { text: formatDensity(density ?? 0), sort: density },
      role: frontier.includes(id)
        ? 'record holder'
        : bystander === null
          ? 'counted'
          : bystander.replace(/-/g, ' '),
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeEffectiveVsActual(results: Results): string {
  const counted = sizeDots(results).filter(({ counts }) => counts);
  const denser = counted.filter(({ actual, effective }) => effective > actual).length;
  return `Effective against actual parameters of ${counted.length} base models, both on logarithmic scales. Above the diagonal of density 1 lie ${denser}: they score like a larger ${results.ruler.name} model.`;
}
