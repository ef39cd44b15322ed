import { expect, test } from 'vitest';
import { sameModelTwice } from '../../../src/lib/lints/same-model-twice.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds an id that differs in hyphens only', () => {
  const found = find(sameModelTwice, model({ id: 'qwen-2.5-7b', name: 'A' }), [
    model({ id: 'qwen2.5-7b', name: 'B' }),
  ]);
  expect(places(found)).toEqual(['id']);
});

test('finds a repository that another record has', () => {
  const found = find(sameModelTwice, model({ hub: 'a/B', name: 'A' }), [
    model({ id: 'other-1b', hub: 'A/b', name: 'B' }),
  ]);
  expect(places(found)).toEqual(['hub']);
});

test('finds a name that another record has', () => {
  const found = find(sameModelTwice, model({ id: 'x-1b', name: 'Small-1B' }), [model()]);
  expect(places(found)).toEqual(['id']);
});

test('accepts base and instruct of one name, and 1.3B beside 13B', () => {
  const found = find(sameModelTwice, model({ id: 'opt-1.3b', name: 'OPT 1.3B' }), [
    model({ id: 'opt-13b', name: 'OPT 13B' }),
    model({ id: 'other', name: 'OPT 1.3B', stage: 'instruct' }),
  ]);
  expect(places(found)).toEqual([]);
});
