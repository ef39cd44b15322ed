/** What the corollaries on size, price, training and pace speak of: records, results, formats. */
import type { ClaimTest } from '../lib/claims/claim.ts';
import type { LevelSeries } from '../lib/claims/levels.ts';
import { formatFixed, formatPercent } from '../lib/format.ts';
import { eraSlopes, milestone } from '../lib/quotedArithmetic.ts';
import { claimRecord, claimResult } from './claims.ts';
import { data } from './measured.ts';

export const size = {
  record: claimRecord('parameters-halve'),
  result: claimResult('parameters-halve'),
};
export const price = {
  record: claimRecord('inference-cost'),
  result: claimResult('inference-cost'),
};
export const training = {
  record: claimRecord('training-cost'),
  result: claimResult('training-cost'),
};
export const pace = { record: claimRecord('acceleration'), result: claimResult('acceleration') };

export const eras = eraSlopes(data);
export const gpt3 = milestone(data);

/** "MMLU", "MMLU, one harness". */
export function benchmarkName(id: string): string {
  return data.benchmarks.find((benchmark) => benchmark.id === id)?.name ?? id;
}

const harnessNames: Record<string, string> = { 'oll-v1': 'one harness', 'oll-v2': 'one harness' };

/** The benchmark of a level, with a word on who ran it where developers did not. */
export function setName({ benchmark, protocols }: Pick<LevelSeries, 'benchmark' | 'protocols'>) {
  const harness = protocols.map((id) => harnessNames[id]).find(Boolean);
  return harness ? `${benchmarkName(benchmark)}, ${harness}` : benchmarkName(benchmark);
}

/** "65 % on MMLU (one harness)". */
export function levelName(level: Pick<LevelSeries, 'benchmark' | 'protocols' | 'level'>): string {
  const [name, harness] = setName(level).split(', ');
  return `${percent(level.level)} on ${name}${harness ? ` (${harness})` : ''}`;
}

export const percent = (level: number) => formatPercent(level, 0).replace(' ', '\u00a0');

/** "136 (121 to 185)", "300 or more", or that nothing falls. */
export function daysInWords(time: Pick<ClaimTest, 'value' | 'interval'>): string {
  const days = (value: number) => formatFixed(value, 0);
  const [low, high] = time.interval ?? [null, null];
  if (time.value === null) return low === null ? 'no fall' : `over ${days(low)}`;
  if (low === null) return days(time.value);
  return `${days(time.value)} (${days(low)} ${high === null ? 'or more' : `to ${days(high)}`})`;
}

/** The level that the size page takes as its example. */
export const exampleLevel = findExample();

function findExample() {
  const found = size.result.details.levels.find(
    ({ benchmark, level, protocols }) =>
      benchmark === 'mmlu' && level === 0.65 && protocols.includes('reported'),
  );
  if (!found) throw new RangeError('data/claims has no level of 65 % on MMLU');
  return found;
}

const [alone, whole] = pace.result.details.bends;
if (!alone || !whole) throw new RangeError('the claim on acceleration needs two tests');
export const bends = { alone, whole, slowdown: pace.result.details.slowdown };
