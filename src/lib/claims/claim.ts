/** What a claim's evaluation gives, and how verdicts of single tests become one status. */
import type { Results } from '../compute.ts';
import type { ClaimId } from '../schemaClaims.ts';

export type ClaimStatus =
  'holds' | 'holds at another rate' | 'mixed' | 'fails' | 'cannot be tested';

/** The results a claim is judged from: the headline, and every panel beside it. */
export interface Measured {
  headline: Results;
  panels: readonly Results[];
}

/**
 * What one test says of the claim: `agrees`; `another rate` where the direction is right and the
 * size is not; `denies` where the claimed change is excluded; `open` where the data cannot tell.
 */
export type Verdict = 'agrees' | 'another rate' | 'denies' | 'open';

/** An estimate with its 90 % interval; an end that the data do not bound is null. */
export interface Estimate {
  value: number | null;
  interval: readonly [number | null, number | null] | null;
  unit: string;
}

export interface ClaimTest extends Estimate {
  /** What is measured, as a noun phrase. */
  name: string;
  verdict: Verdict;
  /** How many models, pairs or prices the estimate rests on. */
  n: number;
  /** Why there is no estimate, as a sentence; null where there is one. */
  refusal: string | null;
}

export interface ClaimResult<Id extends ClaimId = ClaimId, Details = unknown> {
  id: Id;
  status: ClaimStatus;
  /** The main number: what it is, its value, and its unit. */
  effect: { name: string; value: number | null; unit: string };
  /** 90 % interval of the effect; null where there is none, an end null where it is unbounded. */
  interval: readonly [number | null, number | null] | null;
  /** How many models, pairs or prices the effect rests on. */
  n: number;
  /** Which result would change the status, as a sentence with numbers. */
  wouldChange: string;
  /** Every test, the main one first. */
  tests: ClaimTest[];
  /** Rows for figures and tables. */
  details: Details;
}

/** A rate per day with its 90 % interval. */
export interface Rate {
  perDay: number;
  interval: readonly [number, number] | null;
}

/** The claimed time and the interval within which it counts as the same, days. */
export interface ClaimedRate {
  claimedDays: number;
  band: readonly [number, number];
  widest: number;
}

/**
 * Judges a rate of doubling or halving. `denies` where the interval excludes the slowest claimed
 * rate without lying above zero; `open` without an interval, where the interval holds both zero and
 * the claim, and where it meets the claim but is too wide.
 */
export function judgeRate(rate: Rate | null, { band, widest }: ClaimedRate): Verdict {
  if (!rate?.interval) return 'open';
  const [low, high] = rate.interval;
  const [slowest, fastest] = [Math.LN2 / band[1], Math.LN2 / band[0]];
  if (low <= 0) return high < slowest ? 'denies' : 'open';
  if (high < slowest || low > fastest) return 'another rate';
  return high / low <= widest ? 'agrees' : 'open';
}

/**
 * One status from the verdicts, the main test's first. A main test that is open gives way to the
 * first that is not. The others turn a status into `mixed` where at least half of those that can
 * tell contradict the main one on the direction.
 */
export function combineVerdicts(verdicts: readonly Verdict[]): ClaimStatus {
  const [main, ...others] = verdicts.filter((verdict) => verdict !== 'open');
  if (main === undefined) return 'cannot be tested';
  const denying = others.filter((verdict) => verdict === 'denies').length;
  const against = main === 'denies' ? others.length - denying : denying;
  if (against > 0 && 2 * against >= others.length) return 'mixed';
  if (main === 'denies') return 'fails';
  if (main === 'another rate') return 'holds at another rate';
  const agreeing = others.filter((verdict) => verdict === 'agrees').length;
  return 2 * agreeing >= others.length && denying === 0 ? 'holds' : 'holds at another rate';
}

/** Time of doubling or halving, days, with its interval; value and long end null where unbounded. */
export function daysOfRate(rate: Rate | null): Estimate {
  const unit = 'days';
  if (!rate) return { value: null, interval: null, unit };
  const time = (perDay: number) => (perDay > 0 ? Math.LN2 / perDay : null);
  const { interval } = rate;
  return {
    value: time(rate.perDay),
    interval: interval && interval[1] > 0 ? [time(interval[1]), time(interval[0])] : null,
    unit,
  };
}

/** A test of a rate, as days. */
export function rateTest(
  name: string,
  rate: Rate | null,
  n: number,
  claimed: ClaimedRate,
  refusal: string | null = null,
): ClaimTest {
  const noInterval =
    rate && !rate.interval
      ? 'There is no interval: too few resampled sets give an estimate.'
      : null;
  const verdict = judgeRate(rate, claimed);
  return { name, ...daysOfRate(rate), verdict, n, refusal: refusal ?? noInterval };
}
