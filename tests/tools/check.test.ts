import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { schemaAddressOf } from '../../src/lib/jsonSchema.ts';
import { checksPage } from '../../src/lib/lints/judge.ts';
import { validFiles, validModel, validScore } from '../fixtures/dataFolder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(dir, { recursive: true }));

const named = (model: object) => ({ $schema: schemaAddressOf('model'), ...model });
const sound = (id: string, name: string) =>
  named({
    ...validModel(id),
    name,
    parameters: { ...validModel().parameters, precision: 'rounded' },
    scores: [{ ...validScore(), value: id === 'small-1b' ? 0.453 : 0.461 }],
  });

/** A data folder that the check has nothing to say about, with some files in other words. */
function folder(name: string, texts: Record<string, string> = {}): string {
  const files = validFiles();
  for (const [id, words] of [
    ['small-1b', 'Small 1B'],
    ['small-2b', 'Small 1.9B'],
    ['small-3b', 'Small 3B'],
  ] as const) {
    const size = { small: 1e9, 'small-2b': 2e9, 'small-3b': 3e9 }[id as 'small-2b'] ?? 1e9;
    const record = sound(id, words) as { parameters?: object };
    files.set(`models/${id}.json`, {
      ...record,
      parameters: { ...record.parameters, total: size, active: size },
    });
  }
  const all = [...files].map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]);
  const data = join(dir, name, 'data');
  for (const [path, text] of [...all, ...Object.entries(texts)] as [string, string][]) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  return data;
}

function check(data: string, ...args: string[]) {
  return spawnSync(process.execPath, ['tools/check.ts', '--data', data, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

const text = (model: object) => `${JSON.stringify(model, null, 2)}\n`;
const percent = named({ ...validModel(), scores: [{ ...validScore(), value: 45.3 }] });

test('the records of this repository have no error', () => {
  const { stdout, stderr, status } = check('data', '--json');
  expect(stderr).toBe('');
  const { records, counts } = JSON.parse(stdout);
  expect(records).toBeGreaterThan(400);
  expect(counts.error).toBe(0);
  expect(status).toBe(0);
});

test('a sound folder passes in one line', () => {
  const { stdout, status } = check(folder('sound'));
  expect(stdout).toBe('3 records: no errors, no warnings, no notes\n');
  expect(status).toBe(0);
});

describe('an error', () => {
  const data = folder('percent', { 'models/small-1b.json': text(percent) });

  test('is shown with place, line, carets, mend and page, and fails the check', () => {
    const { stdout, status } = check(data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/models\/small-1b\.json:\d+:16 {2}error {2}shape\n/);
    expect(stdout).toMatch(/\d+ \| {7}"value": 45\.3,\n +\| +\^{4}\n/);
    expect(stdout).toContain('mend  Write 0.453 instead of 45.3.');
    expect(stdout).toContain(`why   ${checksPage}#shape`);
  });

  test('is one object for machines', () => {
    const { counts, verdicts } = JSON.parse(check(data, '--json').stdout);
    expect(counts).toEqual({ error: 1, warning: 0, note: 0 });
    expect(verdicts).toMatchObject([{ field: 'scores[0].value', rule: 'shape', column: 16 }]);
  });

  test('is an annotation for GitHub, in one line', () => {
    const lines = check(data, '--github').stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=.*small-1b\.json,line=\d+,col=16,title=shape::/);
    expect(lines[0]).toContain('%0AWrite 0.453');
  });

  test('in another file is counted where one file was asked for', () => {
    const { stdout, status } = check(data, 'small-2b');
    expect(stdout).toBe(
      '1 record: no errors, no warnings, no notes\nOther files have faults, too (1); npm run check shows them all.\n',
    );
    expect(status).toBe(0);
  });
});

test('a file that is no JSON, one in another encoding and one of the lints are all named', () => {
  const data = folder('three', { 'models/small-1b.json': '{ "id": ' });
  writeFileSync(join(data, 'models/small-2b.json'), Buffer.from([0x7b, 0xff, 0x7d]));
  writeFileSync(join(data, 'models/small-3b.json'), text({ ...sound('small-3b', 'Small 30B') }));
  const { stdout, status } = check(data);
  expect(status).toBe(1);
  expect(stdout).toMatch(/small-1b\.json:1:\d+ {2}error {2}shape\n.*must be valid JSON/);
  expect(stdout).toMatch(/small-2b\.json:1:1 {2}error {2}shape\n.*UTF-8/);
  expect(stdout).toMatch(/small-3b\.json:\d+:\d+ {2}error {2}id-against-name\n/);
  expect(stdout).not.toMatch(/\n\s+at /);
});

test('a file from elsewhere is checked as if it lay in the folder', () => {
  const path = join(dir, 'new-7b.json');
  writeFileSync(path, text({ ...sound('new-7b', 'New 7B') }));
  const { stdout, status } = check(folder('elsewhere'), path);
  expect(stdout).toContain('size-against-name');
  expect(status).toBe(1);
});

describe('--fix', () => {
  const { id, name, scores, ...rest } = validModel();
  const untidy = JSON.stringify({
    name: ` ${name} `,
    id,
    ...rest,
    scores: [scores[0], { ...validScore(), benchmark: 'mmlu', protocol: 'generated' }],
  });
  const data = folder('fix', {
    'models/small-1b.json': untidy,
    'models/small-2b.json': text(percent),
  });
  const path = join(data, 'models/small-1b.json');

  test('never decides between two values of one key', () => {
    const twice = text(sound('small-3b', 'Small 3B')).replace(
      /"value": [\d.]+/,
      '"value": 0.835, "value": 0.335',
    );
    const dir = folder('twice', { 'models/small-3b.json': twice });
    const { stdout, status } = check(dir, '--fix', 'small-3b');
    expect(stdout).not.toContain('mended');
    expect(readFileSync(join(dir, 'models/small-3b.json'), 'utf8')).toBe(twice);
    expect(status).toBe(1);
  });

  test('mends the form and nothing else', () => {
    expect(check(data, '--fix', 'small-1b').stdout).toContain('mended ');
    const mended = readFileSync(path, 'utf8');
    expect(mended).toBe(`${JSON.stringify(JSON.parse(mended), null, 2)}\n`);
    const record = JSON.parse(mended);
    expect(Object.keys(record).slice(0, 3)).toEqual(['$schema', 'id', 'name']);
    expect(record.name).toBe(name);
    expect(record.scores.map((score: { protocol: string }) => score.protocol)).toEqual([
      'generated',
      'reported',
    ]);
    const { $schema: _, ...values } = record;
    expect(values).toEqual({
      ...JSON.parse(untidy),
      name,
      scores: JSON.parse(untidy).scores.toReversed(),
    });
  });

  test('does nothing the second time, and leaves no file beside', () => {
    expect(check(data, '--fix', 'small-1b').stdout).not.toContain('mended ');
    expect(readdirSync(join(data, 'models'))).toEqual([
      'small-1b.json',
      'small-2b.json',
      'small-3b.json',
    ]);
  });

  test('touches no file that the schema refuses', () => {
    expect(check(data, '--fix').status).toBe(1);
    expect(readFileSync(join(data, 'models/small-2b.json'), 'utf8')).toBe(text(percent));
  });
});

describe('--base', () => {
  const note = { notes: ['see **Table 3**'] };
  const data = folder('base', {
    'models/small-1b.json': text({ ...sound('small-1b', 'Small 1B'), ...note }),
  });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: dirname(data), stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'all');

  test('says nothing of what was there before', () => {
    expect(check(data).stdout).toContain('markup-in-text');
    expect(check(data, '--base', 'HEAD').stdout).toBe(
      '0 records: no errors, no warnings, no notes\n',
    );
  });

  test('judges what changed and what is new, and only what is new in it', () => {
    const changed = { ...sound('small-1b', 'Small 1B'), ...note, hub: 'a/Small-1B-Chat' };
    writeFileSync(join(data, 'models/small-1b.json'), text(changed));
    writeFileSync(join(data, 'models/new-7b.json'), text(sound('new-7b', 'New 7B')));
    const { stdout, status } = check(data, '--base', 'HEAD');
    expect(stdout).toContain('stage-against-name');
    expect(stdout).toContain('size-against-name');
    expect(stdout).not.toContain('markup-in-text');
    expect(stdout).toContain('2 records: 1 error,');
    expect(status).toBe(1);
  });
});

test.each([
  [['nonesuch-7b'], /there is no record and no file "nonesuch-7b"/],
  [['small'], /did you mean small-1b, small-2b, small-3b\?/],
  [['--colour'], /Unknown option '--colour'/],
  [['--json', '--github'], /exclude each other/],
  [['--base', 'nonesuch'], /git knows no branch or commit "nonesuch"/],
])('%j is refused with a sentence and code 2', (args, message) => {
  const { stderr, status } = check(folder('usage'), ...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
});

test('help names every option', () => {
  const { stdout } = check('data', '--help');
  for (const option of ['json', 'github', 'fix', 'base', 'data'])
    expect(stdout).toContain(`--${option} `);
});
