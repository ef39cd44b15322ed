/** A line of ln density on days that bends on one known day. */
import { LEVEL } from '../choices.ts';
import type { Measurement } from '../measure.ts';
import { ln } from '../numerics/elementary.ts';
import { fitQuantileLine } from '../numerics/quantileRegression.ts';
import { bootstrapChange, fitJoinpoint, searchBreak, testBreak } from '../numerics/segmented.ts';
import { clockDay } from '../panel.ts';
import { dateOfDay } from '../time.ts';
import type { Resampling } from './clusters.ts';
import { drawEstimates, drawnInterval } from './clusters.ts';

export interface BendOptions extends Resampling {
  /** Fewest models on either side, and families before. */
  leastEachSide: number;
  leastFamilies: number;
}

export interface Bend {
  name: string;
  breakAt: string;
  /** Models counted before and after the break, and left out for scores near chance. */
  before: number;
  after: number;
  leftOut: number;
  /** Growth of ln density per day on either side, and their difference with its interval. */
  slopeBefore: number | null;
  slopeAfter: number | null;
  change: number | null;
  interval: readonly [number, number] | null;
  /** ln density of the bent line on the clock's first day. */
  intercept: number | null;
  /** Chow's F test of two separate lines, and the F test of a bend alone: p-values. */
  chow: number | null;
  joined: number | null;
  /** Part of all other days at which a bend would have an F at least as large. */
  placebo: number | null;
  /** F of the bend at its own day, and at every other day that was tried, in order of day. */
  f: number | null;
  candidates: { date: string; f: number }[];
  /** The day with the largest F and its p-value after the search. */
  best: { date: string; p: number } | null;
  /** Separate lines at τ = 0.9 on either side: the upper edge, which decides nothing here. */
  edge: {
    slopeBefore: number;
    slopeAfter: number;
    change: number;
    interval: readonly [number, number] | null;
  } | null;
  points: { id: string; name: string; date: string; density: number }[];
  refusal: string | null;
}

/**
 * Fits the bend to models with a density and a date.
 *
 * @param leftOut how many were left out before
 */
export function describeBend(
  name: string,
  models: readonly Measurement[],
  leftOut: number,
  breakAt: string,
  options: BendOptions,
): Bend {
  const at = clockDay(breakAt);
  const x = models.map(({ day }) => day as number);
  const y = models.map(({ density }) => ln(density as number));
  const before = x.filter((day) => day <= at).length;
  const counts = { name, breakAt, before, after: x.length - before, leftOut };
  const points = models.map(({ id, name, released, density }) => ({
    id,
    name,
    date: released as string,
    density: density as number,
  }));
  const refusal = refuseBend(models, at, options);
  if (refusal) return { ...counts, ...unknownBend, points, refusal };
  return { ...counts, ...fitBend(x, y, models, at, options), points, refusal: null };
}

const unknownBend = {
  slopeBefore: null,
  slopeAfter: null,
  change: null,
  interval: null,
  intercept: null,
  chow: null,
  joined: null,
  placebo: null,
  f: null,
  candidates: [],
  best: null,
  edge: null,
};

function refuseBend(
  models: readonly Measurement[],
  at: number,
  { leastEachSide, leastFamilies }: BendOptions,
): string | null {
  const earlier = models.filter(({ day }) => (day as number) <= at);
  const least = Math.min(earlier.length, models.length - earlier.length);
  if (least < leastEachSide) {
    return `Needs ${leastEachSide} models with scores clearly above chance on either side of the break; there are ${earlier.length} before and ${models.length - earlier.length} after.`;
  }
  const families = new Set(earlier.map(({ family }) => family)).size;
  return families < leastFamilies
    ? `Needs ${leastFamilies} families before the break; there are ${families}.`
    : null;
}

function fitBend(
  x: readonly number[],
  y: readonly number[],
  models: readonly Measurement[],
  at: number,
  { draws, seed }: BendOptions,
) {
  const clusters = models.map(({ family }) => family);
  const line = fitJoinpoint(x, y, at, { clusters });
  const drawn = bootstrapChange(x, y, at, { clusters, draws, seed, level: LEVEL });
  const [chow, joined] = [testBreak(x, y, at, 'separate'), testBreak(x, y, at, 'joined')];
  const search = searchBreak(x, y, { shape: 'joined', draws, seed, clusters });
  const stronger = search.candidates.filter(({ f }) => f >= joined.f).length;
  return {
    slopeBefore: line.before,
    slopeAfter: line.after,
    change: line.change,
    interval: drawn.converged ? ([drawn.low, drawn.high] as const) : null,
    intercept: line.fit.coefficients[0] ?? null,
    chow: numberOrNull(chow.p),
    joined: numberOrNull(joined.p),
    placebo: search.candidates.length > 0 ? stronger / search.candidates.length : null,
    f: numberOrNull(joined.f),
    candidates: search.candidates.map(({ breakAt, f }) => ({ date: dateOfClock(breakAt), f })),
    best: search.converged ? { date: dateOfClock(search.breakAt), p: search.p } : null,
    edge: fitEdge(x, y, clusters, at, { draws, seed }),
  };
}

function fitEdge(
  x: readonly number[],
  y: readonly number[],
  families: readonly string[],
  at: number,
  resampling: Resampling,
): Bend['edge'] {
  const slopes = (weights?: Float64Array): [number, number] => {
    const side = (isAfter: boolean) => {
      const kept = Float64Array.from(x, (day, i) =>
        day > at === isAfter ? (weights?.[i] ?? 1) : 0,
      );
      return fitQuantileLine(x, y, 0.9, kept).slope;
    };
    return [side(false), side(true)];
  };
  const [slopeBefore, slopeAfter] = slopes();
  if (Number.isNaN(slopeBefore + slopeAfter)) return null;
  const changes = drawEstimates(families, resampling, (weights) => {
    const [before, after] = slopes(weights);
    return after - before;
  });
  const interval = drawnInterval(changes);
  return { slopeBefore, slopeAfter, change: slopeAfter - slopeBefore, interval };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function dateOfClock(day: number): string {
  return dateOfDay(day - clockDay('1970-01-01'));
}
