/** Predictions by their ids: the record, and what became of it. */
import { data, resolutions } from '../build/results.ts';
import type { PredictionStatus, Resolution } from '../lib/predictions/resolution.ts';
import type { PredictionRecord } from '../lib/schemaPredictions.ts';

export interface Prediction {
  record: PredictionRecord;
  resolution: Resolution;
}

/** Every prediction with what became of it, in the order of the resolutions. */
export const predictions: readonly Prediction[] = resolutions.map((resolution) => {
  const record = data.predictions.find(({ id }) => id === resolution.id);
  if (!record) throw new RangeError(`data/predictions has no prediction "${resolution.id}"`);
  return { record, resolution };
});

/** A prediction by its id. */
export function findPrediction(id: string): Prediction {
  const found = predictions.find(({ record }) => record.id === id);
  if (!found) throw new RangeError(`data/predictions has no prediction "${id}"`);
  return found;
}

/** The style sheet's class for a status. */
export const predictionClass: Record<PredictionStatus, string> = {
  met: 'holds',
  missed: 'fails',
  open: 'open',
  'cannot be judged': 'mixed',
};
