/** What the numbers of the claims share: a test's estimate, a rate per day, a count of levels. */
import type { ClaimResult, Rate } from '../claims/claim.ts';
import { daysOfRate } from '../claims/claim.ts';
import type { ClaimResultOf } from '../claims/claims.ts';
import { findClaim } from '../claims/claims.ts';
import type { LevelCounts } from '../claims/levelSummary.ts';
import type { ClaimId } from '../schemaClaims.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberInput, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

/** A claim's result, which its numbers need. */
export function claimOf<Id extends ClaimId>({ claims }: Findings, id: Id): ClaimResultOf<Id> {
  const claim = findClaim(claims, id);
  if (!claim) throw new RangeError(`the numbers need the claim "${id}" of data/claims`);
  return claim;
}

type Words = Pick<NumberDraft, 'id' | 'name' | 'definition' | 'formula' | 'inputs' | 'code'>;

/** The value of one of a claim's tests, in the unit of the test. */
export function testNumber(
  { tests }: Pick<ClaimResult, 'tests'>,
  name: string,
  words: Words,
): NumberRecord {
  const test = tests.find((candidate) => candidate.name === name);
  if (!test) throw new RangeError(`the claim has no test called "${name}"`);
  const { value, interval, refusal, unit } = test;
  const isDays = unit === 'days';
  return defineNumber({
    ...words,
    value,
    interval: value === null ? null : interval,
    unit: isDays ? 'days' : 'per day',
    refusal: value === null ? (refusal ?? 'The data bound no time: there is no fall.') : null,
  });
}

/** A rate per day as the days in which its quantity halves or doubles. */
export function rateNumber(rate: Rate | null, words: Words): NumberRecord {
  const { value, interval } = daysOfRate(rate);
  return defineNumber({
    ...words,
    value,
    interval: value === null ? null : interval,
    unit: 'days',
    refusal: value === null ? 'The data bound no time: there is no change at this rate.' : null,
  });
}

/** How many levels have a rate, and how they stand beside the claim. */
export function levelNumbers(
  id: string,
  what: string,
  counts: LevelCounts,
  inputs: readonly NumberInput[],
): NumberRecord[] {
  const parts = [
    ['fitted', 'with a rate and an interval'],
    ['slower', 'whose whole interval is slower than the claim'],
    ['within', 'whose interval holds the claim'],
    ['faster', 'whose whole interval is faster than the claim'],
    ['flat', 'whose interval holds no fall at all'],
  ] as const;
  return parts.map(([part, name]) =>
    defineNumber({
      id: `${id}-levels-${part}`,
      name: `fixed scores ${name} (${what})`,
      value: counts[part],
      unit: 'count',
      counted: 'levels',
      definition: 'A level is one fixed score on one benchmark under one protocol.',
      formula: 'count of levels by their 90 % intervals',
      inputs,
      code: 'src/lib/claims/levelSummary.ts',
    }),
  );
}
