import { expect, test } from 'vitest';
import { activeAgainstName } from '../../../src/lib/lints/active-against-name.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('finds the total written as active', () => {
  const found = find(
    activeAgainstName,
    model({ id: 'mix-30b-a3b', name: 'Mix 30B-A3B', ...size(30.5e9) }),
  );
  expect(places(found)).toEqual(['parameters.active']);
});

test('accepts the active count near the name', () => {
  const found = find(
    activeAgainstName,
    model({ id: 'mix-30b-a3b', name: 'Mix 30B-A3B', ...size(30.5e9, { active: 3.3e9 }) }),
  );
  expect(places(found)).toEqual([]);
});
