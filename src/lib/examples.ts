/** Models that the articles explain things with, chosen by rule and so never out of date. */
import type { Results } from './compute.ts';
import { countsInTrend } from './compute.ts';
import type { Measurement } from './measure.ts';
import { ln } from './numerics/elementary.ts';

/** A model with a density. */
export type DefinedMeasurement = Measurement & {
  released: string;
  effectiveParameters: number;
  density: number;
  interval: [number, number];
  standardError: number;
};

export interface Examples {
  /** The first record holder since the clock's start. */
  early: DefinedMeasurement;
  /** Outside the ruler's family, well measured, density nearest to one. */
  level: DefinedMeasurement;
  /** The record holder of today. */
  dense: DefinedMeasurement;
}

/** Largest standard error of ln density of a model that is called well measured. */
const WELL_MEASURED = 0.4;

/**
 * Picks one model each.
 *
 * @throws RangeError where the trend has no such model
 */
export function pickExamples(results: Results): Examples {
  const counted = results.models.filter(isDefined);
  const inRuler = new Set(results.ruler.axes.flatMap(({ points }) => points.map(({ id }) => id)));
  const rulerFamilies = new Set(
    counted.filter(({ id }) => inRuler.has(id)).map(({ family }) => family),
  );
  const level = counted
    .filter(
      ({ family, standardError }) => !rulerFamilies.has(family) && standardError < WELL_MEASURED,
    )
    .sort((a, b) => Math.abs(ln(a.density)) - Math.abs(ln(b.density)))[0];
  const record = (id: string | undefined) => counted.find((model) => model.id === id);
  const [early, dense] = [record(results.frontier[0]), record(results.frontier.at(-1))];
  if (!early || !level || !dense) {
    throw new RangeError('pickExamples requires record holders and a well measured model');
  }
  return { early, level, dense };
}

function isDefined(model: Measurement): model is DefinedMeasurement {
  return countsInTrend(model) && model.released !== null;
}
