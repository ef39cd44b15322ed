import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tableRecords } from '../../../src/lib/downloads/table.ts';
import { downloadTables } from '../../../src/lib/downloads/tables.ts';
import { madeUpListing } from '../../fixtures/listing.ts';

const { data, observatory, missing } = madeUpListing();
const tables = downloadTables(data, observatory, missing);

/** Every field under /data/v1/ that was ever published. Lines are added here, never taken away. */
const published: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../../fixtures/download-fields.json', import.meta.url), 'utf8'),
);

function record(table: string, model: string) {
  const found = tables.find(({ id }) => id === table);
  return found && tableRecords(found).find((row) => row['model'] === model);
}

describe('the downloads', () => {
  test('keep every table and field that was published, and publish no other', () => {
    const now = Object.fromEntries(
      tables.map(({ id, fields }) => [id, fields.map(({ name }) => name)]),
    );
    expect(now).toEqual(published);
  });

  test.each(tables)('$id: every field is named once, with a unit and a sentence', ({ fields }) => {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, unit, description } of fields) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(unit).not.toBe('');
      expect(description).toMatch(/[.)]$/);
    }
  });

  test.each(tables)('$id: has rows, each with one value per field', ({ rows, fields }) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toHaveLength(fields.length);
      for (const value of row) expect(value === undefined || Number.isNaN(value)).toBe(false);
    }
  });

  test('give a model of known density that density', () => {
    const row = record('densities', 'tuned');
    expect(row?.['density']).toBeCloseTo(0.7, 6); // made with density 0.7
    expect(row).toMatchObject({ status: 'defined', in_trend: false, beside_trend: 'instruct' });
  });

  test('name the reason for each model left out', () => {
    expect(record('excluded', 'unsized')).toMatchObject({ reason: 'no-parameter-count' });
    expect(record('excluded', 'scarce')).toMatchObject({
      reason: 'too-few-benchmarks',
      benchmarks: 1,
      needs: 2,
    });
  });

  test('mark one headline trend per panel', () => {
    const trends = tables.find(({ id }) => id === 'trends');
    const marked = trends && tableRecords(trends).filter((row) => row['headline']);
    expect(marked).toHaveLength(observatory.panels.length);
    expect(marked?.[0]).toMatchObject({ estimator: 'tau90', window: 'all' });
  });

  test('count as many scores as the records hold', () => {
    const total = data.models.reduce((sum, { scores }) => sum + scores.length, 0);
    expect(tables.find(({ id }) => id === 'scores')?.rows).toHaveLength(total);
  });
});
