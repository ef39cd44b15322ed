/** The downloads as other people's tools read them: Parquet, Frictionless and Croissant. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DownloadFile, downloadFiles } from '../../src/components/data/files.ts';
import { parquetFile } from '../../src/components/data/parquet.ts';
import { croissant, type DatasetFacts, dataPackage } from '../../src/lib/downloads/interchange.ts';
import { tableKeys } from '../../src/lib/downloads/keys.ts';
import { type DownloadTable, tableRecords, type Value } from '../../src/lib/downloads/table.ts';
import { downloadTables } from '../../src/lib/downloads/tables.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, observatory, missing } = madeUpListing();
const tables = downloadTables(data, observatory, missing);
const edition = { dataVersion: 'v', licence: 'l', credit: 'c' };
const files = downloadFiles(tables, edition);
const facts: DatasetFacts = {
  name: 'made-up',
  title: 'Made up',
  description: 'Made-up data.',
  asOf: '2026-01-05',
  hash: 'a'.repeat(64),
  credit: 'c',
  creator: 'Nobody',
  page: 'https://example.org/data/',
  folder: 'https://example.org/data/v1/',
  repository: 'https://example.org/repository',
  sources: [
    {
      id: 'elsewhere',
      name: 'Elsewhere',
      url: 'https://example.org/elsewhere',
      licence: 'Apache-2.0',
      credit: 'Somebody',
      usedFor: 'scores',
    },
  ],
};

const fileOf = (name: string) => files.find((file) => file.name === name) as DownloadFile;
const bufferOf = (name: string) => (fileOf(name).content as Uint8Array<ArrayBuffer>).buffer;

describe.each(tables)('$id as Parquet', (table) => {
  test('reads back value for value', async () => {
    const rows = await parquetReadObjects({ file: bufferOf(`${table.id}.parquet`) });
    expect(rows.map((row) => plain(row))).toEqual(tableRecords(table));
  });

  test('has the type that each field states', () => {
    const { children } = parquetSchema(parquetMetadata(bufferOf(`${table.id}.parquet`)));
    const types = children.map(({ element }) => element.converted_type ?? element.type);
    const expected = {
      string: 'UTF8',
      integer: 'INT64',
      number: 'DOUBLE',
      boolean: 'BOOLEAN',
      date: 'DATE',
    };
    expect(types).toEqual(table.fields.map(({ type }) => expected[type]));
  });
});

/** Values as the table has them: whole numbers come back as BigInt, dates as Date. */
function plain(row: Record<string, unknown>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value === 'bigint') return [key, Number(value)];
      if (value instanceof Date) return [key, value.toISOString().slice(0, 10)];
      return [key, (value ?? null) as Value];
    }),
  );
}

test('a Parquet file of equal rows has equal bytes, and says what it is', () => {
  const table = tables[0] as DownloadTable;
  expect(parquetFile(table, edition)).toEqual(parquetFile(table, edition));
  const { key_value_metadata: notes, created_by: by } = parquetMetadata(
    bufferOf(`${table.id}.parquet`),
  );
  expect(by).toBe('Densing Law Observatory');
  expect(notes).toContainEqual({ key: 'data_version', value: 'v' });
});

test('a broken count is refused by table, field and row', () => {
  const field = { name: 'n', unit: 'count', type: 'integer', description: 'N.' } as const;
  const table = { id: 't', title: 'T', about: 'A.', fields: [field], rows: [[1], [7.6]] };
  expect(() => parquetFile(table, edition)).toThrow(
    'n of t, row 1 must be a whole number, not 7.6',
  );
});

describe('the keys', () => {
  test('are stated for every table and no other', () => {
    expect(Object.keys(tableKeys)).toEqual(tables.map(({ id }) => id));
  });

  test.each(tables)('of $id name each row once, and only rows that are there', (table) => {
    const keys = tableKeys[table.id]!;
    const own = valuesOf(table, keys.primary);
    expect(new Set(own).size).toBe(table.rows.length);
    for (const { fields, table: id, target } of keys.foreign) {
      const known = new Set(
        valuesOf(
          tables.find((other) => other.id === id)!,
          target,
        ),
      );
      expect(valuesOf(table, fields).filter((value) => !known.has(value))).toEqual([]);
    }
  });
});

function valuesOf(table: DownloadTable, fields: readonly string[]): string[] {
  return tableRecords(table).map((row) => JSON.stringify(fields.map((field) => row[field])));
}

describe('the Frictionless package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  beforeAll(() => {
    for (const { name, content } of files) writeFileSync(join(folder, name), content);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is valid, and its library reads every row, with types and references', async () => {
    const pack = await Package.load(dataPackage(facts, files), { basePath: folder });
    expect(pack.errors.map(({ message }) => message)).toEqual([]);
    expect(pack.valid).toBe(true);
    expect(pack.resources.map(({ name }) => name)).toEqual(tables.map(({ id }) => id));
    for (const resource of pack.resources) {
      const rows = await resource.read({ keyed: true, relations: true });
      expect(rows).toHaveLength(tables.find(({ id }) => id === resource.name)?.rows.length ?? -1);
    }
  });

  test('names licence and terms of every source', () => {
    const { licenses, sources } = dataPackage(facts, files);
    expect(licenses[0]?.name).toBe('CC-BY-4.0');
    expect(sources.map(({ licence, credit }) => [licence, credit])).toEqual(
      facts.sources.map(({ licence, credit }) => [licence, credit]),
    );
  });
});

describe('the Croissant file', () => {
  const file = croissant(facts, files);
  const cr = 'http://mlcommons.org/croissant/';
  const noNetwork = (url: string): never => {
    throw new Error(`asked for ${url}`);
  };

  test('expands without the network, and every term has a meaning', async () => {
    const [dataset] = await jsonld.expand(file, {
      base: `${facts.folder}croissant.json`,
      documentLoader: noNetwork,
      safe: true,
    });
    expect(dataset?.['@type']).toEqual(['https://schema.org/Dataset']);
    expect(dataset?.['http://purl.org/dc/terms/conformsTo']).toEqual([
      { '@value': `${cr}1.0`, '@language': 'en' },
    ]);
    expect(dataset?.[`${cr}recordSet`]).toHaveLength(tables.length);
    expect(dataset?.['https://schema.org/distribution']).toHaveLength(files.length);
  });

  test('has what the format requires of a data set', () => {
    for (const key of ['name', 'description', 'license', 'url', 'creator', 'datePublished']) {
      expect(file).toHaveProperty(key);
    }
    expect(file.version).toBe('2026.1.5'); // three numbers without leading zeros, as semantic versions ask
  });

  test('points from every field to a column of a file that is there, with its checksum', () => {
    const known = new Map(file.distribution.map((object) => [object['@id'], object]));
    for (const { field: fields } of file.recordSet) {
      for (const { source } of fields) {
        const name = source.fileObject['@id'];
        expect(known.get(name)?.sha256).toBe(fileOf(name).sha256);
        expect(fileOf(name).table.fields.map((field) => field.name)).toContain(
          source.extract.column,
        );
      }
    }
  });

  test('keeps every reference within itself', () => {
    const ids = new Set(file.recordSet.flatMap(({ field }) => field.map((each) => each['@id'])));
    const named = file.recordSet.flatMap(({ key, field }) => [
      ...key.map((each) => each['@id']),
      ...field.flatMap((each) => ('references' in each ? each.references?.field['@id'] : [])),
    ]);
    expect(named.filter((id) => id === undefined || !ids.has(id))).toEqual([]);
  });
});
