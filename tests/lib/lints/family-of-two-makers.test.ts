import { expect, test } from 'vitest';
import { familyOfTwoMakers } from '../../../src/lib/lints/family-of-two-makers.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds another maker in a family', () => {
  const found = find(familyOfTwoMakers, model({ organization: 'NVIDIA' }), [
    model({ id: 'a-1b' }),
    model({ id: 'b-1b' }),
  ]);
  expect(places(found)).toEqual(['family']);
});

test('accepts the maker of the family', () => {
  const found = find(familyOfTwoMakers, model(), [model({ id: 'a-1b' })]);
  expect(places(found)).toEqual([]);
});
