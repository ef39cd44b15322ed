import { expect, test } from 'vitest';
import { defaultChoices } from '../../src/lib/choices.ts';
import { tabulatePanel } from '../../src/lib/panel.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import {
  conditioning,
  fitCurve,
  fitRuler,
  invertScore,
  predictScore,
} from '../../src/lib/ruler.ts';
import { curves, madeUpData, rulerSizes } from '../fixtures/synthetic.ts';

const alpha = curves['alpha'] as NonNullable<(typeof curves)[string]>;

test('predictScore is half way between chance and ceiling at the midpoint', () => {
  expect(predictScore(alpha, alpha.midpoint)).toBeCloseTo(0.625, 14); // (0.25 + 1) / 2
});

test.each([1e7, 5e8, 7e9, 4e11])('invertScore inverts predictScore at N = %g', (n) => {
  expect(invertScore(alpha, predictScore(alpha, Math.log(n)))).toBeCloseTo(Math.log(n), 10);
});

test.each([0, 0.25, 1, 1.2])('no finite size reaches a score of %d', (score) => {
  expect(invertScore(alpha, score)).toBeNaN();
  expect(conditioning(alpha, score)).toBeNaN();
});

test('conditioning is the derivative of the inverted size', () => {
  const [score, h] = [0.7, 1e-6];
  const numeric = (invertScore(alpha, score + h) - invertScore(alpha, score - h)) / (2 * h);
  expect(conditioning(alpha, score) / numeric).toBeCloseTo(1, 7); // central difference, O(h²)
});

test('fitCurve recovers the curve that made the scores', () => {
  const positions = rulerSizes.map(Math.log);
  const scores = positions.map((u) => predictScore(alpha, u));
  const fit = fitCurve({ positions, scores }, alpha);
  expect(fit.converged).toBe(true);
  expect(fit.slope).toBeCloseTo(0.5, 9);
  expect(fit.midpoint).toBeCloseTo(Math.log(3e9), 8);
  expect(fit.residual).toBeLessThan(1e-9);
});

test('fitCurve says so when scores fall with size', () => {
  const positions = rulerSizes.map(Math.log);
  const scores = positions.map((_, i) => 0.9 - 0.05 * i);
  const fit = fitCurve({ positions, scores }, alpha);
  expect(fit.converged).toBe(false);
  expect(fit.reason).not.toBe('');
});

test('fitRuler takes the largest of residual, binomial error and 1.5 points as the score error', () => {
  const data = madeUpData([]);
  const { ruler } = fitRuler(data, tabulatePanel(data, defaultChoices), defaultChoices);
  expect(ruler.domain).toEqual([5e8, 7e10]);
  // exact curves and a million items (binomial error 0.0005): the floor decides
  for (const axis of ruler.axes) expect(axis.sigma).toBe(0.015);
});

test('a ruler with two sizes is refused with its name and the number of sizes', () => {
  const data = madeUpData([]);
  const choices = { ...defaultChoices, ruler: 'single' };
  expect(() => fitRuler(data, tabulatePanel(data, choices), choices)).toThrow(
    /Single has only 2 sizes/,
  );
});

test('scores near chance, where the usual start is a plateau, still give a curve', () => {
  const data = madeUpData([]);
  // a hard test: 0.3 % to 9 % where the ruler's own curve runs from 12 % to 85 %
  const hard = { chance: 0, ceiling: 1, slope: 0.9, midpoint: Math.log(1e12) };
  const models = data.models.map((model) => ({
    ...model,
    scores: model.scores.map((score) =>
      score.benchmark === 'beta'
        ? { ...score, value: predictScore(hard, Math.log(model.parameters?.total ?? 1)) }
        : score,
    ),
  }));
  const changed = { ...data, models };
  const { ruler } = fitRuler(changed, tabulatePanel(changed, defaultChoices), defaultChoices);
  const axis = ruler.axes.find(({ benchmark }) => benchmark === 'beta');
  expect(axis?.slope).toBeCloseTo(0.9, 6);
  expect(axis?.midpoint).toBeCloseTo(Math.log(1e12), 5);
});

test('a ruler that lacks sizes on one benchmark names those it can measure', () => {
  const data = madeUpData([]);
  const models = data.models.map((model, i) => ({
    ...model,
    scores: model.scores.filter(({ benchmark }) => benchmark !== 'beta' || i < 2),
  }));
  const changed = { ...data, models };
  const fit = () => fitRuler(changed, tabulatePanel(changed, defaultChoices), defaultChoices);
  expect(fit).toThrow(/only 2 sizes with a score on beta.*can measure: alpha, gamma\./);
});

test('an unknown ruler is refused with the known ones', () => {
  const data = madeUpData([]);
  const choices = { ...defaultChoices, ruler: 'gpt-5' };
  const fit = () => fitRuler(data, tabulatePanel(data, choices), choices);
  expect(fit).toThrow(RefusalError);
  expect(fit).toThrow(/no ruler called "gpt-5"; known are qwen2.5, single/);
});
