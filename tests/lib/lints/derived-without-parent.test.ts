import { expect, test } from 'vitest';
import { derivedWithoutParent } from '../../../src/lib/lints/derived-without-parent.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds a quantised model without a parent', () => {
  const found = find(derivedWithoutParent, model({ name: 'Small-1B-AWQ' }));
  expect(places(found)).toEqual(['derivedFrom']);
});

test('finds a pruned one', () => {
  const found = find(derivedWithoutParent, model({ name: 'Minitron 1B' }));
  expect(places(found)).toEqual(['derivedFrom']);
});

test('accepts one that names its parent', () => {
  const found = find(
    derivedWithoutParent,
    model({ name: 'Small-1B-AWQ', derivedFrom: { model: 'a', method: 'quantisation' } }),
  );
  expect(places(found)).toEqual([]);
});

test('sees no method within a word', () => {
  const found = find(derivedWithoutParent, model({ name: 'Emerge 1B' }));
  expect(places(found)).toEqual([]);
});
