import { expect, test } from 'vitest';
import { sourceInsecure } from '../../../src/lib/lints/source-insecure.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds http', () => {
  const found = find(
    sourceInsecure,
    model({ scores: [score({ source: 'http://example.org/report' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('accepts https', () => {
  const found = find(sourceInsecure, model());
  expect(places(found)).toEqual([]);
});
