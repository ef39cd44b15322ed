import { expect, test } from 'vitest';
import { parentInACircle } from '../../../src/lib/lints/parent-in-a-circle.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('refuses a model that is its own parent', () => {
  const found = find(
    parentInACircle,
    model({ derivedFrom: { model: 'small-1b', method: 'pruning' } }),
  );
  expect(places(found)).toEqual(['derivedFrom.model']);
});

test('refuses two models that name each other', () => {
  const found = find(
    parentInACircle,
    model({ derivedFrom: { model: 'b-1b', method: 'pruning' } }),
    [model({ id: 'b-1b', derivedFrom: { model: 'small-1b', method: 'pruning' } })],
  );
  expect(places(found)).toEqual(['derivedFrom.model']);
});

test('accepts a line of parents, even one that ends in a circle of others', () => {
  const found = find(
    parentInACircle,
    model({ derivedFrom: { model: 'b-1b', method: 'pruning' } }),
    [model({ id: 'b-1b', derivedFrom: { model: 'b-1b', method: 'pruning' } })],
  );
  expect(places(found)).toEqual([]);
});
