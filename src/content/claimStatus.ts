/** The five statuses: their order from confirmed to open, and what each says in a sentence. */
import type { AnyClaimResult } from '../lib/claims/claims.ts';
import { ruleOfStatus } from '../lib/claims/claimText.ts';
import type { ClaimStatus } from '../lib/claims/claim.ts';

const meanings: Readonly<Record<ClaimStatus, string>> = {
  holds: 'The data bear the claim out, at the rate that was claimed.',
  'holds at another rate': 'The direction is right, the claimed rate is not.',
  mixed: 'One part of the claim is borne out, another is not.',
  fails: 'The data exclude what was claimed.',
  'cannot be tested': 'The data on record cannot tell either way.',
};

const statuses = Object.keys(ruleOfStatus) as ClaimStatus[];

/** A status with its place in the order and its meaning. */
export function statusOf({ status }: Pick<AnyClaimResult, 'status'>) {
  return { status, order: statuses.indexOf(status), meaning: meanings[status] };
}

/** Every status with its meaning, in order. */
export const statusMeanings = statuses.map((status) => ({ status, meaning: meanings[status] }));
