import { expect, test } from 'vitest';
import { tokensPerParameter } from '../../../src/lib/lints/tokens-per-parameter.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds too few tokens for the size', () => {
  const found = find(
    tokensPerParameter,
    model({ trainingTokens: { ...model().trainingTokens!, value: 1.8e8 } }),
  );
  expect(places(found)).toEqual(['trainingTokens.value']);
});

test('finds too many', () => {
  const found = find(
    tokensPerParameter,
    model({ trainingTokens: { ...model().trainingTokens!, value: 1e15 } }),
  );
  expect(places(found)).toEqual(['trainingTokens.value']);
});

test('accepts the longest training on record, 60,000 tokens a weight', () => {
  const found = find(
    tokensPerParameter,
    model({ trainingTokens: { ...model().trainingTokens!, value: 6e13 } }),
  );
  expect(places(found)).toEqual([]);
});
