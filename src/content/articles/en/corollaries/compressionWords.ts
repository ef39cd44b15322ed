/** Sentences on compressed models, one per state. */
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { clearPairs, partBySize } from '../../../../lib/claims/compressionSummary.ts';
import { formatNumeral } from '../../../../lib/format.ts';
import { exp } from '../../../../lib/numerics/elementary.ts';
import { capitalise, phraseList } from '../../../../lib/phrases.ts';
import { compareAbout, sentenceFor } from '../../../../lib/sentences.ts';
import { claimRecord, claimResult } from '../../../claims.ts';
import { mainNumberOf } from './mainNumber.ts';

export const record = claimRecord('compression');
export const result = claimResult('compression');
const { groups, pairs, exceptions: gains } = result.details;
const [main] = groups;
if (!main) throw new RangeError('the page needs the pairs that decide the claim');

const usual = main.loses >= record.parameters.usually * main.pairs;
/** Whether as many lose as "usually" asks for. */
export const share = sentenceFor(
  main.pairs === 0 ? 'nothing' : usual ? 'usual' : 2 * main.loses >= main.pairs ? 'half' : 'few',
  {
    usual:
      '[[compression-loses]] of [[claim-compression-n]] children are less dense than their parents. That is [[compression-loses-share]], and by the rule fixed in advance [[compression-usually]] count as “usually”.',
    half: '[[compression-loses]] of [[claim-compression-n]] children are less dense than their parents. That is [[compression-loses-share]], fewer than the [[compression-usually]] that by the rule count as “usually”.',
    few: 'Only [[compression-loses]] of [[claim-compression-n]] children are less dense than their parents, which is [[compression-loses-share]].',
    nothing: 'There are no pairs to count.',
  },
  'share of losing pairs',
);

/** Where the median and its interval lie. */
export const median = sentenceFor(
  main.interval === null
    ? 'none'
    : main.interval[1] < 0
      ? 'below'
      : main.interval[0] > 0
        ? 'above'
        : 'around',
  {
    below:
      'In the middle case the child keeps [[claim-compression]] its parent’s density, interval [[claim-compression|interval]]. The whole interval lies below one.',
    around:
      'In the middle case the child keeps [[claim-compression]] its parent’s density. But the interval runs from a clear loss to a small gain: [[claim-compression|interval]].',
    above:
      'In the middle case the child has [[claim-compression]] its parent’s density, interval [[claim-compression|interval]]. The whole interval lies above one.',
    none: 'There are too few pairs for a median with an interval.',
  },
  'median of the pairs',
);

export const mainNumber = mainNumberOf('compression');

export const verdict = sentenceFor(
  result.status,
  {
    holds:
      'Pruned and distilled models lose density, usually and in the middle case, and most of the other groups agree.',
    'holds at another rate':
      'Pruned and distilled models lose density, though not all the tests bear it out.',
    mixed: 'Pruned and distilled models say one thing, and most of the other groups another.',
    fails: 'Pruned and distilled models are not shown to lose density.',
    'cannot be tested': usual
      ? 'Most children did lose. But the same data would not be surprising if compression, on the whole, cost nothing. A claim that is likely true and a claim that is shown are two things.'
      : 'The pairs on record do not settle it: the interval of the median leaves room for a loss and for none.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on compression',
);

const clear = clearPairs(pairs);
const names = (list: typeof clear.lose) => phraseList(list.map(({ childName }) => childName));
/** Pairs whose own interval excludes one. */
export const clearSentence =
  clear.lose.length + clear.gain.length === 0
    ? 'Not one pair, taken alone, stands clear of its own error.'
    : [
        ...(2 * (clear.lose.length + clear.gain.length) < main.pairs
          ? ['Most cross the dashed line']
          : []),
        clear.lose.length === 0
          ? 'Taken alone, no loss stands clear of its own error'
          : `Taken alone, ${formatNumeral(clear.lose.length)} ${clear.lose.length === 1 ? 'loss stands' : 'losses stand'} clear of the error: ${names(clear.lose)}`,
        clear.gain.length === 0
          ? 'No gain does.'
          : `So ${clear.gain.length === 1 ? 'does one gain' : `do ${formatNumeral(clear.gain.length)} gains`}: ${names(clear.gain)}.`,
      ].join('. ');

const group = (name: string) => groups.find((entry) => entry.name === name);
const unretrained = group('pruning without retraining, by perplexity');
const quantised = group('quantisation');
/** What cutting without training again costs. */
export const unretrainedSentence = sentenceFor(
  unretrained?.median === null || unretrained === undefined
    ? 'none'
    : unretrained.loses === unretrained.pairs
      ? 'all'
      : 'some',
  {
    all: 'Cut weights away and do nothing more, and density collapses: all [[compression-unretrained-n]] such models lose, and the middle one keeps [[compression-unretrained]] its parent’s.',
    some: 'Of [[compression-unretrained-n]] models that were cut and not trained again [[compression-unretrained-loses]] lose; the middle one keeps [[compression-unretrained]] its parent’s density.',
    none: 'There are too few models that were cut and not trained again.',
  },
  'pruning without training',
);
/** What rounding costs. */
export const quantisedSentence = sentenceFor(
  quantised?.median === null || quantised === undefined
    ? 'none'
    : 2 * quantised.loses > quantised.pairs
      ? 'most'
      : 'few',
  {
    most: 'Rounding costs far less. [[compression-quantised-loses]] of [[compression-quantised-n]] rounded models lose something, but the middle one keeps [[compression-quantised]] its parent’s density.',
    few: 'Of [[compression-quantised-n]] rounded models [[compression-quantised-loses]] lose density, and the middle one keeps [[compression-quantised]] its parent’s.',
    none: 'There are too few rounded models to say what rounding costs.',
  },
  'quantisation',
);

const { small, large } = partBySize(pairs);
/** Whether children cut deeper keep less. */
export const bySize =
  small.median === null || large.median === null
    ? 'There are too few pairs to compare deep cuts with shallow ones.'
    : sentenceFor(
        compareAbout(small.median, large.median),
        {
          less: 'It seems so. Children of half the size or less keep [[compression-half-or-less]] their parents’ density in the middle case; larger ones [[compression-over-half]]. With [[compression-half-or-less-n]] and [[compression-over-half-n]] pairs that is a hint and no more.',
          about:
            'Not visibly. Children of half the size or less keep [[compression-half-or-less]] in the middle case, larger ones [[compression-over-half]].',
          more: 'If anything the other way. Children of half the size or less keep [[compression-half-or-less]] in the middle case, larger ones [[compression-over-half]].',
        },
        'loss by size',
      );

const gemma = pairs.find(({ child, by }) => child === 'gemma-2-9b' && by === 'density');
/** The preprint's exception, measured. */
export const gemmaSentence = sentenceFor(
  !gemma || gemma.lnRatio === null
    ? 'none'
    : clear.gain.includes(gemma)
      ? 'clear'
      : gemma.lnRatio > 0
        ? 'denser'
        : 'not',
  {
    clear:
      'We find the same: it has [[compression-gemma-2-9b]] the density of Gemma 2 27B, interval [[compression-gemma-2-9b|interval]].',
    denser:
      'We find the same sign: [[compression-gemma-2-9b]] the density of Gemma 2 27B, though its interval, [[compression-gemma-2-9b|interval]], holds one.',
    not: 'We do not find it denser: it has [[compression-gemma-2-9b]] the density of Gemma 2 27B.',
    none: 'We cannot measure it: the two share no scores that the ruler can read.',
  },
  'Gemma 2 9B',
);

const more = gains.filter(
  ({ child, method }) => child !== 'gemma-2-9b' && method !== 'quantisation',
);
/** Exceptions beyond the preprint's. */
export const moreExceptions =
  more.length === 0
    ? 'There is no other exception among the pruned and distilled.'
    : `It is not alone any more. ${capitalise(formatNumeral(more.length))} more ${more.length === 1 ? 'child is' : 'children are'} denser than the parent: ${names(more)}.`;

/** What parts the methods, as far as it shows. */
export const alike =
  unretrained?.median != null && main.median !== null && quantised?.median != null
    ? unretrained.median < main.median && unretrained.median < quantised.median
      ? 'No. The methods lie far apart.'
      : 'The methods do not part as one might expect.'
    : 'There are too few pairs of some methods to tell.';

/** Rounded models by the byte: a quarter of the memory for what the median keeps. */
export const byTheByte =
  quantised?.median != null && exp(quantised.median) > 0.5
    ? 'A weight written in a quarter of the space takes a quarter of the memory. By the byte the rounded model wins easily.'
    : 'A weight written in less space takes less memory, and by the byte the sum may come out otherwise.';

/** Whether training again is what parts the methods. */
export const healing =
  unretrained?.median != null && main.median !== null && unretrained.median < main.median
    ? 'So the preprint’s reason looks right: cutting costs density, and training again wins it back. How much training is the question.'
    : 'The preprint’s reason, too little training afterwards, does not show here.';

const isTaught = more.every(({ method }) => method === 'pruning and distillation');
export const taught =
  more.length > 0 && isTaught ? 'All were cut first and then taught by a larger model.' : '';

const others = [quantised, unretrained].every((entry) => entry?.verdict === 'agrees');
/** What a laxer rule would have made of the same data. */
export const laxer =
  result.status === 'cannot be tested' && others
    ? 'It would be easy to call it differently. The rounded models and the untaught ones agree with the claim; if they could stand in for the pruned and distilled, it would hold. But the claim is about the latter, and the rule lets no group stand in for them.'
    : 'The rule lets no other group stand in for the pruned and distilled, since the claim is about them.';
