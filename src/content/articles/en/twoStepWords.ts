/** What the papers' kind of ruler says of our data, computed as the page is made. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { data } from '../../../build/results.ts';
import { compute } from '../../../lib/compute.ts';
import { formatFixed, formatNumeral, formatPercent } from '../../../lib/format.ts';
import { phraseDoubling, phraseList } from '../../../lib/phrases.ts';
import { predictScore } from '../../../lib/ruler.ts';
import { endOf } from '../../../lib/scale.ts';
import { judgeShare, sentenceFor } from '../../../lib/sentences.ts';
import { twoStepRecords } from '../../../lib/twoStep.ts';

const TEST = 'mmlu';

const rulers = twoStepRecords.map(({ id, name, models }) => {
  const panel = compute(data, { ruler: id, draws: 0 }, 'chosen');
  const third = compute(data, { ruler: id, panel: 'leaderboard-v1', draws: 0 }, 'chosen');
  const axis = panel.ruler.axes.find(({ benchmark }) => benchmark === TEST);
  if (!axis || panel.ruler.scale.kind !== 'loss') {
    throw new RangeError(`the ruler ${id} has no curve of ${TEST} over the loss`);
  }
  const beyond = panel.models.filter(({ status }) => status === 'beyond-infinite-size').length;
  return {
    name,
    calibration: models.length,
    highest: predictScore(axis, endOf(panel.ruler.scale)),
    beyond,
    measured: panel.models.length,
    refused: panel.headline.refusal !== null,
    pace: third.headline.refusal ? null : phraseDoubling(third.headline),
    thirdParty: third.panel.name,
  };
});

const [first] = rulers;
if (!first) throw new RangeError('there is no two-step ruler to tell of');

/** How the rulers were made. */
export const made = `The loss law is fitted to the ${formatFixed(data.reference.losses.runs.filter(({ outlier }) => !outlier).length, 0)} public training runs of the Chinchilla study, the scores to ${formatNumeral(first.calibration)} models of the first two LLaMA generations.`;

/** What becomes of the headline panel under them. */
export const outcome = rulers.every(({ refused }) => refused)
  ? 'So many of the best models fall off the ruler that a line through the rest would bend, and we refuse to draw it.'
  : rulers.some(({ refused }) => refused)
    ? 'Under one of the budgets so many of the best models fall off the ruler that we refuse to draw a line.'
    : 'Enough models keep a size for a line to be drawn under each budget.';

const paces = rulers.flatMap(({ pace }) => pace ?? []);
/** What they say of tests that one harness ran for all. */
export const elsewhere = sentenceFor(
  judgeShare(paces.length, rulers.length),
  {
    all: `On ${first.thirdParty} enough models keep a size under either budget; the paces are ${phraseList(paces)}.`,
    some: `On ${first.thirdParty} enough models keep a size under one budget and not under the other.`,
    none: `Nor do enough models keep a size on ${first.thirdParty}.`,
  },
  'the two-step ruler elsewhere',
);

/** The two token budgets side by side. */
export const rulerTable: ChartTable = {
  columns: [
    { key: 'name', label: 'Ruler' },
    { key: 'highest', label: 'Highest MMLU with a finite size', align: 'end' },
    { key: 'beyond', label: 'Models beyond any size', note: 'headline panel', align: 'end' },
    { key: 'pace', label: 'Doubling time', note: `${first.thirdParty}; no interval`, align: 'end' },
  ],
  rows: rulers.map(({ name, highest, beyond, measured, pace }) => ({
    name,
    highest: formatPercent(highest, 0),
    beyond: `${beyond} of ${measured}`,
    pace: pace ?? 'refused',
  })),
};
