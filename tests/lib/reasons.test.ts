import { expect, test } from 'vitest';
import { exclusionReason, gradeSentence } from '../../src/lib/reasons.ts';

const domain = [5e8, 7e10] as const;

test('gradeSentence says on which side of the ruler a size lies, and how far', () => {
  expect(gradeSentence(7e9, 'interpolated', domain)).toBe(
    'The effective size lies among the ruler’s own sizes, 500M to 70B.',
  );
  expect(gradeSentence(2.5e8, 'within-2x', domain)).toMatch(
    /below .* \(500M\) by a factor of 2\.0/,
  );
  expect(gradeSentence(3.5e11, 'within-10x', domain)).toMatch(
    /above .* \(70B\) by a factor of 5\.0/,
  );
  expect(gradeSentence(4.9e8, 'within-2x', domain)).toMatch(/just below/);
});

test('exclusionReason counts in words', () => {
  const reason = { reason: 'too-few-benchmarks', benchmarks: 2 } as const;
  expect(exclusionReason(reason, { size: 5, needs: 3 }).sentence).toBe(
    'The record has only two of this panel’s five benchmarks, and the panel needs three.',
  );
});
