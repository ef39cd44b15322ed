/** What became of a prediction. */
import type { PredictionRecord } from '../schemaPredictions.ts';

export type PredictionStatus = 'open' | 'met' | 'missed' | 'cannot be judged';

/** What a resolver finds. */
export interface Finding {
  status: PredictionStatus;
  /** Day on which it was met, or last day of one that was missed; null otherwise. */
  on: string | null;
  /** The record that met it. */
  by: { id: string; name: string } | null;
  /** The state of things as a sentence with numbers. */
  evidence: string;
  /** Rows for tables; what they hold depends on the resolver. */
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

export interface Resolution extends Finding {
  id: string;
  kind: PredictionRecord['kind'];
  made: string;
  deadline: string | null;
  /** Which datum would settle it; null once it is met or missed. */
  settledBy: string | null;
  probability: number | null;
  /** (probability − outcome)², 0 best; null until resolved or without a probability. */
  brier: number | null;
  /** ln of the probability given to what happened, 0 best; null like `brier`. */
  logScore: number | null;
}

/** The status of something that has not happened by `asOf`: open before its last day, missed after. */
export function pending(deadline: string | null, asOf: string): PredictionStatus {
  return deadline !== null && asOf > deadline ? 'missed' : 'open';
}

/** Last day whose records can still meet a prediction. */
export function lastDay(deadline: string | null, asOf: string): string {
  return deadline !== null && deadline < asOf ? deadline : asOf;
}

/** A status and the day from which it held. */
export interface StatusStep {
  from: string;
  status: PredictionStatus;
}

/**
 * The status over time, one entry for each change, oldest first: from the day it was made to the day
 * on which it was settled. What was met before it was made is met from the beginning.
 */
export function statusOverTime({
  made,
  status,
  on,
}: Pick<Resolution, 'made' | 'status' | 'on'>): StatusStep[] {
  const isSettled = status === 'met' || status === 'missed';
  if (!isSettled) return [{ from: made, status }];
  if (on === null || on <= made) return [{ from: made, status }];
  return [
    { from: made, status: 'open' },
    { from: on, status },
  ];
}
