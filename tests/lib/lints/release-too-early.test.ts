import { expect, test } from 'vitest';
import { releaseTooEarly } from '../../../src/lib/lints/release-too-early.ts';
import { find, model, out, places } from '../../fixtures/lints.ts';

test('refuses a release before the first transformer', () => {
  const found = find(releaseTooEarly, model(out('2004-09-19')));
  expect(places(found)).toEqual(['released.date']);
});

test('looks at alternatives, too', () => {
  const found = find(
    releaseTooEarly,
    model({
      alternatives: { ...model().alternatives, released: [model(out('1999-01-01')).released!] },
    }),
  );
  expect(places(found)).toEqual(['alternatives.released.0.date']);
});

test('accepts later ones and unknown ones', () => {
  const found = find(releaseTooEarly, model({ released: null }));
  expect(places(found)).toEqual([]);
});
