import { expect, test } from 'vitest';
import { markupInText } from '../../../src/lib/lints/markup-in-text.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a tag, Markdown and an entity', () => {
  const found = find(
    markupInText,
    model({
      name: '<script>alert(1)</script>',
      notes: ['see **Table 3**', '[x](javascript:1)', '&lt;b&gt;'],
    }),
  );
  expect(places(found)).toEqual(['name', 'notes.0', 'notes.1', 'notes.2']);
});

test('accepts a comparison and an address', () => {
  const found = find(
    markupInText,
    model({
      notes: ['scores < 0.5 and > 0.2'],
      scores: [score({ source: 'https://example.org/a&lt;b' })],
    }),
  );
  expect(places(found)).toEqual([]);
});
