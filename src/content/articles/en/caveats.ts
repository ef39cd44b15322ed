/** Sentences on what the headline hangs on, one per state; as in words.ts, none is passed over. */
import { formatFixed, formatNumeral, formatPercent } from '../../../lib/format.ts';
import { capitalise } from '../../../lib/phrases.ts';
import { LEAST_SCORE_ERROR } from '../../../lib/ruler.ts';
import { rangeOf } from '../../../lib/sensitivity.ts';
import { compareAbout, judgeShare, sentenceFor } from '../../../lib/sentences.ts';
import {
  all,
  families,
  farBelow,
  headline,
  sizeTilt,
  spreads,
  trendModels,
  tuning,
  variants,
  years,
} from '../../measured.ts';

const headlineDays = all.doublingTime?.status === 'bounded' ? all.doublingTime.days : null;

/** What one changed decision does to the headline: "lengthens it to 202 days". */
export function effectOf(id: string): string {
  const variant = variants.find((candidate) => candidate.id === id);
  if (!variant) throw new RangeError(`there is no variant "${id}"`);
  if (variant.days === null)
    return `gives no value: ${variant.refusal ?? 'the line does not rise'}`;
  const days = `${formatFixed(variant.days, 0)} days`;
  if (headlineDays === null) return `gives ${days}`;
  return sentenceFor(
    compareAbout(variant.days, headlineDays),
    {
      less: `shortens it to ${days}`,
      about: `leaves it about the same, at ${days}`,
      more: `lengthens it to ${days}`,
    },
    `effect of ${id}`,
  );
}

/** Shortest and longest headline under one changed decision of a group: "115 to 202 days". */
export function rangeText(group?: (typeof variants)[number]['group']): string {
  const range = rangeOf(variants.filter((variant) => !group || variant.group === group));
  if (!range) throw new RangeError(`no variant of ${group ?? 'any group'} has a value`);
  return `${formatFixed(range[0], 0)} to ${formatFixed(range[1], 0)} days`;
}

/** What tuning does to measured density. */
export const tuningEffect = tuning
  ? `${capitalise(formatNumeral(tuning.pairs))} tuned models stand beside a base model of the same family and size: ${formatNumeral(tuning.denser)} of them come out denser, in the middle by a factor of ${formatFixed(tuning.medianRatio, 1)}`
  : 'No tuned model on record has a base model of the same family and size beside it';

const censored = headline.censored;
/** What undefined models would do if they were counted at the edge. */
export const censoredEffect =
  censored?.doublingTime.status === 'bounded' && headlineDays !== null
    ? sentenceFor(
        compareAbout(censored.doublingTime.days, headlineDays),
        {
          less: `shortens the doubling time to ${formatFixed(censored.doublingTime.days, 0)} days`,
          about: `leaves the doubling time about the same, at ${formatFixed(censored.doublingTime.days, 0)} days`,
          more: `lengthens the doubling time to ${formatFixed(censored.doublingTime.days, 0)} days`,
        },
        'censored',
      )
    : 'leaves no bounded doubling time';

const tiltState = !sizeTilt
  ? 'unknown'
  : sizeTilt.interval[1] < 0
    ? 'small-denser'
    : sizeTilt.interval[0] > 0
      ? 'large-denser'
      : 'level';
/** Which sizes are denser among models of one time. */
export const tilt = sentenceFor(
  tiltState,
  {
    'small-denser':
      'Among models of one time the smaller are denser. That may be real, as small models are often trained for longer; or it may be the ruler, which assumes one density at all sizes',
    'large-denser':
      'Among models of one time the larger are denser. That may be real; or it may be the ruler, which assumes one density at all sizes',
    level: 'Among models of one time, density does not clearly go with size',
    unknown: 'Whether density goes with size cannot be said from these models',
  },
  'size tilt',
);

/** Where the models lie that the ruler reaches least. */
export const farSentence =
  farBelow.far === 0
    ? 'No model of the trend lies more than tenfold outside'
    : `${capitalise(formatNumeral(farBelow.far))} lie more than tenfold outside, which makes their densities orders of magnitude; ${sentenceFor(judgeShare(farBelow.below, farBelow.far), { all: 'all of them', some: `${formatNumeral(farBelow.below)} of them`, none: 'none of them' }, 'far below')} lie below the line, and a quantile line asks only on which side a point lies`;

/** Whether the newest months are thin. */
export const recent = sentenceFor(
  compareAbout(years.last + 1, years.before + 1),
  {
    less: `The last twelve months of the data bring ${formatNumeral(years.last)} models to the trend, the twelve before ${formatNumeral(years.before)}: many makers no longer print these tests for base models, and those who do weigh more`,
    about: `The last twelve months of the data bring ${formatNumeral(years.last)} models to the trend, about as many as the twelve before`,
    more: `The last twelve months of the data bring ${formatNumeral(years.last)} models to the trend, more than the ${formatNumeral(years.before)} of the twelve before`,
  },
  'recent models',
);

/** Points of a score, a hundredth each: "1.5". */
function points(fraction: number): string {
  return formatFixed(100 * fraction, 1);
}
/** The least score error, and the middle distance between several published values, in points. */
export const leastErrorPoints = points(LEAST_SCORE_ERROR);
export const spreadPoints = points(spreads.medianRange);

const { widest } = spreads;
/** The score on which sources differ most. */
export const widestSpread = widest
  ? `The widest gap is ${widest.name} on ${headline.ruler.axes.find(({ benchmark }) => benchmark === widest.benchmark)?.name ?? widest.benchmark}: ${formatPercent(widest.low)} to ${formatPercent(widest.high)}`
  : 'No score was published twice with different values';

const mixtures = trendModels.filter(({ parameters }) => parameters.active < parameters.total);
/** How many models of the trend are mixtures of experts, by their counts. */
export const mixtureCount = formatFixed(mixtures.length, 0);

const [mover] = families;
/** The family that moves the headline most. */
export const topFamily = mover
  ? `The family whose absence moves the headline most is ${mover.family}; without it the headline is ${mover.days === null ? 'without a bounded value' : `${formatFixed(mover.days, 0)} days`}`
  : 'No family can be left out';
