import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/build/readData.ts';
import { fieldTexts, publishedSchemas, schemaAddressOf } from '../../src/lib/jsonSchema.ts';
import { ModelRecord } from '../../src/lib/schema.ts';
import { validModel, validScore } from '../fixtures/dataFolder.ts';

const root = join(import.meta.dirname, '../..');
const schemas = publishedSchemas();
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validators = new Map(schemas.map(({ name, schema }) => [name, ajv.compile(schema)]));
const validate = validators.get('model')!;

/** `models/*.json` fits `models/x.json`. */
const fits = (pattern: string, file: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '[^/]+')}$`).test(file);

describe('the published schemas', () => {
  const { files } = readFiles(join(root, 'data'));

  test.each(schemas)('$name accepts every file of $files', ({ name, files: pattern }) => {
    const own = [...files].filter(([file]) => fits(pattern, file));
    expect(own.length).toBeGreaterThan(0);
    for (const [file, content] of own) {
      const accepts = validators.get(name)!;
      expect(accepts(content), `${file} ${JSON.stringify(accepts.errors)}`).toBe(true);
    }
  });

  test('are named in every file that can name one', () => {
    const { texts } = readFiles(join(root, 'data'));
    const records = schemas.flatMap(({ files: pattern, address }) =>
      [...texts].flatMap(([file, text]) => (fits(pattern, file) ? [{ file, text, address }] : [])),
    );
    // A list has no place for it; the editor's settings lead to its format.
    const named = records.filter(({ text }) => text.startsWith('{'));
    expect(named.length).toBeGreaterThan(490);
    const wrong = named.filter(
      ({ text, address }) => (JSON.parse(text) as { $schema?: string }).$schema !== address,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test.each(schemas)('$name explains every field', ({ schema }) => {
    const texts = fieldTexts(schema);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter(({ description }) => !/^["A-Z].*\.$/.test(description))).toEqual([]);
  });

  test.each(schemas)('$name has the address that its records name', ({ name, address, schema }) => {
    expect(schema['$id']).toBe(address);
    expect(schemaAddressOf(name)).toBe(address);
  });

  test('are those that the editor settings map to the files', () => {
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
    expect(settings['json.schemas']).toEqual(
      schemas.map(({ files: pattern, address }) => ({
        fileMatch: [`/data/${pattern}`],
        url: address,
      })),
    );
  });

  test('know the fields that the table of data/README.md explains', () => {
    const readme = readFileSync(join(root, 'data/README.md'), 'utf8');
    const table = /\| field \| meaning \|\n([\s\S]*?)\n\n/.exec(readme)?.[1] ?? '';
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field as string);
    const known = fieldTexts(schemas[0]!.schema).map(({ path }) => path.split('.').at(-1));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((field) => !known.includes(field))).toEqual([]);
  });
});

describe('the schema of a model and the door agree on', () => {
  type Change = (record: ReturnType<typeof validModel>) => object;
  test.each<[string, Change]>([
    ['a complete record', (r) => r],
    ['a record that names its schema', (r) => ({ $schema: schemaAddressOf('model'), ...r })],
    ['unknown date, size and tokens', (r) => ({ ...r, released: null, parameters: null })],
    ['an unknown key', (r) => ({ ...r, size: 7 })],
    ['an unknown key in a score', (r) => ({ ...r, scores: [{ ...validScore(), x: 1 }] })],
    ['a percentage', (r) => ({ ...r, scores: [{ ...validScore(), value: 45.3 }] })],
    ['a missing field', ({ name: _, ...r }) => r],
    ['a day of no calendar', (r) => ({ ...r, released: { ...r.released, date: '2023-02-30' } })],
    ['capitals in an id', (r) => ({ ...r, id: 'Small' })],
    ['a reserved name', (r) => ({ ...r, id: 'constructor' })],
    ['a reserved name of Windows', (r) => ({ ...r, id: 'con.7b' })],
    ['a way out of the folder', (r) => ({ ...r, id: '../../etc' })],
    ['a repository with a way out', (r) => ({ ...r, hub: '../evil' })],
    ['a repository', (r) => ({ ...r, hub: 'Qwen/Qwen2.5-7B' })],
    ['a stage that is none', (r) => ({ ...r, stage: 'chat' })],
    ['zero parameters', (r) => ({ ...r, parameters: { ...r.parameters, total: 0 } })],
    ['half an example', (r) => ({ ...r, scores: [{ ...validScore(), shots: 0.5 }] })],
    ['text for a number', (r) => ({ ...r, scores: [{ ...validScore(), value: '0.4' }] })],
    ['an empty text', (r) => ({ ...r, name: '' })],
    ['a list for a record', () => []],
  ])('%s', (_, change) => {
    const record = change(validModel());
    expect(validate(record)).toBe(ModelRecord.safeParse(record).success);
  });
});
