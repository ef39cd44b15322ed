import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatModel } from '../../../src/lib/records/canonical.ts';
import { ModelRecord } from '../../../src/lib/schema.ts';
import { validModel, validScore } from '../../fixtures/dataFolder.ts';

const folder = fileURLToPath(new URL('../../../data/models', import.meta.url));
const files = readdirSync(folder);

test('there are records to look at', () => {
  expect(files.length).toBeGreaterThan(100);
});

test('every record of the data is already in the canonical form', () => {
  const changed = files.filter((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    return formatModel(JSON.parse(text) as ModelRecord) !== text;
  });
  expect(changed).toEqual([]);
});

test('neither the order of keys nor that of scores changes the text', () => {
  const scores = [
    { ...validScore(), value: 0.5 },
    { ...validScore(), benchmark: 'bbh', value: 0.7 },
    validScore(),
  ];
  const record = ModelRecord.parse({ ...validModel(), scores });
  const turned = Object.fromEntries(Object.entries(record).reverse()) as ModelRecord;
  turned.scores = [...record.scores].reverse();
  expect(formatModel(turned)).toBe(formatModel(record));
  expect(JSON.parse(formatModel(record)).scores.map((s: { value: number }) => s.value)).toEqual([
    0.7, 0.453, 0.5,
  ]);
});

test('the address of the schema, where there is one, comes first', () => {
  const record = { ...(validModel() as ModelRecord), $schema: 'https://example.org/model.json' };
  expect(formatModel(record)).toMatch(/^\{\n {2}"\$schema": "https:/);
});

test('a record that breaks its schema is refused', () => {
  expect(() => formatModel({ ...validModel(), colour: 'red' } as unknown as ModelRecord)).toThrow();
});
