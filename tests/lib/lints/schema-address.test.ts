import { expect, test } from 'vitest';
import { schemaAddressOf } from '../../../src/lib/jsonSchema.ts';
import { schemaAddress } from '../../../src/lib/lints/schema-address.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('notes a record that names no schema', () => {
  const found = find(schemaAddress, model());
  expect(places(found)).toEqual(['']);
});

test('notes another address', () => {
  const found = find(schemaAddress, model(), [], { raw: { $schema: 'x', ...model() } });
  expect(places(found)).toEqual(['$schema']);
});

test('accepts the published one', () => {
  const found = find(schemaAddress, model(), [], {
    raw: { $schema: schemaAddressOf('model'), ...model() },
  });
  expect(places(found)).toEqual([]);
});
