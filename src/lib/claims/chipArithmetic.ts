/** The preprint's 88 days done again, and with other values for either term. */
import type { Data } from '../data.ts';
import { combinedDoubling, DAYS_PER_YEAR } from '../engines.ts';
import { findPublished } from '../published.ts';
import type { PublishedRecord } from '../schema.ts';

/** Density and chips that double together, each at a pace somebody names. */
export interface ChipSum {
  density: PublishedRecord;
  densityDays: number;
  chips: PublishedRecord;
  chipDays: number;
  /** 1 / (1/densityDays + 1/chipDays). */
  days: number;
}

const densities = [
  'xiao-2024-slope-highlights',
  'xiao-2024-doubling-sec33',
  'xiao-2025-doubling',
] as const;
const chips = [
  'xiao-2024-chip-doubling',
  'gpu-price-performance-2022',
  'gpu-price-performance-2022-all',
  'liu-2024-chip-doubling',
] as const;

/** Every published pace of density with every published pace of chips; the preprint's own pair first. */
export function chipSums(data: Pick<Data, 'published'>): ChipSum[] {
  return densities.flatMap((densityId) =>
    chips.map((chipId): ChipSum => {
      const [density, chip] = [findPublished(data, densityId), findPublished(data, chipId)];
      const [densityDays, chipDays] = [doublingDaysOf(density), doublingDaysOf(chip)];
      const days = combinedDoubling(densityDays, chipDays);
      return { density, densityDays, chips: chip, chipDays, days };
    }),
  );
}

/**
 * Days in which something doubles, from a quoted time or from a quoted growth of its logarithm.
 *
 * @throws RangeError where the unit is neither
 */
export function doublingDaysOf({
  id,
  value,
  unit,
}: Pick<PublishedRecord, 'id' | 'value' | 'unit'>): number {
  if (unit === 'days') return value;
  if (unit === 'per day') return Math.LN2 / value;
  if (unit === 'years') return value * DAYS_PER_YEAR;
  if (unit === 'months') return (value * DAYS_PER_YEAR) / 12;
  if (unit === 'months of 30 days') return value * 30;
  throw new RangeError(`doublingDaysOf knows days, months, years and rates, not ${unit} (${id})`);
}
