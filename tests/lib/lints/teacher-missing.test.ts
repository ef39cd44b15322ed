import { expect, test } from 'vitest';
import { teacherMissing } from '../../../src/lib/lints/teacher-missing.ts';
import { find, model, places } from '../../fixtures/lints.ts';

test('notes a distilled model without a teacher', () => {
  const found = find(
    teacherMissing,
    model({ derivedFrom: { model: 'a', method: 'distillation' } }),
  );
  expect(places(found)).toEqual(['derivedFrom.method']);
});

test('accepts one with a teacher', () => {
  const found = find(
    teacherMissing,
    model({ derivedFrom: { model: 'a', method: 'distillation', teacher: 'B' } }),
  );
  expect(places(found)).toEqual([]);
});
