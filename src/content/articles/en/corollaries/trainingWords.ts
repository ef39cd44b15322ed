/** Sentences on the computation of training, one per state. */
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { reignsOf } from '../../../../lib/claims/levelSummary.ts';
import { formatFixed, formatInWords, formatNumeral } from '../../../../lib/format.ts';
import { phraseList } from '../../../../lib/phrases.ts';
import { compareAbout, sentenceFor } from '../../../../lib/sentences.ts';
import { levelName, size, training } from '../../../economy.ts';
import { headline, quote } from '../../../measured.ts';

const { result } = training;
const { levels, tokens } = result.details;
const [main] = result.tests;
if (!main) throw new RangeError('the page needs a test of "training-cost"');

/** What the status means here, in a sentence. */
export const verdict = sentenceFor(
  result.status,
  {
    holds:
      'Training computation at a fixed score falls as claimed, and tokens are not shown to grow.',
    'holds at another rate':
      'Training computation at a fixed score falls, at another pace than claimed; tokens are not shown to grow.',
    mixed:
      main.verdict === 'denies'
        ? 'The tokens stay the same as the claim supposes, but training computation at a fixed score does not fall.'
        : 'Training computation at a fixed score does fall. But the reason given for it does not hold, since the tokens grow.',
    fails: 'Training computation at a fixed score is not shown to fall, and the tokens grow.',
    'cannot be tested': 'Too few models state their tokens to tell.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on training',
);

/** Whether tokens grow. */
export const premise = sentenceFor(
  !tokens?.interval ? 'unknown' : tokens.interval[0] > 0 ? 'grow' : 'level',
  {
    grow: 'Tokens have not stayed the same. Over the open base models since LLaMA 1 they double every [[tokens-doubling-time]], interval [[tokens-doubling-time|interval]]. Tokens for each parameter double every [[tokens-per-parameter-doubling-time]], interval [[tokens-per-parameter-doubling-time|interval]]. For these years, then, the premise is wrong.',
    level: 'Over the open base models since LLaMA 1 tokens are not shown to grow.',
    unknown: 'Too few models state their tokens to tell whether they grow.',
  },
  'premise of constant data',
);

const sizeTime = size.result.tests[1]?.value ?? null;
/** How much of the fall of size the tokens take back, as a part of its rate. */
const spentShare = 1 - (sizeTime ?? Number.NaN) / (main.value ?? Number.NaN);
const spent = spentShare > 0.5 ? 'most' : 'a part';
/** The fall of computation beside the fall of size. */
export const besideSize =
  main.value === null || sizeTime === null
    ? 'One of the two has no bounded time, so size and computation cannot be set side by side.'
    : sentenceFor(
        compareAbout(main.value, sizeTime),
        {
          more: `Size at the same scores, by the same method, halves in [[size-halving-time]]. So ${spent} of what smaller models save in parameters is spent again on tokens. What is cheap to run need not have been cheap to make.`,
          about:
            'Size at the same scores, by the same method, halves in [[size-halving-time]], which is about the same.',
          less: 'Size at the same scores, by the same method, halves in [[size-halving-time]], which is slower.',
        },
        'computation beside size',
      );

/** How the levels stand beside the claim. */
export const levelsBeside =
  'Of [[compute-levels-fitted]] fixed scores, [[compute-levels-within]] have an interval that holds the claimed pace, and [[compute-levels-slower]] are wholly slower.';

const flat = levels.filter(({ tradeOff }) => (tradeOff?.interval?.[0] ?? 1) <= 0);
/** Levels at which no fall is shown, by name. */
export const flatLevels =
  flat.length === 0
    ? 'At every score the fall is shown.'
    : `At ${formatNumeral(flat.length)} scores no fall is shown at all: ${phraseList(flat.map(levelName))}.`;

const standing = reignsOf(levels, headline.asOf).filter(({ isOpen }) => isOpen);
const counts = Map.groupBy(standing, ({ name }) => name);
const cheapest = [...counts].sort((a, b) => b[1].length - a[1].length).slice(0, 2);
/** The models that are the cheapest to have been trained, by name. */
export const cheap = phraseList(
  cheapest.map(([name, own]) => `${name} at ${formatNumeral(own.length)} of the scores`),
);

export const sizeNow = formatInWords(quote('liu-2024-size-now').value);
export const sizeLater = formatInWords(quote('liu-2024-size-in-a-year').value);
export const twelfth = `1/${formatFixed(1 / quote('liu-2024-compute-in-a-year').value, 0)}`;
/** Whether the talk's size follows from its own pace. */
export const sumCheck =
  result.details.arithmetic.halvingDaysBySize <= 101
    ? 'The sum is right.'
    : 'The sum does not come out.';

const isBounded = main.value !== null && main.interval !== null;
/** The halving time of computation, or that there is none. */
export const halving = isBounded
  ? 'At a fixed score, computation halves in [[compute-halving-time]], interval [[compute-halving-time|interval]].'
  : 'At a fixed score, the data bound no halving time of computation.';
/** The number beside the verdict. */
export const mainNumber = isBounded
  ? 'The halving time of computation is [[compute-halving-time]], interval [[compute-halving-time|interval]];'
  : 'The data bound no halving time of computation;';
