/** What each estimator says of simulated data whose growth is known: a cloud of answers per estimator. */
import * as Plot from '@observablehq/plot';
import { estimators } from '../../lib/choices.ts';
import { formatFixed, formatInterval, formatPercent } from '../../lib/format.ts';
import type { SimulatedEstimator, Simulation } from '../../lib/nullSimulation.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, halo, ink, place, planeOf, rule, soft } from './frame.ts';
import type { ChartTable } from './table.ts';

/** Slopes of ln ρ per day as doublings a year: what a reader can picture. */
function doublingsPerYear(slope: number): number {
  return (slope * 365.25) / Math.LN2;
}

/** Dots in a cloud: each stands for an equal share of the simulated sets. */
const dots = 60;
const rowHeight = 92;

export function nullSimulation(simulation: Simulation, frame: Frame): Plot.PlotOptions {
  const rows = simulation.estimators.filter(({ slopes }) => slopes.length > 0);
  const margins = { left: frame.phone ? 12 : 228, right: 16, top: 46, bottom: 34 };
  const height = margins.top + margins.bottom + rows.length * (frame.phone ? 124 : rowHeight);
  const domain = growthDomain(simulation, rows);
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain, log: false },
    { domain: [rows.length, 0], log: false },
  );
  // Rows count downwards, so the range is turned over.
  const upright = {
    ...plane,
    y: { ...plane.y, range: [height - margins.bottom, margins.top] as const },
  };
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'linear', domain },
    y: { type: 'linear', domain: [rows.length, 0] },
    marks: [
      ...growthAxis(simulation, frame, upright),
      ...rows.flatMap((row, i) => answers(row, i, simulation, frame, upright)),
    ],
  };
}

function growthDomain({ rate }: Simulation, rows: readonly SimulatedEstimator[]): [number, number] {
  // The farthest answers of all would squeeze the rest into a corner; they are counted instead.
  const ends = rows.flatMap(({ slopes, percentiles }) => [quantile(slopes, 0.01), percentiles[2]]);
  const all = [0, rate, ...ends].map(doublingsPerYear);
  const pad = (Math.max(...all) - Math.min(...all)) * 0.08;
  return [Math.min(...all) - pad, Math.max(...all) + pad];
}

function growthAxis(simulation: Simulation, frame: Frame, plane: Plane): Plot.Markish[] {
  const [low, high] = plane.x.domain;
  const step = high - low > 30 ? 5 : high - low > 8 ? 2 : high - low > 3 ? 1 : 0.5;
  const ticks: number[] = [];
  for (let k = -40; k <= 40; k++) if (k * step >= low && k * step <= high) ticks.push(k * step);
  const truth = doublingsPerYear(simulation.rate);
  const name = simulation.rate === 0 ? 'the truth: no growth' : 'the truth';
  return [
    Plot.ruleX(ticks, { stroke: rule }),
    Plot.text(ticks, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 16,
      text: (d: number) => formatFixed(d, step < 1 ? 1 : 0),
      fill: soft,
    }),
    Plot.text(['Growth found, doublings of density a year'], {
      frameAnchor: 'top-left',
      dx: frame.phone ? -10 : -226,
      dy: -32,
      textAnchor: 'start',
      fill: soft,
    }),
    Plot.ruleX([truth], { stroke: ink, strokeWidth: 1.6 }),
    Plot.text([name], {
      x: truth,
      frameAnchor: 'top',
      dy: -11,
      dx: 5,
      textAnchor: 'start',
      fill: ink,
      fontWeight: 600,
    }),
  ];
}

/** A cloud of answers over its 90 % range, with the middle answer marked and named. */
function answers(
  row: SimulatedEstimator,
  index: number,
  simulation: Simulation,
  frame: Frame,
  plane: Plane,
): Plot.Markish[] {
  const base = index + (frame.phone ? 0.9 : 0.82);
  const cloud = stack(row.slopes, frame, plane, base);
  const beyond = dots - cloud.length;
  const [low, middle, high] = row.percentiles.map(doublingsPerYear) as [number, number, number];
  const missesTruth = row.percentiles[0] > simulation.rate || row.percentiles[2] < simulation.rate;
  const color = missesTruth ? accent : soft;
  const labelAt = frame.phone
    ? at(plane, 2, place(plane.y, index) + 14)
    : at(plane, 2, place(plane.y, base) - 12);
  return [
    Plot.ruleY([base], { stroke: rule }),
    Plot.dot(cloud, { x: 'x', y: 'y', r: frame.phone ? 2.2 : 2.8, fill: color, fillOpacity: 0.75 }),
    Plot.link([0], { x1: low, x2: high, y1: base, y2: base, dy: 7, stroke: ink, strokeWidth: 1.4 }),
    Plot.dot([0], { x: middle, y: base, dy: 7, r: 4, fill: ink }),
    ...(beyond > 0 ? [beyondMark(beyond, base, row, plane)] : []),
    Plot.text([labelAt], {
      x: 'x',
      y: 'y',
      text: () => estimators[row.estimator].name,
      textAnchor: 'start',
      lineWidth: frame.phone ? 40 : 15,
      lineHeight: 1.2,
      lineAnchor: frame.phone ? 'middle' : 'bottom',
      fill: ink,
      fontWeight: missesTruth ? 600 : 400,
      ...halo,
    }),
    Plot.text([labelAt], {
      x: 'x',
      y: 'y',
      dy: frame.phone ? 16 : 15,
      text: () =>
        `${formatFixed(middle, 1)} a year (${formatInterval([low, high], (v) => formatFixed(v, 1))})`,
      textAnchor: 'start',
      fill: missesTruth ? accent : faint,
      ...halo,
    }),
  ];
}

/** How many of the dots lie beyond the right edge. */
function beyondMark(
  count: number,
  base: number,
  { slopes }: SimulatedEstimator,
  plane: Plane,
): Plot.Markish {
  const share = formatPercent(count / dots, 0);
  const most = formatFixed(doublingsPerYear(quantile(slopes, 1)), 0);
  return Plot.text([at(plane, plane.x.range[1], place(plane.y, base) - 14)], {
    x: 'x',
    y: 'y',
    text: () => `${share} beyond, up to ${most} →`,
    textAnchor: 'end',
    fill: soft,
    ...halo,
  });
}

/** Equal shares of the sorted answers, piled up where they fall close together. */
function stack(slopes: readonly number[], frame: Frame, plane: Plane, base: number) {
  const size = frame.phone ? 4.8 : 6;
  const piles = new Map<number, number>();
  const values = Array.from({ length: dots }, (_, i) =>
    doublingsPerYear(quantile(slopes, (i + 0.5) / dots)),
  );
  const shown = values.filter((value) => value <= plane.x.domain[1]);
  const piled = shown.map((value) => {
    const bin = Math.round(place(plane.x, value) / size);
    const height = piles.get(bin) ?? 0;
    piles.set(bin, height + 1);
    return { bin, height };
  });
  const room = frame.phone ? 68 : 70;
  const step = Math.min(size, room / Math.max(1, ...piles.values()));
  return piled.map(({ bin, height }) =>
    at(plane, bin * size, place(plane.y, base) - (height + 0.6) * step),
  );
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

export function nullSimulationTable(simulation: Simulation): ChartTable {
  const perYear = (slope: number) => formatFixed(doublingsPerYear(slope), 2);
  return {
    columns: [
      { key: 'estimator', label: 'Estimator' },
      { key: 'median', label: 'Middle answer', note: 'doublings a year', align: 'end' },
      { key: 'interval', label: '90 % of the answers', align: 'end' },
      { key: 'truth', label: 'Truth', align: 'end' },
      { key: 'coverage', label: 'Intervals that hold the truth', align: 'end' },
    ],
    rows: simulation.estimators.map(({ estimator, percentiles, coverage }) => ({
      estimator: estimators[estimator].name,
      median: perYear(percentiles[1]),
      interval: formatInterval([percentiles[0], percentiles[2]], perYear),
      truth: perYear(simulation.rate),
      coverage: coverage === null ? 'not computed' : formatPercent(coverage, 0),
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeNullSimulation(simulation: Simulation): string {
  const { sets, models, families, rate } = simulation;
  const missing = simulation.estimators.filter(
    ({ slopes, percentiles }) =>
      slopes.length > 0 && (percentiles[0] > rate || percentiles[2] < rate),
  );
  const names = missing.map(({ estimator }) => estimators[estimator].name).join(' and ');
  const verdict = names
    ? `Nine in ten answers of this estimator miss the truth on one side: ${names}.`
    : 'The answers of every estimator lie about the truth.';
  return `Growth found by each estimator in ${sets} simulated sets of ${models} models in ${families} families. ${verdict}`;
}
