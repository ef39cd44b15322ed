/** Growth of a quantity over years: a line of ln value, its interval, and words where data are thin. */
import { LEVEL } from './choices.ts';
import { drawClusterWeights, numberClusters, percentileInterval } from './numerics/bootstrap.ts';
import { exp, ln } from './numerics/elementary.ts';
import { fitLine } from './numerics/linear.ts';
import { studentQuantile } from './numerics/probabilities.ts';
import { fitQuantileLine } from './numerics/quantileRegression.ts';
import { makeStream } from './numerics/random.ts';
import { dayNumber } from './time.ts';

/** A dated value of some quantity, > 0. */
export interface GrowthPoint {
  name: string;
  /** Decimal year. */
  year: number;
  value: number;
  /** Points of one cluster are not independent: chips of one process, phones of one maker. */
  cluster: string;
}

/** An exponential, ln(value) = intercept + slope · year. */
export interface Growth {
  points: number;
  clusters: number;
  /** First and last year of the points. */
  from: number;
  to: number;
  intercept: number;
  /** Growth of ln value a year. */
  slope: number;
  /** 90 % interval of the slope. */
  slopeInterval: [number, number];
}

/** A growth, or the sentence that says why none is given. */
export type GrowthResult = { growth: Growth; refusal: null } | { growth: null; refusal: string };

/** Below these a rate would be read off a handful of products or of makers. */
const LEAST_POINTS = 8;
const LEAST_CLUSTERS = 4;
/** In years. */
const LEAST_SPAN = 3;

/**
 * Least-squares line of ln value on years. The interval uses Student's t with the larger of two
 * errors of the slope: HC3, and the one robust to clusters.
 */
export function fitGrowth(points: readonly GrowthPoint[]): GrowthResult {
  const refusal = refuseThin(points);
  if (refusal) return { growth: null, refusal };
  const { x, y, clusters, extent } = prepare(points);
  const line = fitLine(x, y, { clusters });
  const error = Math.max(line.hc3Error, line.clusterError ?? 0);
  const reach = error * studentQuantile((1 + LEVEL) / 2, extent.clusters - 1);
  return {
    growth: {
      ...extent,
      intercept: line.intercept,
      slope: line.slope,
      slopeInterval: [line.slope - reach, line.slope + reach],
    },
    refusal: null,
  };
}

/**
 * The line that nine in ten points lie below: the edge of the field, as density's own trend is
 * measured. Interval by drawing clusters again, seeded.
 *
 * @param draws at least 50
 */
export function fitEdge(points: readonly GrowthPoint[], draws: number, seed: number): GrowthResult {
  const refusal = refuseThin(points);
  if (refusal) return { growth: null, refusal };
  const { x, y, clusters, extent } = prepare(points);
  const line = fitQuantileLine(x, y, EDGE);
  const numbered = numberClusters(clusters);
  const stream = makeStream(seed, 'edge of exponential growth');
  const weights = new Float64Array(points.length);
  const slopes = Array.from({ length: draws }, () => {
    drawClusterWeights(stream, numbered, weights);
    return fitQuantileLine(x, y, EDGE, weights, line).slope;
  });
  const { low, high } = percentileInterval(slopes, LEVEL);
  return {
    growth: {
      ...extent,
      intercept: line.intercept,
      slope: line.slope,
      slopeInterval: [low, high],
    },
    refusal: null,
  };
}

const EDGE = 0.9;

function prepare(points: readonly GrowthPoint[]) {
  const years = points.map(({ year }) => year);
  const clusters = points.map(({ cluster }) => cluster);
  return {
    x: years,
    y: points.map(({ value }) => ln(value)),
    clusters,
    extent: {
      points: points.length,
      clusters: new Set(clusters).size,
      from: Math.min(...years),
      to: Math.max(...years),
    },
  };
}

function refuseThin(points: readonly GrowthPoint[]): string | null {
  const clusters = new Set(points.map(({ cluster }) => cluster)).size;
  const years = points.map(({ year }) => year);
  const span = points.length > 0 ? Math.max(...years) - Math.min(...years) : 0;
  if (points.length >= LEAST_POINTS && clusters >= LEAST_CLUSTERS && span >= LEAST_SPAN) {
    return null;
  }
  return `A rate needs at least ${LEAST_POINTS} points in ${LEAST_CLUSTERS} independent groups over ${LEAST_SPAN} years; there are ${points.length} in ${clusters} over ${Math.floor(span)} years.`;
}

/** A doubling time in years; unbounded where the interval of the slope holds standstill. */
export type Doubling =
  | { status: 'bounded'; years: number; interval: [number, number] }
  /** `atLeast`: the fastest doubling that the data allow; null where even that is a fall. */
  | { status: 'unbounded'; atLeast: number | null };

export function doublingOf({ slope, slopeInterval: [low, high] }: Growth): Doubling {
  if (low > 0) {
    return {
      status: 'bounded',
      years: Math.LN2 / slope,
      interval: [Math.LN2 / high, Math.LN2 / low],
    };
  }
  return { status: 'unbounded', atLeast: high > 0 ? Math.LN2 / high : null };
}

/** Value of the exponential in a decimal year. */
export function valueIn({ intercept, slope }: Growth, year: number): number {
  return exp(intercept + slope * year);
}

/** How many times the quantity grows in a year. */
export function yearlyFactor({ slope }: Pick<Growth, 'slope'>): number {
  return exp(slope);
}

/**
 * A date of any precision as a decimal year; a month or a year stands for its middle.
 *
 * @param date YYYY, YYYY-MM or YYYY-MM-DD
 */
export function decimalYear(date: string): number {
  const year = Number(date.slice(0, 4));
  if (date.length === 4) return year + 0.5;
  const full = date.length === 7 ? `${date}-15` : date;
  const [start, next] = [dayNumber(`${date.slice(0, 4)}-01-01`), dayNumber(`${year + 1}-01-01`)];
  return year + (dayNumber(full) - start) / (next - start);
}
