import { expect, test } from 'vitest';
import { organizationSpelling } from '../../../src/lib/lints/organization-spelling.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds another spelling', () => {
  const found = find(organizationSpelling, model({ organization: 'Mistral-AI' }), [
    model({ id: 'a-1b', organization: 'Mistral AI' }),
  ]);
  expect(places(found)).toEqual(['organization']);
});

test('accepts the usual one', () => {
  const found = find(organizationSpelling, model({ organization: 'Mistral AI' }), [
    model({ id: 'a-1b', organization: 'Mistral AI' }),
  ]);
  expect(places(found)).toEqual([]);
});
