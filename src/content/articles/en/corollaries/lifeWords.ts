/** Sentences on the lives of models, one per state. */
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import type { AbilityState } from '../../../../lib/claims/overtaking.ts';
import { compareOvertaking, judgeAbility } from '../../../../lib/claims/overtaking.ts';
import { formatFixed, formatNumeral } from '../../../../lib/format.ts';
import { capitalise, phraseList } from '../../../../lib/phrases.ts';
import { sentenceFor } from '../../../../lib/sentences.ts';
import { claimRecord, claimResult } from '../../../claims.ts';
import { headline, quote, record as modelRecord } from '../../../measured.ts';
import { mainNumberOf } from './mainNumber.ts';

export const record = claimRecord('shelf-life');
export const result = claimResult('shelf-life');
const { tables } = result.details;
const [halved, same] = tables;
if (!halved || !same) throw new RangeError('the page needs two tables of lives');

const stated = result.tests.find(({ name }) => name.startsWith('doubling time of density'));
const { band } = record.parameters;
/** How the line's own doubling time lies beside the claimed one. */
const pace =
  (stated?.interval?.[0] ?? 0) > band[1]
    ? 'that line doubles more slowly than claimed, and so they live longer than claimed'
    : (stated?.interval?.[1] ?? Infinity) < band[0]
      ? 'that line doubles faster than claimed, and so they live less long than claimed'
      : 'whether that line doubles in the claimed time is open';

export const mainNumber = mainNumberOf('shelf-life');

export const verdict = sentenceFor(
  result.status,
  {
    holds:
      'Models live as long as the law’s own line says, and the line doubles in the claimed time.',
    'holds at another rate': `Models live as long as the law’s own line says they should. But ${pace}.`,
    mixed:
      'On some sets of tests models live as long as the law’s line says, on others they do not.',
    fails: 'Models do not live as long as the law’s line says they should.',
    'cannot be tested': 'There are too few models, or too few overtaken ones, to say.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on lives',
);

/** The median life against half the size. */
export const median =
  halved.median === null
    ? 'More than half of the models still stand, so there is no middle life yet.'
    : halved.interval === null
      ? 'Half of the [[claim-shelf-life-n]] models have been overtaken after [[claim-shelf-life]].'
      : 'Half of the [[claim-shelf-life-n]] models have been overtaken after [[claim-shelf-life]], interval [[claim-shelf-life|interval]]. [[shelf-life-standing]] still stand.';

const claimed = quote('liu-2024-talk-doubling').value;
const low = halved.interval?.[0] ?? null;
/** The life beside the claimed hundred days. */
export const beside =
  halved.median === null || low === null
    ? 'That cannot be set beside the claim.'
    : low > claimed
      ? 'That is longer than claimed, interval and all.'
      : (halved.interval?.[1] ?? Infinity) < claimed
        ? 'That is shorter than claimed, interval and all.'
        : 'The claimed time lies within that.';

/** Against rivals of any size up to its own. */
export const sameSize =
  same.median === null
    ? 'Against rivals of its own size or less, too, more than half still stand.'
    : 'Against rivals of its own size or less a model stands [[shelf-life-same-size-median]] in the middle case, interval [[shelf-life-same-size-median|interval]].';

const sameEnds = same.interval;
const holdsClaimed =
  sameEnds !== null && (sameEnds[0] ?? 0) <= claimed && claimed <= (sameEnds[1] ?? Infinity);
/** The claimed time beside lives that a rival of equal size may end. */
export const sameBeside =
  same.median === null
    ? ''
    : holdsClaimed
      ? 'The claimed time lies within that. So it fits, but another question: when somebody else does as well, not when half the size will do.'
      : '';

/** What the law's own line gives on the same days and sizes. */
export const onLine = sentenceFor(
  halved.onLine === null
    ? 'none'
    : halved.interval === null
      ? 'unmeasured'
      : halved.onLine < (halved.interval[0] ?? 0)
        ? 'shorter'
        : halved.onLine > (halved.interval[1] ?? Infinity)
          ? 'longer'
          : 'within',
  {
    within:
      'The answer is [[shelf-life-on-line]], which lies within the measured interval. So nothing is odd about such lives: they are what the law’s line gives.',
    shorter:
      'The answer is [[shelf-life-on-line]], less than the measured interval. Models live longer than the line says.',
    longer:
      'The answer is [[shelf-life-on-line]], more than the measured interval. Models live less long than the line says.',
    unmeasured:
      'The answer is [[shelf-life-on-line]], but there is no measured interval beside it.',
    none: 'Without a line there is no answer.',
  },
  'lives on the line',
);

const finished = halved.lives
  .filter(({ by }) => by !== null)
  .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
const long = finished.slice(0, 2);
const short = finished.slice(-2).reverse();
const told = ({ name, days, by }: (typeof finished)[number]) =>
  `${name} (${formatFixed(days, 0)} days, until ${by?.name ?? 'nobody'})`;
/** The longest and the shortest finished lives, by name. */
export const extremes =
  finished.length < 4
    ? 'Too few models have been overtaken to name the extremes.'
    : `The longest finished lives are those of ${phraseList(long.map(told))}. The shortest are those of ${phraseList(short.map(told))}.`;

const standing = halved.lives.filter(({ by }) => by === null);
const sizeOf = (id: string) => headline.models.find((model) => model.id === id)?.actual ?? Infinity;
const small = standing.filter(({ id }) => sizeOf(id) < 4e9).length;
/** Who still stands. */
export const whoStands =
  standing.length === 0
    ? 'Nobody stands any more.'
    : 2 * small > standing.length
      ? 'Most of those that still stand are small. Little of half their size is made, so few can overtake them: the test flatters the small.'
      : 'Those that still stand are of many sizes.';

const tellings = tables.filter(({ part }) => part === halved.part).slice(1);
const bounded = tellings.filter(({ median: value }) => value !== null);
/** Whether the other panels give longer or shorter lives. */
export const panels =
  bounded.length === 0 || halved.median === null
    ? 'The other sets of tests give no middle life.'
    : bounded.every(({ median: value }) => (value ?? 0) > (halved.median ?? 0))
      ? 'On the other sets of tests the lives are longer. They have measured fewer recent models, so some rivals may be missing.'
      : bounded.every(({ median: value }) => (value ?? 0) < (halved.median ?? 0))
        ? 'On the other sets of tests the lives are shorter.'
        : 'On one other set of tests the lives are longer, on another shorter.';

const mistral = compareOvertaking(headline, 'mistral-7b-v0.1', 'minicpm-2b');
const gemma = compareOvertaking(headline, 'gemma-2-9b', 'minicpm3-4b');
const gemmaTuned = compareOvertaking(headline, 'gemma-2-9b-it', 'minicpm3-4b');

/** What the measured abilities say of the first case. */
export const mistralSentence = sentenceFor(
  judgeAbility(mistral),
  {
    abler: 'On our panel it is abler, too: [[mistral-minicpm-ability]] the effective size.',
    undecided:
      'Is it as able? On our panel it has [[mistral-minicpm-ability]] the effective size of the older model, interval [[mistral-minicpm-ability|interval]]. That cannot tell either way.',
    'less-able':
      'Is it as able? Not on our panel: it has [[mistral-minicpm-ability]] the effective size of the older model, interval [[mistral-minicpm-ability|interval]].',
    unmeasured: 'Our panel does not measure both, so it cannot say whether they are equally able.',
  } satisfies Record<AbilityState, string>,
  'Mistral and MiniCPM',
);

/** What the measured abilities say of the second case. */
export const gemmaSentence = sentenceFor(
  judgeAbility(gemma),
  {
    abler:
      'It has [[gemma-minicpm-ability]] the effective size of the older base model, clearly more.',
    undecided:
      'It has [[gemma-minicpm-ability]] the effective size of the older base model, interval [[gemma-minicpm-ability|interval]].',
    'less-able':
      'It has only [[gemma-minicpm-ability]] the effective size of the older base model, interval [[gemma-minicpm-ability|interval]].',
    unmeasured: 'Our panel does not measure both.',
  } satisfies Record<AbilityState, string>,
  'Gemma and MiniCPM',
);
/** The same against the tuned older model, which is the fairer pair. */
export const gemmaTunedSentence =
  gemmaTuned?.abilityRatio == null || gemmaTuned.interval === null
    ? ''
    : 'Against the tuned sister of the older one, which is the fairer pair, it has [[gemma-it-minicpm-ability]], interval [[gemma-it-minicpm-ability|interval]].';

const tuned = [...new Set([...(mistral?.tuned ?? []), ...(gemma?.tuned ?? [])])];
/** Which of the models are tuned. */
export const tunedSentence =
  tuned.length === 0
    ? ''
    : `Mind that ${phraseList(tuned.map((id) => modelRecord(id).name))} ${tuned.length === 1 ? 'is' : 'are'} on record only as tuned ${tuned.length === 1 ? 'model' : 'models'}. The law is about untuned ones, and tuning lifts some of these scores. ${capitalise(formatNumeral(2))} cases picked by an author prove nothing in any case; the curve above counts every base model on the panel.`;
