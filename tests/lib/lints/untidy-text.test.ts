import { expect, test } from 'vitest';
import { untidyText } from '../../../src/lib/lints/untidy-text.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds spaces at the ends and in pairs', () => {
  const found = find(untidyText, model(), [], {
    raw: { ...model(), name: 'Small 1B ', family: 'Small  One' },
  });
  expect(places(found)).toEqual(['name', 'family']);
});

test('accepts single spaces', () => {
  const found = find(untidyText, model());
  expect(places(found)).toEqual([]);
});
