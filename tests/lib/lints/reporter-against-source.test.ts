import { expect, test } from 'vitest';
import { reporterAgainstSource } from '../../../src/lib/lints/reporter-against-source.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds the developer’s page called a third party', () => {
  const found = find(
    reporterAgainstSource,
    model({
      hub: 'Qwen/Qwen2.5-7B',
      scores: [
        score({ reporter: 'third-party', source: 'https://huggingface.co/Qwen/Qwen2.5-7B' }),
      ],
    }),
  );
  expect(places(found)).toEqual(['scores.0.reporter']);
});

test('accepts another’s page', () => {
  const found = find(
    reporterAgainstSource,
    model({
      hub: 'Qwen/Qwen2.5-7B',
      scores: [
        score({ reporter: 'third-party', source: 'https://huggingface.co/google/gemma-2-9b' }),
      ],
    }),
  );
  expect(places(found)).toEqual([]);
});
