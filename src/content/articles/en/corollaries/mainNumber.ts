/** The number that a claim's verdict rests on, in a sentence. */
import type { ClaimId } from '../../../../lib/schemaClaims.ts';
import { levelText } from '../../../../lib/phrases.ts';
import { claimResult } from '../../../claims.ts';

/** The effect of the claim's main test with its interval, or that there is none. */
export function mainNumberOf(id: ClaimId): string {
  const { effect, interval } = claimResult(id);
  if (effect.value === null) return 'The main test gives no number.';
  const range = interval ? ` (${levelText} interval [[claim-${id}|interval]])` : '';
  return `The main number is the ${effect.name}: [[claim-${id}]]${range}.`;
}
