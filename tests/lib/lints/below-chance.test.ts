import { expect, test } from 'vitest';
import { belowChance } from '../../../src/lib/lints/below-chance.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a score far below guessing', () => {
  const found = find(belowChance, model({ scores: [score({ value: 0.09 })] }));
  expect(places(found)).toEqual(['scores.0.value']);
});

test('lets bad luck pass', () => {
  const found = find(belowChance, model({ scores: [score({ value: 0.23 })] }));
  expect(places(found)).toEqual([]);
});

test('accepts zero where nothing can be guessed', () => {
  const found = find(belowChance, model({ scores: [score({ benchmark: 'gsm8k', value: 0 })] }));
  expect(places(found)).toEqual([]);
});

test('leaves suspect values alone', () => {
  const found = find(
    belowChance,
    model({ scores: [score({ value: 0.09, suspect: 'Wrong form of answers.' })] }),
  );
  expect(places(found)).toEqual([]);
});
