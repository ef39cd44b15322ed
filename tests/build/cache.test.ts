import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashFiles, keep, reachedFrom } from '../../src/build/cache.ts';
import { readData } from '../../src/build/readData.ts';
import { compute } from '../../src/lib/compute.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cache-'));
  mkdirSync(join(root, 'lib/deep'), { recursive: true });
  writeFileSync(join(root, 'lib/deep/a.ts'), 'export const a = 1;');
  writeFileSync(join(root, 'lock.json'), '{}');
  writeFileSync(join(root, 'page.mdx'), 'A sentence.');
});
afterEach(() => rmSync(root, { recursive: true }));

const key = () => hashFiles(root, ['lib', 'lock.json']);

test('a changed line of code changes the key, a changed page does not', () => {
  const before = key();
  writeFileSync(join(root, 'page.mdx'), 'Another sentence.');
  expect(key()).toBe(before);
  writeFileSync(join(root, 'lib/deep/a.ts'), 'export const a = 2;');
  expect(key()).not.toBe(before);
});

test('a computation reaches what its imports name, near and far, each once', () => {
  writeFileSync(
    join(root, 'lib/b.ts'),
    "import type { A } from './deep/a.ts';\nimport { z } from 'zod';\n",
  );
  writeFileSync(
    join(root, 'lib/c.ts'),
    "import {\n  b,\n} from './b.ts';\nexport { a } from './deep/a.ts';\n",
  );
  expect(reachedFrom(root, 'lib/c.ts')).toEqual(['lib/b.ts', 'lib/c.ts', 'lib/deep/a.ts']);
});

test('every file of the science that a computation names is reached', () => {
  const reached = reachedFrom(process.cwd(), 'src/lib/observatory.ts');
  for (const name of ['compute', 'ruler', 'numerics/quantileRegression', 'rivals']) {
    expect(reached).toContain(`src/lib/${name}.ts`);
  }
  expect(reached).not.toContain('src/lib/releases/diff.ts');
});

test('a renamed file changes the key', () => {
  const before = key();
  writeFileSync(join(root, 'lib/deep/b.ts'), 'export const a = 1;');
  rmSync(join(root, 'lib/deep/a.ts'));
  expect(key()).not.toBe(before);
});

test('a result is computed once for a key, and anew for another', () => {
  let calls = 0;
  const count = () => ({ calls: ++calls });
  const folder = join(root, 'kept');
  expect(keep(folder, 'x', 'one', count)).toEqual({ calls: 1 });
  expect(keep(folder, 'x', 'one', count)).toEqual({ calls: 1 });
  expect(keep(folder, 'x', 'two', count)).toEqual({ calls: 2 });
});

test('a kept file cut short is computed anew', () => {
  const folder = join(root, 'kept');
  keep(folder, 'x', 'one', () => ({ value: 1 }));
  const [file] = readdirSync(folder);
  writeFileSync(join(folder, file ?? ''), '{"value": ');
  expect(keep(folder, 'x', 'one', () => ({ value: 2 }))).toEqual({ value: 2 });
});

test('results of the real data lose nothing on the way through JSON', () => {
  const results = compute(readData('data'), { draws: 20 });
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
});
