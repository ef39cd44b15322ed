import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { describe, expect, test } from 'vitest';
import { dist, files } from './pages.ts';

interface Index {
  files: { name: string; sha256: string; bytes: number; rows: number }[];
  tables: { id: string; fields: { name: string }[] }[];
}

const bytesOf = (name: string) => readFileSync(join(dist, 'data', 'v1', name));
const read = (name: string) => bytesOf(name).toString('utf8');
const index = JSON.parse(read('index.json')) as Index;

describe('the downloads of the built site', () => {
  test('are there', () => {
    expect(index.files.length).toBeGreaterThan(10);
    expect(index.tables.length * 3).toBe(index.files.length);
  });

  test.each(index.files)('$name has the bytes that the list says', ({ name, sha256, bytes }) => {
    const content = bytesOf(name);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(content.length).toBe(bytes);
  });

  test.each(index.tables)('$id.csv has the fields that are explained', ({ id, fields }) => {
    const [header] = read(`${id}.csv`).split('\n');
    expect(header).toBe(fields.map(({ name }) => name).join(','));
  });

  test('read whole with the library of the data package, with types and references', async () => {
    const pack = await Package.load(JSON.parse(read('datapackage.json')) as object, {
      basePath: join(dist, 'data', 'v1'),
    });
    expect(pack.errors.map(({ message }) => message)).toEqual([]);
    const rows: Record<string, number> = {};
    for (const resource of pack.resources) {
      rows[resource.name] = (await resource.read({ keyed: true, relations: true })).length;
    }
    const listed = index.files.filter(({ name }) => name.endsWith('.csv'));
    expect(rows).toEqual(
      Object.fromEntries(listed.map((file) => [file.name.replace('.csv', ''), file.rows])),
    );
  }, 60_000);

  test('are described to data set search under the addresses where they are', () => {
    const { distribution } = JSON.parse(read('croissant.json')) as {
      distribution: { '@id': string; contentUrl: string; sha256: string }[];
    };
    expect(distribution.map((file) => [file['@id'], file.sha256])).toEqual(
      index.files.map(({ name, sha256 }) => [name, sha256]),
    );
    for (const file of distribution) {
      expect(new URL(file.contentUrl).pathname.endsWith(`/data/v1/${file['@id']}`)).toBe(true);
    }
  });

  test('have one file, one page and one row for every model', () => {
    const ids = (JSON.parse(read('models.json')) as { rows: { model: string }[] }).rows.map(
      ({ model }) => model,
    );
    expect(ids.length).toBeGreaterThan(100);
    const all = new Set(files);
    const missing = ids.flatMap((id) =>
      [`data/v1/models/${id}.json`, `m/${id}/index.html`].filter((file) => !all.has(file)),
    );
    expect(missing).toEqual([]);
    const table = readFileSync(join(dist, 'models', 'index.html'), 'utf8');
    expect(ids.filter((id) => !table.includes(`/m/${id}/`))).toEqual([]);
  });

  test('have no score that counts on two panels, as the page on benchmarks says', () => {
    const { rows } = JSON.parse(read('scores.json')) as { rows: { counted_in: string | null }[] };
    const counted = rows.filter((row) => row.counted_in !== null);
    expect(counted.length).toBeGreaterThan(100);
    expect(counted.filter((row) => row.counted_in?.includes(' '))).toEqual([]);
  });
});
