import { expect, test } from 'vitest';
import { scoreUse } from '../../src/lib/scoreUse.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, observatory } = madeUpListing();
const context = { ...data, results: observatory.panels };
const model = (id: string) => data.models.find((record) => record.id === id)!;
const [first] = model('tuned').scores;

test('a score that enters a median is counted on that panel', () => {
  expect(scoreUse(model('tuned'), 0, context)).toEqual({ fate: 'counted', panels: ['paper-five'] });
});

test('a score of a model that the panel cannot measure is not', () => {
  expect(scoreUse(model('unsized'), 0, context).fate).toBe('model-not-measured');
});

test.each([
  [{ suspect: 'A misprint.' }, 'suspect'],
  [{ benchmark: 'delta' }, 'no-panel-uses-benchmark'],
  [{ protocol: 'other' }, 'another-protocol'],
] as const)('a score with %o has the fate %s', (change, fate) => {
  const record = { ...model('unsized'), scores: [{ ...first!, ...change }] };
  expect(scoreUse(record, 0, context).fate).toBe(fate);
});

test('a row that the record does not have is refused', () => {
  expect(() => scoreUse(model('tuned'), 99, context)).toThrow(RangeError);
});
