import { expect, test } from 'vitest';
import { locatorVague } from '../../../src/lib/lints/locator-vague.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds words that lead nowhere', () => {
  const found = find(
    locatorVague,
    model({
      scores: [
        score({ locator: 'table' }),
        score({ locator: 'see paper' }),
        score({ locator: '?' }),
      ],
    }),
  );
  expect(places(found)).toEqual(['scores.0.locator', 'scores.1.locator', 'scores.2.locator']);
});

test('accepts a table with its number', () => {
  const found = find(locatorVague, model({ scores: [score({ locator: 'Table 3' })] }));
  expect(places(found)).toEqual([]);
});
