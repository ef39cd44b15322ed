import { expect, test } from 'vitest';
import { childBeforeParent } from '../../../src/lib/lints/child-before-parent.ts';
import { find, model, out, places, size } from '../../fixtures/lints.ts';

const parent = model({ id: 'big-8b', name: 'Big 8B', ...out('2024-07-23'), ...size(8e9) });
const child = (change: object) =>
  model({ derivedFrom: { model: 'big-8b', method: 'pruning' }, ...change });

test('finds a child that is months older than its parent', () => {
  const found = find(childBeforeParent, child(out('2024-03-01')), [parent]);
  expect(places(found)).toEqual(['released.date']);
});

test('lets both come out within a month', () => {
  const found = find(childBeforeParent, child(out('2024-07-01')), [parent]);
  expect(places(found)).toEqual([]);
});

test('says nothing of a parent without a record', () => {
  const found = find(childBeforeParent, child(out('2020-01-01')));
  expect(places(found)).toEqual([]);
});
