/**
 * Recipes compared: the scores of each family against its sizes on one benchmark, with the logistic
 * curve that the ruler uses. Two things can differ from family to family: how steep the curve is, and
 * where it lies. Whether either has moved with the years is a line through one point per family.
 */
import { LEVEL } from './choices.ts';
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import { ln } from './numerics/elementary.ts';
import { fitLine } from './numerics/linear.ts';
import { studentQuantile } from './numerics/probabilities.ts';
import type { PanelData } from './panel.ts';
import { clockDay, tabulatePanel } from './panel.ts';
import type { ScoreCurve } from './ruler.ts';
import { fitCurve } from './ruler.ts';

/** A member of a family with its score, a fraction. */
interface RecipePoint {
  id: string;
  name: string;
  parameters: number;
  score: number;
}

export interface Recipe extends ScoreCurve {
  family: string;
  /** First release of a member, YYYY-MM-DD. */
  released: string;
  /** Smallest first. */
  points: RecipePoint[];
  slopeError: number;
}

/** How something grew from family to family: of its logarithm, per day. */
export interface Drift {
  perDay: number;
  /** 90 %, Student's t with the HC3 error. */
  interval: [number, number];
}

export interface RecipeReport {
  benchmark: string;
  name: string;
  chance: number;
  /** Families with a curve, oldest first. */
  recipes: Recipe[];
  /** Drift of the steepness k and of the size at the curve's midpoint; null with few families. */
  steepness: Drift | null;
  midpoint: Drift | null;
}

/** Fewest sizes that show a curve, and fewest families that show a drift. */
const LEAST_SIZES = 3;
const LEAST_RECIPES = 6;
/** Below this distance from guessing a score says nothing of the curve. */
const ABOVE_CHANCE = 0.02;

/**
 * Fits every family of dense base models that has at least three sizes on a benchmark.
 *
 * @throws RefusalError where panel or benchmark is unknown
 */
export function compareRecipes(data: PanelData, panel: string, benchmark: string): RecipeReport {
  const choices: Choices = { ...defaultChoices, panel, benchmarks: [benchmark], needs: 1 };
  const { axes, candidates } = tabulatePanel(data, choices);
  const axis = axes[0];
  if (!axis) throw new RangeError(`panel ${panel} has no benchmark ${benchmark}`);
  const families = new Map<string, (RecipePoint & { released: string })[]>();
  for (const { model, actual, scores, bystander } of candidates) {
    const score = scores[0]?.value ?? 0;
    const isDense = model.parameters?.active === model.parameters?.total;
    const released = model.released?.date;
    if (bystander !== null || !isDense || !released || score < axis.chance + ABOVE_CHANCE) continue;
    const point = { id: model.id, name: model.name, parameters: actual, score, released };
    families.set(model.family, [...(families.get(model.family) ?? []), point]);
  }
  const recipes = [...families]
    .flatMap(([family, points]) => fitRecipe(family, points, axis) ?? [])
    .sort((a, b) => (a.released < b.released ? -1 : a.released > b.released ? 1 : 0));
  return {
    benchmark,
    name: axis.name,
    chance: axis.chance,
    recipes,
    steepness: driftOf(recipes, ({ slope }) => ln(slope)),
    midpoint: driftOf(recipes, ({ midpoint }) => midpoint),
  };
}

function fitRecipe(
  family: string,
  members: readonly (RecipePoint & { released: string })[],
  { chance, ceiling }: { chance: number; ceiling: number },
): Recipe | null {
  if (new Set(members.map(({ parameters }) => parameters)).size < LEAST_SIZES) return null;
  const sorted = [...members].sort((a, b) => a.parameters - b.parameters);
  const fit = fitCurve(
    {
      positions: sorted.map(({ parameters }) => ln(parameters)),
      scores: sorted.map(({ score }) => score),
    },
    { chance, ceiling },
  );
  if (!fit.converged || !(fit.slope > 0)) return null;
  return {
    family,
    released: sorted.map(({ released }) => released).sort()[0] as string,
    points: sorted.map(({ id, name, parameters, score }) => ({ id, name, parameters, score })),
    chance,
    ceiling,
    slope: fit.slope,
    midpoint: fit.midpoint,
    slopeError: fit.slopeError,
  };
}

function driftOf(recipes: readonly Recipe[], value: (recipe: Recipe) => number): Drift | null {
  if (recipes.length < LEAST_RECIPES) return null;
  const days = recipes.map(({ released }) => clockDay(released));
  const line = fitLine(days, recipes.map(value));
  if (!line.converged) return null;
  const reach = line.hc3Error * studentQuantile((1 + LEVEL) / 2, line.degreesOfFreedom);
  return { perDay: line.slope, interval: [line.slope - reach, line.slope + reach] };
}
