/**
 * What each estimator says of data whose growth is known: none at all, or the paper's. The designs
 * are the real ones (the same days, the same families), so that families stand clustered in time;
 * ln ρ = rate · day + family effect + model effect, both Gaussian, with the spread of the real data.
 */
import type { EstimatorId } from './choices.ts';
import { estimatorIds, LEVEL } from './choices.ts';
import { percentile } from './numerics/distributions.ts';
import { makeStream } from './numerics/random.ts';
import type { TrendLine, TrendPoints } from './trend.ts';
import { fitTrend, frontier } from './trend.ts';

/** Growth of the paper's fit, ln ρ per day (preprint, section 3.3). */
export const PUBLISHED_RATE = 0.0073;

export interface Design {
  points: TrendPoints;
  /** Standard deviations of ln ρ about the trend: between families, and within one. */
  familySpread: number;
  modelSpread: number;
}

export interface SimulatedEstimator {
  estimator: EstimatorId;
  /** Fitted slopes, one per simulated set, per day, sorted. */
  slopes: number[];
  mean: number;
  /** 5th, 50th and 95th percentile of the slopes. */
  percentiles: [number, number, number];
  /** Share of sets whose 90 % family-bootstrap interval holds the truth; null without resamples. */
  coverage: number | null;
}

export interface Simulation {
  /** The true growth of ln ρ per day. */
  rate: number;
  sets: number;
  resamples: number;
  models: number;
  families: number;
  estimators: SimulatedEstimator[];
  /** Of the running maximum: median R² and median number of records. */
  records: { r2: number; count: number };
}

/**
 * The design of a set of points: its days and families, and the spread of its residuals about the
 * all-models line, split between families and within them by the method of moments.
 */
export function designOf(points: TrendPoints): Design {
  const line = fitTrend(points, 'all-models') as TrendLine;
  const groups = new Map<number, number[]>();
  for (let i = 0; i < points.x.length; i++) {
    const residual =
      (points.y[i] as number) - line.intercept - line.slope * (points.x[i] as number);
    const family = points.family[i] as number;
    groups.set(family, [...(groups.get(family) ?? []), residual]);
  }
  const lists = [...groups.values()];
  const n = points.x.length;
  const within =
    lists.reduce((sum, list) => sum + sumOfSquares(list), 0) / Math.max(1, n - lists.length);
  const total = lists.flat().reduce((sum, value) => sum + value * value, 0) / Math.max(1, n - 2);
  return {
    points,
    familySpread: Math.sqrt(Math.max(0, total - within)),
    modelSpread: Math.sqrt(within),
  };
}

function sumOfSquares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
}

/** One made-up set of ln ρ on the design's days. */
export function simulateSet(design: Design, rate: number, seed: number, name: string): TrendPoints {
  const { points, familySpread, modelSpread } = design;
  const stream = makeStream(seed, name);
  const families = new Float64Array(Math.max(-1, ...points.family) + 1);
  for (let f = 0; f < families.length; f++) families[f] = familySpread * stream.normal();
  const y = points.x.map(
    (day, i) =>
      rate * day + (families[points.family[i] as number] as number) + modelSpread * stream.normal(),
  );
  return { ...points, y };
}

/**
 * Fits every estimator to many sets of known growth.
 *
 * @param rate true growth of ln ρ per day
 * @param resamples family-bootstrap draws per set, 0 for none
 */
export function simulateEstimators(
  design: Design,
  rate: number,
  { sets, resamples, seed }: { sets: number; resamples: number; seed: number },
): Simulation {
  const slopes = new Map(estimatorIds.map((id) => [id, [] as number[]]));
  const covered = new Map(estimatorIds.map((id) => [id, 0]));
  const r2: number[] = [];
  const records: number[] = [];
  const weights = familyWeights(design.points, resamples, seed);
  for (let set = 0; set < sets; set++) {
    const points = simulateSet(design, rate, seed, `set/${set}`);
    for (const estimator of estimatorIds) {
      const line = fitTrend(points, estimator);
      if (!line) continue;
      slopes.get(estimator)?.push(line.slope);
      if (estimator === 'running-maximum') {
        r2.push(line.r2 ?? 0);
        records.push(frontier(points).length);
      }
      if (resamples > 0 && holdsTruth(points, estimator, weights, line, rate)) {
        covered.set(estimator, (covered.get(estimator) ?? 0) + 1);
      }
    }
  }
  return {
    rate,
    sets,
    resamples,
    models: design.points.x.length,
    families: new Set(design.points.family).size,
    estimators: estimatorIds.map((estimator) => {
      const sorted = (slopes.get(estimator) ?? []).sort((a, b) => a - b);
      const coverage = resamples > 0 ? (covered.get(estimator) ?? 0) / sets : null;
      return summarise(estimator, sorted, coverage);
    }),
    records: { r2: medianOf(r2), count: medianOf(records) },
  };
}

function summarise(
  estimator: EstimatorId,
  sorted: number[],
  coverage: number | null,
): SimulatedEstimator {
  const mean = sorted.reduce((sum, slope) => sum + slope, 0) / sorted.length;
  const at = (p: number) => percentile(sorted, p);
  return {
    estimator,
    slopes: sorted,
    mean,
    percentiles: [at((1 - LEVEL) / 2), at(0.5), at((1 + LEVEL) / 2)],
    coverage,
  };
}

function medianOf(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** Poisson(1) weights of every point in every resample; one resample after the other. */
function familyWeights({ family }: TrendPoints, resamples: number, seed: number): Float64Array[] {
  const stream = makeStream(seed, 'resamples');
  const families = Math.max(-1, ...family) + 1;
  return Array.from({ length: resamples }, () => {
    const counts = Float64Array.from({ length: families }, () => stream.poisson());
    return Float64Array.from(family, (f) => counts[f] as number);
  });
}

function holdsTruth(
  points: TrendPoints,
  estimator: EstimatorId,
  weights: readonly Float64Array[],
  start: TrendLine,
  rate: number,
): boolean {
  const slopes = weights
    .map((weight) => fitTrend(points, estimator, weight, start)?.slope ?? Number.NaN)
    .filter((slope) => !Number.isNaN(slope))
    .sort((a, b) => a - b);
  const low = percentile(slopes, (1 - LEVEL) / 2);
  const high = percentile(slopes, (1 + LEVEL) / 2);
  return low <= rate && rate <= high;
}
