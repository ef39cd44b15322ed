/** The headline's trend, made ready for asking what one more value would do for it. */
import type { Choices } from '../choices.ts';
import type { CurveTable } from '../effective.ts';
import { curveTable } from '../effective.ts';
import type { Base } from '../influence.ts';
import { measureBase } from '../influence.ts';
import type { PanelData } from '../panel.ts';
import { RefusalError } from '../refusal.ts';
import type { Hint } from './elsewhere.ts';
import { hintsElsewhere } from './elsewhere.ts';
import type { LineVariance } from './lineVariance.ts';
import { lineVariance } from './lineVariance.ts';
import type { TrendModel } from './points.ts';
import { trendModels } from './points.ts';

const taus: Partial<Record<Choices['estimator'], number>> = { tau90: 0.9, tau95: 0.95 };

export interface Context {
  data: PanelData;
  base: Base;
  curves: CurveTable;
  tau: number;
  models: TrendModel[];
  line: LineVariance;
  /** What other panels say, by the model's id. */
  hints: ReadonlyMap<string, Hint>;
  /** Scatter of residuals within a family, of the families with several models. */
  scatter: number;
}

/**
 * @throws RefusalError where the trend cannot be fitted, or is no quantile line
 */
export function prepare(data: PanelData, choices: Choices): Context {
  const tau = taus[choices.estimator];
  const base = measureBase(data, choices);
  const curves = curveTable(base.survey.ruler.axes, choices.weights);
  const models = trendModels(base, curves);
  const line = tau === undefined ? null : lineVariance(models, tau);
  if (tau === undefined || !line) {
    throw new RefusalError({
      code: 'unknown-choice',
      sentence: 'What is missing most can be ranked for a quantile line with models near it only.',
    });
  }
  return {
    data,
    base,
    curves,
    tau,
    models,
    line,
    scatter: familyScatter(models),
    hints: hintsElsewhere(data, base),
  };
}

function familyScatter(models: readonly TrendModel[]): number {
  let [squares, degrees] = [0, 0];
  for (const family of new Set(models.map((model) => model.family))) {
    const residuals = models.filter((model) => model.family === family).map((m) => m.residual);
    const mean = residuals.reduce((sum, r) => sum + r, 0) / residuals.length;
    squares += residuals.reduce((sum, r) => sum + (r - mean) * (r - mean), 0);
    degrees += residuals.length - 1;
  }
  return degrees > 0 ? Math.sqrt(squares / degrees) : 0;
}
