/** Every number of the site that has an address. A topic joins the list here. */
import { claimNumbers } from './claims.ts';
import { economyNumbers } from './claimsEconomy.ts';
import { trainingNumbers } from './claimsTraining.ts';
import { compressionNumbers } from './compression.ts';
import { exampleNumbers } from './examples.ts';
import type { Findings } from './findings.ts';
import { growthNumbers } from './growth.ts';
import type { NumberRecord } from './number.ts';
import { onDeviceNumbers } from './onDevice.ts';
import { predictionNumbers } from './predictions.ts';
import { shelfLifeNumbers } from './shelfLife.ts';
import { surenessNumbers } from './sureness.ts';
import { theoryNumbers } from './theory.ts';

export const topics: readonly ((findings: Findings) => NumberRecord[])[] = [
  growthNumbers,
  economyNumbers,
  trainingNumbers,
  claimNumbers,
  onDeviceNumbers,
  compressionNumbers,
  shelfLifeNumbers,
  predictionNumbers,
  surenessNumbers,
  theoryNumbers,
  exampleNumbers,
];

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
