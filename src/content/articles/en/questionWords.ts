/** Sentences and tables on the interview’s questions, one per state; as in words.ts, none is passed over. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { data } from '../../../build/results.ts';
import { formatCount, formatFixed } from '../../../lib/format.ts';
import { peakOf } from '../../../lib/chipMarket.ts';
import { billAssumptions, overtakingOf } from '../../../lib/numbers/predictions.ts';
import { mostTokensPerSecond } from '../../../lib/overtaking.ts';
import { phraseDoubling, phraseEstimate } from '../../../lib/phrases.ts';
import type { PredictionStatus } from '../../../lib/predictions/resolution.ts';
import { compareAbout, judgePace, judgeShare, sentenceFor } from '../../../lib/sentences.ts';
import { daysOf } from '../../../lib/published.ts';
import { claimRecord } from '../../claims.ts';
import { all, quote } from '../../measured.ts';
import { findPrediction } from '../../predictions.ts';

/** Questions and answers as the report has them, in our words. */
export const said = {
  device:
    'In 2025 or 2026, with the ability of GPT-4 and GPT-4o in 8B or 4B. It costs the user next to nothing, since the phone is already paid for. Training may still cost millions.',
  overtaking:
    'to train, and two months later a model of half its size overtook it, MiniCPM3-4B. Is that the pace from now on?',
  cloud:
    'Less so. There a richer firm can run a model twice as large, spend ten times the computing, and win by price.',
  chips:
    'GPT-4V at 8B needs a chip like Apple’s M4, so cheaper machines need fewer parameters. Models change in a hundred days, chips in eighteen months. Chips that skip the zeros of sparse models will follow.',
  chipsData: 'The table above says what memory allows; the M4 itself is not on our record.',
};

const kept = {
  met: 'the date was kept',
  open: 'the date is open',
  missed: 'the date was missed',
  'cannot be judged': 'no model small enough has scores that can be compared',
} satisfies Record<PredictionStatus, string>;
const of4 = findPrediction('p1-gpt-4').resolution;
const of4o = findPrediction('p1-gpt-4o').resolution;
/** Whether a model of 8B or 4B has the ability of GPT-4, by scores. */
export const fits4 = `With GPT-4 as the measure, ${sentenceFor(of4.status, kept, 'P1 with GPT-4')}. ${of4.evidence}`;
/** The same with GPT-4o. */
export const fits4o = `With GPT-4o as the measure, ${sentenceFor(of4o.status, kept, 'P1 with GPT-4o')}. ${of4o.evidence}`;

const { pairs, first, second, bill, rent } = overtakingOf({ data });
const led = pairs.filter((pair) => pair.second >= pair.first).length;
/** Whether the smaller model is ahead in the tables that hold both. */
export const overtaken = sentenceFor(
  judgeShare(led, pairs.length),
  {
    all: `${second.name} is at least as good in all [[overtaking-pairs]] pairs. It overtook.`,
    some: `${second.name} is at least as good in [[overtaking-led]] of [[overtaking-pairs]] pairs. So “overtaken” holds on some tests and not on others.`,
    none: `${second.name} is at least as good in none of [[overtaking-pairs]] pairs. It did not overtake.`,
  },
  'overtaking',
);
const knowledgeTests = ['mmlu', 'mmlu-pro', 'gpqa'];
const onKnowledge = pairs.filter(({ benchmark }) => knowledgeTests.includes(benchmark));
/** The same on tests of knowledge alone. */
export const overtakenKnowledge = sentenceFor(
  judgeShare(onKnowledge.filter((pair) => pair.second >= pair.first).length, onKnowledge.length),
  {
    all: 'On the tests of knowledge it leads, too.',
    some: 'On the tests of knowledge the two share the leads.',
    none: `On every test of knowledge ${first.name} stays ahead. Size still buys facts.`,
  },
  'overtaking on knowledge',
);

/** What the bill says about the price of an hour. */
export const billVerdict = sentenceFor(
  compareAbout(bill.dollarsPerHour, rent.median),
  {
    less: 'That is far below what an hour was rented for in 2024, in the middle [[h100-rent-2024]]. A maker with chips of its own pays less than rent. So the bill is low, but not absurd. It leaves out the larger teacher, all failed runs and all salaries.',
    about:
      'That is about what an hour was rented for in 2024, in the middle [[h100-rent-2024]]. So the bill is plausible for the last run alone.',
    more: 'That is above what an hour was rented for in 2024, in the middle [[h100-rent-2024]]. So the bill is more than the last run needs.',
  },
  'bill beside rent',
);
/** From operations to a price. */
export const billSteps =
  'Training took about [[gemma-bill-operations]] operations: six for each parameter and each token. That is some [[gemma-bill-hours]] hours of one H100. The bill then allows [[gemma-bill-price]] for an hour.';
/** What is assumed in the arithmetic. */
export const billAssumed = `we take ${Math.round(100 * billAssumptions.use)} % of the dense peak of an H100, ${formatFixed(peakOf(data.context.chips, 'NVIDIA H100 SXM5 80GB') / 1e12, 0)} trillion operations a second, and ${billAssumptions.yuanPerDollar} yuan for a dollar. Both are assumptions. The model was trained on other chips.`;

const talkDays = daysOf(quote('liu-2024-talk-doubling'));
const isBounded = all.doublingTime?.status === 'bounded';
/** What a model twice as large is worth in time. */
export const twiceAsLarge = isBounded
  ? `By the law this can be put in days. A model twice as large is one doubling ahead: ${phraseEstimate(all)} at the pace we measure, ${talkDays} days at the talk’s. After that a rival of half the size does as well. So size buys time in the cloud, and the slower the law, the more of it.`
  : 'By the law this could be put in days, but the pace is not bounded at present.';
/** Whether our pace makes a lead last longer than the talk says. */
export const leadLasts = sentenceFor(
  judgePace(all, talkDays),
  {
    slower: 'At the measured pace a lead of size lasts longer than the talk’s.',
    within: 'The measured pace and the talk’s give leads of like length.',
    faster: 'At the measured pace a lead of size is gone sooner than the talk’s.',
    unmeasured: 'The two paces cannot be compared.',
  },
  'lead of size',
);

/** Chips and models in step. */
export const pace = phraseDoubling(all);

const sparsity = findPrediction('p6-sparsity').resolution;
/** Whether chips for devices have learnt sparsity. */
export const sparse = sentenceFor(
  sparsity.status,
  {
    met: sparsity.evidence,
    open: 'We know of no maker’s document that shows it; whoever has one can add it. There is time until the deadline.',
    missed: 'It was missed.',
    'cannot be judged':
      'We know of no maker’s document that shows it, and that proves nothing. It cannot be judged.',
  } satisfies Record<PredictionStatus, string>,
  'P6',
);

const { bitsPerWeight } = claimRecord('on-device').parameters;
const sizes = [8e9, 4e9, 2e9];
/** Above this, GB a second, chips are for desks; one chip stands for all of its bandwidth. */
const MOST_BANDWIDTH = 200;
const chips = data.context.memory.socsAndBoards
  .filter(
    ({ kind, bandwidthGbS }) =>
      /phone|laptop/.test(kind) && bandwidthGbS && bandwidthGbS <= MOST_BANDWIDTH,
  )
  .sort((a, b) => (a.bandwidthGbS ?? 0) - (b.bandwidthGbS ?? 0))
  .filter(({ bandwidthGbS }, i, all) => bandwidthGbS !== all[i - 1]?.bandwidthGbS);

/** What the memory of a phone allows. */
export const speedLimit = `A model of ${formatCount(sizes[0] ?? 0)} at ${formatFixed(bitsPerWeight, 1)} bits a weight can write at most [[speed-8b-phone]] pieces of words a second on the best phone chip on record.`;

/** How fast some chips could write at most. */
export const speedTable: ChartTable = {
  columns: [
    { key: 'chip', label: 'Chip' },
    { key: 'kind', label: 'For' },
    { key: 'bandwidth', label: 'Memory reads', note: 'GB a second', align: 'end' },
    ...sizes.map((size) => ({
      key: String(size),
      label: formatCount(size),
      note: 'tokens a second, at most',
      align: 'end' as const,
    })),
  ],
  rows: chips.map(({ device, kind, bandwidthGbS }) => ({
    chip: device,
    kind: /phone/.test(kind) ? 'phones' : 'laptops',
    bandwidth: formatFixed(bandwidthGbS ?? 0, 0),
    ...Object.fromEntries(
      sizes.map((size) => [
        size,
        formatFixed(mostTokensPerSecond((bandwidthGbS ?? 0) * 1e9, size, bitsPerWeight), 0),
      ]),
    ),
  })),
};

const demand = findPrediction('p8-compute').resolution;
/** Whether more computing power is sold all the same. */
export const demandSo = demand.evidence;
