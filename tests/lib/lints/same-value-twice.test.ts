import { expect, test } from 'vitest';
import { sameValueTwice } from '../../../src/lib/lints/same-value-twice.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds four digits in two benchmarks', () => {
  const found = find(
    sameValueTwice,
    model({ scores: [score({ value: 0.5416 }), score({ benchmark: 'bbh', value: 0.5416 })] }),
  );
  expect(places(found)).toEqual(['scores.1.value']);
});

test('finds three digits in three', () => {
  const found = find(
    sameValueTwice,
    model({
      scores: [
        score({ value: 0.541 }),
        score({ benchmark: 'bbh', value: 0.541 }),
        score({ benchmark: 'gpqa', value: 0.541 }),
      ],
    }),
  );
  expect(places(found)).toEqual(['scores.1.value']);
});

test('accepts three digits in two', () => {
  const found = find(
    sameValueTwice,
    model({ scores: [score({ value: 0.541 }), score({ benchmark: 'bbh', value: 0.541 })] }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts one value of one benchmark from two tables', () => {
  const found = find(
    sameValueTwice,
    model({ scores: [score({ value: 0.5416 }), score({ value: 0.5416, locator: 'Table 9' })] }),
  );
  expect(places(found)).toEqual([]);
});
