import { expect, test } from 'vitest';
import { copiedRow } from '../../../src/lib/lints/copied-row.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

const row = (values: number[]) =>
  ['mmlu', 'bbh', 'gsm8k'].map((benchmark, i) => score({ benchmark, value: values[i] as number }));
const other = model({ id: 'other-1b', name: 'Other 1B', scores: row([0.742, 0.704, 0.498]) });

test('finds a whole row of another model', () => {
  const found = find(copiedRow, model({ scores: row([0.742, 0.704, 0.498]) }), [other]);
  expect(places(found)).toEqual(['scores.0.value']);
});

test('accepts that two scores agree', () => {
  const found = find(copiedRow, model({ scores: row([0.742, 0.704, 0.499]) }), [other]);
  expect(places(found)).toEqual([]);
});
