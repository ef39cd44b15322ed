/** Numbers of predictions: how they stand, what the small models reach, and one overtaking. */
import { medianRent, peakOf } from '../chipMarket.ts';
import { impliedBill, mostTokensPerSecond, pairInTables } from '../overtaking.ts';
import type { Resolution } from '../predictions/resolution.ts';
import { lastDay } from '../predictions/resolution.ts';
import type { Match } from '../predictions/scoresAtSize.ts';
import { matchesAtSize } from '../predictions/scoresAtSize.ts';
import { findPublished } from '../published.ts';
import type { ModelRecord } from '../schema.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { PredictionRecord } from '../schemaPredictions.ts';
import type { Findings } from './findings.ts';
import type { NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

/** What no record says of a bill, and is assumed. */
export const billAssumptions = { use: 0.4, yuanPerDollar: 7.25 } as const;
/** The chip that the bill is reckoned in. */
const CHIP = 'NVIDIA H100 SXM5 80GB';

export function predictionNumbers(findings: Findings): NumberRecord[] {
  const { data, resolutions } = findings;
  return [
    ...(['talk', 'milestone', 'forward'] as const).flatMap((kind) => standing(kind, resolutions)),
    ...data.predictions.flatMap(given),
    ...['p1-gpt-4', 'p1-gpt-4o'].flatMap((id) => contest(findings, id)),
    ...overtaking(findings),
    ...device(findings),
  ];
}

const kinds: Record<PredictionRecord['kind'], { id: string; name: string }> = {
  talk: { id: 'talk', name: 'predictions of the talk' },
  milestone: { id: 'milestone', name: 'milestones of the talk' },
  forward: { id: 'own', name: 'predictions of this site' },
};

function standing(
  kind: PredictionRecord['kind'],
  resolutions: readonly Resolution[],
): NumberRecord[] {
  const { id, name } = kinds[kind];
  const own = resolutions.filter((resolution) => resolution.kind === kind);
  const count = (suffix: string, words: string, value: number) =>
    defineNumber({
      id: `predictions-${id}-${suffix}`,
      name: `${name}${words}`,
      value,
      unit: 'count',
      counted: 'predictions',
      definition: `How many of the ${name} stand so on the day of the data, each by its own resolver.`,
      formula: 'count of predictions',
      inputs: own.map((resolution) => ({
        label: resolution.id,
        path: `/p/${resolution.id}/`,
      })),
      code: 'src/lib/predictions/predictions.ts',
    });
  const having = (status: Resolution['status']) =>
    own.filter((resolution) => resolution.status === status).length;
  return [
    count('all', '', own.length),
    count('met', ' that were met', having('met')),
    count('missed', ' that were missed', having('missed')),
    count('open', ' that are open', having('open')),
    count('unjudged', ' that cannot be judged', having('cannot be judged')),
  ];
}

/** The probability of one of our own. */
function given({ id, label, title, probability, deadline }: PredictionRecord): NumberRecord[] {
  if (probability === null) return [];
  return [
    defineNumber({
      id: `probability-${id}`,
      name: `probability of ${label}, ${title}`,
      value: probability,
      unit: 'probability',
      definition: `The probability given to the prediction when it was made${deadline ? `, for its deadline of ${deadline}` : ''}. It is never edited.`,
      formula: 'share of simulated futures in which it comes true',
      inputs: [{ label: 'The prediction with its record', path: `/p/${id}/` }],
      code: 'src/lib/predictions/forecast.ts',
    }),
  ];
}

/** The models of a contest by what decides it: with thinking or without. */
export function contestOf({ data }: Pick<Findings, 'data'>, id: string) {
  const record = data.predictions.find((prediction) => prediction.id === id);
  if (record?.resolver.kind !== 'scores-at-size') {
    throw new RangeError(`data/predictions/${id}.json has no contest of scores`);
  }
  const matches = matchesAtSize(data, record.resolver, lastDay(record.deadline, data.dataset.asOf));
  return {
    record,
    plain: matches.filter(({ thinking }) => !thinking),
    thinking: matches.filter(({ thinking }) => thinking),
  };
}

/** The match with the highest mean lead; undefined of none. */
export function bestOf(matches: readonly Match[]): Match | undefined {
  return [...matches].sort((a, b) => b.meanLead - a.meanLead)[0];
}

/** The first match that is at least as good on average. */
export function firstAble(matches: readonly Match[]): Match | undefined {
  return matches.find(({ meanLead }) => meanLead >= 0);
}

function contest(findings: Findings, id: string): NumberRecord[] {
  const { plain, thinking } = contestOf(findings, id);
  const inputs = [{ label: 'Every comparison', path: `/p/${id}/` }];
  const common = { inputs, code: 'src/lib/predictions/scoresAtSize.ts' };
  const nobody = 'No small model shares enough tests with the yardstick.';
  const best = bestOf(plain);
  const decisive = firstAble(plain) ?? best;
  const knowledge = plain.flatMap(({ shared }) =>
    shared.filter(({ benchmark }) => benchmark === 'mmlu'),
  );
  const leads = knowledge.map(({ own, its }) => own - its);
  const numberOf = (
    suffix: string,
    name: string,
    value: number | undefined,
    rest: Pick<NumberRecord, 'unit' | 'definition' | 'formula'> & { counted?: string },
  ) =>
    defineNumber({
      ...common,
      ...rest,
      id: `${id}-${suffix}`,
      name,
      value: value ?? null,
      refusal: value === undefined ? nobody : null,
    });
  const lead = decisive && Math.abs(decisive.meanLead);
  return [
    numberOf('models', `small models compared for ${id}`, plain.length, {
      unit: 'count',
      counted: 'models',
      definition: 'Small open models that share enough tests with the yardstick, without thinking.',
      formula: 'count of models',
    }),
    numberOf('lead', `mean distance of the model that decides ${id}`, lead, {
      unit: 'points',
      definition:
        'How far, on average over the shared tests, the first small model that does as well lies above the yardstick; the nearest one below, where none does.',
      formula: '|mean of score − score of the yardstick|',
    }),
    numberOf('won', `tests won by the model that decides ${id}`, decisive?.wins, {
      unit: 'count',
      counted: 'tests',
      definition: 'Shared tests on which it is at least as good as the yardstick.',
      formula: 'count of tests',
    }),
    numberOf('shared', `tests shared by the model that decides ${id}`, decisive?.tests, {
      unit: 'count',
      counted: 'tests',
      definition: 'Tests that it and the yardstick have taken the same way.',
      formula: 'count of tests',
    }),
    numberOf(
      'knowledge-gap',
      `distance on MMLU of the best small model, ${id}`,
      leads.length > 0 ? Math.abs(Math.max(...leads)) : undefined,
      {
        unit: 'points',
        definition:
          'Score of the best small open model on MMLU, without thinking, against the yardstick’s, among the models compared.',
        formula: '|greatest score − score of the yardstick|',
      },
    ),
    numberOf(
      'thinkers',
      `small models that do as well with thinking, ${id}`,
      thinking.filter(({ meanLead }) => meanLead >= 0).length,
      {
        unit: 'count',
        counted: 'models',
        definition:
          'Small open models whose mean over the shared tests is at least the yardstick’s when scores got by thinking at length count.',
        formula: 'count of models',
      },
    ),
  ];
}

function modelOf({ data }: Pick<Findings, 'data'>, id: string): ModelRecord {
  const model = data.models.find((candidate) => candidate.id === id);
  if (!model) throw new RangeError(`data/models has no record "${id}"`);
  return model;
}

/** Gemma 2 9B, tuned, against MiniCPM3 4B, and what the first cost. */
export function overtakingOf({ data }: Pick<Findings, 'data'>) {
  const first = modelOf({ data }, 'gemma-2-9b-it');
  const second = modelOf({ data }, 'minicpm3-4b');
  const trained = modelOf({ data }, 'gemma-2-9b');
  const pairs = pairInTables(first, second);
  const { value: yuan } = findPublished(data, 'liu-2024-gemma-bill');
  const bill = impliedBill(trained, yuan, peakOf(data.context.chips, CHIP), billAssumptions);
  const rent = medianRent(data.context.chips, 'H100', '2024-01-01', '2024-12-31');
  return { first, second, pairs, bill, rent };
}

function overtaking({ data }: Findings): NumberRecord[] {
  const { pairs, bill, rent } = overtakingOf({ data });
  const models = [
    { label: 'Gemma 2 9B IT', path: '/m/gemma-2-9b-it/' },
    { label: 'MiniCPM3 4B', path: '/m/minicpm3-4b/' },
  ];
  const common = { inputs: models, code: 'src/lib/overtaking.ts' };
  const count = (id: string, name: string, value: number, definition: string) =>
    defineNumber({
      ...common,
      id,
      name,
      value,
      unit: 'count',
      counted: 'scores',
      definition,
      formula: 'count of pairs',
    });
  const led = pairs.filter(({ first, second }) => second >= first).length;
  return [
    count(
      'overtaking-pairs',
      'pairs of scores of Gemma 2 9B and MiniCPM3 4B',
      pairs.length,
      'Tests on which one source gives both models a score in one table.',
    ),
    count(
      'overtaking-led',
      'pairs in which MiniCPM3 4B is at least as good',
      led,
      'Pairs of scores from one table in which the later, smaller model is not below.',
    ),
    defineNumber({
      ...common,
      id: 'gemma-bill-operations',
      name: 'operations to train Gemma 2 9B',
      value: bill.operations,
      unit: 'FLOP',
      definition:
        'Six operations for each parameter and each token. The work of its larger teacher is not counted.',
      formula: '6 · parameters · tokens',
    }),
    defineNumber({
      ...common,
      id: 'gemma-bill-hours',
      name: 'chip hours to train Gemma 2 9B',
      value: bill.chipHours,
      unit: 'count',
      counted: 'hours of one H100',
      definition: `What the operations take on an H100 that reaches ${100 * billAssumptions.use} % of its dense peak. It was trained on other chips; the share is assumed.`,
      formula: 'operations / (peak · share · 3600)',
    }),
    defineNumber({
      ...common,
      id: 'gemma-bill-price',
      name: 'price of a chip hour that the bill implies',
      value: bill.dollarsPerHour,
      unit: 'US dollars',
      definition: `The bill of the interview over the chip hours, at ${billAssumptions.yuanPerDollar} yuan to the dollar, which is assumed.`,
      formula: 'yuan / rate / chip hours',
    }),
    defineNumber({
      ...common,
      id: 'h100-rent-2024',
      name: 'middle rent of an H100 for an hour in 2024',
      value: Number.isNaN(rent.median) ? null : rent.median,
      refusal: Number.isNaN(rent.median) ? 'No rent of 2024 is on record.' : null,
      unit: 'US dollars',
      definition: `Median of ${rent.count} prices on record, of clouds that rent to anyone.`,
      formula: 'median',
      inputs: [{ label: 'Data files', path: '/data/' }],
    }),
  ];
}

/** How fast a chip can write, from the bandwidth of its memory alone. */
function device({ data }: Findings): NumberRecord[] {
  const rule = data.claims.find(({ id }) => id === 'on-device') as ClaimOf<'on-device'> | undefined;
  const bits = rule?.parameters.bitsPerWeight ?? Number.NaN;
  const speeds = data.context.memory.socsAndBoards.flatMap(({ kind, bandwidthGbS }) =>
    /phone/.test(kind) && bandwidthGbS ? [mostTokensPerSecond(bandwidthGbS * 1e9, 8e9, bits)] : [],
  );
  return [
    defineNumber({
      id: 'speed-8b-phone',
      name: 'tokens a second of 8B on the best phone chip',
      value: speeds.length === 0 ? null : Math.max(...speeds),
      refusal: speeds.length === 0 ? 'No bandwidth is on record.' : null,
      unit: 'count',
      counted: 'tokens a second, at most',
      definition: `Bandwidth over the bytes of eight billion weights at ${bits.toFixed(1)} bits: each token needs all weights once. A bound, not a measurement.`,
      formula: 'bandwidth / (parameters · bits / 8)',
      inputs: [{ label: 'Data files', path: '/data/' }],
      code: 'src/lib/overtaking.ts',
    }),
  ];
}
