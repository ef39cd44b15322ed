/** Every number of the site that has an address. A topic joins the list here. */
import { claimNumbers } from './claims.ts';
import type { Findings } from './findings.ts';
import { growthNumbers } from './growth.ts';
import type { NumberRecord } from './number.ts';

const topics: readonly ((findings: Findings) => NumberRecord[])[] = [
  growthNumbers,
  claimNumbers];

/**
 * All numbers, in order of topic.
 *
 * @throws RangeError where two share an id
 */
export function collectNumbers(findings: Findings): NumberRecord[] {
  const numbers = topics.flatMap((topic) => topic(findings));
  const seen = new Set<string>();
  for (const { id } of numbers) {
    if (seen.has(id)) throw new RangeError(`two numbers are called "${id}"`);
    seen.add(id);
  }
  return numbers;
}
