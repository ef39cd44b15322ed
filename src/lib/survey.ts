/**
 * One panel measured with one set of choices: table, ruler, densities, and the points of the trend.
 * Everything that only looks at time starts from here.
 */
import type { Choices } from './choices.ts';
import { curveTable } from './effective.ts';
import type { Measurement } from './measure.ts';
import { measureModel } from './measure.ts';
import { ln } from './numerics/elementary.ts';
import type { Candidate, PanelData, PanelTable } from './panel.ts';
import { tabulatePanel } from './panel.ts';
import type { DensityDraws, TrendInput } from './resample.ts';
import { drawDensities } from './resample.ts';
import type { Ruler, RulerMember } from './ruler.ts';
import { fitRuler } from './ruler.ts';
import type { TrendPoints } from './trend.ts';

export interface Survey {
  choices: Choices;
  table: PanelTable;
  ruler: Ruler;
  /** The ruler's members among the candidates, smallest first. */
  members: readonly RulerMember[];
  /** Every measured model, in order of day, then id. */
  models: Measurement[];
  /** The models that the trend rests on. */
  input: TrendInput;
}

/**
 * Measures every model on the chosen panel.
 *
 * @throws RefusalError where the panel or ruler is unknown or the ruler is unusable
 */
export function surveyPanel(data: PanelData, choices: Choices): Survey {
  const table = tabulatePanel(data, choices);
  const { ruler, members } = fitRuler(data, table, choices);
  const curves = curveTable(ruler.axes, choices.weights);
  const models = table.candidates.map((candidate) => measureModel(candidate, ruler, curves));
  return { choices, table, ruler, members, models, input: trendInput(table, models) };
}

/** Draws of the densities of a survey's trend models; see resample.ts. */
export function drawSurvey({ input, members, ruler, choices }: Survey): DensityDraws {
  return drawDensities(input, members, ruler, choices);
}

/** Whether a measured model sets the trend. */
export function countsInTrend(model: Measurement): boolean {
  return model.bystander === null && model.density !== null;
}

function trendInput(table: PanelTable, models: readonly Measurement[]): TrendInput {
  const kept = models.map((model, i) => [model, table.candidates[i] as Candidate] as const);
  const counted = kept.filter(([model]) => countsInTrend(model));
  const families = [...new Set(counted.map(([{ family }]) => family))].sort();
  const numbers = new Map(families.map((family, f) => [family, f]));
  const points: TrendPoints = {
    x: Float64Array.from(counted, ([{ day }]) => day as number),
    y: Float64Array.from(counted, ([{ density }]) => ln(density as number)),
    family: Int32Array.from(counted, ([{ family }]) => numbers.get(family) as number),
  };
  return {
    candidates: counted.map(([, candidate]) => candidate),
    effective: Float64Array.from(counted, ([model]) => ln(model.effectiveParameters as number)),
    points,
    families,
  };
}
