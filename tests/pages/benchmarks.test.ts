import { expect, test } from 'vitest';
import {
  protocolFacts,
  saturations,
  scoresOf,
  widestGap,
} from '../../src/components/benchmarks/benchmarkFacts.ts';
import { sourceName } from '../../src/components/data/sourceName.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, observatory } = madeUpListing();
const benchmark = data.benchmarks.find(({ id }) => id === 'alpha')!;

test('scoresOf has every value of the benchmark, by protocol, best first', () => {
  const scores = scoresOf(benchmark, data.models);
  expect(scores).toHaveLength(data.models.length);
  const values = scores.map(({ score }) => score.value);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test('widestGap is the median difference over the models that have both protocols', () => {
  const both: ModelRecord[] = data.models.slice(0, 9).map((model, i) => ({
    ...model,
    scores: [
      { ...model.scores[0]!, value: 0.5 },
      { ...model.scores[0]!, protocol: 'other', value: 0.4 - i / 100 },
    ],
  }));
  const facts = protocolFacts(benchmark, scoresOf(benchmark, both), data.panels);
  const gap = widestGap(facts);
  expect(gap?.models).toBe(9);
  expect(gap?.median).toBeCloseTo(0.14, 12); // 0.10 to 0.18, in steps of 0.01
  expect(gap?.largest).toBeCloseTo(0.18, 12);
  expect(gap?.higher.id).toBe('plain');
  expect(widestGap(facts, 10)).toBeNull();
});

test('saturations counts the models of the trend near the ceiling', () => {
  const [saturation] = saturations('alpha', observatory.panels);
  const counted = observatory.headline.models.filter(({ bystander }) => bystander === null);
  // Near means 0.9 of the way from 0.25 to 1, a score of 0.925.
  const near = counted.filter(({ parts }) => (parts[0]?.score ?? 0) >= 0.925);
  expect(saturation).toMatchObject({ models: counted.length, near: near.length });
  expect(saturations('nothing', observatory.panels)).toEqual([]);
});

test.each([
  ['https://github.com/QwenLM/Qwen2.5/blob/main/README.md', 'QwenLM/Qwen2.5 on GitHub'],
  ['https://huggingface.co/google/gemma-7b', 'google/gemma-7b on Hugging Face'],
  ['https://huggingface.co/datasets/a/b', 'a/b on Hugging Face'],
  ['https://arxiv.org/abs/2412.04315', 'arXiv:2412.04315'],
  ['https://www.example.org/x', 'example.org'],
])('%s is called %s', (url, name) => {
  expect(sourceName(url)).toBe(name);
});
