/** What a contributor does: one new file in data/models, and nothing else. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
let copy = '';
let record: Record<string, unknown> & { scores: Record<string, unknown>[] };

/** Everything but what is made: node_modules is shared, results and pages are not. */
beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  copy = mkdtempSync(join(root, '.cache', 'contributor-'));
  const made = new Set(['node_modules', 'dist', '.git', '.cache', '.astro', 'tests']);
  for (const name of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name));
  }
  for (const folder of ['data', 'src', 'tools', 'public']) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !made.has(basename(path)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const known = readFileSync(join(root, 'data/models/llama-2-7b.json'), 'utf8');
  record = { ...JSON.parse(known), id: 'brand-new-7b', name: 'Brand New 7B', aliases: [] };
  for (const score of record.scores) delete score['suspect'];
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function addRecord(content: unknown, name = 'brand-new-7b.json'): void {
  writeFileSync(join(copy, 'data/models', name), `${JSON.stringify(content, null, 2)}\n`);
}

function build() {
  return spawnSync(process.execPath, [join(copy, 'tools/build.ts')], {
    cwd: copy,
    encoding: 'utf8',
  });
}

test('a percentage stops the build with file, field, value, rule and mend, and leaves no site', () => {
  const [first, ...rest] = record.scores;
  addRecord({ ...record, scores: [{ ...first, value: 45.3 }, ...rest] });
  const { status, stderr } = build();
  expect(status).not.toBe(0);
  expect(stderr).toContain('data/models/brand-new-7b.json');
  expect(stderr).toContain('scores[0].value');
  expect(stderr).toContain('45.3');
  expect(stderr).toContain('must be a fraction between 0 and 1');
  expect(stderr).toContain('write 0.453 instead of 45.3');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(copy, 'dist'))).toBe(false);
});

test('a valid record appears in the table, on the chart and at its own address', () => {
  addRecord(record);
  const { status, stderr } = build();
  expect(stderr).not.toContain('The site was not built');
  expect(status).toBe(0);
  const page = (path: string) => readFileSync(join(copy, 'dist', path), 'utf8');
  expect(page('m/brand-new-7b/index.html')).toContain('Brand New 7B');
  expect(page('models/index.html')).toContain('Brand New 7B');
  expect(page('index.html')).toContain('Brand New 7B'); // the table twin of the headline figure
  expect(page('data/v1/models.csv')).toContain('brand-new-7b');
});
