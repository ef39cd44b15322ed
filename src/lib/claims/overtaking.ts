/** Two models that somebody names as a case of overtaking, measured side by side. */
import { LEVEL } from '../choices.ts';
import type { Results } from '../compute.ts';
import type { Measurement } from '../measure.ts';
import { normalQuantile } from '../numerics/distributions.ts';
import { exp, ln } from '../numerics/elementary.ts';
import { dayNumber } from '../time.ts';

export interface Overtaking {
  older: string;
  newer: string;
  /** Days between the releases. */
  days: number;
  /** Parameters of the newer over those of the older, embeddings included. */
  sizeRatio: number;
  /** Effective parameters of the newer over those of the older; null where either has none. */
  abilityRatio: number | null;
  /** Its 90 % interval from the two standard errors, the ruler held fixed. */
  interval: readonly [number, number] | null;
  /** Which of the two are tuned, and so outside the law. */
  tuned: string[];
}

/** Null where either model is not measured on the panel, or has no date. */
export function compareOvertaking(
  { models }: Pick<Results, 'models'>,
  olderId: string,
  newerId: string,
): Overtaking | null {
  const [older, newer] = [olderId, newerId].map((id) => models.find((model) => model.id === id));
  if (!older?.released || !newer?.released) return null;
  const ability = compareAbility(older, newer);
  return {
    older: older.id,
    newer: newer.id,
    days: dayNumber(newer.released) - dayNumber(older.released),
    sizeRatio: newer.actual / older.actual,
    abilityRatio: ability?.ratio ?? null,
    interval: ability?.interval ?? null,
    tuned: [older, newer].filter(({ stage }) => stage !== 'base').map(({ id }) => id),
  };
}

function compareAbility(older: Measurement, newer: Measurement) {
  if (older.effectiveParameters === null || newer.effectiveParameters === null) return null;
  const difference = ln(newer.effectiveParameters / older.effectiveParameters);
  const ratio = exp(difference);
  const [a, b] = [older.standardError, newer.standardError];
  if (a === null || b === null) return { ratio, interval: null };
  const reach = normalQuantile(0.5 + LEVEL / 2) * Math.sqrt(a * a + b * b);
  return { ratio, interval: [exp(difference - reach), exp(difference + reach)] as const };
}

/** What a ratio of abilities says: `undecided` where its interval holds one, or where there is none. */
export type AbilityState = 'abler' | 'undecided' | 'less-able' | 'unmeasured';

export function judgeAbility(
  overtaking: Pick<Overtaking, 'abilityRatio' | 'interval'> | null,
): AbilityState {
  if (overtaking?.abilityRatio === undefined || overtaking.abilityRatio === null) {
    return 'unmeasured';
  }
  const { interval } = overtaking;
  if (!interval) return 'undecided';
  if (interval[0] > 1) return 'abler';
  return interval[1] < 1 ? 'less-able' : 'undecided';
}

/** Share of the parameters that suffices after so many days, by a doubling time: 2^(−days / doubling). */
export function shareAfter(days: number, doublingDays: number): number {
  return exp((-Math.LN2 * days) / doublingDays);
}
