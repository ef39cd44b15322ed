import { expect, test } from 'vitest';
import { jumpAgainstFamily } from '../../../src/lib/lints/jump-against-family.ts';
import { find, model, out, places, score, size } from '../../fixtures/lints.ts';

const sibling = model({ id: 'small-7b', ...size(7e9), scores: [score({ value: 0.742 })] });
const larger = (value: number, change: object = {}) =>
  model({ id: 'small-14b', ...size(14e9), scores: [score({ value, ...change })] });

test('finds a larger sibling with a much lower score', () => {
  const found = find(jumpAgainstFamily, larger(0.453), [sibling]);
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts a few points of noise', () => {
  const found = find(jumpAgainstFamily, larger(0.73), [sibling]);
  expect(places(found)).toEqual([]);
});

test('compares within one protocol only', () => {
  const found = find(jumpAgainstFamily, larger(0.453, { protocol: 'oll-v1' }), [sibling]);
  expect(places(found)).toEqual([]);
});

test('compares models that came out together only', () => {
  const found = find(jumpAgainstFamily, larger(0.453), [{ ...sibling, ...out('2025-09-19') }]);
  expect(places(found)).toEqual([]);
});

test('knows that larger models do worse on TruthfulQA', () => {
  const found = find(
    jumpAgainstFamily,
    model({
      id: 'small-14b',
      ...size(14e9),
      scores: [score({ benchmark: 'truthfulqa', value: 0.3 })],
    }),
    [{ ...sibling, scores: [score({ benchmark: 'truthfulqa', value: 0.5 })] }],
  );
  expect(places(found)).toEqual([]);
});
