import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readData } from '../../../src/build/readData.ts';
import { readEvalResults } from '../../../src/lib/records/evalResults.ts';
import { isEveryEvalEver, readEveryEvalEver } from '../../../src/lib/records/everyEvalEver.ts';
import { addScores, oneLine } from '../../../src/lib/records/foreign.ts';
import { benchmarkByName, foreignBenchmarks } from '../../../src/lib/records/foreignNames.ts';
import type { ScoreRecord } from '../../../src/lib/schema.ts';
import { validScore } from '../../fixtures/dataFolder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { benchmarks } = readData(`${root}/data`);
const text = (name: string) => readFileSync(`${root}/tests/fixtures/foreign/${name}`, 'utf8');
const every: unknown = JSON.parse(text('every-eval-ever.json'));
const yaml: unknown = parse(text('gsm8k.yaml'));
const source = 'https://example.org/board';
const place = { hub: 'Example/Small-7B', file: 'gsm8k.yaml' };

test('every foreign name leads to a benchmark of the data, and no name to two', () => {
  const ids = benchmarks.map(({ id }) => id);
  for (const { benchmark, names } of foreignBenchmarks) {
    expect(ids).toContain(benchmark);
    for (const name of names) expect(benchmarkByName(name)).toBe(benchmark);
  }
});

test('names that are only alike are no match', () => {
  expect(benchmarkByName('MMLU Pro')).toBe('mmlu-pro');
  expect(benchmarkByName('MMLU-Redux')).toBeNull();
  expect(benchmarkByName('mmlu_pro/biology')).toBeNull();
});

test('Every Eval Ever: rows of a known collection become scores under its protocol', () => {
  const { model, scores, warnings } = readEveryEvalEver(every, benchmarks, { source });
  expect(isEveryEvalEver(every)).toBe(true);
  expect(model).toEqual({
    ...{ hub: 'Example/Small-7B', name: 'Small-7B', organization: 'Example', openWeights: true },
  });
  expect(scores).toMatchObject([
    { benchmark: 'mmlu-pro', protocol: 'oll-v2', value: 0.4321, shots: 5, reporter: 'third-party' },
    { benchmark: 'bbh', protocol: 'oll-v2', value: 0.513, shots: 3, harness: 'lm-eval-harness' },
  ]);
  expect(warnings).toEqual([
    'evaluation_results[1] (BBH): 51.3 was read as a percentage, 0.513: the file says percent.',
  ]);
});

test('Every Eval Ever: each row that is left out has its reason', () => {
  const { leftOut } = readEveryEvalEver(every, benchmarks, { source });
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    '"mmlu_pro/biology" is no benchmark of these data',
    'less is better in its measure',
    'its measure, elo, is no share of right answers',
    expect.stringMatching(/^it breaks the format: source_data/),
  ]);
});

test('Every Eval Ever: without a page no score is taken', () => {
  const { scores, leftOut } = readEveryEvalEver(every, benchmarks);
  expect(scores).toEqual([]);
  expect(leftOut[0]?.reason).toMatch(/names no page.*--source/);
});

test('Every Eval Ever: a file without its fields is refused with the field', () => {
  expect(() => readEveryEvalEver({ evaluation_results: [] }, benchmarks)).toThrow(/schema_version/);
});

test('.eval_results: values, shots and who measured are read where the file says them', () => {
  const { scores, warnings, leftOut } = readEvalResults(yaml, place, benchmarks);
  expect(scores).toMatchObject([
    {
      ...{ benchmark: 'gsm8k', protocol: 'reported', value: 0.776, shots: 8 },
      ...{ setting: '8-shot, no tools', reporter: 'developer' },
      ...{ locator: 'entry 1 of .eval_results/gsm8k.yaml: openai/gsm8k, gsm8k' },
    },
  ]);
  expect(warnings).toEqual([
    '[0] (openai/gsm8k, gsm8k): 77.6 was read as a percentage, 0.776: it is above 1.',
  ]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/does not say who measured.*--reporter/),
    '"cais/hle, default" is no benchmark of these data',
    'its value, 120, is no share of right answers',
    expect.stringMatching(/^it breaks the format: dataset/),
  ]);
});

test('.eval_results: who measured can be said, and the task decides between two benchmarks', () => {
  const { scores } = readEvalResults(yaml, place, benchmarks, { reporter: 'third-party' });
  expect(scores[1]).toMatchObject({ benchmark: 'gpqa-diamond', value: 0.412, shots: null });
  expect(scores[1]?.source).toBe(
    'https://huggingface.co/Example/Small-7B/blob/main/.eval_results/gsm8k.yaml',
  );
});

test('.eval_results: anything but a list is refused', () => {
  expect(() => readEvalResults({ a: 1 }, place, benchmarks)).toThrow(/must be a list/);
});

test('a score that a record has already is not added again', () => {
  const old = validScore() as ScoreRecord;
  const fresh = { ...old, value: 0.5 };
  const { record, added, known } = addScores({ scores: [old] }, [old, fresh, fresh]);
  expect(record.scores).toEqual([old, fresh]);
  expect([added.length, known.length]).toEqual([1, 2]);
});

test('oneLine drops line breaks and signs that turn text around', () => {
  expect(oneLine('a\n\tb\u202e\u0000c')).toBe('a b c');
  expect(oneLine('x'.repeat(400))).toHaveLength(300);
});
