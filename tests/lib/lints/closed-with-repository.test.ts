import { expect, test } from 'vitest';
import { closedWithRepository } from '../../../src/lib/lints/closed-with-repository.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds a closed model with a repository', () => {
  const found = find(closedWithRepository, model({ openWeights: false, hub: 'Qwen/Qwen2.5-7B' }));
  expect(places(found)).toEqual(['openWeights']);
});

test('accepts a closed one without', () => {
  const found = find(closedWithRepository, model({ openWeights: false, hub: null }));
  expect(places(found)).toEqual([]);
});
