/** Numbers of the sixth corollary beside its main one. */
import type { ClaimResultOf } from '../claims/claims.ts';
import { findClaim } from '../claims/claims.ts';
import {
  clearPairs,
  decidingPairs,
  partBySize,
  ratioOfPair,
} from '../claims/compressionSummary.ts';
import { exp } from '../numerics/elementary.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

type Compression = ClaimResultOf<'compression'>;

const common = {
  inputs: [{ label: 'The claim, its test and its result', path: '/c/compression/' }],
  code: 'src/lib/claims/compression.ts',
};

/** Ids of the groups, by the names that the test gives them. */
const groupIds: Readonly<Record<string, string>> = {
  pruning: 'pruned',
  'pruning and distillation': 'pruned-distilled',
  distillation: 'distilled',
  quantisation: 'quantised',
  'pruning without retraining, by perplexity': 'unretrained',
};

export function compressionNumbers({ data, claims }: Findings): NumberRecord[] {
  const claim = findClaim(claims, 'compression');
  if (!claim) return [];
  const usually = data.claims.find((record) => record.id === 'compression')?.parameters.usually;
  return [
    ...countNumbers(claim),
    ...claim.details.groups.flatMap(groupNumbers),
    ...halfNumbers(claim),
    gemmaNumber(claim),
    defineNumber({
      ...common,
      id: 'compression-usually',
      name: 'share of losing pairs that counts as usually',
      value: usually ?? null,
      refusal: usually === undefined ? 'The claim has no record.' : null,
      unit: 'fraction',
      definition: 'Fixed in the claim’s record before the pairs were compared.',
      formula: 'two in three',
    }),
  ];
}

function countNumbers({ details }: Compression): NumberRecord[] {
  const [main] = details.groups;
  const clear = clearPairs(details.pairs);
  const count = (id: string, name: string, value: number, counted = 'pairs') =>
    defineNumber({
      ...common,
      id: `compression-${id}`,
      name,
      value,
      unit: 'count',
      counted,
      definition:
        'Counted among the pruned and distilled models that share scores with their parents.',
      formula: 'count of rows',
    });
  const loses = main?.loses ?? 0;
  const pairs = main?.pairs ?? 0;
  return [
    count('loses', 'pruned and distilled models less dense than their parents', loses),
    count('gains', 'pruned and distilled models denser than their parents', main?.gains ?? 0),
    count('parents', 'parents of the pruned and distilled models', main?.parents ?? 0, 'models'),
    count('clear-losses', 'losses that stand clear of their own error', clear.lose.length),
    count('clear-gains', 'gains that stand clear of their own error', clear.gain.length),
    defineNumber({
      ...common,
      id: 'compression-loses-share',
      name: 'share of the pruned and distilled models that lose density',
      value: pairs > 0 ? loses / pairs : null,
      refusal: pairs > 0 ? null : 'There are no such pairs.',
      unit: 'fraction',
      definition: 'Losing pairs over all pairs, whatever the size of the loss.',
      formula: 'losing pairs / pairs',
    }),
  ];
}

function groupNumbers(group: Compression['details']['groups'][number]): NumberRecord[] {
  const id = groupIds[group.name];
  if (!id) return [];
  const { median, interval, refusal } = group;
  return [
    defineNumber({
      ...common,
      id: `compression-${id}`,
      name: `density of the child over density of the parent, ${group.name}`,
      value: median === null ? null : exp(median),
      refusal: median === null ? (refusal ?? 'There is no median.') : null,
      interval: interval && [exp(interval[0]), exp(interval[1])],
      unit: 'times',
      definition: 'Median over the pairs of the group; the interval resamples parents.',
      formula: 'exp(median of ln(density of child / density of parent))',
    }),
    defineNumber({
      ...common,
      id: `compression-${id}-n`,
      name: `pairs of child and parent, ${group.name}`,
      value: group.pairs,
      unit: 'count',
      counted: 'pairs',
      definition: 'Pairs with shared scores, or shared perplexities, from one source.',
      formula: 'count of rows',
    }),
    defineNumber({
      ...common,
      id: `compression-${id}-loses`,
      name: `pairs that lose density, ${group.name}`,
      value: group.loses,
      unit: 'count',
      counted: 'pairs',
      definition: 'Pairs whose child is less dense than its parent, by however little.',
      formula: 'count of rows',
    }),
  ];
}

function halfNumbers({ details }: Compression): NumberRecord[] {
  const { small, large } = partBySize(details.pairs);
  const half = (id: string, name: string, { median, pairs }: typeof small): NumberDraft[] => [
    {
      ...common,
      code: 'src/lib/claims/compressionSummary.ts',
      id: `compression-${id}`,
      name: `density of child over parent, ${name}`,
      value: median,
      refusal: median === null ? 'There are no such pairs.' : null,
      unit: 'times',
      definition:
        'Median over pruned and distilled pairs, parted by how much of the parent is left.',
      formula: 'median of density of child / density of parent',
    },
    {
      ...common,
      code: 'src/lib/claims/compressionSummary.ts',
      id: `compression-${id}-n`,
      name: `pairs with ${name}`,
      value: pairs,
      unit: 'count',
      counted: 'pairs',
      definition: 'Pruned and distilled pairs, parted by how much of the parent is left.',
      formula: 'count of rows',
    },
  ];
  return [
    ...half('half-or-less', 'children of half the size or less', small),
    ...half('over-half', 'children of more than half the size', large),
  ].map(defineNumber);
}

function gemmaNumber({ details }: Compression): NumberRecord {
  const pair = decidingPairs(details.pairs).find(({ child }) => child === 'gemma-2-9b');
  const ratio = pair ? ratioOfPair(pair) : null;
  return defineNumber({
    ...common,
    code: 'src/lib/claims/compressionSummary.ts',
    id: 'compression-gemma-2-9b',
    name: 'density of Gemma 2 9B over density of Gemma 2 27B',
    value: ratio?.ratio ?? null,
    refusal: ratio ? null : 'The two share no scores that the ruler can measure.',
    interval: ratio?.interval ?? null,
    unit: 'times',
    definition:
      'The exception that the preprint names. The interval comes from the two models’ standard errors, the ruler held fixed.',
    formula: 'density of child / density of parent, on the tests they share',
  });
}
