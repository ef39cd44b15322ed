/**
 * Families as curves of score against size: once where they lie, and once slid along the axis until
 * all meet half way up, which shows whether their shapes differ.
 */
import * as Plot from '@observablehq/plot';
import { formatCount, formatFixed, formatPercent } from '../../lib/format.ts';
import { exp, ln } from '../../lib/numerics/elementary.ts';
import type { Recipe, RecipeReport } from '../../lib/recipes.ts';
import { predictScore } from '../../lib/ruler.ts';
import type { Frame, Plane } from './frame.ts';
import {
  accent,
  at,
  faint,
  fontSizeOf,
  halo,
  ink,
  place,
  rule,
  soft,
  strongRule,
} from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';

/** One of the two pictures. */
interface View {
  fx: number;
  fy: number;
  title: string;
  /** By what each family's sizes are multiplied. */
  shift: (recipe: Recipe) => number;
  named: boolean;
}

const room = { top: 46, bottom: 40, left: 42, right: 10 };

export function recipeCurves(report: RecipeReport, frame: Frame): Plot.PlotOptions {
  const { recipes } = report;
  const newest = recipes.at(-1)?.midpoint ?? 0;
  const views: View[] = [
    { title: '', shift: () => 1, named: true },
    {
      title: 'The same, slid until they meet',
      shift: ({ midpoint }: Recipe) => exp(newest - midpoint),
      named: false,
    },
  ].map((view, i) => ({ ...view, fx: frame.phone ? 0 : i, fy: frame.phone ? i : 0 }));
  const sizes = recipes.flatMap(({ points }) => points.map(({ parameters }) => parameters));
  const slid = recipes.flatMap((recipe) =>
    recipe.points.map(({ parameters }) => parameters * exp(newest - recipe.midpoint)),
  );
  const x: [number, number] = [Math.min(...sizes, ...slid) / 1.5, Math.max(...sizes) * 1.5];
  const scores = recipes.flatMap(({ points }) => points.map(({ score }) => score));
  const y: [number, number] = [
    Math.max(0, Math.min(report.chance, ...scores) - 0.03),
    Math.min(1, Math.max(...scores) + 0.06),
  ];
  const cell = cellOf(frame, x, y);
  return {
    width: frame.width,
    height: frame.phone ? 620 : 430,
    marginLeft: room.left,
    marginRight: room.right,
    marginTop: room.top,
    marginBottom: room.bottom,
    axis: null,
    x: { type: 'log', domain: x },
    y: { domain: y },
    fx: { padding: 0.08, axis: null },
    fy: { padding: frame.phone ? 0.2 : 0, axis: null },
    marks: views.flatMap((view) => [
      ...axes(view, report, cell),
      ...curves(view, recipes),
      ...(view.named ? familyNames(view, recipes, cell, frame) : []),
    ]),
  };
}

function axes(
  { fx, fy, title }: View,
  { name, chance }: RecipeReport,
  { x, y }: Plane,
): Plot.Markish[] {
  const cell = { fx, fy };
  const isIn =
    ([low, high]: readonly [number, number]) =>
    (n: number) =>
      n >= low && n <= high;
  const sizes = [1e7, 1e8, 1e9, 1e10, 1e11, 1e12].filter(isIn(x.domain));
  const scores = [0, 0.25, 0.5, 0.75, 1].filter(isIn(y.domain));
  return [
    Plot.ruleY(scores, { ...cell, stroke: rule }),
    Plot.ruleY([y.domain[0]], { ...cell, stroke: strongRule }),
    Plot.ruleX(sizes, { ...cell, stroke: rule }),
    ...(chance > 0
      ? [Plot.ruleY([chance], { ...cell, stroke: faint, strokeDasharray: '2,3' })]
      : []),
    Plot.text(fx === 0 ? scores : [], {
      ...cell,
      y: (d: number) => d,
      frameAnchor: 'left',
      dx: -6,
      textAnchor: 'end',
      text: (d: number) => formatPercent(d, 0),
      fill: soft,
    }),
    Plot.text(sizes, {
      ...cell,
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 16,
      text: formatCount,
      fill: soft,
    }),
    Plot.text([fx + fy === 0 ? `${name} against parameters` : title], {
      ...cell,
      frameAnchor: 'top-left',
      dx: fx === 0 ? -room.left + 2 : 0,
      dy: -14,
      lineAnchor: 'bottom',
      textAnchor: 'start',
      fill: ink,
      fontWeight: 600,
    }),
  ];
}

/** Older families in ink, thin; the newest third in the accent, so that the drift shows in grey too. */
function curves({ fx, fy, shift }: View, recipes: readonly Recipe[]): Plot.Markish[] {
  return recipes.flatMap((recipe, i) => {
    const isNew = i >= (2 * recipes.length) / 3;
    const isOld = i < recipes.length / 3;
    const by = shift(recipe);
    const line = curveOf(recipe).map(({ size, score }) => ({ size: size * by, score }));
    const stroke = isNew ? accent : ink;
    const cell = { fx, fy, x: 'size', y: 'score' } as const;
    const dots = recipe.points.map(({ name, parameters, score }) => ({
      name,
      score,
      size: parameters * by,
    }));
    return [
      Plot.line(line, {
        ...cell,
        stroke,
        strokeWidth: isNew ? 2 : 1.3,
        strokeOpacity: isOld ? 0.75 : 0.9,
        ...(isOld && { strokeDasharray: '4,3' }),
      }),
      Plot.dot(dots, { ...cell, r: isNew ? 2.8 : 2.2, fill: stroke, title: 'name' }),
    ];
  });
}

/** Points of a family's curve between its own sizes. */
function curveOf(recipe: Recipe): { size: number; score: number }[] {
  const [from, to] = [recipe.points[0], recipe.points.at(-1)].map((point) =>
    ln(point?.parameters ?? 1),
  ) as [number, number];
  return Array.from({ length: 19 }, (_, k) => {
    const u = from + ((to - from) * k) / 18;
    return { size: exp(u), score: predictScore(recipe, u) };
  });
}

/** One picture as a plane of its own, for the labels; nearly as large as Plot makes it. */
function cellOf(frame: Frame, x: [number, number], y: [number, number]): Plane {
  const inner = frame.width - room.left - room.right;
  const width = frame.phone ? inner : inner * 0.475;
  const height = frame.phone ? 238 : 344;
  return {
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
    x: { domain: x, range: [0, width], log: true },
    y: { domain: y, range: [height, 0], log: false },
  };
}

/** Families by name at an end of their curves, where no other curve runs. */
function familyNames(
  { fx, fy }: View,
  recipes: readonly Recipe[],
  cell: Plane,
  frame: Frame,
): Plot.Markish[] {
  const spot = (parameters: number, score: number) => ({
    x: place(cell.x, parameters),
    y: place(cell.y, score),
  });
  const order = recipes
    .map((recipe, i) => ({ recipe, rank: Math.min(i, recipes.length - 1 - i) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ recipe }) => recipe);
  const requests = order.flatMap(({ family, points }) =>
    [points[0], points.at(-1)].flatMap((point) =>
      point ? [{ text: family, ...spot(point.parameters, point.score) }] : [],
    ),
  );
  const obstacles = recipes.flatMap((recipe) => [
    ...curveOf(recipe).map(({ size, score }) => ({ ...spot(size, score), radius: 2 })),
    ...recipe.points.map(({ parameters, score }) => ({ ...spot(parameters, score), radius: 3 })),
  ]);
  const bounds = {
    left: cell.x.range[0],
    right: cell.x.range[1] + 8,
    top: cell.y.range[1],
    bottom: cell.y.range[0] - 4,
  };
  const labels = placeLabels(requests, obstacles, bounds, fontSizeOf(frame), 24);
  const once = labels.filter(({ text }, i) => labels.findIndex((one) => one.text === text) === i);
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      once.filter((label) => label.anchor === anchor),
      {
        fx,
        fy,
        x: (d) => at(cell, d.labelX, d.labelY).x,
        y: (d) => at(cell, d.labelX, d.labelY).y,
        text: 'text',
        textAnchor: anchor,
        fill: ink,
        ...halo,
      },
    ),
  );
}

export function recipeCurvesTable({ recipes }: RecipeReport): ChartTable {
  return {
    columns: [
      { key: 'family', label: 'Family' },
      { key: 'released', label: 'First release' },
      { key: 'model', label: 'Model', wraps: true },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'slope', label: 'Steepness of the curve', align: 'end' },
      { key: 'midpoint', label: 'Size half way up', align: 'end' },
    ],
    rows: recipes.flatMap(({ family, released, points, slope, midpoint }) =>
      points.map(({ name, parameters, score }) => ({
        family,
        released,
        model: name,
        parameters: { text: formatCount(parameters), sort: parameters },
        score: { text: formatPercent(score), sort: score },
        slope: { text: formatFixed(slope, 2), sort: slope },
        midpoint: { text: formatCount(exp(midpoint)), sort: midpoint },
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeRecipeCurves({ recipes, name }: RecipeReport): string {
  const told = recipes.map(
    ({ family, slope, midpoint }) =>
      `${family} is half way up at ${formatCount(exp(midpoint))}, steepness ${formatFixed(slope, 2)}`,
  );
  return `${name} score against parameters for ${recipes.length} families, oldest first: ${told.join('; ')}. In a second picture all curves are slid along the axis until they meet half way up, and nearly cover each other where their shapes are alike.`;
}
