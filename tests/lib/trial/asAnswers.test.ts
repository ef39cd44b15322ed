import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readData } from '../../../src/build/readData.ts';
import { schemaAddressOf } from '../../../src/lib/jsonSchema.ts';
import { recordFromAnswers } from '../../../src/lib/records/answers.ts';
import { formatModel } from '../../../src/lib/records/canonical.ts';
import type { ModelRecord } from '../../../src/lib/schema.ts';
import { asAnswers } from '../../../src/lib/trial/asAnswers.ts';
import { exampleOf } from '../../../src/lib/trial/example.ts';
import { validModel } from '../../fixtures/dataFolder.ts';

const folder = join(import.meta.dirname, '../../../data');
const { models } = readData(folder);

test('every record that answers can express comes back as the bytes of its file', () => {
  const expressed = models.flatMap((record) => {
    const answers = asAnswers(record);
    return answers ? [{ record, answers }] : [];
  });
  expect(expressed.length).toBeGreaterThan(models.length / 4);
  for (const { record, answers } of expressed) {
    const { record: again } = recordFromAnswers(answers, schemaAddressOf('model'));
    const file = readFileSync(join(folder, 'models', `${record.id}.json`), 'utf8');
    expect(formatModel(again as ModelRecord)).toBe(file);
  }
});

test('a record with what no question asks for is no set of answers', () => {
  const record = validModel() as unknown as ModelRecord;
  expect(asAnswers(record)).not.toBe(null);
  expect(asAnswers({ ...record, aliases: ['small'] })).toBe(null);
  expect(asAnswers({ ...record, notes: ['One.', 'Two.'] })).toBe(null);
});

test('the example is the last of the list that fits, and it is refused to have none', () => {
  const odd = { ...validModel('odd-1b'), aliases: ['odd'] } as unknown as ModelRecord;
  const even = validModel('even-1b') as unknown as ModelRecord;
  expect(exampleOf([odd, even], ['even-1b', 'odd-1b']).record.id).toBe('even-1b');
  expect(() => exampleOf([odd], ['odd-1b'])).toThrow(RangeError);
});
