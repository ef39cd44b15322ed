import { expect, test } from 'vitest';
import { plainCounts } from '../../../src/lib/lints/plain-counts.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('refuses billions written as 7.6', () => {
  const found = find(plainCounts, model(size(7.6)));
  expect(places(found)).toEqual(['parameters.total', 'parameters.active']);
});

test('refuses trillions of tokens written as 18', () => {
  const found = find(
    plainCounts,
    model({ trainingTokens: { ...model().trainingTokens!, value: 18 } }),
  );
  expect(places(found)).toEqual(['trainingTokens.value']);
});

test('refuses half a weight', () => {
  const found = find(plainCounts, model(size(7_600_000_000.5, { active: 7e9 })));
  expect(places(found)).toEqual(['parameters.total']);
});

test('accepts counts in full and unknown ones', () => {
  const found = find(plainCounts, model({ trainingTokens: null }));
  expect(places(found)).toEqual([]);
});
