import { expect, test } from 'vitest';
import { shareOfItems } from '../../../src/lib/lints/share-of-items.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('notes a share that no number of tasks gives', () => {
  const found = find(
    shareOfItems,
    model({ scores: [score({ benchmark: 'humaneval', value: 0.534, setting: 'greedy pass@1' })] }),
  );
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts 88 of 164', () => {
  const found = find(
    shareOfItems,
    model({ scores: [score({ benchmark: 'humaneval', value: 0.537, setting: 'greedy pass@1' })] }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts means over samples', () => {
  const found = find(
    shareOfItems,
    model({ scores: [score({ benchmark: 'humaneval', value: 0.534, setting: 'pass@1' })] }),
  );
  expect(places(found)).toEqual([]);
});
