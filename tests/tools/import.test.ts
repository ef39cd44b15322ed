import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder, runTool } from './recordFolder.ts';

let dir = '';
let remove = () => {};
beforeEach(() => ({ dir, remove } = makeFolder()));
afterEach(() => remove());

const page = 'https://example.org/board';
const result = {
  evaluation_name: 'MMLU',
  source_data: { dataset_name: 'MMLU', source_type: 'url', url: [page] },
  metric_config: { lower_is_better: false, metric_kind: 'accuracy', metric_unit: 'percent' },
  score_details: { score: 65.3 },
};
const run = {
  schema_version: '0.3.0',
  evaluation_id: 'made-up/Example_Small-7B/1',
  source_metadata: { source_organization_name: 'Board', evaluator_relationship: 'third_party' },
  model_info: { name: 'Small-7B', id: 'Example/Small-7B', developer: 'Example' },
  evaluation_results: [result, { ...result, evaluation_name: 'Riddles' }],
};

function file(name: string, content: unknown): string {
  const path = join(dir, '..', name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const bring = (...args: string[]) => runTool('import', ['--data', dir, ...args]);

test('a model without a record becomes one, and what was left out is listed', () => {
  const { stdout, stderr, status } = bring(file('run.json', run), '--family', 'Small');
  expect(status).toBe(0);
  expect(stdout).toMatch(/Wrote .*small-7b\.json with 1 new scores/);
  expect(stderr).toMatch(/65\.3 was read as a percentage, 0\.653: the file says percent/);
  expect(stderr).toMatch(/left out 1:\n.*Riddles.*is no benchmark of these data/);
  const record = JSON.parse(readFileSync(join(dir, 'models', 'small-7b.json'), 'utf8'));
  expect(record).toMatchObject({
    ...{ hub: 'Example/Small-7B', organization: 'Example', released: null },
    scores: [{ benchmark: 'mmlu', value: 0.653, reporter: 'third-party', source: page }],
  });
});

test('a model with a record gets the scores in a copy, never in the record', () => {
  const path = join(dir, 'models', 'small-1b.json');
  const before = readFileSync(path, 'utf8');
  const out = join(dir, '..', 'copy.json');
  const { stdout, status } = bring(file('run.json', run), '--model', 'small-1b', '--out', out);
  expect(status).toBe(0);
  expect(stdout).toMatch(/git diff --no-index/);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(JSON.parse(readFileSync(out, 'utf8')).scores).toHaveLength(2);
});

test('a file of .eval_results is read with the repository that it does not name', () => {
  const yaml = `- dataset: { id: cais/mmlu, task_id: default }\n  value: 0.653\n`;
  const path = file('mmlu.yaml', yaml);
  expect(bring(path).stderr).toMatch(/does not name its model; say --hub owner\/name/);
  const { stdout, status } = bring(
    ...[path, '--hub', 'Example/Small-9B', '--organization', 'Example', '--family', 'Small'],
    ...['--reporter', 'developer', '--dry-run'],
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ id: 'small-9b', hub: 'Example/Small-9B' },
    scores: [{ value: 0.653, locator: 'entry 1 of .eval_results/mmlu.yaml: cais/mmlu, default' }],
  });
});

test('import never writes over a file', { timeout: 90_000 }, () => {
  const path = file('run.json', run);
  expect(bring(path, '--family', 'Small').status).toBe(0);
  const written = join(dir, 'models', 'small-7b.json');
  const before = readFileSync(written, 'utf8');
  const other = file('other.json', {
    ...run,
    model_info: { ...run.model_info, id: 'Stranger/Small-7B' },
  });
  expect(bring(other, '--family', 'Small').stderr).toMatch(/exists and has another repository/);
  expect(bring(path, '--family', 'Small').stderr).toMatch(/1 scores are in the record already/);
  expect(
    bring(file('more.json', JSON.stringify(run).replace('65.3', '65.4')), '--out', written).stderr,
  ).toMatch(/exists and is not written over/);
  expect(readFileSync(written, 'utf8')).toBe(before);
});

test.each([
  ['broken.json', '{', [], /cannot be read/],
  ['broken.yaml', 'a: [1', [], /cannot be read/],
  ['bomb.yaml', `a: &a [1]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`, [], /alias/],
  ['empty.json', '{}', [], /must be a list of results/],
  ['samples.jsonl', '{}\n{}', [], /single answers/],
  ['run.json', JSON.stringify(run), [], /field {2}family/],
  ['run.json', JSON.stringify(run), ['--model', 'small-9b'], /no record has the id "small-9b"/],
  ['run.json', JSON.stringify(run), ['--reporter', 'me'], /developer or third-party/],
] as const)('%s is refused with words and code 2 (case %#)', (name, content, extra, message) => {
  const { stderr, status } = bring(file(name, content), ...extra);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
  expect(existsSync(join(dir, 'models', 'small-7b.json'))).toBe(false);
});

test('files of two models are refused', () => {
  const other = { ...run, model_info: { ...run.model_info, id: 'Example/Small-8B' } };
  const { stderr, status } = bring(file('a.json', run), file('b.json', other));
  expect(stderr).toMatch(/of 2 models/);
  expect(status).toBe(2);
});
