import { expect, test } from 'vitest';
import { shotsAgainstProtocol } from '../../../src/lib/lints/shots-against-protocol.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('finds another number than the protocol has', () => {
  const found = find(
    shotsAgainstProtocol,
    model({ scores: [score({ protocol: 'oll-v1', shots: 0 })] }),
  );
  expect(places(found)).toEqual(['scores.0.shots']);
});

test('accepts any number under reported', () => {
  const found = find(shotsAgainstProtocol, model({ scores: [score({ shots: 0 })] }));
  expect(places(found)).toEqual([]);
});

test('accepts that it is unknown', () => {
  const found = find(
    shotsAgainstProtocol,
    model({ scores: [score({ protocol: 'oll-v1', shots: null })] }),
  );
  expect(places(found)).toEqual([]);
});
