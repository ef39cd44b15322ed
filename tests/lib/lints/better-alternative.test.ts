import { expect, test } from 'vitest';
import { betterAlternative } from '../../../src/lib/lints/better-alternative.ts';
import { find, model, out, places, size } from '../../fixtures/lints.ts';

test('finds an exact count under a nominal one', () => {
  const found = find(
    betterAlternative,
    model({
      ...size(1e9, { precision: 'nominal' }),
      alternatives: { ...model().alternatives, parameters: [model().parameters!] },
    }),
  );
  expect(places(found)).toEqual(['alternatives.parameters.0.precision']);
});

test('finds a day under a month', () => {
  const found = find(
    betterAlternative,
    model({
      ...out('2024-09-15', { precision: 'month' }),
      alternatives: { ...model().alternatives, released: [model().released!] },
    }),
  );
  expect(places(found)).toEqual(['alternatives.released.0.precision']);
});

test('accepts the better one in its place', () => {
  const found = find(
    betterAlternative,
    model({
      alternatives: {
        ...model().alternatives,
        parameters: [{ ...model().parameters!, precision: 'nominal' }],
      },
    }),
  );
  expect(places(found)).toEqual([]);
});
