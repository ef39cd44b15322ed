/**
 * The sentences whose truth depends on the data, one per state. A type error or a stopped build says
 * when a state has no sentence; no state is passed over in silence.
 */
import type { TrendResult } from '../../../lib/compute.ts';
import { formatFixed, formatNumeral, formatPercent } from '../../../lib/format.ts';
import { phraseDoubling, phraseInterval, phraseList } from '../../../lib/phrases.ts';
import { rangeOf } from '../../../lib/sensitivity.ts';
import type { Agreement, Change, Drift, Growth, LawState, Pace } from '../../../lib/sentences.ts';
import {
  compareAbout,
  judgeAgreement,
  judgeChange,
  judgeDrift,
  judgeGrowth,
  judgeHonesty,
  judgeLaw,
  judgePace,
  judgeShare,
  sentenceFor,
} from '../../../lib/sentences.ts';
import { LEAST_SCORE_ERROR } from '../../../lib/ruler.ts';
import { doublingTime } from '../../../lib/trend.ts';
import {
  all,
  besides,
  families,
  farBelow,
  headline,
  journal,
  panels,
  preprint,
  published,
  simulated,
  simulations,
  sizeTilt,
  spreads,
  trendModels,
  tuning,
  variants,
  years,
} from '../../measured.ts';

/** "95 days": a published doubling time in days, whatever unit its source uses. */
export function saidDays(id: string): string {
  return `${formatFixed(daysOf(id), 0)} days`;
}

function daysOf(id: string): number {
  const found = published.find(({ record }) => record.id === id);
  if (!found) throw new RangeError(`data/published.json has no doubling time "${id}"`);
  return found.days;
}

const publishedDays = published.map(({ days }) => days);
const [fastest, slowest] = [Math.min(...publishedDays), Math.max(...publishedDays)];
/** Fastest and slowest published doubling time: "95 to 105 days". */
export const publishedRange = `${formatFixed(fastest, 0)} to ${formatFixed(slowest, 0)} days`;

const lawState = judgeLaw(all, publishedDays);
const sameState = panels.filter(
  (results) => judgeLaw(results.headline, publishedDays) === lawState,
);
/** Whether every panel says what the headline says of the law. */
const isShared = judgeShare(sameState.length, panels.length) === 'all';

const verdicts: Record<LawState, string> = {
  holds: 'Open language models keep getting denser, at the pace the law names',
  'holds-slower': isShared
    ? 'Open language models keep getting denser, but more slowly than the law says'
    : 'Open language models keep getting denser, but probably more slowly than the law says',
  'holds-faster': isShared
    ? 'Open language models keep getting denser, and faster than the law says'
    : 'Open language models keep getting denser, and probably faster than the law says',
  'holds-in-part': 'Open language models keep getting denser, at a pace near the law’s',
  undecided: 'Whether open language models still get denser is not certain',
  fails: 'Open language models are no longer getting denser',
};
/** The finding in one line: the headline panel's, with "probably" where another panel differs. */
export const verdict = sentenceFor(lawState, verdicts, 'verdict');

const slower = panels.filter(({ headline: trend }) =>
  publishedDays.every((days) => judgePace(trend, days) === 'slower'),
);
const rest = panels.filter((panel) => !slower.includes(panel)).map(({ panel }) => panel.name);
/** On how many panels every published pace is too fast. */
export const slowerPanels = sentenceFor(
  judgeShare(slower.length, panels.length),
  {
    all: 'On every panel the whole interval lies on the slow side of every published pace',
    some: `On ${formatNumeral(slower.length)} of ${formatNumeral(panels.length)} panels the whole interval lies on the slow side of every published pace; not so on ${phraseList(rest)}`,
    none: 'On no panel does the whole interval lie on the slow side of every published pace',
  },
  'slower panels',
);

const growths: Record<Growth, string> = {
  grows: 'The growth itself is clear: the interval of the slope lies above zero.',
  undecided: 'The growth itself is in doubt: the interval of the slope holds zero.',
  falls: 'Density falls: the interval of the slope lies below zero.',
};
export const growth = sentenceFor(judgeGrowth(all), growths, 'growth');

const growthChecks: Record<Growth, string> = {
  grows: 'No: the whole interval lies above zero.',
  undecided: 'Yes: the interval holds zero.',
  falls: 'Yes: the whole interval lies below zero.',
};
export const growthCheck = sentenceFor(judgeGrowth(all), growthChecks, 'growth check');

const paces: Record<Pace, string> = {
  slower: 'slower: the whole interval lies on the slow side of it',
  within: 'compatible: the interval holds it or comes within chance of it',
  faster: 'faster: the whole interval lies on the fast side of it',
  unmeasured: 'not comparable: there is no interval',
};
/** A window's line beside a published value. */
export function paceOf(trend: TrendResult, id: string): string {
  return sentenceFor(judgePace(trend, daysOf(id)), paces, `pace beside ${id}`);
}

const paceChecks: Record<Pace, string> = {
  slower: 'Yes: the measured pace is slower.',
  within: 'No: the interval holds the published pace, or comes within chance of it.',
  faster: 'Yes: the measured pace is faster.',
  unmeasured: 'Cannot be said: there is no interval.',
};
/** Whether, like for like, a published pace is missed. */
export function paceCheck(trend: TrendResult, id: string): string {
  return sentenceFor(judgePace(trend, daysOf(id)), paceChecks, `check of ${id}`);
}

const drifts: Record<Drift, string> = {
  'longer-each-time': 'Each longer window gives a longer doubling time',
  'shorter-each-time': 'Each longer window gives a shorter doubling time',
  mixed: 'The windows give no steady order of doubling times',
  unmeasured: 'Not every window has a line',
};
const changes: Record<Change, string> = {
  slowed: 'the first and the last interval do not touch. Growth has slowed',
  'leans-slower':
    'the pace of the first window lies outside the interval of all data, although the two intervals overlap. That leans towards slowing and does not prove it',
  steady: 'the interval of all data still holds the pace of the first window. No change is shown',
  'leans-faster':
    'the pace of the first window lies outside the interval of all data, although the two intervals overlap. That leans towards quickening and does not prove it',
  quickened: 'the first and the last interval do not touch. Growth has quickened',
  unmeasured: 'without intervals nothing can be said of a change',
};
const windowList = [preprint, journal, all].map((trend) => phraseDoubling(trend));
/** Whether the pace changes, in two sentences. */
export const slowing = [
  `${sentenceFor(judgeDrift([preprint, journal, all]), drifts, 'drift')}: ${phraseList(windowList)}.`,
  capitalise(`${sentenceFor(judgeChange(preprint, all), changes, 'change')}.`),
].join(' ');

const changeShort: Record<Change, string> = {
  slowed: 'a pace that has slowed',
  'leans-slower': 'a pace that may be slowing',
  steady: 'with no change of pace shown',
  'leans-faster': 'a pace that may be quickening',
  quickened: 'a pace that has quickened',
  unmeasured: 'with no word possible on a change of pace',
};
export const slowingShort = sentenceFor(judgeChange(preprint, all), changeShort, 'change, short');

const agreements: Record<Agreement, string> = {
  agree: 'one pace fits inside all of their intervals, so the panels can be true together',
  differ: 'no single pace fits inside all of their intervals, so the panels disagree',
  unmeasured: 'not all of them have an interval, so agreement cannot be judged',
};
const panelTrends = panels.map(({ headline: trend }) => trend);
export const panelAgreement = sentenceFor(judgeAgreement(panelTrends), agreements, 'panels');

const agreementChecks: Record<Agreement, string> = {
  agree: 'No: one pace fits inside all intervals.',
  differ: 'Yes: no pace fits inside all intervals.',
  unmeasured: 'Cannot be said: an interval is missing.',
};
export const panelCheck = sentenceFor(judgeAgreement(panelTrends), agreementChecks, 'panel check');

/** The panels beside the headline with their paces: "114 days on the …". */
export const besideList = phraseList(
  besides.map(({ panel, headline: trend }) => `${phraseDoubling(trend)} on ${panel.name}`),
);

const recordsStill = simulated(simulations.still, 'running-maximum');
const edgeStill = simulated(simulations.still, 'tau90');
const middle = (estimate: typeof recordsStill) => estimate.percentiles[1];

/** What the running maximum says where nothing grows. */
export const recordBias = sentenceFor(
  judgeHonesty(recordsStill, 0),
  {
    'sees-growth': `In nearly every set it reports growth, in the middle one a doubling every ${pacePhrase(middle(recordsStill))}`,
    honest: 'Its slopes scatter around zero',
    'sees-decline': 'In nearly every set it reports decline',
  },
  'records without growth',
);
/** What the quantile line says of the same sets. */
export const edgeHonesty = sentenceFor(
  judgeHonesty(edgeStill, 0),
  {
    'sees-growth': 'reports growth, too, which speaks against it',
    honest: 'scatters around zero, as it should',
    'sees-decline': 'reports decline, which speaks against it',
  },
  'edge without growth',
);

function pacePhrase(slope: number): string {
  return slope > 0 ? `${formatFixed(doublingTime(slope), 0)} days` : 'no bounded time';
}

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

/** "174 days; 90 % interval 142 to 286 days" in parts for the large numbers. */
export function statOf(trend: TrendResult) {
  const bounded = trend.doublingTime?.status === 'bounded';
  return {
    value: bounded ? phraseDoubling(trend).replace(/ days?$/, '') : '—',
    unit: bounded ? 'days' : '',
    interval: phraseInterval(trend),
  };
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const shortNames: Record<string, string> = {
  'xiao-2024-doubling-sec33': 'preprint, section 3.3',
  'xiao-2024-doubling-highlights': 'preprint, highlights',
  'liu-2024-talk-doubling': 'talk',
  'xiao-2025-doubling': 'journal',
};
/** The published doubling times with names short enough for a chart. */
export const publishedTimes = published.map(({ record, days }) => ({
  days,
  label: shortNames[record.id] ?? record.by,
}));

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
