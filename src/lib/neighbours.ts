/** A model among the others: who was denser before it, who overtook it, and its own family. */
import type { Results } from './compute.ts';
import { countsInTrend } from './compute.ts';
import type { Measurement } from './measure.ts';
import type { ModelRecord } from './schema.ts';

/** Models of the trend that were out before this one and denser, densest first. */
export function denserBefore({ models }: Results, model: Measurement): Measurement[] {
  const { day, density } = model;
  if (day === null || density === null) return [];
  return models
    .filter((other) => countsInTrend(other) && isBefore(other.day, day))
    .filter((other) => (other.density as number) > density)
    .sort((a, b) => (b.density as number) - (a.density as number) || (a.id < b.id ? -1 : 1));
}

/**
 * The first model of the trend released after this one that has no more parameters and at least its
 * effective size; the smaller one where two came on a day. Null where there is none so far.
 */
export function overtakenBy({ models }: Results, model: Measurement): Measurement | null {
  const { day, effectiveParameters, actual } = model;
  if (day === null || effectiveParameters === null) return null;
  const better = models.filter(
    (other) =>
      countsInTrend(other) &&
      other.id !== model.id &&
      isBefore(day, other.day) &&
      other.actual <= actual &&
      (other.effectiveParameters as number) >= effectiveParameters,
  );
  better.sort((a, b) => (a.day as number) - (b.day as number) || a.actual - b.actual);
  return better[0] ?? null;
}

function isBefore(first: number | null, second: number | null): boolean {
  return first !== null && second !== null && first < second;
}

/** The models of one family in order of release, then size, then id; undated and unsized ones last. */
export function familyOf(models: readonly ModelRecord[], family: string): ModelRecord[] {
  return models
    .filter((model) => model.family === family)
    .sort((a, b) => {
      const [dateA, dateB] = [a, b].map(({ released }) => released?.date ?? '9999');
      const [sizeA, sizeB] = [a, b].map(({ parameters }) => parameters?.total ?? 1e18);
      return (
        compare(dateA as string, dateB as string) ||
        (sizeA as number) - (sizeB as number) ||
        compare(a.id, b.id)
      );
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
