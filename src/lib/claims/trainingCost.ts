/** Third claim: training cost falls with size, since data stay the same. */
import type { Data } from '../data.ts';
import { formatDays } from '../format.ts';
import { ln } from '../numerics/elementary.ts';
import { fitLine } from '../numerics/linear.ts';
import { clockDay } from '../panel.ts';
import type { ModelRecord } from '../schema.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Rate, Verdict } from './claim.ts';
import { rateTest } from './claim.ts';
import { drawEstimates, drawnInterval } from './clusters.ts';
import type { LevelSeries } from './levels.ts';
import { medianRate, rateOf } from './levels.ts';
import { isOpenBase, studyLevels } from './modelOffers.ts';

type Parameters = ClaimOf<'training-cost'>['parameters'];

/** Size, tokens and compute of one model. */
export interface TrainingRun {
  id: string;
  name: string;
  family: string;
  date: string;
  parameters: number;
  tokens: number;
  /** 6 · active parameters · tokens. */
  operations: number;
}

export interface TrainingCostDetails {
  levels: LevelSeries[];
  levelsCounted: number;
  runs: TrainingRun[];
  /** Growth per day of ln tokens, and of ln (tokens per active parameter). */
  tokens: Rate | null;
  tokensPerParameter: Rate | null;
  /** The talk's numbers: ratio of sizes, of compute, and the halving times that follow. */
  arithmetic: {
    sizeRatio: number;
    computeRatio: number;
    halvingDaysBySize: number;
    halvingDaysByCompute: number;
  };
}

export function judgeTrainingCost(
  data: Data,
  { headline }: Measured,
  { parameters }: ClaimOf<'training-cost'>,
): ClaimResult<'training-cost', TrainingCostDetails> {
  const models = data.models.filter((model) => isOpenBase(model, parameters.from, headline.asOf));
  const runs = trainingRuns(models);
  const study = studyLevels(models, parameters.levels, operationsOf, headline.asOf, parameters);
  const median = medianRate(study.tradeOffs, parameters.leastLevels);
  const main = rateTest(
    'halving time of training compute at fixed scores, median over levels',
    median && rateOf(median),
    runs.length,
    parameters,
    median ? null : `Needs ${parameters.leastLevels} levels with enough models of known tokens.`,
  );
  const tokens = growthOf(runs, ({ tokens }) => ln(tokens), parameters);
  const perParameter = growthOf(runs, (run) => ln(run.tokens) - ln(activeOf(run)), parameters);
  const premises = [
    premiseTest('growth of training tokens', tokens, runs.length),
    premiseTest('growth of tokens per parameter', perParameter, runs.length),
  ];
  return {
    id: 'training-cost',
    status: statusOf(main.verdict, tokens),
    effect: { name: main.name, value: main.value, unit: main.unit },
    interval: main.interval,
    n: main.n,
    wouldChange: sayWouldChange(main.verdict, tokens, parameters),
    tests: [main, ...premises],
    details: {
      levels: study.series,
      levelsCounted: study.tradeOffs.length,
      runs,
      tokens,
      tokensPerParameter: perParameter,
      arithmetic: talkArithmetic(parameters),
    },
  };
}

/** Operations of pre-training, 6 · active parameters · tokens; NaN where either is unknown. */
export function operationsOf({ parameters, trainingTokens }: ModelRecord): number {
  return 6 * (parameters?.active ?? Number.NaN) * (trainingTokens?.value ?? Number.NaN);
}

function activeOf({ operations, tokens }: TrainingRun): number {
  return operations / (6 * tokens);
}

function trainingRuns(models: readonly ModelRecord[]): TrainingRun[] {
  return models
    .flatMap((model): TrainingRun[] => {
      const { id, name, family, parameters, trainingTokens, released } = model;
      if (!parameters || !trainingTokens || !released) return [];
      return [
        {
          id,
          name,
          family,
          date: released.date,
          parameters: parameters.total,
          tokens: trainingTokens.value,
          operations: operationsOf(model),
        },
      ];
    })
    .sort((a, b) => (a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.id < b.id ? -1 : 1));
}

/** Slope of a quantity on days by least squares over all runs, families resampled. */
function growthOf(
  runs: readonly TrainingRun[],
  quantity: (run: TrainingRun) => number,
  parameters: Parameters,
): Rate | null {
  const x = runs.map(({ date }) => clockDay(date));
  const y = runs.map(quantity);
  const slope = (weights?: Float64Array) => fitLine(x, y, weights ? { weights } : {}).slope;
  const perDay = slope();
  if (Number.isNaN(perDay)) return null;
  const families = runs.map(({ family }) => family);
  return { perDay, interval: drawnInterval(drawEstimates(families, parameters, slope)) };
}

/** Constant data are what the claim takes for granted: growth above zero denies it. */
function premiseTest(name: string, growth: Rate | null, n: number): ClaimTest {
  const interval = growth?.interval ?? null;
  const verdict: Verdict = !interval ? 'open' : interval[0] > 0 ? 'denies' : 'agrees';
  const refusal = growth ? null : 'Too few models have a known number of tokens.';
  return { name, value: growth?.perDay ?? null, interval, unit: 'per day', verdict, n, refusal };
}

function statusOf(compute: Verdict, tokens: Rate | null): ClaimStatus {
  if (compute === 'open' || !tokens?.interval) return 'cannot be tested';
  const grows = tokens.interval[0] > 0;
  if (compute === 'denies') return grows ? 'fails' : 'mixed';
  if (grows) return 'mixed';
  return compute === 'agrees' ? 'holds' : 'holds at another rate';
}

function talkArithmetic({ arithmetic }: Parameters): TrainingCostDetails['arithmetic'] {
  const { parametersNow, parametersAfter, computeRatio, days } = arithmetic;
  const sizeRatio = parametersNow / parametersAfter;
  return {
    sizeRatio,
    computeRatio,
    halvingDaysBySize: (days * Math.LN2) / ln(sizeRatio),
    halvingDaysByCompute: (days * Math.LN2) / -ln(computeRatio),
  };
}

function sayWouldChange(compute: Verdict, tokens: Rate | null, { band }: Parameters): string {
  const stated = `compute at fixed scores that halves in ${formatDays(band[0])} to ${formatDays(band[1])}`;
  const grows = (tokens?.interval?.[0] ?? 0) > 0;
  const premise = grows ? 'tokens that stop growing over the whole period, and ' : '';
  const failing =
    compute === 'denies'
      ? 'an interval of the compute rate above zero would make it mixed'
      : 'an interval of the compute rate that holds zero and excludes the claim would make it fail';
  return `It would take ${premise}${stated} for the claim to hold; ${failing}.`;
}
