/**
 * What moves with density: a regression of ln ρ on the day of release, tokens per parameter, size,
 * mixture of experts and distillation, families as clusters. Growth then splits exactly into what
 * goes with each of them and what goes with time alone: with b the coefficients of the long
 * regression and δ the slopes of each regressor on time, growth = b_time + Σ b δ. An association,
 * not a cause; density has the parameters below the line, as tokens per parameter have, so size
 * stands among the regressors.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices } from './choices.ts';
import { defaultChoices, LEVEL } from './choices.ts';
import { drawClusterWeights, numberClusters, percentileInterval } from './numerics/bootstrap.ts';
import { ln } from './numerics/elementary.ts';
import { fitLine } from './numerics/linear.ts';
import { fitLinear } from './numerics/linearModel.ts';
import { makeStream } from './numerics/random.ts';
import type { Candidate, PanelData } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { surveyPanel } from './survey.ts';

const driverIds = ['time', 'tokens-per-parameter', 'size', 'experts', 'distillation'] as const;
export type DriverId = (typeof driverIds)[number];

export interface Driver {
  id: DriverId;
  /** ln ρ per day for time, per unit of ln for ratios and sizes, for yes against no otherwise. */
  coefficient: number;
  /** Cluster-robust by family. */
  standardError: number | null;
  coefficientInterval: [number, number];
  /** How fast it moves itself, per day; 1 for time. */
  drift: number;
  /** Part of the growth of ln ρ that goes with it; all parts sum to 1. */
  share: number;
  shareInterval: [number, number];
}

export interface DriverReport {
  panel: string;
  /** Models with known tokens, of all in the trend. */
  models: number;
  allModels: number;
  families: number;
  /** Growth of ln ρ per day among them, all models, least squares. */
  growth: number;
  /** Share of the variance of ln ρ that the regression explains, and time alone. */
  r2: number;
  r2Time: number;
  drivers: Driver[];
  /** Regressors that do not vary here and were left out. */
  constant: DriverId[];
  refusal: Refusal | null;
}

/** Fewest models for a regression on five columns. */
const LEAST_MODELS_HERE = 30;

interface Row {
  candidate: Candidate;
  lnDensity: number;
  family: number;
}

const regressors: Readonly<Record<DriverId, (row: Row) => number>> = {
  time: ({ candidate }) => candidate.day,
  'tokens-per-parameter': ({ candidate: { model, actual } }) =>
    ln((model.trainingTokens?.value ?? Number.NaN) / actual),
  size: ({ candidate }) => ln(candidate.actual),
  experts: ({ candidate: { model } }) =>
    (model.parameters?.active ?? 0) < (model.parameters?.total ?? 0) ? 1 : 0,
  distillation: ({ candidate: { model } }) => (model.distilledInPretraining ? 1 : 0),
};

/** Splits the growth of density on one panel. */
export function splitGrowth(
  data: PanelData,
  choices: Partial<Choices>,
  { draws }: { draws: number },
): DriverReport {
  const chosen: Choices = { ...defaultChoices, ...choices, draws: 0 };
  checkChoices(chosen, data);
  const { input } = surveyPanel(data, chosen);
  const all = input.candidates.map((candidate, i): Row => ({
    candidate,
    lnDensity: input.points.y[i] as number,
    family: input.points.family[i] as number,
  }));
  const rows = all.filter(({ candidate }) => candidate.model.trainingTokens);
  const empty = { panel: chosen.panel, models: rows.length, allModels: all.length };
  const families = new Set(rows.map(({ family }) => family)).size;
  if (rows.length < LEAST_MODELS_HERE) {
    const sentence = `What moves with density needs at least ${LEAST_MODELS_HERE} models with known training tokens; here are ${rows.length}.`;
    const refusal: Refusal = { code: 'too-few-models', sentence };
    const none = { growth: 0, r2: 0, r2Time: 0, drivers: [], constant: [] };
    return { ...empty, families, ...none, refusal };
  }
  return { ...empty, families, ...describe(rows, draws, chosen.seed), refusal: null };
}

function describe(rows: readonly Row[], draws: number, seed: number) {
  const columns = driverIds.map((id) => Float64Array.from(rows, regressors[id]));
  const varies = columns.map((column) => column.some((value) => value !== column[0]));
  const ids = driverIds.filter((_, j) => varies[j]);
  const used = columns.filter((_, j) => varies[j]);
  const y = Float64Array.from(rows, ({ lnDensity }) => lnDensity);
  const clusters = rows.map(({ family }) => family);
  const fit = fitLinear([y.map(() => 1), ...used], y, { clusters });
  const line = fitLine(used[0] as Float64Array, y);
  const split = splitWith(used, y);
  const drawn = drawSplits(used, y, clusters, draws, seed);
  const interval = (pick: (split: Split) => number): [number, number] => {
    const { low, high } = percentileInterval(drawn.map(pick), LEVEL);
    return [low, high];
  };
  return {
    growth: line.slope,
    r2: fit.r2,
    r2Time: line.r2,
    constant: driverIds.filter((_, j) => !varies[j]),
    drivers: ids.map((id, j): Driver => ({
      id,
      coefficient: split.coefficients[j] as number,
      standardError: fit.clusterErrors?.[j + 1] ?? null,
      coefficientInterval: interval(({ coefficients }) => coefficients[j] as number),
      drift: split.drifts[j] as number,
      share: split.shares[j] as number,
      shareInterval: interval(({ shares }) => shares[j] as number),
    })),
  };
}

interface Split {
  coefficients: number[];
  drifts: number[];
  shares: number[];
}

/** Coefficients, drifts and shares; NaN where the columns do not determine them. */
function splitWith(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights?: Float64Array,
): Split {
  const options = weights ? { weights } : {};
  const time = columns[0] as Float64Array;
  const fit = fitLinear([y.map(() => 1), ...columns], y, options);
  const coefficients = columns.map((_, j) =>
    fit.converged ? (fit.coefficients[j + 1] as number) : Number.NaN,
  );
  const drifts = columns.map((column, j) => (j === 0 ? 1 : fitLine(time, column, options).slope));
  const growth = fitLine(time, y, options).slope;
  const shares = coefficients.map((b, j) => (b * (drifts[j] as number)) / growth);
  return { coefficients, drifts, shares };
}

function drawSplits(
  columns: readonly Float64Array[],
  y: Float64Array,
  families: readonly number[],
  draws: number,
  seed: number,
): Split[] {
  const clusters = numberClusters(families);
  const stream = makeStream(seed, 'drivers');
  const weights = new Float64Array(y.length);
  return Array.from({ length: draws }, () => {
    drawClusterWeights(stream, clusters, weights);
    return splitWith(columns, y, weights);
  });
}
