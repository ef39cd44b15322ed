/** Sentences and tables on the predictions, one per state; as in words.ts, none is passed over. */
import { data, resolutions } from '../../../build/results.ts';
import type { ChartTable } from '../../../components/charts/table.ts';
import { probabilityCell } from '../../../components/predictions/predictionTables.ts';
import { href } from '../../../components/href.ts';
import {
  formatDate,
  formatDateShort,
  formatDensity,
  formatFixed,
  formatNumeral,
} from '../../../lib/format.ts';
import { bestOf, contestOf, firstAble } from '../../../lib/numbers/predictions.ts';
import { capitalise, phraseList } from '../../../lib/phrases.ts';
import { scoreForecasts } from '../../../lib/predictions/predictions.ts';
import type { PredictionStatus } from '../../../lib/predictions/resolution.ts';
import type { PredictionRecord } from '../../../lib/schemaPredictions.ts';
import { judgeShare, sentenceFor } from '../../../lib/sentences.ts';
import { fan, smallest } from '../../predictionPictures.ts';
import type { Prediction } from '../../predictions.ts';
import { findPrediction, predictions } from '../../predictions.ts';

/** How many predictions of a kind stand so. */
function countOf(kind: PredictionRecord['kind'], status: PredictionStatus): number {
  return resolutions.filter((one) => one.kind === kind && one.status === status).length;
}

const talkMissed = countOf('talk', 'missed');
/** How the predictions of the talk stand, in numbers. */
export const standing = `Of the talk’s [[predictions-talk-all]] predictions [[predictions-talk-met]] came true by the test we set${
  talkMissed === 0 ? ', none has been missed' : ', [[predictions-talk-missed]] failed'
}, [[predictions-talk-open]] ${countOf('talk', 'open') === 1 ? 'is' : 'are'} open, and of [[predictions-talk-unjudged]] nothing here can tell.`;

const milestonesMet = countOf('milestone', 'met');
/** How the milestones stand. */
export const milestones = sentenceFor(
  judgeShare(milestonesMet, resolutions.filter(({ kind }) => kind === 'milestone').length),
  {
    all: 'All [[predictions-milestone-all]] milestones were reached.',
    some: 'Of [[predictions-milestone-all]] milestones [[predictions-milestone-met]] were reached.',
    none: 'None of [[predictions-milestone-all]] milestones was reached.',
  },
  'milestones',
);

const early = resolutions.filter(
  ({ kind, status, on, deadline }) =>
    kind === 'talk' && status === 'met' && on !== null && deadline !== null && on < deadline,
).length;
/** Whether what came true came in time. */
export const punctual = sentenceFor(
  judgeShare(early, countOf('talk', 'met')),
  {
    all: 'Everything that came true came before its deadline.',
    some: 'Some of what came true came only on its last day.',
    none: 'Nothing came true before its deadline.',
  },
  'punctual',
);

/** What P1 says of GPT-4. */
export const gpt4Statement = findPrediction('p1-gpt-4').record.statement;

const gpt4 = findPrediction('p1-gpt-4').resolution;
const gpt4Contest = contestOf({ data }, 'p1-gpt-4');
const gpt4Model = firstAble(gpt4Contest.plain) ?? bestOf(gpt4Contest.plain);
const gpt4Name = gpt4Model
  ? `${gpt4Model.name} of ${formatDate(gpt4Model.released)}`
  : 'No small model';
const gpt4Far =
  'It lies [[p1-gpt-4-lead]] below GPT-4 on average and is at least as good on [[p1-gpt-4-won]] of [[p1-gpt-4-shared]] shared tests.';
/** The story of P1, GPT-4. */
export const gpt4Story = gpt4Model
  ? sentenceFor(
      gpt4.status,
      {
        met: `We compared [[p1-gpt-4-models]] small open models with GPT-4 of March 2023. ${gpt4Name} was the first to do as well without thinking at length. Over [[p1-gpt-4-shared]] shared tests its mean lies [[p1-gpt-4-lead]] above that of GPT-4, and it is at least as good on [[p1-gpt-4-won]] of them.`,
        open: `We compared [[p1-gpt-4-models]] small open models with GPT-4 of March 2023. None does as well yet; the nearest is ${gpt4Name}. ${gpt4Far}`,
        missed: `We compared [[p1-gpt-4-models]] small open models with GPT-4 of March 2023. None did as well in time; the nearest was ${gpt4Name}. ${gpt4Far}`,
        'cannot be judged': 'No small open model shares enough tests with GPT-4 of March 2023.',
      } satisfies Record<PredictionStatus, string>,
      'P1 for GPT-4',
    )
  : 'No small open model shares enough tests with GPT-4 of March 2023.';

const strict = gpt4.rows.find(({ reading, thinking }) => reading === 'on every test' && !thinking);
/** What the strictest reading says. */
export const gpt4Strict =
  typeof strict?.['on'] === 'string'
    ? `Ask for every single test, and the day is ${formatDate(strict['on'])}.`
    : 'Ask for every single test, and the answer is: not yet.';

const { plain, thinking } = contestOf({ data }, 'p1-gpt-4o');
const gpt4o = findPrediction('p1-gpt-4o').resolution;
const gpt4oModel = firstAble(plain) ?? bestOf(plain);
const gpt4oName = gpt4oModel ? `${gpt4oModel.name} of ${formatDate(gpt4oModel.released)}` : 'none';
/** The story of P1, GPT-4o, without thinking. */
export const gpt4oStory = gpt4oModel
  ? sentenceFor(
      gpt4o.status,
      {
        met: `${gpt4oName} was the first, with a mean [[p1-gpt-4o-lead]] above that of GPT-4o over [[p1-gpt-4o-shared]] shared tests.`,
        open: `Without thinking at length the answer so far is no. The nearest of [[p1-gpt-4o-models]] small models is ${gpt4oName}, [[p1-gpt-4o-lead]] below GPT-4o on average, at least as good on [[p1-gpt-4o-won]] of [[p1-gpt-4o-shared]] shared tests.`,
        missed: `Without thinking at length the answer was no. The nearest of [[p1-gpt-4o-models]] small models was ${gpt4oName}, [[p1-gpt-4o-lead]] below GPT-4o on average.`,
        'cannot be judged': 'No small open model shares enough tests with GPT-4o.',
      } satisfies Record<PredictionStatus, string>,
      'P1 for GPT-4o',
    )
  : 'No small open model shares enough tests with GPT-4o.';

const thinker = firstAble(thinking);
/** What changes when thinking counts. */
export const gpt4oThinking = thinker
  ? `Let it think, and the picture turns: [[p1-gpt-4o-thinkers]] small models reach the mean of GPT-4o, the first of them ${thinker.name} on ${formatDate(thinker.released)}. Thinking spends many more tokens for one answer, and the law leaves it out.`
  : 'Even with thinking at length no small model reaches the mean of GPT-4o.';

const onKnowledge = (id: string) =>
  contestOf({ data }, id).plain.flatMap(({ shared }) =>
    shared.filter(({ benchmark }) => benchmark === 'mmlu').map(({ own, its }) => own - its),
  );
const lagsOnKnowledge = Math.max(...onKnowledge('p1-gpt-4')) < 0;
/** MMLU, the test of knowledge that both yardsticks have. */
export const knowledge = lagsOnKnowledge
  ? 'On MMLU, which asks for what is learnt at school and college, no small model has caught up. The best lies [[p1-gpt-4-knowledge-gap]] below GPT-4.'
  : 'On MMLU, which asks for what is learnt at school and college, the best small model is [[p1-gpt-4-knowledge-gap]] above GPT-4.';

const testNames = new Map(data.benchmarks.map(({ id, name }) => [id, name]));
const ahead = (gpt4Model?.shared ?? [])
  .filter(({ own, its }) => own >= its)
  .map(({ benchmark }) => testNames.get(benchmark) ?? benchmark);
/** On which tests the model that decides P1 leads. */
export const gpt4Leads =
  gpt4Model && ahead.length > 0
    ? `${gpt4Model.name} leads on ${phraseList(ahead)}.`
    : 'No small model leads on any test.';

const multimodal = findPrediction('p2-multimodal').resolution;
/** What MMMU says of the models that see. */
export const sight = multimodal.evidence;

const p3 = findPrediction('p3-devices-first').resolution;
/** P3, which has nothing to show. */
export const devicesFirst = sentenceFor(
  p3.status,
  {
    'cannot be judged':
      'So it can be neither met nor missed, and we count it as neither. But nothing on record speaks for it. The strongest models of these years run in data centres.',
    open: 'It is open.',
    met: 'It came true.',
    missed: 'It did not come true.',
  } satisfies Record<PredictionStatus, string>,
  'P3',
);

const forecasts = scoreForecasts(resolutions);
const nextDue = predictions
  .filter(({ record, resolution }) => record.kind === 'forward' && resolution.status === 'open')
  .map(({ record }) => record.deadline)
  .filter((day) => day !== null)
  .sort()[0];
/** How good our probabilities have been. */
export const calibration =
  forecasts.settled === 0
    ? `None of our [[predictions-own-all]] predictions is due yet, so of our probabilities nothing can be said.${nextDue ? ` The first is due on ${formatDate(nextDue)}.` : ''} A plot of calibration without a point would be an empty frame; we draw it when there is one.`
    : `${capitalise(formatNumeral(forecasts.settled))} of our [[predictions-own-all]] predictions ${forecasts.settled === 1 ? 'is' : 'are'} settled. ${capitalise(formatNumeral(forecasts.met))} came true, where ${formatFixed(forecasts.expected, 1)} were expected. The mean Brier score is ${formatFixed(forecasts.brier ?? Number.NaN, 2)}; always saying one half would give 0.25, and less is better.`;

/** Where the record may go, or that no future can be drawn. */
export const futures = fan
  ? 'To put a number on it we let the field go on many times over: new families of models arrive at random, with sizes and distances from the line as families of the record had them. The share of these futures in which a prediction comes true is its probability.'
  : 'There is no line to go on at present, so no futures can be drawn.';
export const hasFan = fan !== null;

const last = fan?.past.at(-1);
/** Where the record of density stands. */
export const recordNow = last
  ? `The densest open base model so far is ${last.name} of ${formatDate(last.released)}, with a density of ${formatDensity(last.density)}. How high may the record go?`
  : 'No open base model has a density at present.';

const steps = smallest.series.find(({ yardstick }) => yardstick === 'GPT-4')?.steps ?? [];
const [firstStep, lastStep] = [steps[0], steps.at(-1)];
/** How far the size at GPT-4’s level has fallen. */
export const smaller =
  firstStep && lastStep && firstStep !== lastStep
    ? `The first open model on GPT-4’s level was ${firstStep.name}. The smallest today is ${lastStep.name}, ${formatFixed(firstStep.parameters / lastStep.parameters, 0)} times smaller.`
    : 'Only one open model has reached GPT-4’s level so far.';

const kinds: Record<PredictionRecord['kind'], string> = {
  talk: 'the talk',
  milestone: 'the talk, milestone',
  forward: 'this site',
};

const origins: readonly PredictionRecord['kind'][] = ['talk', 'milestone', 'forward'];
/** The talk first, its predictions before its milestones; the order of the data within each. */
function byOrigin(a: Prediction, b: Prediction): number {
  return origins.indexOf(a.record.kind) - origins.indexOf(b.record.kind);
}

/** Every prediction with its deadline and status, for sorting and filtering. */
export const predictionTable: ChartTable = {
  columns: [
    { key: 'label', label: 'Label' },
    { key: 'title', label: 'Prediction', wraps: true },
    { key: 'by', label: 'By' },
    { key: 'deadline', label: 'Deadline' },
    { key: 'status', label: 'Status' },
    { key: 'on', label: 'Settled' },
    { key: 'model', label: 'By the model' },
    { key: 'probability', label: 'Probability', align: 'end' },
  ],
  rows: [...predictions].sort(byOrigin).map(({ record, resolution }) => ({
    label: { text: record.label, href: href(`/p/${record.id}/`) },
    title: record.title,
    by: kinds[record.kind],
    deadline: record.deadline
      ? { text: formatDateShort(record.deadline), sort: record.deadline }
      : { text: 'none', sort: null },
    status: resolution.status,
    on: resolution.on ? { text: formatDateShort(resolution.on), sort: resolution.on } : null,
    model: resolution.by
      ? { text: resolution.by.name, href: href(`/m/${resolution.by.id}/`) }
      : null,
    probability: probabilityCell(record.probability),
  })),
};

/** Our own predictions in full. */
export const ownTable: ChartTable = {
  columns: [
    { key: 'label', label: 'Prediction' },
    { key: 'statement', label: 'What we say', wraps: true },
    { key: 'probability', label: 'Probability', align: 'end' },
  ],
  rows: predictions
    .filter(({ record }) => record.kind === 'forward')
    .map(({ record }) => ({
      label: { text: record.label, href: href(`/p/${record.id}/`) },
      statement: record.statement,
      probability: probabilityCell(record.probability),
    })),
};
