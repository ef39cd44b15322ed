/** Sixth claim: compression lowers density. */
import type { Data } from '../data.ts';
import { formatPercent } from '../format.ts';
import { exp } from '../numerics/elementary.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Verdict } from './claim.ts';
import { combineVerdicts } from './claim.ts';
import { drawEstimates, drawnInterval, medianOf } from './clusters.ts';
import type { Pair, PairMethod } from './pairs.ts';
import { modelPairs, perplexityPairs } from './pairs.ts';

type Parameters = ClaimOf<'compression'>['parameters'];

/** Pairs of one kind together. */
export interface PairGroup {
  name: string;
  pairs: number;
  parents: number;
  loses: number;
  gains: number;
  /** Median of ln (density of child / density of parent), and its 90 % interval. */
  median: number | null;
  interval: readonly [number, number] | null;
  verdict: Verdict;
  refusal: string | null;
}

export interface CompressionDetails {
  pairs: Pair[];
  groups: PairGroup[];
  /** Children denser than their parents, densest first. */
  exceptions: Pair[];
}

const kinds: readonly PairMethod[] = [
  'pruning',
  'pruning and distillation',
  'distillation',
  'quantisation',
];

export function judgeCompression(
  data: Data,
  _measured: Measured,
  { parameters }: ClaimOf<'compression'>,
): ClaimResult<'compression', CompressionDetails> {
  const scored = modelPairs(data, parameters);
  const byPerplexity = perplexityPairs(data.context.compression, parameters);
  const group = (name: string, pairs: readonly Pair[]) => describeGroup(name, pairs, parameters);
  const main = group(
    'pruned and distilled models',
    scored.filter(({ method }) => method !== 'quantisation'),
  );
  const parts = kinds.map((kind) =>
    group(
      kind,
      scored.filter(({ method }) => method === kind),
    ),
  );
  const unretrained = group('pruning without retraining, by perplexity', byPerplexity);
  const groups = [main, ...parts, unretrained];
  const pairs = [...scored, ...byPerplexity];
  const tests = groups.map(groupTest);
  return {
    id: 'compression',
    status: statusOf(groups),
    effect: {
      name: 'density of the child over density of the parent, median',
      value: main.median === null ? null : exp(main.median),
      unit: 'times',
    },
    interval: main.interval && [exp(main.interval[0]), exp(main.interval[1])],
    n: main.pairs,
    wouldChange: sayWouldChange(main, parameters),
    tests,
    details: {
      pairs,
      groups,
      exceptions: pairs
        .filter(({ direction }) => direction === 'gains')
        .sort((a, b) => (b.lnRatio ?? 0) - (a.lnRatio ?? 0)),
    },
  };
}

/** The pruned and distilled models decide; no other group stands in for them where they cannot. */
function statusOf(groups: readonly PairGroup[]): ClaimStatus {
  const verdicts = groups.map(({ verdict }) => verdict);
  return verdicts[0] === 'open' ? 'cannot be tested' : combineVerdicts(verdicts);
}

/**
 * A pair without a size of loss enters the median far below (a child no better than guessing) or, if
 * only the sign of a change of score is known, by its sign next to zero.
 */
function changeOf({ lnRatio, direction, by }: Pair): number {
  if (lnRatio !== null) return lnRatio;
  if (by === 'chance') return -FAR;
  return direction === 'loses' ? -NEAR : direction === 'gains' ? NEAR : 0;
}

const FAR = 10;
const NEAR = 1e-6;

function describeGroup(name: string, pairs: readonly Pair[], parameters: Parameters): PairGroup {
  const parents = pairs.map(({ parent }) => parent);
  const count = (direction: Pair['direction']) =>
    pairs.filter((pair) => pair.direction === direction).length;
  const counts = {
    name,
    pairs: pairs.length,
    parents: new Set(parents).size,
    loses: count('loses'),
    gains: count('gains'),
  };
  const { leastPairs, leastParents } = parameters;
  if (counts.pairs < leastPairs || counts.parents < leastParents) {
    const refusal = `Needs ${leastPairs} pairs of ${leastParents} parents; there are ${counts.pairs} of ${counts.parents}.`;
    return { ...counts, median: null, interval: null, verdict: 'open', refusal };
  }
  const values = pairs.map(changeOf);
  const draws = drawEstimates(parents, parameters, (weights) =>
    medianOf(values.flatMap((value, i) => Array<number>(weights[i] as number).fill(value))),
  );
  const interval = drawnInterval(draws);
  const verdict = judgeGroup(counts, interval, parameters);
  return { ...counts, median: medianOf(values), interval, verdict, refusal: null };
}

function judgeGroup(
  { pairs, loses }: Pick<PairGroup, 'pairs' | 'loses'>,
  interval: readonly [number, number] | null,
  { usually }: Parameters,
): Verdict {
  if (!interval) return 'open';
  const share = loses / pairs;
  if (interval[1] < 0) return share >= usually ? 'agrees' : 'open';
  return interval[0] > 0 || share < 0.5 ? 'denies' : 'open';
}

function groupTest(group: PairGroup): ClaimTest {
  const { name, median, interval, verdict, pairs, refusal } = group;
  return {
    name: `density of child over parent, ${name}`,
    value: median === null ? null : exp(median),
    interval: interval && [exp(interval[0]), exp(interval[1])],
    unit: 'times',
    verdict,
    n: pairs,
    refusal,
  };
}

function sayWouldChange({ verdict, loses, pairs }: PairGroup, { usually }: Parameters): string {
  const share = formatPercent(usually, 0);
  if (verdict === 'agrees') {
    const spare = Math.floor(loses - usually * pairs);
    return `The claim stands as long as ${share} of the pruned and distilled pairs lose density and the interval of the median lies below one; ${spare + 1} losing pairs fewer would end that.`;
  }
  return `An interval of the median below one, with ${share} of the pruned and distilled pairs losing density, would let the claim hold; fewer than half losing would make it fail.`;
}
