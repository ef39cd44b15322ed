import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readReleases, sealOf } from '../../src/build/releases.ts';
import { madeUpRelease } from '../fixtures/release.ts';

const root = resolve(import.meta.dirname, '..', '..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: object): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
}
const sealed = () => ({ ...madeUpRelease(), seal: sealOf(madeUpRelease()) });

describe('a folder of releases', () => {
  test('is read in order of time', () => {
    const next = { ...madeUpRelease(), release: '2026.10' };
    put('2026.10', { ...next, seal: sealOf(next) });
    put('2026.9', sealed());
    expect(readReleases(folder).map(({ release }) => release)).toEqual(['2026.9', '2026.10']);
  });

  test('may be empty', () => {
    expect(readReleases(folder)).toEqual([]);
  });

  test('with an edited file is refused, and says what to do', () => {
    put('2026.9', { ...sealed(), verdict: 'Models get denser for ever' });
    expect(() => readReleases(folder)).toThrow(
      /2026\.9\.json was edited after it was made.*restore the file from git/,
    );
  });

  test('with a renamed file is refused', () => {
    put('2026.8', sealed());
    expect(() => readReleases(folder)).toThrow('says it is 2026.9');
  });

  test('with a broken file names the field', () => {
    const { verdict: _, ...rest } = sealed();
    put('2026.9', rest);
    expect(() => readReleases(folder)).toThrow(/2026\.9\.json: verdict/);
  });
});

test('no release of this site was changed after the commit that made it', () => {
  const releases = globSync('data/releases/*.json', { cwd: root });
  const git = (args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const isWhole = git(['rev-parse', '--is-shallow-repository']).stdout.startsWith('false');
  // Where sites are published the history must be there; a copy without it has nothing to compare with.
  if (!isWhole && process.env.GITHUB_ACTIONS) {
    expect.fail('the history is cut off, so no release can be compared: check out all of it');
  }
  if (!isWhole) return;
  for (const file of releases) {
    const { stdout } = git(['log', '--diff-filter=A', '--format=%H', '--', file]);
    const first = stdout.trim().split('\n').at(-1) ?? '';
    if (first === '') continue;
    const { stdout: made } = git(['show', `${first}:${file}`]);
    expect(readFileSync(join(root, file), 'utf8') === made, `${file} differs from ${first}`).toBe(
      true,
    );
  }
});
