import { expect, test } from 'vitest';
import type { Data } from '../../../src/lib/data.ts';
import { parseData } from '../../../src/lib/data.ts';
import { recordFromAnswers } from '../../../src/lib/records/answers.ts';
import { formatModel } from '../../../src/lib/records/canonical.ts';
import type { ModelRecord } from '../../../src/lib/schema.ts';
import { judgeRecord, judgeText } from '../../../src/lib/trial/judgeTrial.ts';
import { trialData } from '../../../src/lib/trial/trialData.ts';
import { validFiles, validModel, validScore } from '../../fixtures/dataFolder.ts';

/** As it reaches a browser. */
const data = JSON.parse(JSON.stringify(trialData(parseData(validFiles()) as Data)));
const other = { ...validModel('other-2b'), name: 'Other 2B', family: 'Other' };
const text = (record: object) => formatModel(record as ModelRecord);

test('a record that is in order is accepted, and its file is the text', () => {
  const trial = judgeText(text(other), data);
  expect(trial).toMatchObject({ path: 'models/other-2b.json', isKnown: false });
  expect(trial.verdicts.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(trial.accepted?.text).toBe(text(other));
});

test('what concerns the form alone is mended and not told', () => {
  const { id, ...rest } = other;
  const messy = JSON.stringify({ ...rest, notes: [' A remark. '], id });
  const trial = judgeText(messy, data);
  expect(trial.accepted?.text).toBe(text({ ...other, notes: ['A remark.'] }));
  expect(trial.verdicts.map(({ rule }) => rule)).not.toContain('key-order');
});

test('a record with a known id stands in for the known one', () => {
  const trial = judgeText(text({ ...validModel(), notes: ['Corrected.'] }), data);
  expect(trial.isKnown).toBe(true);
  expect(trial.verdicts.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['', '', 'must be valid JSON'],
  ['[]', '', 'object'],
  ['null', '', 'object'],
  ['{"id": 7}', 'id', 'string'],
  ['{"id": "../../x"}', 'id', 'kebab-case'],
  [text(other).replace('"text"', '"text"\n,'), '', 'valid JSON'],
  [text(other).replace('0.453', '45.3'), 'scores[0].value', 'fraction'],
  [text(other).replace('"mmlu"', '"mmluu"'), 'scores[0].benchmark', 'names no file'],
  [text({ ...other, aliases: ['small-1b'] }), 'aliases[0]', 'already has'],
  [text(other).replace('2024-09-19', '2999-09-19'), 'released.date', 'data’s own date'],
])('%j is refused at "%s"', (broken, field, words) => {
  const { accepted, verdicts } = judgeText(broken, data);
  expect(accepted).toBe(null);
  const told = verdicts.find((verdict) => verdict.field === field && verdict.rule === 'shape');
  expect(told?.message.replaceAll("'", '’')).toContain(words);
  expect(told?.mend).not.toBe('');
});

test('findings on a score point at the answer, though the file sorts its scores', () => {
  const fields = { name: 'Other 2B', id: 'other-2b', organization: 'Example', family: 'Other' };
  const score = { benchmark: 'mmlu', shots: '5', locator: 'Table 1' };
  const scores = [
    { ...score, value: '0.5', source: 'https://example.org/z' },
    { ...score, value: '0.01', source: 'https://example.org/a' },
  ];
  const { record } = recordFromAnswers({ fields, scores });
  const { verdicts, accepted } = judgeRecord(record as ModelRecord, data);
  expect(accepted?.record.scores).toHaveLength(2);
  const below = verdicts.filter(({ rule }) => rule === 'below-chance');
  expect(below.map(({ field }) => field)).toEqual(['scores[1].value']);
});

test('a record whose answers the schema refuses is told where', () => {
  const { verdicts, accepted } = judgeRecord(
    { ...other, id: 'con', scores: [validScore()] } as unknown as ModelRecord,
    data,
  );
  expect(accepted).toBe(null);
  expect(verdicts.map(({ field }) => field)).toContain('id');
});
