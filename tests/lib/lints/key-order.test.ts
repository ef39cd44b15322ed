import { expect, test } from 'vitest';
import { keyOrder } from '../../../src/lib/lints/key-order.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds the first field out of order', () => {
  const found = find(keyOrder, model(), [], {
    raw: Object.assign({ name: '', id: '' }, model()),
  });
  expect(places(found)).toEqual(['name']);
});

test('looks into lists and groups', () => {
  const found = find(keyOrder, model(), [], {
    raw: { ...model(), scores: [Object.assign({ value: 0 }, score())] },
  });
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts the order of the schema, with and without its address', () => {
  const found = find(keyOrder, model(), [], { raw: { $schema: 'x', ...model() } });
  expect(places(found)).toEqual([]);
});
