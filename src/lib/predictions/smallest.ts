/** The smallest model that does as well as a yardstick, over time. */
import type { Match } from './scoresAtSize.ts';

/** A model smaller than every one before it that does as well. */
export interface SmallestStep {
  id: string;
  name: string;
  /** YYYY-MM-DD */
  released: string;
  parameters: number;
}

/**
 * Models in order of release, each smaller than all before it, whose mean lead over the yardstick is
 * not below zero.
 */
export function smallestSteps(matches: readonly Match[]): SmallestStep[] {
  const able = matches
    .filter(({ meanLead }) => meanLead >= 0)
    .sort(
      (a, b) =>
        (a.released < b.released ? -1 : a.released > b.released ? 1 : 0) ||
        a.parameters - b.parameters,
    );
  let least = Infinity;
  const steps: SmallestStep[] = [];
  for (const { id, name, released, parameters } of able) {
    if (parameters >= least) continue;
    least = parameters;
    steps.push({ id, name, released, parameters });
  }
  return steps;
}
