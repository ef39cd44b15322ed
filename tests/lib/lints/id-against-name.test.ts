import { expect, test } from 'vitest';
import { idAgainstName } from '../../../src/lib/lints/id-against-name.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('refuses two sizes in id and name', () => {
  const found = find(idAgainstName, model({ id: 'qwen2.5-7b', name: 'Qwen2.5-14B' }));
  expect(places(found)).toEqual(['name']);
});

test('refuses two sizes in id and repository', () => {
  const found = find(
    idAgainstName,
    model({ id: 'qwen2.5-7b', name: 'Qwen2.5-7B', hub: 'Qwen/Qwen2.5-14B' }),
  );
  expect(places(found)).toEqual(['hub']);
});

test('reads 1_8B as 1.8B', () => {
  const found = find(
    idAgainstName,
    model({ id: 'qwen-1.8b', name: 'Qwen 1.8B', hub: 'Qwen/Qwen-1_8B' }),
  );
  expect(places(found)).toEqual([]);
});
