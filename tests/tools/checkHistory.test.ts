/** `npm run check -- --base REF` in a repository of its own: what a record once said is not lost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { validFiles } from '../fixtures/dataFolder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'history-'));
const data = join(dir, 'data');
const small = join(data, 'models', 'small-1b.json');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: dir,
    encoding: 'utf8',
  });

beforeAll(() => {
  for (const [path, value] of validFiles()) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), `${JSON.stringify(value, null, 2)}\n`);
  }
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '-m', 'data: begin');
});
afterEach(() => {
  git('checkout', '--quiet', 'main');
  git('checkout', '--quiet', '--', '.');
});
afterAll(() => rmSync(dir, { recursive: true }));

interface Verdict {
  rule: string;
  file: string;
  severity: string;
  message: string;
  line: number;
}

function lost(base = 'main'): Verdict[] {
  const args = ['tools/check.ts', '--data', data, '--json', '--base', base];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  const { verdicts } = JSON.parse(stdout) as { verdicts: Verdict[] };
  return verdicts.filter(({ rule }) => rule === 'append-only');
}

function rewrite(change: (record: { scores: { value: number }[] }) => object): void {
  const record = JSON.parse(readFileSync(small, 'utf8')) as { scores: { value: number }[] };
  writeFileSync(small, `${JSON.stringify(change(record), null, 2)}\n`);
}

test('an unchanged folder has lost nothing', () => {
  expect(lost()).toEqual([]);
});

test('a changed value is an error at the scores of its file', () => {
  rewrite((record) => ({ ...record, scores: [{ ...record.scores[0], value: 0.543 }] }));
  expect(lost()).toMatchObject([
    { severity: 'error', file: expect.stringMatching(/small-1b.json$/) },
  ]);
  expect(lost()[0]?.line).toBeGreaterThan(1);
});

test('a file that is gone is an error', () => {
  rmSync(small);
  expect(lost()[0]?.message).toMatch(/is gone, and its score with it/);
});

test('what others add to the base after the branch began is not missed here', () => {
  git('checkout', '--quiet', '-b', 'branch');
  git('checkout', '--quiet', 'main');
  rewrite((record) => ({
    ...record,
    scores: [
      ...record.scores,
      { ...record.scores[0], value: 0.461, source: 'https://example.org/2' },
    ],
  }));
  git('commit', '--quiet', '-a', '-m', 'data: add a score');
  git('checkout', '--quiet', 'branch');
  expect(lost('main')).toEqual([]);
});
