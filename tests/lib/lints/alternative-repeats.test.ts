import { expect, test } from 'vitest';
import { alternativeRepeats } from '../../../src/lib/lints/alternative-repeats.ts';
import { find, model, out, places } from '../../fixtures/lints.ts';

test('finds the value of the record among its alternatives', () => {
  const found = find(
    alternativeRepeats,
    model({
      alternatives: {
        ...model().alternatives,
        parameters: [model().parameters!],
        trainingTokens: [model().trainingTokens!],
      },
    }),
  );
  expect(places(found)).toEqual(['alternatives.parameters.0', 'alternatives.trainingTokens.0']);
});

test('accepts another value', () => {
  const found = find(
    alternativeRepeats,
    model({
      alternatives: { ...model().alternatives, released: [model(out('2024-09-18')).released!] },
    }),
  );
  expect(places(found)).toEqual([]);
});
