/**
 * The talk's three engines, each measured from `data/context/`: batteries, chips, and the memory of
 * phones as what a device brings to a model. The quantities differ; only their paces are compared.
 */
import type { Data } from './data.ts';
import type { Growth, GrowthPoint, GrowthResult } from './exponentialGrowth.ts';
import { decimalYear, fitEdge, fitGrowth } from './exponentialGrowth.ts';
import type { PublishedRecord } from './schema.ts';
import type { Pace } from './sentences.ts';
import { judgePace } from './sentences.ts';

/** Draws for the interval of the edge, and their seed. */
const DRAWS = 1000;
const SEED = 20230224;
/** Mean length of a year in days. */
export const DAYS_PER_YEAR = 365.25;

/** A quantity over time: the points a rate is taken from, and others that are only shown. */
export interface Series {
  points: GrowthPoint[];
  aside: GrowthPoint[];
  result: GrowthResult;
}

type Chips = Pick<Data['context'], 'chips'>;

/** Transistors per processor; chips of one year form a cluster. */
export function processorSeries({ chips }: Chips): Series {
  const points = chips.cpuTransistors.map(({ year, transistorsThousands, locator }) => ({
    name: locator ?? 'processor',
    year,
    value: transistorsThousands * 1e3,
    cluster: String(Math.floor(year)),
  }));
  return { points, aside: [], result: fitGrowth(points) };
}

/**
 * Million transistors per square millimetre; chips of one process form a cluster. Beside the line
 * through all chips the edge that nine in ten lie below. Where the area counts one chiplet of
 * several, the density is no density, and the chip is only shown.
 */
export function circuitSeries({ chips }: Chips): Series & { edge: GrowthResult } {
  const all = chips.densityRows.map((row) => ({
    name: row.name,
    year: decimalYear(row.date),
    value: row.densityMtrPerMm2,
    cluster: `process ${row.processNm ?? 'not stated'}`,
    isWhole: !row.multiDie,
  }));
  const points = all.filter(({ isWhole }) => isWhole).map(withoutMark);
  const aside = all.filter(({ isWhole }) => !isWhole).map(withoutMark);
  return { points, aside, result: fitGrowth(points), edge: fitEdge(points, DRAWS, SEED) };
}

function withoutMark({ isWhole: _, ...point }: GrowthPoint & { isWhole: boolean }): GrowthPoint {
  return point;
}

/** Memory of leading phones in gigabytes, by maker; averages over all phones and rumours aside. */
export function phoneSeries({ memory }: Pick<Data['context'], 'memory'>): Series {
  const points = memory.phones
    .filter(({ tier, rumour }) => tier === 'flagship' && !rumour)
    .map(({ device, maker, year, ramGb }) => ({
      name: device,
      year: year + 0.5,
      value: ramGb,
      cluster: maker,
    }));
  const aside = memory.averageRam.map(({ scope, year, averageRamGb, source }) => ({
    name: scope,
    year: year + 0.5,
    value: averageRamGb,
    cluster: source ?? 'talk',
  }));
  return { points, aside, result: fitGrowth(points) };
}

/** Evidence that may carry a rate: a cell that was sold, with a figure from a good source. */
const notSold = /^low|plan|sample|announce/;

/**
 * Watt-hours per kilogram of battery cells. Only cells that were sold count; plans, samples,
 * announcements and weak sources are shown aside. Packs and market averages never enter: a pack
 * carries its case and its cooling, so that one line through both would measure neither.
 */
export function batterySeries({ batteries }: Pick<Data['context'], 'batteries'>): Series {
  const cells = batteries.records.flatMap(({ date, product, whPerKg, level, quality, source }) =>
    level === 'cell' && whPerKg !== null
      ? [
          {
            point: {
              name: product,
              year: decimalYear(date),
              value: whPerKg,
              cluster: source ?? 'talk',
            },
            isSold: !notSold.test(quality),
          },
        ]
      : [],
  );
  const points = cells.filter(({ isSold }) => isSold).map(({ point }) => point);
  const aside = cells.filter(({ isSold }) => !isSold).map(({ point }) => point);
  return { points, aside, result: fitGrowth(points) };
}

/** A growth of battery density as somebody else states it. */
export interface QuotedGrowth {
  claim: string;
  years: number;
  /** Which density: by volume, by mass, or not said. */
  kind: 'volume' | 'mass' | 'either';
  quality: string;
  source: string;
}

/** Published growth of batteries with a doubling time and a source; the talk's own claim left out. */
export function batteryClaims({ batteries }: Pick<Data['context'], 'batteries'>): QuotedGrowth[] {
  return batteries.growthClaims.flatMap((row) => {
    const { claim, quality } = row;
    const source = row.source === null ? undefined : batteries.sources[row.source]?.url;
    if (!source) return [];
    const kinds = [
      ['volume', row.doublingYearsVolumetric],
      ['mass', row.doublingYearsGravimetric],
      ['either', row.doublingYears],
    ] as const;
    return kinds.flatMap(([kind, years]) =>
      years ? [{ claim, years, kind, quality, source }] : [],
    );
  });
}

/**
 * A quoted doubling time in years.
 *
 * @throws RangeError where the unit is no duration
 */
export function yearsOf({
  id,
  value,
  unit,
}: Pick<PublishedRecord, 'id' | 'value' | 'unit'>): number {
  if (unit === 'years') return value;
  if (unit === 'months') return value / 12;
  if (unit === 'days') return value / DAYS_PER_YEAR;
  throw new RangeError(`yearsOf requires years, months or days, not ${unit} (${id})`);
}

/** A measured growth beside a claimed doubling time. */
export function judgeRate(growth: Growth | null, claimedYears: number): Pace {
  if (!growth) return 'unmeasured';
  const [low, high] = growth.slopeInterval;
  const slopeInterval: [number, number] = [low / DAYS_PER_YEAR, high / DAYS_PER_YEAR];
  return judgePace(
    { line: null, slopeInterval, slopeIntervalError: null },
    claimedYears * DAYS_PER_YEAR,
  );
}

/** Doubling time of a product of two quantities, from the doubling times of both. */
export function combinedDoubling(first: number, second: number): number {
  return 1 / (1 / first + 1 / second);
}
