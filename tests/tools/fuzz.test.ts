import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/build/readData.ts';
import { judge } from '../../src/lib/lints/judge.ts';
import { mutations } from '../../tools/fuzzMutations.ts';
import { fuzz, smallFolder } from '../../tools/fuzzRun.ts';

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

/** Draws of seed 1 that rename a protocol of a benchmark: the fault shows in the models that use it. */
test.each([3652, 4502, 5549])('a fault seen from another file is placed there: draw %i', (draw) => {
  const { failures, refused } = fuzz(base, 1, 1, undefined, draw);
  expect(failures).toEqual([]);
  expect(refused).toBe(1);
});

test('the same seed breaks the same records', () => {
  const once = () => {
    const { refused, accepted } = fuzz(base, mutations.length, 5);
    return { refused, accepted };
  };
  expect(once()).toEqual(once());
}, 60_000);
