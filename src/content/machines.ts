/** What the articles on the three engines and on ubiquity speak of: series, sales and counts. */
import {
  batteryClaims,
  batterySeries,
  circuitSeries,
  DAYS_PER_YEAR,
  phoneSeries,
  processorSeries,
  yearsOf,
} from '../lib/engines.ts';
import type { Doubling } from '../lib/exponentialGrowth.ts';
import {
  countDevices,
  findCount,
  nvidiaSold,
  quarterlySales,
  salesGrowth,
  yearlySales,
} from '../lib/ubiquity.ts';
import { all, data, quote } from './measured.ts';

const { context } = data;

export const processors = processorSeries(context);
export const circuits = circuitSeries(context);
export const phones = phoneSeries(context);
export const batteries = batterySeries(context);
export const batteryTalk = batteryClaims(context);

/** Density of models as a doubling time in years; null without a line. */
export const models: Doubling | null = modelDoubling();

function modelDoubling(): Doubling | null {
  const time = all.doublingTime;
  if (!time) return null;
  if (time.status === 'unbounded') {
    const { atLeast } = time;
    return { status: 'unbounded', atLeast: atLeast === null ? null : atLeast / DAYS_PER_YEAR };
  }
  const [low, high] = time.interval ?? [time.days, time.days];
  return {
    status: 'bounded',
    years: time.days / DAYS_PER_YEAR,
    interval: [low / DAYS_PER_YEAR, high / DAYS_PER_YEAR],
  };
}

/** The growth of a series, which the articles need. */
export function growthOf({ result }: { result: typeof phones.result }) {
  if (!result.growth) throw new RangeError(`a series has no growth: ${result.refusal}`);
  return result.growth;
}

/** A claimed doubling time in years. */
export const claimedYears = (id: string) => yearsOf(quote(id));

export const counts = countDevices(context);
export const count = (what: string, date: string, kind: Parameters<typeof findCount>[3]) =>
  findCount(counts, what, date, kind);

export const sold = nvidiaSold(context);
export const years = yearlySales(sold);
export const sales = salesGrowth(quarterlySales(sold));

/** NVIDIA’s chip of the talk, whose peak the arithmetic needs. */
export const h100 = context.chips.accelerators.find(({ name }) =>
  name.startsWith('NVIDIA H100 SXM'),
);
