/** Sentences on parameters at fixed ability, one per state. */
import type { ClaimStatus, ClaimTest, Verdict } from '../../../../lib/claims/claim.ts';
import { countLevels, reignsOf } from '../../../../lib/claims/levelSummary.ts';
import { formatDate, formatNumeral } from '../../../../lib/format.ts';
import { capitalise, phraseList } from '../../../../lib/phrases.ts';
import { compareAbout, judgeShare, sentenceFor } from '../../../../lib/sentences.ts';
import type { ChartTable } from '../../../../components/charts/table.ts';
import {
  benchmarkName,
  daysInWords,
  exampleLevel,
  gpt3,
  levelName,
  percent,
  size,
} from '../../../economy.ts';
import { headline } from '../../../measured.ts';

const { result } = size;
const [main, byLevel, ...others] = result.tests;
if (!main || !byLevel) throw new RangeError('the page needs two tests of "parameters-halve"');

/** What the status means here, in a sentence. */
export const verdict = sentenceFor(
  result.status,
  {
    holds: 'Size at fixed ability falls, and at the claimed pace.',
    'holds at another rate':
      'Size at fixed ability falls, and that is clear. The pace that the talk names is not what the main test finds.',
    mixed: 'The tests contradict each other on whether size falls at all.',
    fails: 'The tests do not show the size falling as claimed.',
    'cannot be tested': 'No test has enough models to tell.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on size',
);

const verdicts: Record<Verdict, string> = {
  agrees: 'agrees with the claim',
  'another rate': 'falls at another rate',
  denies: 'denies the fall',
  open: 'cannot tell',
};

function rowOf({ name, verdict: said, n, ...time }: ClaimTest) {
  return {
    name: capitalise(name),
    days: daysInWords(time),
    n: String(n),
    said: verdicts[said],
  };
}

/** Every test with its number. */
export const tests: ChartTable = {
  columns: [
    { key: 'name', label: 'Test' },
    { key: 'days', label: 'Days', note: '90 % interval', align: 'end' },
    { key: 'n', label: 'Models', align: 'end' },
    { key: 'said', label: 'Says' },
  ],
  rows: result.tests.map(rowOf),
};

const steps = exampleLevel.steps;
const [first, last] = [steps[0], steps.at(-1)];
if (!first || !last) throw new RangeError('the page needs a level that somebody reached');
export const example = {
  level: percent(exampleLevel.level),
  first: first.name,
  firstDate: formatDate(first.date),
  last: last.name,
  lastDate: formatDate(last.date),
  firstId: first.id,
  lastId: last.id,
};

const below = compareAbout(byLevel.value ?? 0, main.value ?? 0);
/** How the test without a ruler stands beside the one with it. */
export const besideDensity =
  byLevel.value === null || main.value === null
    ? 'One of the two has no bounded time, so they cannot be set side by side.'
    : `${sentenceFor(
        below,
        {
          less: 'That is faster than density, [[doubling-time]] on the headline panel.',
          about: 'That is about what density says: [[doubling-time]] on the headline panel.',
          more: 'That is slower than density, [[doubling-time]] on the headline panel.',
        },
        'levels beside density',
      )} The two need not agree. Density follows the dense edge of the field; this regression follows its middle.`;

const fasterCount = countLevels(
  result.details.levels.map(({ tradeOff }) => tradeOff),
  size.record.parameters.claimedDays,
).faster;
/** How the levels stand beside the claim. */
export const levels =
  'Of [[size-levels-fitted]] fixed scores, [[size-levels-within]] have an interval that holds the talk’s value, [[size-levels-slower]] are wholly slower, and ' +
  (fasterCount === 0 ? 'none is wholly faster.' : '[[size-levels-faster]] wholly faster.');

const named = result.details.levels.filter(({ tradeOff }) => tradeOff?.interval);
const byPace = [...named].sort((a, b) => (a.tradeOff?.perDay ?? 0) - (b.tradeOff?.perDay ?? 0));
const [slowest, fastest] = [byPace[0], byPace.at(-1)];
export const extremes =
  slowest && fastest
    ? `Slowest is ${levelName(slowest)}, fastest ${levelName(fastest)}.`
    : 'No level has a rate.';

const reigns = reignsOf(result.details.levels, headline.asOf).filter(({ isOpen }) => !isOpen);
const longest = reigns.slice(0, 2);
/** Models that nobody undercut for long. */
export const reign = `${phraseList(
  longest.map(
    ({ name, days, benchmark, level }) =>
      `${name} stayed the smallest at ${percent(level)} on ${benchmarkName(benchmark)} for ${days} days`,
  ),
)}.`;

const agreeing = others.filter(({ verdict: said }) => said === 'agrees').map(({ name }) => name);
/** Which of the panels beside the headline agree with the claim. */
export const besides = sentenceFor(
  judgeShare(agreeing.length, others.length),
  {
    all: 'Both panels from one harness each agree with the claim.',
    some: `Of the ${formatNumeral(others.length)} panels from one harness each, ${formatNumeral(agreeing.length)} agrees with the claim: ${phraseList(agreeing.map((name) => name.replace('doubling time of density, ', '')))}.`,
    none: 'Neither panel from one harness each agrees with the claim.',
  },
  'panels beside',
);

/** Whether the talk's milestone compares equals. */
export const milestone = sentenceFor(
  compareAbout(gpt3.small, gpt3.large),
  {
    more: 'The two are not equals. MiniCPM-2B scores [[quoted-milestone-small]] on MMLU and GPT-3 [[quoted-milestone-large]], so a model that merely equals GPT-3 could have been smaller still, or earlier. The true pace is at least this fast: the number bounds it from one side only. And most of the span lies before 2023, when the law’s clock starts.',
    about:
      'The two score about the same on MMLU, [[quoted-milestone-small]] and [[quoted-milestone-large]]. But most of the span lies before 2023, when the law’s clock starts.',
    less: 'The small one scores less on MMLU, [[quoted-milestone-small]] against [[quoted-milestone-large]], so the pair shows less than it claims.',
  },
  'milestone',
);

/** The record's own words, its apostrophes as the site prints them. */
export const wouldChange = size.record.wouldChange.replaceAll("'", '’');

/** The halving time at fixed scores, or that the data bound none. */
export const atScores =
  byLevel.value === null || !byLevel.interval
    ? 'Without a ruler, no halving time is bounded by the data.'
    : 'Without a ruler, the size halves in [[size-halving-time]], interval [[size-halving-time|interval]], over [[size-models]] models.';
/** The main test's number, or that there is none. */
export const mainNumber =
  main.value === null || !main.interval
    ? 'The main test bounds no doubling time.'
    : 'The main test gives [[doubling-time]], with an interval of [[doubling-time|interval]].';
