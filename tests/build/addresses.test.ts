import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readAddresses } from '../../src/build/addresses.ts';

const root = resolve(import.meta.dirname, '..', '..');
const file = 'data/addresses.json';

test('every address that was ever listed is listed still', () => {
  const settings = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const git = (...args: string[]) => spawnSync('git', args, settings).stdout ?? '';
  const listed = new Set(readAddresses(root));
  expect(listed.size).toBeGreaterThan(3000);
  // A copy without history has nothing to compare with.
  for (const commit of git('log', '--format=%H', '--', file).split('\n').filter(Boolean)) {
    const before = JSON.parse(git('show', `${commit}:${file}`)) as string[];
    const gone = before.filter((address) => !listed.has(address));
    expect(gone, `listed in ${commit}`).toEqual([]);
  }
});
