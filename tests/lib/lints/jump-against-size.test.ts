import { expect, test } from 'vitest';
import { jumpAgainstSize } from '../../../src/lib/lints/jump-against-size.ts';
import { find, model, places, score, size } from '../../fixtures/lints.ts';

const others = Array.from({ length: 8 }, (_, i) =>
  model({ id: `other-${i}-1b`, family: `F${i}`, scores: [score({ value: 0.4 + i / 100 })] }),
);

test('finds a value far above all models of like size and date', () => {
  const found = find(jumpAgainstSize, model({ scores: [score({ value: 0.82 })] }), others);
  expect(places(found)).toEqual(['scores.0.value']);
});

test('finds a value far below them', () => {
  const found = find(jumpAgainstSize, model({ scores: [score({ value: 0.05 })] }), others);
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts a good model', () => {
  const found = find(jumpAgainstSize, model({ scores: [score({ value: 0.55 })] }), others);
  expect(places(found)).toEqual([]);
});

test('believes a value that a second source confirms', () => {
  const found = find(
    jumpAgainstSize,
    model({
      scores: [score({ value: 0.82 }), score({ value: 0.8, source: 'https://example.org/other' })],
    }),
    others,
  );
  expect(places(found)).toEqual([]);
});

test('says nothing with fewer than eight to compare', () => {
  const found = find(jumpAgainstSize, model({ scores: [score({ value: 0.82 })] }), others.slice(1));
  expect(places(found)).toEqual([]);
});

test('says nothing of another size', () => {
  const found = find(
    jumpAgainstSize,
    model({ ...size(70e9), scores: [score({ value: 0.82 })] }),
    others,
  );
  expect(places(found)).toEqual([]);
});
