/** The ruler, one small picture per benchmark: how the score of one family rises with its size. */
import * as Plot from '@observablehq/plot';
import { formatCount, formatPercent } from '../../lib/format.ts';
import { exp, ln } from '../../lib/numerics/elementary.ts';
import type { Ruler, RulerAxis } from '../../lib/ruler.ts';
import { predictScore } from '../../lib/ruler.ts';
import type { Frame } from './frame.ts';
import { accent, faint, halo, ink, rule, soft, strongRule } from './frame.ts';
import type { ChartTable } from './table.ts';

/** How far beyond its own sizes the curve is drawn, as a factor on either side. */
const reach = 10;

/** Place of a small picture in the grid of pictures. */
interface Cell {
  fx: number;
  fy: number;
}

export function rulerCurves(ruler: Ruler, frame: Frame): Plot.PlotOptions {
  const columns = Math.min(frame.phone ? 2 : 3, ruler.axes.length);
  const rows = Math.ceil(ruler.axes.length / columns);
  const cells = ruler.axes.map((axis, i) => ({
    axis,
    fx: i % columns,
    fy: Math.floor(i / columns),
  }));
  const [low, high] = ruler.domain;
  const bounds: [number, number] = [low / reach, high * reach];
  return {
    width: frame.width,
    height: rows * (frame.phone ? 190 : 236) + 60,
    marginLeft: 38,
    marginRight: 8,
    marginTop: 62,
    marginBottom: 30,
    axis: null,
    x: { type: 'log', domain: bounds },
    y: { domain: [0, 1] },
    fx: { padding: 0.1, axis: null },
    fy: { padding: frame.phone ? 0.34 : 0.28, axis: null },
    marks: [
      legend(ruler, frame),
      ...cells.flatMap((cell) => cellAxes(cell, cell.axis, ruler, bounds)),
      ...curves(cells, ruler),
    ],
  };
}

/** How to read the shading and the strokes, above the pictures. */
function legend(ruler: Ruler, frame: Frame): Plot.Markish {
  const text = frame.phone
    ? `Shaded: sizes of ${ruler.name}. Dashed: extrapolated`
    : `Score against parameters. Shaded: the sizes of ${ruler.name}, where the ruler interpolates. Dashed: extrapolated.`;
  return Plot.text([text], {
    fx: 0,
    fy: 0,
    frameAnchor: 'top-left',
    dx: -36,
    dy: -46,
    textAnchor: 'start',
    fill: soft,
  });
}

/** Hairlines, the zone of interpolation, chance and ceiling, and the name of the benchmark. */
function cellAxes(
  { fx, fy }: Cell,
  axis: RulerAxis,
  ruler: Ruler,
  bounds: readonly [number, number],
): Plot.Markish[] {
  const [low, high] = ruler.domain;
  const sizes = [1e8, 1e9, 1e10, 1e11, 1e12].filter((n) => n >= bounds[0] && n <= bounds[1]);
  const place = { fx, fy };
  return [
    Plot.rect([0], { ...place, x1: low, x2: high, y1: 0, y2: 1, fill: accent, fillOpacity: 0.08 }),
    Plot.ruleY([0.25, 0.5, 0.75], { ...place, stroke: rule }),
    Plot.ruleY([0], { ...place, stroke: strongRule }),
    Plot.text(fx === 0 ? [0, 0.5, 1] : [], {
      ...place,
      y: (d: number) => d,
      frameAnchor: 'left',
      dx: -6,
      textAnchor: 'end',
      text: (d: number) => formatPercent(d, 0),
      fill: soft,
    }),
    Plot.text(sizes, {
      ...place,
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 14,
      text: formatCount,
      fill: soft,
    }),
    limit(place, axis.ceiling, 'ceiling', bounds, 10),
    ...(axis.chance > 0 ? [limit(place, axis.chance, 'guessing', bounds, -8)] : []),
    Plot.text([axis.name], {
      ...place,
      frameAnchor: 'top-left',
      dx: fx === 0 ? -36 : 0,
      dy: -13,
      lineAnchor: 'bottom',
      textAnchor: 'start',
      fill: ink,
      fontWeight: 600,
    }),
  ].flat();
}

function limit(
  place: Cell,
  value: number,
  name: string,
  bounds: readonly [number, number],
  dy: number,
): Plot.Markish[] {
  return [
    Plot.ruleY([value], { ...place, stroke: faint, strokeDasharray: '2,3' }),
    Plot.text([name], {
      ...place,
      x: bounds[0],
      y: value,
      dx: 4,
      dy,
      textAnchor: 'start',
      fill: faint,
      fontSize: 11,
    }),
  ];
}

/** Curves, solid between the ruler's sizes and dashed beyond, with the family's own scores. */
function curves(cells: readonly (Cell & { axis: RulerAxis })[], ruler: Ruler): Plot.Markish[] {
  const [low, high] = ruler.domain;
  const stretch = (from: number, to: number) =>
    cells.flatMap(({ axis, fx, fy }) =>
      Array.from({ length: 31 }, (_, i) => {
        const u = ln(from) + ((ln(to) - ln(from)) * i) / 30;
        return { size: exp(u), score: predictScore(axis, u), fx, fy, axis: axis.benchmark };
      }),
    );
  const channels = {
    x: 'size',
    y: 'score',
    fx: 'fx',
    fy: 'fy',
    z: 'axis',
    stroke: accent,
  } as const;
  const points = cells.flatMap(({ axis, fx, fy }) => axis.points.map((p) => ({ ...p, fx, fy })));
  return [
    Plot.line(stretch(low / reach, low), { ...channels, strokeDasharray: '3,4', strokeWidth: 1.4 }),
    Plot.line(stretch(high, high * reach), {
      ...channels,
      strokeDasharray: '3,4',
      strokeWidth: 1.4,
    }),
    Plot.line(stretch(low, high), { ...channels, strokeWidth: 2.25 }),
    Plot.dot(points, {
      x: 'parameters',
      y: 'score',
      fx: 'fx',
      fy: 'fy',
      r: 3.6,
      fill: ink,
      stroke: halo.stroke,
      title: 'name',
    }),
  ];
}

export function rulerCurvesTable(ruler: Ruler): ChartTable {
  return {
    columns: [
      { key: 'benchmark', label: 'Benchmark' },
      { key: 'model', label: 'Model' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'fitted', label: 'Curve', align: 'end' },
    ],
    rows: ruler.axes.flatMap((axis) =>
      axis.points.map(({ name, parameters, score, fitted }) => ({
        benchmark: axis.name,
        model: name,
        parameters: { text: formatCount(parameters), sort: parameters },
        score: { text: formatPercent(score), sort: score },
        fitted: { text: formatPercent(fitted), sort: fitted },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeRulerCurves(ruler: Ruler): string {
  const names = ruler.axes.map(({ name }) => name).join(', ');
  const [low, high] = ruler.domain;
  return `Score against parameters of ${ruler.name} on ${names}. Each curve rises from the level of guessing towards the ceiling; it is solid between ${formatCount(low)} and ${formatCount(high)}, the family's own sizes, and dashed where it extrapolates.`;
}
