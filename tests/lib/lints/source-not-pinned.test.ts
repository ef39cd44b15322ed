import { expect, test } from 'vitest';
import { sourceNotPinned } from '../../../src/lib/lints/source-not-pinned.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds a file on a branch of GitHub', () => {
  const found = find(
    sourceNotPinned,
    model({ scores: [score({ source: 'https://github.com/QwenLM/Qwen2.5/blob/main/README.md' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('finds a raw file and a file on Hugging Face', () => {
  const found = find(
    sourceNotPinned,
    model({
      scores: [
        score({ source: 'https://raw.githubusercontent.com/a/b/main/README.md' }),
        score({ source: 'https://huggingface.co/a/b/blob/main/README.md' }),
      ],
    }),
  );
  expect(places(found)).toEqual(['scores.0.source', 'scores.1.source']);
});

test('accepts a commit', () => {
  const found = find(
    sourceNotPinned,
    model({
      scores: [
        score({
          source:
            'https://github.com/QwenLM/Qwen2.5/blob/1f89f8c81adb85e3808f9cc15180ab1fdacbb900/README.md',
        }),
      ],
    }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts the card of a model', () => {
  const found = find(
    sourceNotPinned,
    model({ scores: [score({ source: 'https://huggingface.co/Qwen/Qwen2.5-7B' })] }),
  );
  expect(places(found)).toEqual([]);
});
