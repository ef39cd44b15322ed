import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editAddress, missingRows, wanted } from '../../src/components/contribute/missingRows.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const { data, missing } = madeUpListing();
const names = new Map([
  ['alpha', 'Alpha'],
  ['beta', 'Beta'],
  ['gamma', 'Gamma'],
]);
const kind = 'first-scores';

describe('what is missing, in words', () => {
  test('names one, two and three benchmarks', () => {
    expect(wanted({ kind: 'score', benchmarks: ['alpha'] }, names)).toBe('a score on Alpha');
    expect(wanted({ kind, benchmarks: ['alpha', 'beta'] }, names)).toBe('scores on Alpha and Beta');
    expect(wanted({ kind, benchmarks: ['alpha', 'beta', 'gamma'] }, names)).toBe(
      'scores on Alpha, Beta and Gamma',
    );
  });

  test('leads to the record of the model, which is there', () => {
    const { rows } = missingRows(missing.items, data.benchmarks, 'https://example.org/r');
    expect(rows.length).toBe(missing.items.length);
    for (const [i, { add }] of rows.entries()) {
      const model = missing.items[i]?.model ?? '';
      expect(add).toMatchObject({ href: editAddress('https://example.org/r', model) });
      expect(data.models.some(({ id }) => id === model)).toBe(true);
    }
  });
});

test('the policies that the page names are there', () => {
  for (const name of ['identity', 'dates', 'protocols', 'review']) {
    expect(existsSync(`docs/policies/${name}.md`)).toBe(true);
  }
  for (const name of ['new-model', 'correction', 'dispute', 'new-benchmark']) {
    expect(existsSync(`.github/ISSUE_TEMPLATE/${name}.yml`)).toBe(true);
  }
  expect(existsSync('CODE_OF_CONDUCT.md')).toBe(true);
});
