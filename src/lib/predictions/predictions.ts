/** Predictions that score themselves: what became of each, and how good the probabilities were. */
import type { Data } from '../data.ts';
import { ln } from '../numerics/elementary.ts';
import type { PredictionRecord } from '../schemaPredictions.ts';
import { resolveDocumented, resolveShipments, resolveUnjudged } from './events.ts';
import { resolveDoublingTime, resolveGrowthSince, resolveModelReaches } from './growth.ts';
import type { Finding, Resolution } from './resolution.ts';
import { resolveScoresAtSize } from './scoresAtSize.ts';

/**
 * What became of every prediction of `data/predictions`, in order of kind as made, then id.
 *
 * @param asOf the day to judge from; the data's own by default. Scores are those of the data now
 */
export function resolvePredictions(data: Data, asOf: string = data.dataset.asOf): Resolution[] {
  return data.predictions.map((record) => resolvePrediction(data, record, asOf));
}

/** What became of one prediction. */
export function resolvePrediction(
  data: Data,
  record: PredictionRecord,
  asOf: string = data.dataset.asOf,
): Resolution {
  const finding = find(data, record, asOf);
  const { id, kind, made, deadline, probability } = record;
  const isSettled = finding.status === 'met' || finding.status === 'missed';
  const given = isSettled ? probability : null;
  const happened = finding.status === 'met';
  return {
    id,
    kind,
    made,
    deadline,
    ...finding,
    settledBy: isSettled ? null : record.settledBy,
    probability,
    brier: given === null ? null : brierScore(given, happened),
    logScore: given === null ? null : logScore(given, happened),
  };
}

function find(data: Data, record: PredictionRecord, asOf: string): Finding {
  const { resolver } = record;
  switch (resolver.kind) {
    case 'scores-at-size':
      return resolveScoresAtSize(data, record, resolver, asOf);
    case 'documented':
      return resolveDocumented(record, resolver, asOf);
    case 'unjudged':
      return resolveUnjudged();
    case 'growth-since':
      return resolveGrowthSince(data, record, resolver, asOf);
    case 'shipments':
      return resolveShipments(data.context.ubiquity, record, resolver, asOf);
    case 'doubling-time':
      return resolveDoublingTime(data, record, resolver, asOf);
    case 'model-reaches':
      return resolveModelReaches(data, record, resolver, asOf);
  }
}

/** (probability − outcome)²: 0 best, 1 worst, 0.25 for always saying one half. */
export function brierScore(probability: number, happened: boolean): number {
  const error = probability - (happened ? 1 : 0);
  return error * error;
}

/** ln of the probability given to what happened: 0 best, −0.69 for one half; −Infinity for a false certainty. */
export function logScore(probability: number, happened: boolean): number {
  return ln(happened ? probability : 1 - probability);
}

/** Mean scores of the predictions that had a probability and are settled. */
export interface ForecastRecord {
  /** With a probability, and settled among them. */
  made: number;
  settled: number;
  /** How many of the settled came true, and how many were expected to. */
  met: number;
  expected: number;
  brier: number | null;
  logScore: number | null;
}

/** How good the probabilities have been so far. */
export function scoreForecasts(resolutions: readonly Resolution[]): ForecastRecord {
  const made = resolutions.filter(({ probability }) => probability !== null);
  const settled = made.filter(({ brier }) => brier !== null);
  const mean = (of: (resolution: Resolution) => number) =>
    settled.length > 0
      ? settled.reduce((sum, resolution) => sum + of(resolution), 0) / settled.length
      : null;
  return {
    made: made.length,
    settled: settled.length,
    met: settled.filter(({ status }) => status === 'met').length,
    expected: settled.reduce((sum, { probability }) => sum + (probability as number), 0),
    brier: mean(({ brier }) => brier as number),
    logScore: mean(({ logScore }) => logScore as number),
  };
}
