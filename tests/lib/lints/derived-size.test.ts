import { expect, test } from 'vitest';
import { derivedSize } from '../../../src/lib/lints/derived-size.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

const parent = model({ id: 'big-8b', ...size(8e9) });
const child = (total: number, method: 'pruning' | 'quantisation' | 'upcycling') =>
  model({ ...size(total), derivedFrom: { model: 'big-8b', method } });

test('finds a pruned model that is larger than its parent', () => {
  const found = find(derivedSize, child(13e9, 'pruning'), [parent]);
  expect(places(found)).toEqual(['parameters.total']);
});

test('finds a quantised model counted in bytes', () => {
  const found = find(derivedSize, child(2e9, 'quantisation'), [parent]);
  expect(places(found)).toEqual(['parameters.total']);
});

test('finds an upcycled model that is smaller', () => {
  const found = find(derivedSize, child(4e9, 'upcycling'), [parent]);
  expect(places(found)).toEqual(['parameters.total']);
});

test('accepts what the method allows', () => {
  const found = find(derivedSize, child(4e9, 'pruning'), [parent]);
  expect(places(found)).toEqual([]);
});
