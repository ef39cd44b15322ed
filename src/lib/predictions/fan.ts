/** What the simulated futures say of the next year, boiled down to what can be drawn. */
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { percentile } from '../numerics/distributions.ts';
import { exp } from '../numerics/elementary.ts';
import { clockDay } from '../panel.ts';
import { simulateFutures } from './forecast.ts';
import type { ForecastOptions, Future } from './forecast.ts';

/** Probabilities at which a fan is drawn. */
export const fanLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles of the highest density known by a day. */
export interface FanStep {
  /** Days after the data's own. */
  ahead: number;
  /** Densities at {@link fanLevels}. */
  record: readonly number[];
}

export interface Fan {
  /** First day of the fan, YYYY-MM-DD. */
  asOf: string;
  sets: number;
  /** The highest density on record. */
  record: number;
  steps: readonly FanStep[];
  /** Doubling times, days, at {@link fanLevels} with the data of the last day; null without growth. */
  doubling: readonly (number | null)[];
  /** Futures by doubling time on that day: from each edge up to the next; the last has no end. */
  histogram: readonly { from: number; share: number }[];
}

/** Edges of the histogram, days: every ten from 100 to 400. */
const EDGES = Array.from({ length: 31 }, (_, i) => 100 + 10 * i);
/** Days between the steps of the fan. */
const STEP = 7;

/**
 * The fan of the record density and the doubling times with data to `until`; null where there is no
 * line to go on.
 *
 * @param since first day of the line whose slope the futures also hold, as in {@link simulateFutures}
 */
export function spreadFutures(
  data: Data,
  results: Results,
  options: ForecastOptions,
  since: string,
): Fan | null {
  const futures = simulateFutures(data, results, options, since);
  if (futures.length === 0) return null;
  const { asOf, models } = results;
  const today = clockDay(asOf);
  const record = Math.max(
    ...models.flatMap(({ density, bystander }) => (density && !bystander ? [density] : [])),
  );
  const span = clockDay(options.until) - today;
  const aheads = Array.from({ length: Math.floor(span / STEP) + 1 }, (_, i) => i * STEP);
  if (aheads.at(-1) !== span) aheads.push(span);
  const times = futures.map(({ slope }) => (slope > 0 ? Math.LN2 / slope : Infinity));
  const sorted = Float64Array.from(times).sort();
  return {
    asOf,
    sets: futures.length,
    record,
    steps: aheads.map((ahead) => ({ ahead, record: recordsBy(futures, today + ahead, record) })),
    doubling: fanLevels.map((level) => finite(percentile(sorted, level))),
    histogram: EDGES.map((from, i) => {
      const to = EDGES[i + 1] ?? Infinity;
      const least = i === 0 ? 0 : from;
      return {
        from,
        share: times.filter((time) => time >= least && time < to).length / times.length,
      };
    }),
  };
}

/** Quantiles over futures of the highest density reached by a day. */
function recordsBy(futures: readonly Future[], day: number, record: number): number[] {
  const best = futures.map(({ models }) =>
    models.reduce((most, model) => {
      return model.day <= day ? Math.max(most, exp(model.lnDensity)) : most;
    }, record),
  );
  const sorted = Float64Array.from(best).sort();
  return fanLevels.map((level) => percentile(sorted, level));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
