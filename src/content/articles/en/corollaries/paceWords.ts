/** Sentences on the change of pace, one per state. */
import type { Bend } from '../../../../lib/claims/bend.ts';
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { formatDate, formatFixed } from '../../../../lib/format.ts';
import { phraseList } from '../../../../lib/phrases.ts';
import { compareAbout, sentenceFor } from '../../../../lib/sentences.ts';
import { bends, eras, pace } from '../../../economy.ts';

const { result } = pace;
const { alone, whole, slowdown } = bends;

/** What the status means here, in a sentence. */
export const verdict = sentenceFor(
  result.status,
  {
    holds: 'Growth quickened by about as much as claimed, and has not slowed since.',
    'holds at another rate':
      'Growth quickened, though not by as much as claimed or by more, and has not slowed since.',
    mixed: result.details.hasSlowed
      ? 'Growth did quicken around the release of ChatGPT. But since October 2024 it has slowed again, in the middle of the field.'
      : 'The tests contradict each other.',
    fails: 'A change of the claimed size is excluded.',
    'cannot be tested': 'Too few old models score clearly above chance.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on pace',
);

const side = ({ change, interval }: Bend) =>
  change === null || !interval
    ? 'unknown'
    : interval[0] > 0
      ? 'quicker'
      : interval[1] < 0
        ? 'slower'
        : 'open';

/** Why MMLU alone can or cannot tell. */
export const aloneWords = alone.refusal
  ? 'On MMLU alone, as the preprint has it, the test cannot be done. Only [[acceleration-mmlu-before]] open models from before ChatGPT score clearly above chance there; [[acceleration-mmlu-left-out]] models, old and new, score hardly better than by guessing. The preprint’s old models were mostly closed ones: GPT-3, Gopher, Chinchilla, PaLM.'
  : 'On MMLU alone, as the preprint has it, there are [[acceleration-mmlu-before]] open models from before ChatGPT that score clearly above chance.';

/** What the whole panel says. */
export const wholeWords = sentenceFor(
  side(whole),
  {
    quicker:
      'On five tests of one harness it can be done, with [[acceleration-before]] models before and [[acceleration-after]] after. Growth changes by [[acceleration-change]] a day, interval [[acceleration-change|interval]]: it quickened.',
    slower:
      'On five tests of one harness growth changes by [[acceleration-change]] a day, interval [[acceleration-change|interval]]: it slowed.',
    open: 'On five tests of one harness growth changes by [[acceleration-change]] a day, interval [[acceleration-change|interval]], which holds zero: no change is shown.',
    unknown: 'On five tests of one harness there are too few models as well.',
  },
  'change on the whole panel',
);

const claimed =
  whole.interval === null
    ? 'unknown'
    : whole.interval[0] > eras.change
      ? 'more'
      : whole.interval[1] < eras.change
        ? 'less'
        : 'same';
const firstStretch =
  (whole.slopeBefore ?? Number.POSITIVE_INFINITY) < eras.before / 4
    ? ' The reason is the first stretch. The preprint has density growing before ChatGPT. Here the slope is [[acceleration-slope-before]] a day, which is to say that it did not grow.'
    : '';
/** The change beside the claimed one. */
export const besideClaim = sentenceFor(
  claimed,
  {
    more: `That is more than the preprint’s [[quoted-change]]: the whole interval lies above it.${firstStretch}`,
    less: 'That is less than the preprint’s [[quoted-change]]: the whole interval lies below it.',
    same: 'The preprint’s [[quoted-change]] lies inside the interval.',
    unknown: 'The preprint’s value is [[quoted-change]].',
  },
  'change beside the claim',
);

const others = whole.candidates.filter(({ f }) => f >= (whole.f ?? Number.POSITIVE_INFINITY));
const days = whole.candidates.map(({ date }) => date).sort();
const lastBefore = days.filter((day) => day <= whole.breakAt).at(-1);
const firstAfter = days.find((day) => day > whole.breakAt);
const fOn = (day: string | undefined) => whole.candidates.find(({ date }) => date === day)?.f ?? 0;
const sameInGap =
  Math.min(fOn(lastBefore), fOn(firstAfter)) > 0.8 * (whole.f ?? Number.POSITIVE_INFINITY)
    ? 'Either end of that gap does nearly as well.'
    : 'So no day within it can be told from another.';
const gap =
  lastBefore && firstAfter
    ? ` But look at where the dots are. Between ${formatDate(lastBefore)} and ${formatDate(firstAfter)} no model of this panel came out. ${sameInGap} The data say that growth quickened about then. They cannot say that ChatGPT was the cause, nor tell its day from LLaMA’s.`
    : '';
/** The placebo. */
export const placebo =
  whole.f === null
    ? 'There is no bend to compare other days with.'
    : `${
        others.length === 0
          ? 'No other day that was tried fits as well as the day of ChatGPT.'
          : 'Of the other days that were tried, [[acceleration-placebo]] fit at least as well as the day of ChatGPT.'
      }${gap}`;

/** The slowing since. */
export const slowing = sentenceFor(
  side(slowdown),
  {
    slower:
      'It has. On the headline panel the line goes from [[slowdown-slope-before]] to [[slowdown-slope-after]] a day: a change of [[slowdown-change]], interval [[slowdown-change|interval]].',
    quicker:
      'No; it has quickened further, by [[slowdown-change]] a day, interval [[slowdown-change|interval]].',
    open: 'That is not shown: the change is [[slowdown-change]] a day, interval [[slowdown-change|interval]].',
    unknown: 'There are too few models to tell.',
  },
  'slowing',
);

const edgeInterval = slowdown.edge?.interval ?? null;
/** What the dense edge says of the slowing. */
export const slowingEdge =
  side(slowdown) === 'unknown' || !edgeInterval
    ? 'The dense edge cannot be judged here.'
    : edgeInterval[1] < 0
      ? 'The dense edge, which the law is about, has slowed as well.'
      : edgeInterval[0] > 0
        ? 'The dense edge, which the law is about, has quickened meanwhile.'
        : 'This line describes the middle of the field. The dense edge, which the law is about, bends less, and its interval holds zero: there the slowing is not shown.';

const placeboSlow = slowdown.placebo ?? 0;
/** Whether the day of the slowing is special. */
export const slowingPlacebo =
  slowdown.placebo === null
    ? ''
    : placeboSlow > 0.1
      ? 'And the day is not special: [[slowdown-placebo]] of the other days fit a bend at least as well.'
      : 'Few other days fit a bend as well: [[slowdown-placebo]] of those tried.';

/** "4.8" and "3.2" of the talk beside what the preprint's slopes give. */
export const quotedMonths =
  formatFixed(eras.monthsBefore, 1) === '4.8' && formatFixed(eras.monthsAfter, 1) === '3.2'
    ? 'They agree.'
    : 'They do not agree.';

const densityOf = (id: string) => whole.points.find((point) => point.id === id);
const [gpt2, bloom] = [densityOf('gpt2-1.5b'), densityOf('bloom-176b')];
/** An old model beside a later and larger one. */
export const oldModels =
  gpt2 && bloom
    ? `${bloom.name} of ${bloom.date.slice(0, 4)} is far larger than ${gpt2.name} of ${gpt2.date.slice(0, 4)}, and ${sentenceFor(
        compareAbout(bloom.density, gpt2.density),
        {
          less: 'less dense: it needs more parameters for each step in score, not fewer.',
          about: 'about as dense.',
          more: 'denser.',
        },
        'old models',
      )}`
    : 'The old models lie at the left.';

const afterwards = whole.points.filter(({ date }) => date > '2023-12-31');
const sparsest = [...afterwards].sort((a, b) => a.density - b.density).slice(0, 3);
const before = whole.points.filter(({ date }) => date <= whole.breakAt);
const densestBefore = [...before].sort((a, b) => b.density - a.density)[0];
/** Models that do not go with the story, by name. */
export const exceptions = `Not every new model is dense: the sparsest on this panel since 2024 are ${phraseList(sparsest.map(({ name }) => name))}.${
  densestBefore
    ? ` Of all models before ChatGPT the densest is ${densestBefore.name}, of ${densestBefore.date.slice(0, 4)}.`
    : ''
}`;

/** The numbers beside the verdict. */
export const mainNumbers = [
  whole.change === null || !whole.interval
    ? 'The change at ChatGPT has no number.'
    : 'The change at ChatGPT is [[acceleration-change]] a day, interval [[acceleration-change|interval]].',
  slowdown.change === null || !slowdown.interval
    ? 'The change since October 2024 has none.'
    : 'The change since October 2024 is [[slowdown-change]] a day, interval [[slowdown-change|interval]].',
].join(' ');
