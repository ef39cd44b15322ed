import { expect, test } from 'vitest';
import { unknownSize } from '../../../src/lib/lints/unknown-size.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('notes open weights without a count', () => {
  const found = find(unknownSize, model({ parameters: null }));
  expect(places(found)).toEqual(['parameters']);
});

test('expects none of closed models', () => {
  const found = find(unknownSize, model({ parameters: null, openWeights: false }));
  expect(places(found)).toEqual([]);
});
