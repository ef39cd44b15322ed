/** Sentences on the price of tokens at fixed ability, one per state. */
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { reignsOf } from '../../../../lib/claims/levelSummary.ts';
import { formatDate, formatFixed, formatSignificant } from '../../../../lib/format.ts';
import { phraseList } from '../../../../lib/phrases.ts';
import { sentenceFor } from '../../../../lib/sentences.ts';
import type { ChartTable } from '../../../../components/charts/table.ts';
import { benchmarkName, percent, price } from '../../../economy.ts';
import { quote } from '../../../measured.ts';

const { record, result } = price;
const { levels, ratios, lead } = result.details;
const [main] = result.tests;
const [shortest, longest] = record.parameters.band;

/** What the status means here, in a sentence. */
export const verdict = sentenceFor(
  result.status,
  {
    holds:
      'Price at a fixed score falls, its interval reaches the preprint’s pace, and it falls faster than density grows.',
    'holds at another rate':
      'Price at a fixed score falls, and faster than density grows, but not at the preprint’s pace.',
    mixed: 'Price at a fixed score falls, but it is not shown to fall faster than density grows.',
    fails: 'Price at a fixed score is not shown to fall.',
    'cannot be tested': 'Too few scores have enough price cuts to tell.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on price',
);

const low = main?.interval?.[0] ?? null;
const overlap = low === null ? null : longest - low;
/** Whether the verdict is a near thing. */
export const margin = sentenceFor(
  result.status !== 'holds' || overlap === null ? 'other' : overlap < 5 ? 'narrow' : 'wide',
  {
    narrow: `It is a near thing. The rule, fixed in advance, asks that the interval reach ${formatFixed(shortest, 0)} to ${formatFixed(longest, 0)} days; it begins at ${formatFixed(low ?? 0, 1)}. A slightly slower set of prices would have made it “holds at another rate”.`,
    wide: `The rule, fixed in advance, asks that the interval reach ${formatFixed(shortest, 0)} to ${formatFixed(longest, 0)} days, and it does so with room to spare.`,
    other: `The rule, fixed in advance, asks that the interval reach ${formatFixed(shortest, 0)} to ${formatFixed(longest, 0)} days.`,
  },
  'margin of the verdict on price',
);

const leadState =
  !lead?.interval || result.tests[1]?.value === null
    ? 'unknown'
    : lead.interval[0] > 0
      ? 'faster'
      : lead.interval[1] < 0
        ? 'slower'
        : 'open';
/** Price beside density. */
export const besideDensity = sentenceFor(
  leadState,
  {
    faster:
      'Price falls faster than density grows: the difference of the two rates is [[price-lead]] a day, with an interval of [[price-lead|interval]], all of it above zero. So denser open models cannot be the whole story. The rest must come from elsewhere: from chips, software and competition, or from closed models that grew denser than the open ones.',
    slower:
      'Price falls more slowly than density grows: the difference of the two rates is [[price-lead]] a day, with an interval of [[price-lead|interval]].',
    open: 'Which of the two is faster cannot be told: the difference of the rates is [[price-lead]] a day, with an interval of [[price-lead|interval]].',
    unknown: 'The two cannot be compared: one of them has no interval.',
  },
  'price beside density',
);

const fitted = levels.filter(({ rate }) => rate !== null);
const byPace = [...fitted].sort((a, b) => (b.rate?.perDay ?? 0) - (a.rate?.perDay ?? 0));
const sayLevel = ({ benchmark, level, rate }: (typeof levels)[number]) =>
  `${percent(level)} on ${benchmarkName(benchmark)} (${formatFixed(Math.LN2 / (rate?.perDay ?? Number.NaN), 0)} days)`;
const [fastest, slowest] = [byPace[0], byPace.at(-1)];
/** The fastest and slowest level. */
export const extremes =
  fastest && slowest
    ? `Price falls fastest at ${sayLevel(fastest)} and slowest at ${sayLevel(slowest)}.`
    : 'No level has a rate.';

const refused = levels.filter(({ rate }) => rate === null);
/** The levels that could not be fitted, by name. */
export const refusals =
  refused.length === 0
    ? 'Every score had enough price cuts.'
    : `Not every score could be fitted: ${phraseList(refused.map(({ benchmark, level }) => `${percent(level)} on ${benchmarkName(benchmark)}`))} had too few price cuts.`;

const stood = reignsOf(levels, record.parameters.until).filter(({ isOpen }) => !isOpen);
const [longestReign] = stood;
/** The price that stood longest. */
export const reign = longestReign
  ? `The price of ${longestReign.name}, from ${formatDate(longestReign.from)}, stayed the lowest at ${percent(longestReign.level)} on ${benchmarkName(longestReign.benchmark)} for ${longestReign.days} days.`
  : 'No price stood for long.';

const dollars = (value: number) => `$${formatSignificant(value, 3)}`;
export const startPrice = `$${quote('xiao-2024-price-start').value}`;
export const endPrice = `$${quote('xiao-2024-price-end').value}`;
export const outputPrice = `$${record.parameters.arithmetic.to.usdOutput.toFixed(2)}`;
export const epochPrice = `$${quote('epoch-2025-flash-price').value}`;
export const blendedPrice = dollars(
  record.parameters.arithmetic.from.usd /
    (ratios.find(({ price: kind }) => kind === 'blended')?.ratio ?? Number.NaN),
);

/** The four readings of one pair of prices. */
export const readings: ChartTable = {
  columns: [
    { key: 'price', label: 'Price at the end' },
    { key: 'until', label: 'Counted to' },
    { key: 'ratio', label: 'Ratio', align: 'end' },
    { key: 'months', label: 'Halving', note: 'months of 30 days', align: 'end' },
  ],
  rows: ratios.map(({ price: kind, until, ratio, halvingDays }) => ({
    price: kind === 'input' ? 'input tokens only' : 'three parts input, one part output',
    until: formatDate(until),
    ratio: formatFixed(ratio, 1),
    months: formatFixed(halvingDays / 30, 2),
  })),
};

const isBounded = main?.value !== null && main?.interval !== null && main?.interval !== undefined;
/** The halving time of price, or that there is none. */
export const halving = isBounded
  ? 'The middle one of [[price-levels-fitted]] scores is [[price-halving-time]], interval [[price-halving-time|interval]].'
  : 'Over all scores together the data bound no halving time.';
/** The same as growth in a year. */
export const yearly =
  isBounded && lead
    ? 'In a year, prices at a fixed score fall [[price-fall-per-year|bare]]-fold.'
    : '';
/** The number beside the verdict. */
export const mainNumber = isBounded
  ? 'The halving time is [[price-halving-time]], interval [[price-halving-time|interval]].'
  : 'There is no halving time to print.';
