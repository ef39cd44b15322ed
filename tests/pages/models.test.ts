import { describe, expect, test } from 'vitest';
import { modelColumns, modelRows } from '../../src/components/models/modelRows.ts';
import { formatStretch, partsTable } from '../../src/components/models/modelTables.ts';
import { caveats, headline, leadOf, standingsOf } from '../../src/components/models/standing.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, observatory } = madeUpListing();
const model = (id: string) => data.models.find((record) => record.id === id)!;
const leadFor = (id: string) => leadOf(standingsOf(model(id), observatory.panels, data.panels));

describe('the table of models', () => {
  const rows = modelRows(data.models, observatory.panels);

  test('has every record once, newest first', () => {
    expect(rows).toHaveLength(data.models.length);
    const days = rows.map((row) => (row['released'] as { sort: string }).sort);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('has a cell for each column', () => {
    const keys = modelColumns(observatory.panels).map(({ key }) => key);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...keys].sort());
  });

  test('says why a model is not in the trend', () => {
    const trend = (id: string) =>
      rows.find((row) => (row['name'] as { text: string }).text === id)?.['trend'];
    expect(trend('tuned')).toEqual({ text: 'no', note: 'instruction-tuned' });
    expect(trend('unsized')).toEqual({ text: 'no', note: 'size not published' });
    expect(trend('scarce')).toEqual({ text: 'no', note: 'too few scores' });
    expect(trend('model-001')).toEqual({ text: 'yes', note: 'all panels' });
  });
});

describe('the headline of a model', () => {
  test('says what it equals, on how many benchmarks, and its density', () => {
    // Made with 2e9 parameters and density 0.7: an effective size of 1.4e9.
    expect(headline(model('tuned'), leadFor('tuned'), true)).toMatch(
      /^On three benchmarks tuned does what a Made-up ruler model of 1\.4B parameters would do\. It has 2B, so its density is 0\.70 \(/,
    );
  });

  test('gives the reason where there is none', () => {
    expect(headline(model('unsized'), leadFor('unsized'), true)).toBe(
      'unsized has no density. Its number of parameters is not published, so there is nothing to divide by.',
    );
    expect(headline(model('scarce'), leadFor('scarce'), true)).toMatch(
      /^scarce has no density\. Its record/,
    );
  });
});

test('a model of the ruler is said to be one', () => {
  const id = data.rulers[0]!.models[0]!;
  expect(caveats(leadFor(id)).join(' ')).toMatch(/belongs to the ruler/);
});

test('one row of the benchmarks of a model per benchmark it has', () => {
  const { measured } = leadFor('tuned');
  expect(partsTable(measured!, 'Ruler', data.benchmarks).rows).toHaveLength(3);
});

test('a stretch of days reads in the unit that fits', () => {
  expect([1, 59, 91, 800].map(formatStretch)).toEqual([
    '1 day',
    '59 days',
    '3 months',
    '2.2 years',
  ]);
});
