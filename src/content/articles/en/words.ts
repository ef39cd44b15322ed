/**
 * The sentences whose truth depends on the data, one per state. A type error or a stopped build says
 * when a state has no sentence; no state is passed over in silence.
 */
import type { TrendResult } from '../../../lib/compute.ts';
import { formatFixed, formatNumeral } from '../../../lib/format.ts';
import {
  capitalise,
  levelText,
  phraseDoubling,
  phraseInterval,
  phraseList,
  phraseYearly,
} from '../../../lib/phrases.ts';
import type {
  Agreement,
  Change,
  Drift,
  Growth,
  LawState,
  Pace,
  Rivalry,
} from '../../../lib/sentences.ts';
import {
  compareAbout,
  judgeAgreement,
  judgeChange,
  judgeDrift,
  judgeGrowth,
  judgeHonesty,
  judgeLaw,
  judgePace,
  judgeRivalry,
  judgeShare,
  sentenceFor,
} from '../../../lib/sentences.ts';
import { doublingTime } from '../../../lib/trend.ts';
import {
  all,
  besides,
  headline,
  journal,
  panels,
  preprint,
  published,
  rivals,
  simulated,
  simulations,
  years,
} from '../../measured.ts';

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
const compatible = panels
  .filter((panel) => !slower.includes(panel))
  .every(({ headline: trend }) =>
    publishedDays.some((days) => judgePace(trend, days) === 'within'),
  );
/** On how many panels every published pace is too fast. */
export const slowerPanels = sentenceFor(
  judgeShare(slower.length, panels.length),
  {
    all: 'On every panel the whole interval lies on the slow side of every published pace',
    some: `On ${formatNumeral(slower.length)} of ${formatNumeral(panels.length)} panels the whole interval lies on the slow side of every published pace; ${compatible ? `that of ${phraseList(rest)} holds one of them or comes within chance of it` : `not so on ${phraseList(rest)}`}`,
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
const windowTrends = [preprint, journal, all];
const allBounded = windowTrends.every(({ doublingTime: time }) => time?.status === 'bounded');
const windowNumbers = ['doubling-time-to-2024-09', 'doubling-time-to-2025-04', 'doubling-time'];
/** Whether the pace changes, in two sentences; numbers stand as [[id]]. */
export const slowing = [
  allBounded
    ? `${sentenceFor(judgeDrift(windowTrends), drifts, 'drift')}: ${phraseList(windowNumbers.map((id) => `[[${id}]]`))}.`
    : 'Not every window has a bounded doubling time, so compare the slopes themselves.',
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
const slowingShort = sentenceFor(judgeChange(preprint, all), changeShort, 'change, short');

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

/** "174 days; 90 % interval 142 to 286 days" in parts for the large numbers. */
export function statOf(trend: TrendResult) {
  const bounded = trend.doublingTime?.status === 'bounded';
  return {
    value: bounded ? phraseDoubling(trend).replace(/ days?$/, '') : '—',
    unit: bounded ? 'days' : '',
    interval: phraseInterval(trend),
  };
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

/** Where the newest models lie. A line that nine in ten lie below has one in ten above it. */
export const newest =
  years.last === 0
    ? 'The last twelve months brought no model to this panel, so the end of the line is bare'
    : `Of the ${formatNumeral(years.last)} models of the last twelve months ${sentenceFor(
        judgeShare(years.above, years.last),
        {
          none: 'none lies above the line',
          some: `${formatNumeral(years.above)} ${years.above === 1 ? 'lies' : 'lie'} above the line`,
          all: 'all lie above the line',
        },
        'newest',
      )}, where one in ten would be expected; they are ${sentenceFor(
        compareAbout(years.last + 1, years.before + 1),
        {
          less: 'fewer than in the year before, so the end of the line rests on little',
          about: 'about as many as in the year before',
          more: 'more than in the year before',
        },
        'newest, number',
      )}`;

const isBounded = all.doublingTime?.status === 'bounded';
/** The pace in one sentence, for the home page. */
export const edgeShort = isBounded
  ? `At the dense edge of ${all.count} open base models it doubles every ${phraseDoubling(all)}, ${slowingShort}.`
  : `At the dense edge of ${all.count} open base models it may stand still: the data bound no doubling time.`;
/** The pace with its interval, as a clause after "The edge". */
export const edgePace = isBounded
  ? `doubles every [[doubling-time]] (${levelText} interval [[doubling-time|interval]])`
  : 'has no bounded doubling time';
/** What that is in a year. */
export const edgeYearly = isBounded
  ? `That is growth by a factor of ${phraseYearly(all)} a year.`
  : 'Growth cannot be told from standstill.';

const luckyRecords = simulations.still.records.count;
/** Whether there are more record holders than luck alone would make. */
export const recordCount = `luck alone makes few records, ${formatNumeral(Math.round(luckyRecords))} in the middle set. Our data have ${formatNumeral(headline.frontier.length)}. ${sentenceFor(
  compareAbout(headline.frontier.length, luckyRecords),
  {
    more: 'So the records do speak for growth. What they cannot give is its size with an interval',
    about: 'So the records alone do not even show growth',
    less: 'So the records alone do not even show growth',
  },
  'record count',
)}`;

const recentRivals: Record<Rivalry, string> = {
  best: 'Since LLaMA 1 it does so on every panel: the straight line of the law foretells best',
  unbeaten:
    'Since LLaMA 1 it holds its ground: on no panel does another shape foretell surely better',
  'beaten-somewhere':
    'Since LLaMA 1 the answer depends on the panel: on at least one another shape foretells surely better',
  beaten: 'It does not: since LLaMA 1 another shape foretells surely better on every panel',
  unmeasured: 'There are too few models to say it of every panel',
};
const wholeRivals: Record<Rivalry, string> = {
  best: 'Over the whole history, from years before LLaMA 1, it foretells best as well',
  unbeaten: 'Over the whole history, from years before LLaMA 1, nothing is surely better either',
  'beaten-somewhere':
    'Over the whole history, from years before LLaMA 1, one panel of those that reach so far is surely better foretold by another shape',
  beaten:
    'Over the whole history, from years before LLaMA 1, it loses: growth at one pace does not fit the years before and after. Another shape foretells surely better on every panel that reaches so far',
  unmeasured: 'No panel reaches far enough back to ask the same of the years before',
};
/** Whether the exponential foretells best, since the clock's start and over the whole history. */
export const rivalry = `${sentenceFor(judgeRivalry(rivals.recent), recentRivals, 'rivals since LLaMA 1')}. ${sentenceFor(judgeRivalry(rivals.whole), wholeRivals, 'rivals over all years')}`;
