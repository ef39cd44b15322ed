import { createHash } from 'node:crypto';
import { csvParseRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { csvFile, downloadFiles, jsonFile } from '../../src/components/data/files.ts';
import { downloadTables } from '../../src/lib/downloads/tables.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, observatory, missing } = madeUpListing();
const tables = downloadTables(data, observatory, missing);
const edition = { dataVersion: 'v', licence: 'l', credit: 'c' };

describe.each(tables)('$id', (table) => {
  test('as CSV has the fields of the dictionary as its header and reads back', () => {
    const [header, ...rows] = csvParseRows(csvFile(table));
    expect(header).toEqual(table.fields.map(({ name }) => name));
    expect(rows).toHaveLength(table.rows.length);
    for (const row of rows) expect(row).toHaveLength(table.fields.length);
  });

  test('as JSON carries edition, fields and rows', () => {
    const read = JSON.parse(jsonFile(table, edition));
    expect(read).toMatchObject({ id: table.id, ...edition, fields: table.fields });
    expect(read.rows).toHaveLength(table.rows.length);
    expect(Object.keys(read.rows[0])).toEqual(table.fields.map(({ name }) => name));
  });
});

test('text that a spreadsheet would run as a formula is defused in CSV and whole in JSON', () => {
  const models = tables.find(({ id }) => id === 'models')!;
  const name = '=HYPERLINK("https://example.org","<b>x</b>")';
  expect(csvParseRows(csvFile(models)).flat()).toContain(`'${name}`);
  expect(jsonFile(models, edition)).toContain(JSON.stringify(name));
});

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1'])('%j is defused', (value) => {
  const field = { name: 'x', unit: 'text', type: 'string', description: 'X.' } as const;
  const table = {
    id: 't',
    title: 'T',
    about: 'A.',
    fields: [field],
    rows: [[value], [-1], [null]],
  };
  expect(csvParseRows(csvFile(table))).toEqual([['x'], [`'${value}`], ['-1'], ['']]);
});

test('files come in a fixed order with their checksums, the same each time', () => {
  const files = downloadFiles(tables, edition);
  expect(files.map(({ name }) => name)).toEqual(
    tables.flatMap(({ id }) => [`${id}.csv`, `${id}.json`, `${id}.parquet`]),
  );
  expect(downloadFiles(downloadTables(data, observatory, missing), edition)).toEqual(files);
  for (const { content, sha256, bytes } of files) {
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(Buffer.byteLength(content)).toBe(bytes);
  }
});
