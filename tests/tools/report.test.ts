import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelRecord } from '../../src/lib/schema.ts';
import { formatModel } from '../../src/lib/records/canonical.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let repository = '';

/** A repository whose one commit has the records, but for claims and predictions, which take long. */
beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'report-'));
  const isQuick = (path: string) => !/[/\\](?:claims|predictions|releases)$/.test(path);
  cpSync(join(root, 'data'), join(repository, 'data'), { recursive: true, filter: isQuick });
  git('init', '--quiet');
  git('add', 'data');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'data');
}, 60_000);
afterAll(() => rmSync(repository, { recursive: true }));

function git(...args: string[]) {
  const { status, stderr } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

function report(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'tools', 'report.ts'), ...args], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

test.each([
  [[], /--base REF or --base-dir DIR/],
  [['--base', 'HEAD', '--base-dir', 'data'], /--base REF or --base-dir DIR/],
  [['--base', 'nowhere'], /git knows no commit "nowhere"/],
  [['--base', '--upload-pack=x'], /ambiguous|no name of a commit/],
  [['--base-dir', 'nowhere'], /no data folder at "nowhere"/],
  [['--base', 'HEAD', '--data', 'nowhere'], /no data folder at "nowhere"/],
  [['--colour'], /Unknown option '--colour'/],
])('report refuses %j with a sentence and code 2', (args, message) => {
  const { stderr, status } = report(...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
});

test(
  'report compares the folder with a commit, as Markdown and as JSON',
  { timeout: 180_000 },
  () => {
    const old = readFileSync(join(repository, 'data', 'models', 'qwen3-8b-base.json'), 'utf8');
    const record: ModelRecord = {
      ...ModelRecord.parse(JSON.parse(old)),
      ...{ id: 'made-up-1b', name: 'Made up 1B', family: 'Made up', hub: null, aliases: [] },
      released: { date: '2026-06-01', precision: 'day', source: 'https://example.org/made-up' },
      parameters: {
        ...{ total: 1e9, active: 1e9, precision: 'rounded', source: 'https://example.org/made-up' },
      },
    };
    writeFileSync(join(repository, 'data', 'models', 'made-up-1b.json'), formatModel(record));
    const { stderr, status } = report('--base', 'HEAD', '--out', 'out', '--no-cache');
    expect(stderr).toMatch(/Wrote/);
    expect(status).toBe(0);
    const markdown = readFileSync(join(repository, 'out', 'report.md'), 'utf8');
    const json = JSON.parse(readFileSync(join(repository, 'out', 'report.json'), 'utf8'));
    expect(json).toMatchObject({
      version: 1,
      base: { name: expect.stringMatching(/^HEAD at [0-9a-f]{7}$/) },
      records: { added: [{ id: 'made-up-1b' }], changed: [], removed: [], others: [] },
      models: [{ id: 'made-up-1b', change: 'added', influence: { id: 'made-up-1b' } }],
    });
    // An eighth of the size with the same scores: about eight times as dense, which is a record.
    expect(json.models[0].standings[0]).toMatchObject({ isRecord: true, rank: { place: 1 } });
    expect(markdown).toMatch(/Made up 1B \(added\)[\s\S]*1 of \d+ \(1 to \d+\)[\s\S]*yes \|/);
    expect(markdown).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(markdown).not.toContain(repository);
  },
);
