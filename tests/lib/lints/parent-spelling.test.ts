import { expect, test } from 'vitest';
import { parentSpelling } from '../../../src/lib/lints/parent-spelling.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

const parent = model({ id: 'llama-3.1-8b', name: 'Llama 3.1 8B', ...size(8e9) });
const child = (name: string) => model({ derivedFrom: { model: name, method: 'pruning' } });

test('finds the name of a parent that has a record', () => {
  const found = find(parentSpelling, child('Llama-3.1-8B'), [parent]);
  expect(places(found)).toEqual(['derivedFrom.model']);
});

test('accepts its id', () => {
  const found = find(parentSpelling, child('llama-3.1-8b'), [parent]);
  expect(places(found)).toEqual([]);
});

test('accepts the name of a model without a record', () => {
  const found = find(parentSpelling, child('Nemotron-4 15B'), [parent]);
  expect(places(found)).toEqual([]);
});
