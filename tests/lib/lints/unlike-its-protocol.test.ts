import { expect, test } from 'vitest';
import { unlikeItsProtocol } from '../../../src/lib/lints/unlike-its-protocol.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

const usual = Array.from({ length: 60 }, (_, i) =>
  model({
    id: `other-${i}-1b`,
    scores: [score({ protocol: 'oll-v1', harness: 'lm-eval-harness', reporter: 'third-party' })],
  }),
);

test('finds another program and another reporter than all others have', () => {
  const found = find(unlikeItsProtocol, model({ scores: [score({ protocol: 'oll-v1' })] }), usual);
  expect(places(found)).toEqual(['scores.0.harness', 'scores.0.reporter']);
});

test('accepts what is usual', () => {
  const found = find(unlikeItsProtocol, model({ scores: usual[0]!.scores }), usual);
  expect(places(found)).toEqual([]);
});

test('knows no habit of few scores', () => {
  const found = find(
    unlikeItsProtocol,
    model({ scores: [score({ protocol: 'oll-v1' })] }),
    usual.slice(0, 10),
  );
  expect(places(found)).toEqual([]);
});
