import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from './build.ts';
import { dist } from './pages.ts';

const root = resolve(import.meta.dirname, '..', '..');
const scratch = resolve(root, '.cache', 'second-build');
const again = join(scratch, 'site');
const kept = resolve(root, '.cache', 'second-results');

/** Every file below a folder with the hash of its bytes. */
function hashes(folder: string): Map<string, string> {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      path.slice(folder.length),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

afterAll(() => {
  for (const folder of [again, kept]) rmSync(folder, { recursive: true, force: true });
});

test('two clean builds are byte-identical, in whatever language and time zone', () => {
  const { status, stderr } = buildSite(root, ['--out', again], {
    // A folder of its own for kept results: the second build computes everything again.
    RESULTS_CACHE: kept,
    TZ: 'Asia/Shanghai',
    LANG: 'C',
    LC_ALL: 'C',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const first = hashes(dist);
  const second = hashes(again);
  expect(first.size).toBeGreaterThan(10);
  const every = [...new Set([...first.keys(), ...second.keys()])];
  const differing = every.filter((path) => first.get(path) !== second.get(path));
  expect(differing.slice(0, 20)).toEqual([]);
}, 400_000);
