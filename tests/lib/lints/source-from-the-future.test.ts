import { expect, test } from 'vitest';
import { sourceFromTheFuture } from '../../../src/lib/lints/source-from-the-future.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('refuses a paper of a month after the data', () => {
  const found = find(
    sourceFromTheFuture,
    model({ scores: [score({ source: 'https://arxiv.org/abs/4212.15115' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('accepts a paper of the last month of the data', () => {
  const found = find(
    sourceFromTheFuture,
    model({ scores: [score({ source: 'https://arxiv.org/abs/2611.00001' })] }),
  );
  expect(places(found)).toEqual([]);
});
