/** Chips for learning machines: what they can do at most, and what an hour of one costs. */
import { medianOf } from './claims/clusters.ts';
import type { Data } from './data.ts';

type Chips = Data['context']['chips'];

/**
 * Operations a second of a chip at its dense 16-bit peak.
 *
 * @throws RangeError where the chip or its peak is not on record
 */
export function peakOf({ accelerators }: Pick<Chips, 'accelerators'>, name: string): number {
  const peak = accelerators.find((chip) => chip.name === name)?.tensorTflops;
  if (!peak) throw new RangeError(`data/context/chips.json has no peak of "${name}"`);
  return peak * 1e12;
}

/** Median rent of a chip for an hour, dollars, over the prices of some days; NaN of none. */
export function medianRent(
  { rentalPrices }: Pick<Chips, 'rentalPrices'>,
  chip: string,
  from: string,
  to: string,
): { median: number; count: number } {
  const prices = rentalPrices
    .filter(({ hardware, date }) => hardware.includes(chip) && date >= from && date <= to)
    .map(({ usdPerChipHour }) => usdPerChipHour);
  return { median: medianOf(prices), count: prices.length };
}
