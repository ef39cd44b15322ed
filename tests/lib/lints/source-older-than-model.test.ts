import { expect, test } from 'vitest';
import { sourceOlderThanModel } from '../../../src/lib/lints/source-older-than-model.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a paper of a year before the model', () => {
  const found = find(
    sourceOlderThanModel,
    model({ scores: [score({ source: 'https://arxiv.org/abs/2307.09288' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('lets a paper come some months before the weights', () => {
  const found = find(
    sourceOlderThanModel,
    model({ scores: [score({ source: 'https://arxiv.org/abs/2407.21783' })] }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts a later version of an old paper', () => {
  const found = find(
    sourceOlderThanModel,
    model({ scores: [score({ source: 'https://arxiv.org/abs/2307.09288v4' })] }),
  );
  expect(places(found)).toEqual([]);
});
