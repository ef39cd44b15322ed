import { expect, test } from 'vitest';
import { noScores } from '../../../src/lib/lints/no-scores.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('notes a record without scores', () => {
  const found = find(noScores, model({ scores: [] }));
  expect(places(found)).toEqual(['scores']);
});

test('accepts one with a score', () => {
  const found = find(noScores, model());
  expect(places(found)).toEqual([]);
});
