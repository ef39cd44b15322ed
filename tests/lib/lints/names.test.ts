import { describe, expect, test } from 'vitest';
import { isOneSlipApart, namedSizes, sizeText, squash } from '../../../src/lib/lints/names.ts';

describe('namedSizes', () => {
  test.each([
    ['Qwen2.5 7B', 7e9, null, false],
    ['GPT-2 124M', 124e6, null, false],
    ['Qwen3-30B-A3B', 30e9, 3e9, true],
    ['Mixtral 8x7B', null, null, true],
    ['Hunyuan A13B', null, 13e9, true],
    ['OLMoE 1B-7B', 7e9, null, false],
    ['Qwen-1_8B', 1.8e9, null, false],
    ['qwen-7b-chat-4bits', 7e9, null, false],
    ['GPT-4o', null, null, false],
    ['TinyLlama 1.1B 3T', 1.1e9, null, false],
  ])('%s', (name, total, active, mixture) => {
    expect(namedSizes(name)).toEqual({ total, active, mixture });
  });
});

test('squash drops what two spellings differ in, and keeps 1.3 unlike 13', () => {
  expect(squash('Qwen 2.5-7B')).toBe(squash('qwen2.5-7B'));
  expect(squash('OPT 1.3B')).not.toBe(squash('OPT 13B'));
});

test.each([
  ['mistral', 'mistrals', false],
  ['mistral', 'mixtral', true],
  ['mistral', 'mistral', false],
  ['minicpm-v', 'minicpm-o', false],
  ['qwen2.5', 'qwen3.5', false],
  ['google', 'gogle', true],
])('isOneSlipApart %s, %s: %s', (a, b, expected) => {
  expect(isOneSlipApart(a, b)).toBe(expected);
});

test.each([
  [7.6e9, '7.6B'],
  [124e6, '124M'],
  [1.8e13, '18T'],
])('sizeText %d is %s', (count, text) => {
  expect(sizeText(count)).toBe(text);
});
