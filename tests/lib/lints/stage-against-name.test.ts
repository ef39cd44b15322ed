import { expect, test } from 'vitest';
import { stageAgainstName } from '../../../src/lib/lints/stage-against-name.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds a tuned model entered as base', () => {
  const found = find(stageAgainstName, model({ name: 'Small-1B-Instruct' }));
  expect(places(found)).toEqual(['stage']);
});

test('finds a base model entered as tuned', () => {
  const found = find(stageAgainstName, model({ name: 'Small-1B-Base', stage: 'instruct' }));
  expect(places(found)).toEqual(['stage']);
});

test('accepts both in their place', () => {
  const found = find(stageAgainstName, model({ name: 'Small-1B-Chat', stage: 'instruct' }));
  expect(places(found)).toEqual([]);
});

test('is content with a note', () => {
  const found = find(
    stageAgainstName,
    model({ name: 'Small-1B-Chat', stageNote: 'The name misleads.' }),
  );
  expect(places(found)).toEqual([]);
});
