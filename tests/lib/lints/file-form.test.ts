import { expect, test } from 'vitest';
import { writeJson } from '../../../src/lib/lints/canonical.ts';
import { fileForm } from '../../../src/lib/lints/file-form.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds another way of writing the same', () => {
  const found = find(fileForm, model(), [], { text: JSON.stringify(model()) });
  expect(places(found)).toEqual(['']);
});

test('names the field where the difference begins', () => {
  const found = find(fileForm, model(), [], {
    text: writeJson(model()).replace('"family": ', '"family":  '),
  });
  expect(places(found)).toEqual(['family']);
});

test('accepts the usual form, and a record without a file', () => {
  const found = find(fileForm, model(), [], { text: writeJson(model()) });
  expect(places(found)).toEqual([]);
});
