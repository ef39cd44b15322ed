import { expect, test } from 'vitest';
import { monthWrittenAsDay } from '../../../src/lib/lints/month-written-as-day.ts';
import { find, model, out, places } from '../../fixtures/lints.ts';

test('finds a day in a date that is known to the month', () => {
  const found = find(monthWrittenAsDay, model(out('2023-09-27', { precision: 'month' })));
  expect(places(found)).toEqual(['released.date']);
});

test('accepts the 15th of the month', () => {
  const found = find(monthWrittenAsDay, model(out('2023-09-15', { precision: 'month' })));
  expect(places(found)).toEqual([]);
});

test('accepts any day that is known', () => {
  const found = find(monthWrittenAsDay, model(out('2023-09-27')));
  expect(places(found)).toEqual([]);
});
