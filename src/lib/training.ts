/**
 * Density beside what went into training: tokens for each parameter, and computing operations. The
 * line through them is an association among models of different years, not what one more token does.
 */
import { LEVEL } from './choices.ts';
import type { Results } from './compute.ts';
import { countsInTrend } from './compute.ts';
import { exp, ln } from './numerics/elementary.ts';
import { fitLine } from './numerics/linear.ts';
import { studentQuantile } from './numerics/probabilities.ts';
import type { PanelData } from './panel.ts';

/** A model of the trend whose training tokens are on record. */
export interface TrainedModel {
  id: string;
  name: string;
  family: string;
  released: string;
  density: number;
  /** Training tokens over total parameters. */
  tokensPerParameter: number;
  /** 6 · active parameters · tokens, in operations. */
  compute: number;
  /** Whether only a part of its weights works on each token. */
  isMixture: boolean;
}

/** Operations of training per active parameter and token, forward and back. */
const OPERATIONS = 6;

/** The models of the trend with known training tokens, in order of release. */
export function trainedModels(
  data: PanelData,
  { models }: Pick<Results, 'models'>,
): TrainedModel[] {
  const records = new Map(data.models.map((record) => [record.id, record]));
  return models.filter(countsInTrend).flatMap((model) => {
    const { id, name, family, released, density, parameters } = model;
    const tokens = records.get(id)?.trainingTokens?.value;
    if (!tokens || density === null || released === null) return [];
    const { total, active } = parameters;
    return {
      id,
      name,
      family,
      released,
      density,
      tokensPerParameter: tokens / total,
      compute: OPERATIONS * active * tokens,
      isMixture: active < total,
    };
  });
}

/** ln density = intercept + slope · ln x, families as clusters. */
export interface Association {
  models: number;
  families: number;
  intercept: number;
  /** Growth of ln density per unit of ln x. */
  slope: number;
  /** 90 %, Student's t with the larger of the HC3 and the cluster error. */
  interval: [number, number];
  r2: number;
  /** Smallest and largest x. */
  from: number;
  to: number;
}

/** Fewest models and families behind an association. */
const LEAST = { models: 12, families: 6 };

/** How density goes with a quantity; null where the models are too few. */
export function associate(
  models: readonly TrainedModel[],
  quantity: (model: TrainedModel) => number,
): Association | null {
  const families = models.map(({ family }) => family);
  const groups = new Set(families).size;
  if (models.length < LEAST.models || groups < LEAST.families) return null;
  const values = models.map(quantity);
  const line = fitLine(
    values.map((value) => ln(value)),
    models.map(({ density }) => ln(density)),
    { clusters: families },
  );
  if (!line.converged) return null;
  const error = Math.max(line.hc3Error, line.clusterError ?? 0);
  const reach = error * studentQuantile((1 + LEVEL) / 2, groups - 1);
  return {
    models: models.length,
    families: groups,
    intercept: line.intercept,
    slope: line.slope,
    interval: [line.slope - reach, line.slope + reach],
    r2: line.r2,
    from: Math.min(...values),
    to: Math.max(...values),
  };
}

/** Density that an association gives at a value. */
export function densityAt({ intercept, slope }: Association, value: number): number {
  return exp(intercept + slope * ln(value));
}
