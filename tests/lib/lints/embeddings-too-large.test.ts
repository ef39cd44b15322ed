import { expect, test } from 'vitest';
import { embeddingsTooLarge } from '../../../src/lib/lints/embeddings-too-large.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('finds a count without embeddings of another unit', () => {
  const found = find(embeddingsTooLarge, model(size(7.6e9, { nonEmbedding: 6.5e8 })));
  expect(places(found)).toEqual(['parameters.nonEmbedding']);
});

test('accepts small models, a third of which is none', () => {
  const found = find(embeddingsTooLarge, model(size(135e6, { nonEmbedding: 45e6 })));
  expect(places(found)).toEqual([]);
});

test('accepts that none is given', () => {
  const found = find(embeddingsTooLarge, model());
  expect(places(found)).toEqual([]);
});
