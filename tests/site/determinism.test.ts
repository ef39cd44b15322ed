import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dist } from './pages.ts';

const root = resolve(import.meta.dirname, '..', '..');
const scratch = resolve(root, '.cache', 'second-build');
const again = join(scratch, 'site');
const kept = resolve(root, '.cache', 'second-results');

/** Every file below a folder with the hash of its bytes, in order. */
function hashes(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return `${path.slice(folder.length)} ${hash}`;
    })
    .sort();
}

afterAll(() => {
  for (const folder of [again, kept]) rmSync(folder, { recursive: true, force: true });
});

test('two clean builds are byte-identical, in whatever language and time zone', () => {
  execFileSync(process.execPath, [join(root, 'tools', 'build.ts'), '--out', again], {
    cwd: root,
    stdio: 'pipe',
    // A folder of its own for kept results: the second build computes everything again.
    env: { ...process.env, RESULTS_CACHE: kept, TZ: 'Asia/Shanghai', LANG: 'C', LC_ALL: 'C' },
  });
  const first = hashes(dist);
  expect(first.length).toBeGreaterThan(10);
  expect(hashes(again)).toEqual(first);
});
