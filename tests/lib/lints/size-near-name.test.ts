import { expect, test } from 'vitest';
import { sizeNearName } from '../../../src/lib/lints/size-near-name.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('finds a count without embeddings', () => {
  const found = find(sizeNearName, model({ id: 'small-9b', name: 'Small 9B', ...size(5.1e9) }));
  expect(places(found)).toEqual(['parameters.total']);
});

test('accepts usual rounding on either side', () => {
  const found = find(sizeNearName, model({ id: 'small-7b', name: 'Small 7B', ...size(8.5e9) }));
  expect(places(found)).toEqual([]);
});

test('is content with a note', () => {
  const found = find(
    sizeNearName,
    model({
      id: 'small-9b',
      name: 'Small 9B',
      ...size(5.1e9, { note: 'The name counts experts.' }),
    }),
  );
  expect(places(found)).toEqual([]);
});

test('leaves impossible sizes to the error', () => {
  const found = find(sizeNearName, model({ id: 'small-7b', name: 'Small 7B', ...size(70e9) }));
  expect(places(found)).toEqual([]);
});
