import { expect, test } from 'vitest';
import { mixtureAllActive } from '../../../src/lib/lints/mixture-all-active.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('finds a mixture whose weights are all active', () => {
  const found = find(
    mixtureAllActive,
    model({ id: 'mix-8x7b', name: 'Mix 8x7B', ...size(46.7e9) }),
  );
  expect(places(found)).toEqual(['parameters.active']);
});

test('accepts a part', () => {
  const found = find(
    mixtureAllActive,
    model({ id: 'mix-8x7b', name: 'Mix 8x7B', ...size(46.7e9, { active: 12.9e9 }) }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts a dense model', () => {
  const found = find(mixtureAllActive, model());
  expect(places(found)).toEqual([]);
});
