/** Numbers of the theory: what growth goes with, recipes, training, and density test by test. */
import type { DriverReport } from '../drivers.ts';
import type { KindOfDensity } from '../kindsOfDensity.ts';
import { exp } from '../numerics/elementary.ts';
import type { Drift, RecipeReport } from '../recipes.ts';
import type { Association, TrainedModel } from '../training.ts';
import { associate, trainedModels } from '../training.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const split = { label: 'What growth goes with', path: '/f/growth-split/' };
const curves = { label: 'Families beside each other', path: '/f/recipe-curves/' };
const tests = { label: 'Density test by test', path: '/f/kinds-of-density/' };

export function theoryNumbers(findings: Findings): NumberRecord[] {
  const { data, observatory, drivers, kinds, recipes } = findings;
  const { id } = observatory.headline.panel;
  const trained = trainedModels(data, observatory.headline);
  return [
    ...drivers.flatMap((report) =>
      splitNumbers(report, report.panel === id ? '' : `-${report.panel}`),
    ),
    ...kinds.map((kind) => kindNumber(kind, kind.panel === id ? '' : `-${kind.panel}`)),
    ...recipes.flatMap(recipeNumbers),
    ...trainingNumbers(trained, 'tokens', 'tokens for each parameter', (m) => m.tokensPerParameter),
    ...trainingNumbers(trained, 'compute', 'operations of training', (m) => m.compute),
  ];
}

function splitNumbers({ panel, drivers, models, refusal }: DriverReport, suffix: string) {
  const ids = ['time', 'tokens-per-parameter', 'size', 'experts', 'distillation'] as const;
  const shares = ids.map((id) => {
    const driver = drivers.find((candidate) => candidate.id === id);
    return defineNumber({
      id: `split-${id}${suffix}`,
      name: `part of the growth of density that goes with ${id.replaceAll('-', ' ')} (${panel})`,
      ...(driver
        ? { value: driver.share, interval: driver.shareInterval }
        : { value: null, refusal: refusal?.sentence ?? 'It does not vary among these models.' }),
      unit: 'fraction',
      definition:
        'Of the growth of ln density, the part that goes with this column of a regression on time, tokens for each parameter, size, mixture of experts and distillation. An association, not a cause; all parts add up to the whole, and one can be negative.',
      formula: 'coefficient · its own growth / growth of ln density',
      inputs: [split],
      code: 'src/lib/drivers.ts',
    });
  });
  const drift = drivers.find(({ id }) => id === 'tokens-per-parameter')?.drift ?? 0;
  return [
    ...shares,
    defineNumber({
      id: `split-models${suffix}`,
      name: `models with known training tokens (${panel})`,
      value: models,
      unit: 'count',
      counted: 'models',
      definition: 'Models of the trend whose makers state how many tokens they were trained on.',
      formula: 'count of rows',
      inputs: [split],
      code: 'src/lib/drivers.ts',
    }),
    defineNumber({
      id: `tokens-ratio-doubling${suffix}`,
      name: `days in which tokens for each parameter double (${panel})`,
      ...(drift > 0
        ? { value: Math.LN2 / drift }
        : { value: null, refusal: 'Tokens for each parameter do not grow.' }),
      unit: 'days',
      definition: 'How fast training tokens for each parameter grow from model to model.',
      formula: 'ln 2 / slope of ln tokens per parameter on day of release',
      inputs: [split],
      code: 'src/lib/drivers.ts',
    }),
  ];
}

function kindNumber({ panel, benchmark, name, trend }: KindOfDensity, suffix: string) {
  const time = trend.doublingTime;
  const draft: Pick<NumberDraft, 'value' | 'interval' | 'refusal'> =
    time?.status === 'bounded'
      ? { value: time.days, interval: time.interval }
      : {
          value: null,
          refusal: time?.sentence ?? trend.refusal?.sentence ?? 'There is no line.',
          interval: time?.atLeast ? [time.atLeast, null] : null,
        };
  return defineNumber({
    ...draft,
    id: `pace-on-${benchmark}${suffix}`,
    name: `doubling time of density on ${name} alone (${panel})`,
    unit: 'days',
    definition: `The headline’s line with ${name} as the only test.`,
    formula: 'doubling time = ln 2 / slope of ln density on day of release',
    inputs: [tests],
    code: 'src/lib/kindsOfDensity.ts',
  });
}

function recipeNumbers({ benchmark, name, recipes, steepness, midpoint }: RecipeReport) {
  const yearly = (drift: Drift | null): Pick<NumberDraft, 'value' | 'interval' | 'refusal'> =>
    drift
      ? {
          value: exp(365.25 * drift.perDay),
          interval: [exp(365.25 * drift.interval[0]), exp(365.25 * drift.interval[1])],
        }
      : { value: null, refusal: 'Too few families have a curve on this benchmark.' };
  const [low = 0, high = 0] = midpoint?.interval ?? [];
  return [
    defineNumber({
      id: `recipes-${benchmark}`,
      name: `families with a curve of score against size on ${name}`,
      value: recipes.length,
      unit: 'count',
      counted: 'families',
      definition: 'Families of dense base models with at least three sizes above guessing.',
      formula: 'count of families',
      inputs: [curves],
      code: 'src/lib/recipes.ts',
    }),
    defineNumber({
      ...yearly(steepness),
      id: `recipe-steepness-${benchmark}`,
      name: `change in a year of the steepness of families’ curves on ${name}`,
      unit: 'times',
      definition:
        'By what the steepness of the curve of score against the logarithm of size is multiplied from families of one year to those of the next. One means no change.',
      formula: 'exp(365.25 · slope of ln steepness on day of first release)',
      inputs: [curves],
      code: 'src/lib/recipes.ts',
    }),
    defineNumber({
      ...(midpoint && midpoint.perDay < 0
        ? {
            value: -Math.LN2 / midpoint.perDay,
            interval: high < 0 ? ([-Math.LN2 / low, -Math.LN2 / high] as const) : null,
          }
        : { value: null, refusal: 'The size half way up does not fall.' }),
      id: `recipe-halving-${benchmark}`,
      name: `days in which the size that a family needs on ${name} halves`,
      unit: 'days',
      definition:
        'How fast the size at which a family’s curve is half way up falls from family to family: a ruler-free relative of the doubling time.',
      formula: 'ln 2 / −slope of ln midpoint on day of first release',
      inputs: [curves],
      code: 'src/lib/recipes.ts',
    }),
  ];
}

function trainingNumbers(
  models: readonly TrainedModel[],
  id: string,
  what: string,
  quantity: (model: TrainedModel) => number,
): NumberRecord[] {
  const line: Association | null = associate(models, quantity);
  const twice = (power: number) => exp(power * Math.LN2);
  const refusal = 'Too few models state their training tokens.';
  const inputs = [{ label: `Density against ${what}`, path: `/f/density-${id}/` }];
  return [
    defineNumber({
      id: `density-with-twice-${id}`,
      name: `density that goes with twice the ${what}`,
      ...(line
        ? { value: twice(line.slope), interval: [twice(line.interval[0]), twice(line.interval[1])] }
        : { value: null, refusal }),
      unit: 'times',
      definition: `By what density is multiplied, along the line through the models, where ${what} double. Models of different years differ in more than this.`,
      formula: '2 to the power of the slope of ln density on its logarithm',
      inputs,
      code: 'src/lib/training.ts',
    }),
    defineNumber({
      id: `density-explained-${id}`,
      name: `share of the differences in density that ${what} explain`,
      ...(line ? { value: line.r2 } : { value: null, refusal }),
      unit: 'fraction',
      definition: 'Share of the variance of ln density along the line (R²).',
      formula: '1 − residual variance / variance',
      inputs,
      code: 'src/lib/training.ts',
    }),
  ];
}
