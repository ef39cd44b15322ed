import { describe, expect, test } from 'vitest';
import {
  daysOf,
  findPublished,
  phrasePublished,
  publishedDoublings,
} from '../../src/lib/published.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import type { PublishedRecord } from '../../src/lib/schema.ts';

function quoted(id: string, value: number, unit: string, date: string): PublishedRecord {
  return {
    id,
    claim: 'Made up.',
    quantity: 'density-doubling-time',
    value,
    interval: null,
    level: null,
    unit,
    by: 'Nobody',
    date,
    source: 'https://example.org/made-up',
    locator: 'nowhere',
    seen: 'primary',
  };
}
const published = [
  quoted('later', 3.5, 'months of 30 days', '2025-11-06'),
  quoted('earlier', 95, 'days', '2024-12-06'),
  { ...quoted('other', 2, 'times', '2024-01-01'), quantity: 'price-ratio' },
];

describe('published values', () => {
  test('are found by id, and a missing one is refused by name', () => {
    expect(findPublished({ published }, 'later').value).toBe(3.5);
    expect(() => findPublished({ published }, 'gone')).toThrow(RefusalError);
    expect(() => findPublished({ published }, 'gone')).toThrow(/"gone"/);
  });

  test('of the doubling time come in days, oldest first', () => {
    const found = publishedDoublings({ published });
    // 3.5 months of 30 days are 105 days.
    expect(found.map(({ record, days }) => [record.id, days])).toEqual([
      ['earlier', 95],
      ['later', 105],
    ]);
  });

  test.each([
    [95, 'days', '95 days'],
    [3.5, 'months of 30 days', '3.5 months'],
    [4e6, 'H100 chips', '4 million H100 chips'],
    [13, 'per cent', '13 %'],
    [0.912, 'share of variance', '0.912 share of variance'],
  ])('read as in a sentence: %d %s', (value, unit, text) => {
    expect(phrasePublished({ value, unit })).toBe(text);
  });

  test('in a unit that is no duration are refused', () => {
    expect(() => daysOf({ id: 'x', value: 2, unit: 'times' })).toThrow(RangeError);
  });
});
