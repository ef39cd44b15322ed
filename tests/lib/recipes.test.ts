import { expect, test } from 'vitest';
import { compareRecipes } from '../../src/lib/recipes.ts';
import { predictScore } from '../../src/lib/ruler.ts';
import { curves, madeUpData, madeUpModel } from '../fixtures/synthetic.ts';

/** Eight families of four sizes, each denser than the one before by half; the curve never bends. */
const families = Array.from({ length: 8 }, (_, f) =>
  [1e9, 3e9, 9e9, 2.7e10].map((parameters) => ({
    id: `family-${f}-${parameters}`,
    family: `Family ${f}`,
    day: 100 * f,
    parameters,
    density: 0.1 * 1.5 ** f,
  })),
).flat();

test('a family on the ruler’s curve is found with its steepness and its place', () => {
  const { recipes, chance } = compareRecipes(madeUpData(families), 'paper-five', 'beta');
  expect(chance).toBe(0);
  expect(recipes).toHaveLength(9); // eight families and the ruler
  const { slope = 1, midpoint = 22 } = curves['beta'] ?? {};
  const first = recipes.find(({ family }) => family === 'Family 0');
  expect(first?.slope).toBeCloseTo(slope, 5);
  expect(first?.midpoint).toBeCloseTo(midpoint - Math.log(0.1), 5);
  expect(first && predictScore(first, Math.log(1e9))).toBeCloseTo(first?.points[0]?.score ?? 0, 6);
});

test('denser families move along the axis of size and do not get steeper', () => {
  const { steepness, midpoint } = compareRecipes(madeUpData(families), 'paper-five', 'beta');
  expect(steepness?.perDay).toBeCloseTo(0, 6);
  // Half as dense again every 100 days; the ruler's own family, off that line, bends it a little.
  expect(midpoint?.perDay).toBeLessThan(-0.002);
  expect(midpoint?.interval[1]).toBeLessThan(0);
});

test('mixtures of experts and families of two sizes have no curve', () => {
  const odd = [
    ...families.slice(0, 4).map((model) => ({ ...model, active: model.parameters / 4 })),
    ...families.slice(4, 6),
  ];
  const { recipes, steepness } = compareRecipes(madeUpData(odd), 'paper-five', 'beta');
  expect(recipes.map(({ family }) => family)).toEqual(['Ruler']);
  expect(steepness).toBeNull();
});

test('a score at the level of guessing does not enter a curve', () => {
  const data = madeUpData(families);
  const guessing = madeUpModel({ ...families[0]!, id: 'guessing', density: 1e-9 });
  const before = compareRecipes(data, 'paper-five', 'alpha');
  const after = compareRecipes(
    { ...data, models: [...data.models, guessing] },
    'paper-five',
    'alpha',
  );
  expect(after.recipes).toEqual(before.recipes);
});
