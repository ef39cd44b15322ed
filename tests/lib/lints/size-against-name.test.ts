import { expect, test } from 'vitest';
import { sizeAgainstName } from '../../../src/lib/lints/size-against-name.ts';
import { find, model, places, size } from '../../fixtures/lints.ts';

test('refuses 70 billion weights under a name that says 7B', () => {
  const found = find(sizeAgainstName, model({ id: 'small-7b', name: 'Small 7B', ...size(70e9) }));
  expect(places(found)).toEqual(['parameters.total']);
});

test('refuses 7.6 million weights under it', () => {
  const found = find(sizeAgainstName, model({ id: 'small-7b', name: 'Small 7B', ...size(7.6e6) }));
  expect(places(found)).toEqual(['parameters.total']);
});

test('accepts what rounding explains', () => {
  const found = find(sizeAgainstName, model({ id: 'small-7b', name: 'Small 7B', ...size(7.6e9) }));
  expect(places(found)).toEqual([]);
});

test('takes no experts times size for a size', () => {
  const found = find(sizeAgainstName, model({ id: 'mix-8x7b', name: 'Mix 8x7B', ...size(46.7e9) }));
  expect(places(found)).toEqual([]);
});

test('compares the total of a mixture, not its active part', () => {
  const found = find(
    sizeAgainstName,
    model({ id: 'mix-30b-a3b', name: 'Mix 30B-A3B', ...size(30.5e9) }),
  );
  expect(places(found)).toEqual([]);
});
