/** Claims by their ids: the record, and what became of it. */
import { claims, data } from '../build/results.ts';
import type { ClaimStatus } from '../lib/claims/claim.ts';
import type { ClaimResultOf } from '../lib/claims/claims.ts';
import { findClaim } from '../lib/claims/claims.ts';
import type { ClaimId, ClaimOf } from '../lib/schemaClaims.ts';

/** The record of a claim: statement, test, rules. */
export function claimRecord<Id extends ClaimId>(id: Id): ClaimOf<Id> {
  const record = data.claims.find((claim) => claim.id === id);
  if (!record) throw new RangeError(`data/claims has no claim "${id}"`);
  return record as ClaimOf<Id>;
}

/** The result of a claim. */
export function claimResult<Id extends ClaimId>(id: Id): ClaimResultOf<Id> {
  const result = findClaim(claims, id);
  if (!result) throw new RangeError(`data/claims has no claim "${id}"`);
  return result;
}

/** The style sheet's class for a status: colour and sign, never colour alone. */
export const statusClass: Record<ClaimStatus, string> = {
  holds: 'holds',
  'holds at another rate': 'partly',
  mixed: 'mixed',
  fails: 'fails',
  'cannot be tested': 'open',
};
