import { expect, test } from 'vitest';
import { familySpelling } from '../../../src/lib/lints/family-spelling.ts';
import { find, model, places } from '../../fixtures/lints.ts';

const qwen = ['a-1b', 'b-1b', 'c-1b'].map((id) => model({ id, family: 'Qwen2.5' }));

test('finds a space too many', () => {
  const found = find(familySpelling, model({ family: 'Qwen 2.5' }), qwen);
  expect(places(found)).toEqual(['family']);
});

test('finds a slip of one letter', () => {
  const found = find(familySpelling, model({ family: 'Qwan2.5' }), qwen);
  expect(places(found)).toEqual(['family']);
});

test('accepts another version', () => {
  const found = find(familySpelling, model({ family: 'Qwen3.5' }), qwen);
  expect(places(found)).toEqual([]);
});

test('accepts the usual spelling', () => {
  const found = find(familySpelling, model({ family: 'Qwen2.5' }), qwen);
  expect(places(found)).toEqual([]);
});
