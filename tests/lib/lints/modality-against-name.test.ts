import { expect, test } from 'vitest';
import { modalityAgainstName } from '../../../src/lib/lints/modality-against-name.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('finds a model with VL in its name that is said to read text only', () => {
  const found = find(modalityAgainstName, model({ name: 'Small-VL-1B' }));
  expect(places(found)).toEqual(['modality']);
});

test('accepts it as multimodal', () => {
  const found = find(modalityAgainstName, model({ name: 'Small-VL-1B', modality: 'multimodal' }));
  expect(places(found)).toEqual([]);
});
