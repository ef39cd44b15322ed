import { expect, test } from 'vitest';
import { scoreOrder } from '../../../src/lib/lints/score-order.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds scores out of order', () => {
  const found = find(scoreOrder, model({ scores: [score(), score({ benchmark: 'bbh' })] }));
  expect(places(found)).toEqual(['scores.1.benchmark']);
});

test('accepts benchmark, protocol, source, value', () => {
  const found = find(
    scoreOrder,
    model({
      scores: [
        score({ benchmark: 'bbh', value: 0.9 }),
        score({ value: 0.1 }),
        score({ value: 0.2 }),
      ],
    }),
  );
  expect(places(found)).toEqual([]);
});
