import { expect, test } from 'vitest';
import { digitsAgainstPrecision } from '../../../src/lib/lints/digits-against-precision.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('finds a round number that is said to be exact', () => {
  const found = find(digitsAgainstPrecision, model(size(7e9)));
  expect(places(found)).toEqual(['parameters.precision']);
});

test('accepts digits', () => {
  const found = find(digitsAgainstPrecision, model(size(7_615_616_512)));
  expect(places(found)).toEqual([]);
});

test('accepts a round number that is said to be rounded', () => {
  const found = find(digitsAgainstPrecision, model(size(7e9, { precision: 'rounded' })));
  expect(places(found)).toEqual([]);
});
