import { describe, expect, test } from 'vitest';
import { compareHistory } from '../../src/lib/ledger/history.ts';
import { countLedger, makeLedger } from '../../src/lib/ledger/ledger.ts';
import { ModelRecord } from '../../src/lib/schema.ts';
import { validModel, validScore } from '../fixtures/dataFolder.ts';
import { madeUpListing } from '../fixtures/listing.ts';

const day = '2026-11-24';
const score = validScore();
const other = { ...score, value: 0.461, source: 'https://example.org/other' };
const model = (change: object = {}) => ModelRecord.parse({ ...validModel(), ...change });
const { benchmark, protocol, value, source } = score;
const entry = { benchmark, protocol, value, source, reason: 'The table has 0.543.', date: day };

const compare = (before: object, after: object) =>
  compareHistory([model(before)], [model(after)], day).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

describe('the comparison with an earlier state', () => {
  test('has nothing to say where rows are added, moved or explained', () => {
    expect(compare({}, { scores: [other, score] })).toEqual([]);
    expect(compare({}, { scores: [{ ...score, locator: 'Table 9', suspect: 'A typo.' }] })).toEqual(
      [],
    );
  });

  test('reports a score that is gone, and proposes the entry that would explain it', () => {
    const [finding] = compareHistory([model()], [model({ scores: [] })], day);
    expect(finding).toMatchObject({ model: 'small-1b', severity: 'error' });
    expect(finding?.message).toBe(
      'The score mmlu (reported) 0.453 is gone, and the record does not say why.',
    );
    const proposed = JSON.parse(finding?.mend.slice(finding.mend.indexOf('{')) ?? '') as object;
    expect(proposed).toEqual({ ...entry, reason: '…' });
    expect(ModelRecord.safeParse({ ...validModel(), supersedes: [proposed] }).success).toBe(true);
  });

  test('reports a value that changed, unless the record says what it supersedes', () => {
    const scores = [{ ...score, value: 0.543 }];
    expect(compare({}, { scores })).toEqual([
      'error: The value of mmlu (reported) 0.453 changed to 0.543, and the record does not say why.',
    ]);
    expect(compare({}, { scores, supersedes: [entry] })).toEqual([]);
  });

  test('reports a protocol that changed', () => {
    expect(compare({}, { scores: [{ ...score, protocol: 'generated' }] })).toEqual([
      'error: The protocol of mmlu (reported) 0.453 changed to "generated", and the record does not say why.',
    ]);
  });

  test('warns where a value stays and its source moves', () => {
    const moved = { ...score, source: 'https://example.org/pinned' };
    expect(compare({}, { scores: [moved] })).toEqual([
      'warning: The source of mmlu (reported) 0.453 changed from https://example.org/report to https://example.org/pinned.',
    ]);
  });

  test('counts equal rows one by one', () => {
    expect(compare({ scores: [score, score] }, { scores: [score] })).toHaveLength(1);
    expect(compare({ scores: [score, score] }, { scores: [], supersedes: [entry] })).toHaveLength(
      1,
    );
  });

  test('keeps the list of what was superseded', () => {
    expect(compare({ supersedes: [entry] }, {})).toEqual([
      'error: The entry of mmlu (reported) 0.453 under "supersedes" is gone.',
    ]);
  });

  test('reports a record that is gone, unless another has its name and its rows', () => {
    const heir = model({ id: 'other', aliases: ['small-1b'] });
    expect(compareHistory([model()], [], day)).toMatchObject([{ severity: 'error' }]);
    expect(compareHistory([model()], [heir], day)).toEqual([]);
    expect(compareHistory([model()], [{ ...heir, scores: [] }], day)).toHaveLength(1);
  });
});

describe('the ledger', () => {
  const { data, observatory } = madeUpListing();
  const gone = { ...entry, benchmark: 'alpha', protocol: 'plain' };
  const models = data.models.map((record) => {
    if (record.id === 'model-000') return { ...record, supersedes: [gone] };
    if (record.id !== 'scarce') return record;
    return { ...record, scores: record.scores.map((row) => ({ ...row, suspect: 'A copy.' })) };
  });
  const rows = makeLedger({ ...data, models }, observatory);

  test('has every record, every score and every superseded score once', () => {
    const scores = models.reduce((sum, { scores: own }) => sum + own.length, 0);
    expect(rows).toHaveLength(models.length + scores + 1);
    const names = rows.map(({ kind, model: id, row }) => `${kind} ${id} ${row}`);
    expect(new Set(names).size).toBe(rows.length);
  });

  test('gives every row that is not counted its reason', () => {
    for (const { status, panels, reason } of rows) {
      expect(reason).toMatch(/\.$/);
      expect(panels.length > 0).toBe(status === 'included');
    }
  });

  test('says of the odd ones why they do not count', () => {
    const codes = new Map(
      rows.filter(({ kind }) => kind === 'record').map((row) => [row.model, row.code]),
    );
    expect(codes.get('tuned')).toBe('instruct');
    expect(codes.get('unsized')).toBe('no-parameter-count');
    expect(codes.get('scarce')).toBe('too-few-benchmarks');
    expect(codes.get('model-000')).toBe('in-trend');
  });

  test('shows a doubted score as disputed, with the ground that the record states', () => {
    const disputed = rows.filter(({ status }) => status === 'disputed');
    expect(disputed).toMatchObject([{ model: 'scarce', code: 'suspect', reason: 'A copy.' }]);
  });

  test('counts its rows by kind, status and reason', () => {
    const counts = countLedger(rows);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(counts.at(-1)).toEqual({
      kind: 'superseded',
      status: 'superseded',
      code: 'superseded',
      count: 1,
    });
  });
});
