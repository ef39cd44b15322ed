/** Values quoted from papers, found by id and brought to the units of this site. */
import type { Data } from './data.ts';
import { formatDays, formatInWords } from './format.ts';
import { RefusalError } from './refusal.ts';
import type { PublishedRecord } from './schema.ts';

/** Days in a month as the authors of the law count them: ln 2 / 0.0070 days are their 3.3 months. */
const DAYS_PER_MONTH = 30;

/**
 * A quoted value by its id.
 *
 * @throws RefusalError where `data/published.json` has no such record
 */
export function findPublished({ published }: Pick<Data, 'published'>, id: string): PublishedRecord {
  const record = published.find((candidate) => candidate.id === id);
  if (record) return record;
  throw new RefusalError({
    code: 'unknown-choice',
    sentence: `data/published.json has no value called "${id}"; restore it or quote another.`,
  });
}

/** A published doubling time of density, in days. */
export interface PublishedDoubling {
  record: PublishedRecord;
  days: number;
}

/** Every published doubling time of density, oldest first. */
export function publishedDoublings({ published }: Pick<Data, 'published'>): PublishedDoubling[] {
  return published
    .filter(({ quantity }) => quantity === 'density-doubling-time')
    .map((record) => ({ record, days: daysOf(record) }))
    .sort((a, b) => compareText(a.record.date ?? '', b.record.date ?? '') || a.days - b.days);
}

/**
 * A quoted duration in days.
 *
 * @throws RangeError where the unit is no duration
 */
export function daysOf({
  id,
  value,
  unit,
}: Pick<PublishedRecord, 'id' | 'value' | 'unit'>): number {
  if (unit === 'days') return value;
  if (unit === 'months of 30 days') return value * DAYS_PER_MONTH;
  throw new RangeError(`daysOf requires days or months of 30 days, not ${unit} (${id})`);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A quoted value as a reader says it: "95 days", "3.5 months", "4 million H100 chips". */
export function phrasePublished({ value, unit }: Pick<PublishedRecord, 'value' | 'unit'>): string {
  if (unit === 'days') return formatDays(value);
  const spoken = unit.replace(' of 30 days', '');
  const number = value >= 1e6 ? formatInWords(value) : String(value);
  return spoken === 'per cent' ? `${number} %` : `${number} ${spoken}`;
}
