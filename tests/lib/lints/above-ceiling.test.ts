import { expect, test } from 'vitest';
import { aboveCeiling } from '../../../src/lib/lints/above-ceiling.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a perfect score on a large test', () => {
  const found = find(aboveCeiling, model({ scores: [score({ benchmark: 'gsm8k', value: 1 })] }));
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts it on a small one', () => {
  const found = find(
    aboveCeiling,
    model({ scores: [score({ benchmark: 'humaneval', value: 1 })] }),
  );
  expect(places(found)).toEqual([]);
});

test('is content with a note', () => {
  const found = find(
    aboveCeiling,
    model({ scores: [score({ value: 0.999, note: 'So in the source.' })] }),
  );
  expect(places(found)).toEqual([]);
});
