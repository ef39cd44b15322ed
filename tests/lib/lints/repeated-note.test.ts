import { expect, test } from 'vitest';
import { repeatedNote } from '../../../src/lib/lints/repeated-note.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds a note that stands there twice', () => {
  const found = find(repeatedNote, model({ notes: ['One.', 'Two.', 'One.'] }));
  expect(places(found)).toEqual(['notes.2']);
});

test('accepts different ones', () => {
  const found = find(repeatedNote, model({ notes: ['One.', 'Two.'] }));
  expect(places(found)).toEqual([]);
});
