import { expect, test } from 'vitest';
import { shotsAgainstSetting } from '../../../src/lib/lints/shots-against-setting.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('refuses two numbers of examples', () => {
  const found = find(
    shotsAgainstSetting,
    model({ scores: [score({ shots: 5, setting: '25-shot' })] }),
  );
  expect(places(found)).toEqual(['scores.0.shots']);
});

test('refuses an unknown number beside a known one', () => {
  const found = find(
    shotsAgainstSetting,
    model({ scores: [score({ shots: null, setting: 'zero-shot CoT' })] }),
  );
  expect(places(found)).toEqual(['scores.0.shots']);
});

test('accepts the same number, and words without one', () => {
  const found = find(
    shotsAgainstSetting,
    model({ scores: [score(), score({ setting: 'greedy, few-shot' })] }),
  );
  expect(places(found)).toEqual([]);
});
