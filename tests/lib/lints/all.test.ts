import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lints } from '../../../src/lib/lints/all.ts';
import { lintGroups } from '../../../src/lib/lints/lint.ts';
import { find, model } from '../../fixtures/lints.ts';

const root = join(import.meta.dirname, '../../..');
const namesIn = (folder: string, end: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.includes('-') && name.endsWith(end))
    .map((name) => name.slice(0, -end.length));
const ids = lints.map(({ id }) => id);

describe('the lints', () => {
  test('are at least 25, and each is in the list once', () => {
    expect(ids.length).toBeGreaterThanOrEqual(25);
    expect(ids.toSorted()).toEqual(namesIn('src/lib/lints', '.ts').toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have a test each', () => {
    const tested = namesIn('tests/lib/lints', '.test.ts');
    expect(ids.filter((id) => !tested.includes(id))).toEqual([]);
  });

  test('come in the order of their groups', () => {
    const order = lints.map(({ group }) => lintGroups.indexOf(group));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe.each(lints.filter(({ id }) => id !== 'schema-address'))('$id', (lint) => {
  test('finds nothing in a sound record', () => {
    const sound = {
      ...model(),
      parameters: { ...model().parameters!, precision: 'rounded' as const },
    };
    expect(find(lint, sound)).toEqual([]);
  });

  test('explains itself in whole sentences', () => {
    expect(lint.id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(lint.title).toMatch(/^["A-Z].*\.$/);
    expect(lint.why).toMatch(/^["A-Z].*\.$/);
    expect(lint.why.length).toBeGreaterThan(60);
    expect(`${lint.title}${lint.why}`).not.toMatch(/'/);
    expect(lint.example.wrong).not.toBe(lint.example.right);
  });
});
