import { expect, test } from 'vitest';
import { dividedTwice } from '../../../src/lib/lints/divided-twice.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('refuses a fraction that was divided by 100 once more', () => {
  const found = find(dividedTwice, model({ scores: [score({ value: 0.00742 })] }));
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts it where models really score that low', () => {
  const found = find(
    dividedTwice,
    model({ scores: [score({ benchmark: 'gsm8k', value: 0.0061 })] }),
  );
  expect(places(found)).toEqual([]);
});
