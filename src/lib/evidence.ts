/**
 * What the trend rests on: how far the ruler is stretched, how much published scores differ, how full
 * the benchmarks are, what tuning does, which sizes are dense, and how many models are new.
 */
import { LEVEL } from './choices.ts';
import type { Results } from './compute.ts';
import { countsInTrend } from './compute.ts';
import { normalQuantile, percentile } from './numerics/distributions.ts';
import { ln } from './numerics/elementary.ts';
import { fitLine } from './numerics/linear.ts';
import type { PanelData } from './panel.ts';
import { clockDay } from './panel.ts';

/** How many models of the trend lie how far from the ruler's own sizes. */
export interface GradeCount {
  grade: 'interpolated' | 'within-2x' | 'within-10x' | 'beyond-10x';
  count: number;
  share: number;
}

/** The trend's models by grade, near to far. */
export function countGrades({ models }: Pick<Results, 'models'>): GradeCount[] {
  const counted = models.filter(countsInTrend);
  return (['interpolated', 'within-2x', 'within-10x', 'beyond-10x'] as const).map((grade) => {
    const count = counted.filter((model) => model.grade === grade).length;
    return { grade, count, share: count / Math.max(1, counted.length) };
  });
}

/** Differences among the published values of one model on one benchmark. */
export interface ScoreSpreads {
  /** Pairs of model and benchmark behind the trend, and those with several values. */
  pairs: number;
  several: number;
  /** Median distance between the lowest and the highest value of such a pair, a fraction. */
  medianRange: number;
  /** The widest one. */
  widest: { id: string; name: string; benchmark: string; low: number; high: number } | null;
}

/** How much the published values behind the trend differ among themselves. */
export function measureSpreads(data: PanelData, { models, ruler }: Results): ScoreSpreads {
  const records = new Map(data.models.map((record) => [record.id, record]));
  let pairs = 0;
  const ranges = models.filter(countsInTrend).flatMap((model) =>
    model.parts.flatMap(({ benchmark }) => {
      pairs += 1;
      const scores = records.get(model.id)?.scores ?? [];
      const axis = ruler.axes.find((candidate) => candidate.benchmark === benchmark);
      const values = model.rows
        .map((row) => scores[row])
        .filter((score) => score?.benchmark === axis?.benchmark)
        .map((score) => score?.value as number);
      if (values.length < 2) return [];
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return { id: model.id, name: model.name, benchmark, low, high };
    }),
  );
  const sorted = ranges.map(({ low, high }) => high - low).sort((a, b) => a - b);
  ranges.sort((a, b) => b.high - b.low - (a.high - a.low) || (a.id < b.id ? -1 : 1));
  return {
    pairs,
    several: ranges.length,
    medianRange: sorted.length > 0 ? percentile(sorted, 0.5) : 0,
    widest: ranges[0] ?? null,
  };
}

/** Tuned models beside the base models of the same family and size. */
export interface TuningEffect {
  pairs: number;
  /** Median of the tuned model's density over the base model's. */
  medianRatio: number;
  /** Pairs in which the tuned model is denser. */
  denser: number;
}

/** What tuning does to density as measured; null where no pair is on record. */
export function compareTuned({ models }: Pick<Results, 'models'>): TuningEffect | null {
  const bases = models.filter(countsInTrend);
  const ratios = models.flatMap((tuned) => {
    if (tuned.stage === 'base' || tuned.density === null) return [];
    const base = bases.find(
      ({ family, parameters }) =>
        family === tuned.family &&
        Math.abs(parameters.total / tuned.parameters.total - 1) < SAME_SIZE,
    );
    return base ? tuned.density / (base.density as number) : [];
  });
  if (ratios.length === 0) return null;
  ratios.sort((a, b) => a - b);
  return {
    pairs: ratios.length,
    medianRatio: percentile(ratios, 0.5),
    denser: ratios.filter((ratio) => ratio > 1).length,
  };
}

/** Two records of one family have the same size when their counts differ by less than this share. */
const SAME_SIZE = 0.03;

/** How near the trend's models have come to the top of one benchmark. */
export interface Saturation {
  benchmark: string;
  name: string;
  /** Highest score among the trend's models, and its holder. */
  best: number;
  holder: string;
  /** What one more point of score adds to the effective size there, a fraction. */
  onePoint: number;
}

/** Headroom per benchmark of the panel, the fullest first. */
export function measureSaturation({ models, ruler }: Results): Saturation[] {
  const found = ruler.axes.flatMap((axis) => {
    const scored = models.filter(countsInTrend).flatMap(({ name, parts }) => {
      const part = parts.find(({ benchmark }) => benchmark === axis.benchmark);
      return part ? { name, score: part.score, steepness: part.conditioning ?? 0 } : [];
    });
    scored.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
    const top = scored[0];
    if (!top) return [];
    const { benchmark, name } = axis;
    return { benchmark, name, best: top.score, holder: top.name, onePoint: 0.01 * top.steepness };
  });
  return found.sort((a, b) => b.best - a.best);
}

/** How density goes with size among models of one day. */
export interface SizeTilt {
  /** Change of ln ρ per unit of ln N at equal day, with its 90 % interval by family clusters. */
  slope: number;
  interval: [number, number];
}

/**
 * The partial slope of ln density on ln parameters, time held fixed (Frisch–Waugh: both are first
 * cleared of their own trend in time). Null where the models do not determine it.
 */
export function measureSizeTilt({ models }: Pick<Results, 'models'>): SizeTilt | null {
  const counted = models.filter(countsInTrend);
  const days = counted.map(({ day }) => day as number);
  const sizes = residuals(
    days,
    counted.map(({ actual }) => ln(actual)),
  );
  const densities = residuals(
    days,
    counted.map(({ density }) => ln(density as number)),
  );
  const families = [...new Set(counted.map(({ family }) => family))];
  const clusters = counted.map(({ family }) => families.indexOf(family));
  if (!sizes || !densities) return null;
  const fit = fitLine(sizes, densities, { clusters });
  if (!fit.converged || fit.clusterError === null) return null;
  const reach = normalQuantile(0.5 + LEVEL / 2) * fit.clusterError;
  return { slope: fit.slope, interval: [fit.slope - reach, fit.slope + reach] };
}

/** What is left of `y` after a straight line in `x`; null where there is no such line. */
function residuals(x: number[], y: number[]): number[] | null {
  const fit = fitLine(x, y);
  if (!fit.converged) return null;
  return y.map((value, i) => value - fit.intercept - fit.slope * (x[i] as number));
}

/** Models of the trend beyond ten times the ruler's sizes, and how many of them lie below the line. */
export function countFarBelow({ models, headline }: Pick<Results, 'models' | 'headline'>) {
  const far = models.filter((model) => countsInTrend(model) && model.grade === 'beyond-10x');
  const { line } = headline;
  const below = far.filter(
    ({ day, density }) =>
      line && ln(density as number) < line.intercept + line.slope * (day as number),
  );
  return { far: far.length, below: below.length };
}

/** The newest models of the trend. */
export interface LastYears {
  /** Models released in the last year of the data, and in the year before. */
  last: number;
  before: number;
  /** How many of the last year’s lie above the headline line. */
  above: number;
}

/** Counts the trend’s models by the data’s own date. */
export function countLastYears({
  models,
  headline,
  asOf,
}: Pick<Results, 'models' | 'headline' | 'asOf'>): LastYears {
  const end = clockDay(asOf);
  const within = (from: number, to: number) =>
    models.filter(
      (model) =>
        countsInTrend(model) && (model.day as number) > from && (model.day as number) <= to,
    );
  const last = within(end - 365, end);
  const { line } = headline;
  const above = last.filter(
    ({ day, density }) =>
      line && ln(density as number) > line.intercept + line.slope * (day as number),
  );
  return { last: last.length, before: within(end - 730, end - 365).length, above: above.length };
}
