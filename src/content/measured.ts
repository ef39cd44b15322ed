/** What the articles speak of: results, quoted values and examples, each under one name. */
import {
  choiceMap,
  data,
  drivers,
  influence,
  kinds,
  observatory,
  recipes,
  timeMachine,
} from '../build/results.ts';
import type { EstimatorId, WindowId } from '../lib/choices.ts';
import { defaultChoices, windowIds } from '../lib/choices.ts';
import type { Results } from '../lib/compute.ts';
import { countsInTrend, findTrend } from '../lib/compute.ts';
import { pickExamples } from '../lib/examples.ts';
import type { Simulation } from '../lib/nullSimulation.ts';
import { findPublished, publishedDoublings } from '../lib/published.ts';
import {
  compareTuned,
  countFarBelow,
  countGrades,
  countLastYears,
  measureSaturation,
  measureSizeTilt,
  measureSpreads,
} from '../lib/evidence.ts';
import { leaveFamiliesOut, measureVariants } from '../lib/sensitivity.ts';
import { trainedModels } from '../lib/training.ts';

export { choiceMap, data, drivers, influence, kinds, recipes, timeMachine };

export const { headline, panels, simulations, rivals } = observatory;

/** The panels that stand beside the headline. */
export const besides = panels.slice(1);

/** The headline's line by window, and the paper's method on all data. */
export const [preprint, journal, all] = trendsOf(headline, defaultChoices.estimator);
export const allRecords = trendsOf(headline, 'running-maximum')[2];

export const examples = pickExamples(headline);
export const trendModels = headline.models.filter(countsInTrend);
export const published = publishedDoublings(data);
export const variants = measureVariants(data);
export const families = leaveFamiliesOut(data, headline);
export const grades = countGrades(headline);
export const spreads = measureSpreads(data, headline);
export const tuning = compareTuned(headline);
export const saturation = measureSaturation(headline);
export const sizeTilt = measureSizeTilt(headline);
export const farBelow = countFarBelow(headline);
export const years = countLastYears(headline);
/** Models of the trend whose training tokens are known. */
export const trained = trainedModels(data, headline);

/** A quoted value by its id in data/published.json. */
export const quote = (id: string) => findPublished(data, id);

/** One estimator's lines in the order of the windows. */
function trendsOf(results: Results, estimator: EstimatorId) {
  const [first, second, third] = windowIds.map((window: WindowId) =>
    findTrend(results.trends, estimator, window),
  );
  if (!first || !second || !third) throw new RangeError('the articles speak of three windows');
  return [first, second, third] as const;
}

/** What one estimator says of simulated data. */
export function simulated({ estimators }: Simulation, estimator: EstimatorId) {
  const found = estimators.find((entry) => entry.estimator === estimator);
  if (!found) throw new RangeError(`the simulation has no estimator "${estimator}"`);
  return found;
}

/** A model's record. */
export function record(id: string) {
  const found = data.models.find((model) => model.id === id);
  if (!found) throw new RangeError(`data/models has no record "${id}"; name another example`);
  return found;
}

/** Total parameters of a model, which must be on record. */
export function sizeOf(id: string): number {
  const size = record(id).parameters?.total;
  if (!size) throw new RangeError(`data/models/${id}.json has no parameter count`);
  return size;
}
