import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/build/readData.ts';
import { judge } from '../../src/lib/lints/judge.ts';
import { mutations } from '../../tools/fuzzMutations.ts';
import { fuzz, smallFolder, tryFile } from '../../tools/fuzzRun.ts';

const base = smallFolder(readFiles(join(import.meta.dirname, '../../data')));

test('the small folder itself is sound', () => {
  expect(judge(base).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(base.texts.size).toBeGreaterThan(30);
});

test('broken records are refused in words or harmless, and none hangs', () => {
  const { failures, refused, accepted, kinds } = fuzz(base, 10 * mutations.length, 20261123);
  expect(failures).toEqual([]);
  expect(refused).toBeGreaterThan(accepted);
  expect(accepted).toBeGreaterThan(20);
  expect(kinds.size).toBe(mutations.length);
}, 120_000);

test('a fault of a benchmark that shows in the models using it is placed there', () => {
  const file = 'benchmarks/mmlu.json';
  const text = base.texts.get(file) as string;
  const broken = text.replace('"id": "reported"', '"id": "reported-otherwise"');
  expect(broken).not.toBe(text);
  expect(tryFile(base, file, Buffer.from(broken))).toEqual({ faults: [], refused: true });
});

test('the same seed breaks the same records', () => {
  const once = () => {
    const { refused, accepted } = fuzz(base, mutations.length, 5);
    return { refused, accepted };
  };
  expect(once()).toEqual(once());
}, 60_000);
