import { expect, test } from 'vitest';
import { sourceIsAHomePage } from '../../../src/lib/lints/source-is-a-home-page.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a front page', () => {
  const found = find(
    sourceIsAHomePage,
    model({ scores: [score({ source: 'https://qwenlm.github.io/' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('accepts a page', () => {
  const found = find(sourceIsAHomePage, model());
  expect(places(found)).toEqual([]);
});
