/** Sentences on how sure the law is, one per state of the data; numbers stand as [[id]]. */
import { shareAtLeastAsFast } from '../../../lib/choiceMapSummary.ts';
import { formatDays, formatNumeral } from '../../../lib/format.ts';
import type { InfluenceKind } from '../../../lib/influence.ts';
import { phraseList } from '../../../lib/phrases.ts';
import { mostInfluential } from '../../../lib/numbers/sureness.ts';
import { compareAbout, sentenceFor } from '../../../lib/sentences.ts';
import { choiceMap, data, influence, published, record, timeMachine } from '../../measured.ts';
import { sizeRecords } from '../../../lib/sizeRecords.ts';
import { findNumber } from '../../numbers.ts';

const hasValue = (id: string) => findNumber(id).value !== null;

const slowest = Math.max(...published.map(({ days }) => days));
const reached = shareAtLeastAsFast(choiceMap, slowest);
/** Where the published values stand among all lines of the choice map. */
export const mapVerdict = sentenceFor(
  reached < 1 / 3 ? 'slower' : reached > 2 / 3 ? 'faster' : 'between',
  {
    slower:
      'Most ways to measure are slower than the papers: [[choice-share-slower]] of the lines are slower than every published value, [[choice-share-inside]] fall among them',
    between:
      'The published values lie in the middle of the map: [[choice-share-slower]] of the lines are slower than all of them, [[choice-share-faster]] faster',
    faster:
      'Most ways to measure are as fast as the papers, or faster: only [[choice-share-slower]] of the lines are slower than every published value',
  },
  'map verdict',
);

const headlineDays = findNumber('doubling-time').value;
const middleDays = findNumber('choice-middle').value;
/** Our own headline among all lines. */
export const mapHeadline =
  headlineDays === null || middleDays === null
    ? 'The headline or the middle line has no bounded doubling time'
    : sentenceFor(
        compareAbout(headlineDays, middleDays),
        {
          less: 'Our own headline is faster than the middle line, which takes [[choice-middle]]',
          about: 'Our own headline is about the middle line, which takes [[choice-middle]]',
          more: 'Our own headline is slower than the middle line, which takes [[choice-middle]]; its choices stay those of the method, whatever the map says',
        },
        'map headline',
      );

/** The width of the map. */
export const mapWidth =
  hasValue('choice-slow-end') && hasValue('choice-fast-end')
    ? 'Nine in ten lines lie between [[choice-fast-end]] and [[choice-slow-end]]'
    : 'At one end of the map density does not grow at all';

const known = timeMachine.moments.flatMap(({ trend }) =>
  trend.doublingTime?.status === 'bounded' ? [trend.doublingTime.days] : [],
);
const [first, last] = [known[0], known.at(-1)];
/** How the number itself moved as models came. */
export const machine =
  first === undefined || last === undefined || !hasValue('known-at-preprint')
    ? 'For most of these months the data bounded no doubling time'
    : `${sentenceFor(
        compareAbout(last, first),
        {
          more: 'It lengthened as models came',
          about: 'It stayed about where it began',
          less: 'It shortened as models came',
        },
        'machine',
      )}: [[known-first]] at first, [[known-at-preprint]] when the preprint came out, ${hasValue('known-at-journal') ? '[[known-at-journal]] at the journal’s day, ' : ''}${hasValue('doubling-time') ? '[[doubling-time]] today' : 'unbounded today'}`;

/** Whether today's value lies inside what was said when the preprint came out. */
const then = findNumber('known-at-preprint').interval;
export const machineHonesty =
  !then || then[0] === null || then[1] === null || headlineDays === null
    ? 'The interval of that day has no two ends to compare with'
    : headlineDays >= then[0] && headlineDays <= then[1]
      ? 'The interval of the preprint’s day still holds today’s value, so we would not have been surprised'
      : 'The interval of the preprint’s day misses today’s value: it was too narrow';

const yearOf = (date: string | undefined) => Number(date?.slice(0, 4));
const years =
  yearOf(sizeRecords(data.models).at(-1)?.released) - yearOf(record('gpt-3-175b').released?.date);
/** The largest leap in size, and what came after. */
export const wall =
  hasValue('size-leap') && hasValue('size-since')
    ? `GPT-2 began in 2019 with [[size-gpt-2]] parameters; GPT-3 had [[size-gpt-3]] a year later, [[size-leap]] as many. The largest on record since, [[size-largest]], is [[size-since]] as large as that, and it took ${formatNumeral(years)} years`
    : 'The sizes of GPT-2 and GPT-3 are on record no longer';

const topOf = (kind: InfluenceKind) => mostInfluential(influence, kind);
const changeOf = (kind: InfluenceKind, words: string) => {
  const top = topOf(kind);
  if (!top || !hasValue(`without-top-${kind}`))
    return `No ${kind} can be left out with a line to show`;
  return `${words.replace('%', top.name)} [[without-top-${kind}]] ([[without-top-${kind}|interval]])`;
};
export const withoutBenchmark = changeOf('benchmark', 'Without %, the most weighty test, it is');
export const withoutFamily = changeOf('family', 'Without %, the most weighty family, it is');
const daysWithout = ({ slope }: { slope: number | null }) =>
  slope !== null && slope > 0 ? formatDays(Math.LN2 / slope) : null;
const topModel = topOf('model');
/** Models whose absence prints the same as that of the most influential one. */
const tied = influence.influences.filter(
  (one) =>
    one.kind === 'model' &&
    topModel &&
    one.name !== topModel.name &&
    daysWithout(one) !== null &&
    daysWithout(one) === daysWithout(topModel),
);
export const withoutModel = [
  changeOf('model', 'No single model moves it further than %: without it,'),
  ...(tied.length > 0
    ? [
        `${phraseList(tied.map(({ name }) => name))} ${tied.length === 1 ? 'moves' : 'move'} it as far`,
      ]
    : []),
].join('; ');

const oneSided = influence.influences.filter(
  ({ slope, kind }) => slope !== null && slope <= 0 && kind !== 'model',
).length;
/** Whether anything alone carries the growth. */
export const carriers =
  oneSided === 0
    ? 'Nothing alone carries the growth: whatever is left out, density still grows'
    : `${formatNumeral(oneSided)} of them carry the growth alone: without one, density no longer grows`;
