import { expect, test } from 'vitest';
import { contradictsValue } from '../../../src/lib/lints/contradicts-value.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds two values of one test far apart', () => {
  const found = find(
    contradictsValue,
    model({
      scores: [score({ value: 0.498 }), score({ value: 0.755, source: 'https://example.org/b' })],
    }),
  );
  expect(places(found)).toEqual(['scores.1.value']);
});

test('accepts noise', () => {
  const found = find(
    contradictsValue,
    model({
      scores: [score({ value: 0.498 }), score({ value: 0.53, source: 'https://example.org/b' })],
    }),
  );
  expect(places(found)).toEqual([]);
});

test('allows more of it on few items', () => {
  const found = find(
    contradictsValue,
    model({
      scores: [
        score({ benchmark: 'humaneval', value: 0.5 }),
        score({ benchmark: 'humaneval', value: 0.65, source: 'https://example.org/b' }),
      ],
    }),
  );
  expect(places(found)).toEqual([]);
});

test('accepts two protocols', () => {
  const found = find(
    contradictsValue,
    model({ scores: [score({ value: 0.498 }), score({ protocol: 'oll-v1', value: 0.755 })] }),
  );
  expect(places(found)).toEqual([]);
});

test('leaves out what is suspect or explained', () => {
  const found = find(
    contradictsValue,
    model({
      scores: [score({ value: 0.498, suspect: 'Of another model.' }), score({ value: 0.755 })],
    }),
  );
  expect(places(found)).toEqual([]);
});
