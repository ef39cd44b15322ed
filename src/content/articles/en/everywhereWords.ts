/** Sentences and tables on ubiquity, one sentence per state; as in words.ts, none is passed over. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { DAYS_PER_YEAR } from '../../../lib/engines.ts';
import { doublingOf, yearlyFactor } from '../../../lib/exponentialGrowth.ts';
import {
  formatDate,
  formatDays,
  formatFixed,
  formatInterval,
  formatInWords,
  formatNumeral,
  formatSignificant,
} from '../../../lib/format.ts';
import { exp } from '../../../lib/numerics/elementary.ts';
import { levelText, phraseDoubling } from '../../../lib/phrases.ts';
import { phrasePublished } from '../../../lib/published.ts';
import type { Comparison } from '../../../lib/sentences.ts';
import { compareAbout, sentenceFor } from '../../../lib/sentences.ts';
import { firstReached, trainableTokens, unitsFactor, unitsOfChip } from '../../../lib/ubiquity.ts';
import { dayNumber } from '../../../lib/time.ts';
import { count, growthOf, h100, sales, sold, years } from '../../machines.ts';
import { all, data, quote, record, sizeOf } from '../../measured.ts';

const talk = {
  pcs: count('PCs in use', '2024', 'talk'),
  phones: count('phones', '2024', 'talk'),
  things: count('IoT devices connected', '2024', 'talk'),
  cpus: count('CPUs running', '2024', 'talk'),
};
const inUse = count('PCs, tablets and mobile phones in use together', '2021', 'counted');
const things = count('IoT devices connected', '2024-12-31', 'counted');
const arm = count('Arm-based chips shipped in the year', '2014', 'counted');
const phonesBefore = count('smartphones shipped in the year', '2007', 'counted');
const phonesAfter = count('smartphones shipped in the year', '2015', 'counted');
const pcPeak = count('PCs shipped in the year (peak)', '2011', 'counted');

export const said = {
  pcs: formatInWords(talk.pcs.value),
  phones: formatInWords(talk.phones.value),
  things: formatInWords(talk.things.value),
  cpus: formatInWords(talk.cpus.value),
};
export const spread = {
  before: formatInWords(phonesBefore.value),
  after: formatInWords(phonesAfter.value),
  factor: formatFixed(phonesAfter.value / phonesBefore.value, 0),
  span: formatNumeral(Number(phonesAfter.date) - Number(phonesBefore.date)),
  pcPeak: formatInWords(pcPeak.value),
  arm: formatInWords(arm.value),
  armOver: formatFixed(arm.value / (phonesAfter.value + pcPeak.value), 0),
  armYears: formatFixed(talk.cpus.value / arm.value, 0),
};

const agreement: Record<Comparison, string> = {
  less: 'the talk says less',
  about: 'about the same',
  more: 'the talk says more',
};
const compare = (value: number, other: number, place: string) =>
  sentenceFor(compareAbout(value, other), agreement, place);

/** The talk’s counts, each beside the nearest one with a source. */
export const countTable: ChartTable = {
  columns: [
    { key: 'what', label: 'Machines' },
    { key: 'talk', label: 'The talk, 2024', align: 'end' },
    { key: 'counted', label: 'Nearest count', align: 'end' },
    { key: 'verdict', label: 'Beside each other' },
  ],
  rows: [
    {
      what: 'PCs and phones',
      talk: formatInWords(talk.pcs.value + talk.phones.value),
      counted: countCell(inUse, 'in use, tablets with them'),
      verdict: compare(talk.pcs.value + talk.phones.value, inUse.value, 'PCs and phones'),
    },
    {
      what: 'Things on the internet',
      talk: said.things,
      counted: countCell(things, 'connected'),
      verdict: compare(talk.things.value, things.value, 'things'),
    },
    {
      what: 'Processors running',
      talk: said.cpus,
      counted: 'none found',
      verdict: `as many as were sold with Arm’s design in 2014, for ${spread.armYears} years`,
    },
  ],
};

function countCell({ value, date, source }: typeof inUse, note: string) {
  return {
    text: formatInWords(value),
    ...(source && { href: source }),
    note: `${note}, ${date.slice(0, 4)}`,
  };
}

/** The chip of the talk. */
export const chip = 'H100';
const chips = quote('liu-2024-wall-chips');
const needed = chips.value;
const chipRows = (value: (row: (typeof sold)[number]) => number) =>
  sold.map((row) => ({ to: row.to, value: value(row) }));
const reached = firstReached(
  chipRows((row) => row.h100),
  needed,
);
const reachedLate = firstReached(
  chipRows((row) => row.h100Interval[0]),
  needed,
);
const reachedByChip = firstReached(
  data.context.ubiquity.nvidiaByChip
    .filter((row) => row.chip === chip)
    .map(({ to, units }) => ({ to, value: units })),
  needed,
);

const lowEnd =
  reachedLate === null
    ? '; at the low end of its range, not yet'
    : reachedLate === reached
      ? ', even at the low end of its range'
      : `; at the low end of its range, by ${formatDate(reachedLate)}`;
/** When so much computing power had been sold. */
export const reachedWhen = reached
  ? `By ${formatDate(reached)} NVIDIA had sold as much computing power as ${phrasePublished(chips)} hold, if Epoch AI’s estimate is right${lowEnd}`
  : `NVIDIA has not yet sold as much computing power as ${phrasePublished(chips)} hold, if Epoch AI’s estimate is right`;
/** How the day compares with that of the talk. */
const lag = reached && chips.date ? dayNumber(reached) - dayNumber(chips.date) : null;
export const reachedBeside =
  lag === null
    ? 'What was meant to be out of reach still is'
    : Math.abs(lag) < DAYS_PER_YEAR / 2
      ? 'What was meant to be out of reach was met about when it was named, by all chips of the world and not by one buyer'
      : lag > 0
        ? 'What was meant to be out of reach has been met since, by all chips of the world and not by one buyer'
        : 'What was meant to be out of reach had been met before, by all chips of the world and not by one buyer';
export const reachedByName = reachedByChip
  ? `In H100 alone the number was reached by ${formatDate(reachedByChip)}`
  : 'In H100 alone the number is not reached';

const year2023 = years.find(({ to }) => to === '2023-12-31');
if (!year2023) throw new RangeError('the article compares with the sales of 2023');
const h100In2023 =
  unitsOfChip(data.context, 'H100', '2023-12-31') - unitsOfChip(data.context, 'H100', '2022-12-31');
const times = (value: number) => formatSignificant(needed / value, 2);

/** "Several times the output of 2023": what that depends on. */
export const outputTable: ChartTable = {
  columns: [
    { key: 'what', label: 'Sold by NVIDIA in 2023' },
    { key: 'value', label: 'Number', align: 'end' },
    { key: 'times', label: 'The talk’s chips over it', align: 'end' },
    { key: 'by', label: 'Estimate' },
  ],
  rows: [
    outputRow('H100, as forecast in that year', quote('ft-2023-h100')),
    {
      what: 'H100, as estimated since',
      value: formatInWords(h100In2023),
      times: times(h100In2023),
      by: 'Epoch AI',
    },
    {
      what: 'all its chips for learning machines, as equals of H100',
      value: formatInWords(year2023.h100),
      times: times(year2023.h100),
      by: 'Epoch AI',
    },
    outputRow(
      'data-centre chips of every kind, one counted as one',
      quote('techinsights-2023-gpus'),
    ),
  ],
};

function outputRow(what: string, of: ReturnType<typeof quote>) {
  return {
    what,
    value: formatInWords(of.value),
    times: times(of.value),
    by: { text: of.by, ...(of.source && { href: of.source }) },
  };
}

/** Part of the peak that training is taken to reach, and how long it runs: our assumptions. */
const USE = 0.4;
const DAYS = 90;
if (!h100?.tensorTflops) throw new RangeError('data/context/chips.json has no peak of the H100');
const wall = quote('liu-2024-wall-parameters');
const tokens = trainableTokens({
  chips: needed,
  parameters: wall.value,
  peak: h100.tensorTflops * 1e12,
  use: USE,
  days: DAYS,
});
const example = record('llama-3.1-405b');
const exampleTokens = example.trainingTokens?.value;
if (!exampleTokens) throw new RangeError('the article needs the training tokens of its example');
const diet = exampleTokens / sizeOf(example.id);

/** The arithmetic of the wall. */
export const arithmetic = {
  days: formatDays(DAYS),
  use: `${formatFixed(USE * 100, 0)} %`,
  tokens: formatInWords(Number(tokens.toPrecision(2))),
  perParameter: formatSignificant(tokens / wall.value, 1),
  example: example.name,
  examplePerParameter: formatFixed(diet, 0),
};
/** Whether that is enough data for a model of the size, by the habits of the example. */
export const arithmeticVerdict = sentenceFor(
  compareAbout(tokens / wall.value, diet),
  {
    less: `Fed as richly as ${example.name}, the imagined model would need about ${formatSignificant(diet / (tokens / wall.value), 1)} times the chips or the time. So the number is, if anything, too low`,
    about: 'That is the diet of today’s large models, so the number is right',
    more: 'That is more than today’s large models get, so the number is too high',
  },
  'diet of the imagined model',
);

/** What was sold in each whole year, and against the year before. */
export const yearTable: ChartTable = {
  columns: [
    { key: 'year', label: 'Year' },
    { key: 'units', label: 'Chips', align: 'end' },
    { key: 'h100', label: 'As equals of H100', align: 'end' },
    { key: 'growth', label: 'Against the year before', align: 'end' },
  ],
  rows: years.map(({ to, units, h100: power }, i) => {
    const before = years[i - 1];
    return {
      year: to.slice(0, 4),
      units: formatInWords(units),
      h100: formatInWords(power),
      growth: before ? `${formatFixed(power / before.h100, 1)} ×` : '–',
    };
  }),
};

const salesDoubling = doublingOf(growthOf(sales));
const inDays = (value: number) => String(Math.round(value * DAYS_PER_YEAR));
/** The pace of the computing power sold. */
export const salesPace =
  salesDoubling.status === 'bounded'
    ? `doubles every ${inDays(salesDoubling.years)} days (${levelText} interval ${formatInterval(salesDoubling.interval, inDays)} days)`
    : 'has no bounded doubling time';
export const salesYearly = formatFixed(yearlyFactor(growthOf(sales)), 1);

const densityYearly = all.line ? exp(all.line.slope * DAYS_PER_YEAR) : null;
/** The verdict on the sum, by the sales and not by the saving. */
export const sumVerdict =
  salesDoubling.status === 'bounded'
    ? 'So the sum does not fall. Computing gets cheaper by the unit of work, and more of it is bought. The talk said that demand would rise, and the sales say so, too'
    : salesDoubling.atLeast === null
      ? 'So the sum falls, against the talk: the saving outruns the demand'
      : 'So whether the sum rises, as the talk said, cannot be told';

/** What the saving alone would do. */
export const saving =
  densityYearly === null || densityYearly <= 1
    ? 'On our data the first factor does not fall'
    : `The first factor falls. With density doubling every ${phraseDoubling(all)}, it would shrink by a factor of ${formatFixed(densityYearly, 1)} a year, could all work be moved to the densest models at once. The sum stays level only if the units grow by the same factor`;

/** Growth of the work that could be done, as a ceiling. */
export const ceiling =
  densityYearly === null || densityYearly <= 1
    ? 'Without a saving the work grows as the chips do'
    : `Multiply the two, and the work that could be done at equal ability grew ${formatFixed(unitsFactor(yearlyFactor(growthOf(sales)), 1 / densityYearly), 0)}-fold a year`;

export const machinesWeigh = {
  talk: phrasePublished(quote('liu-2024-first-computer')),
  later: phrasePublished(quote('modelbest-2025-first-computer')),
};
