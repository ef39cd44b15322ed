import { expect, test } from 'vitest';
import type { Answers } from '../../../src/lib/records/answers.ts';
import { recordFromAnswers } from '../../../src/lib/records/answers.ts';
import { formatModel } from '../../../src/lib/records/canonical.ts';
import { questions, scoreQuestions } from '../../../src/lib/records/questions.ts';
import { isRead } from '../../../src/lib/records/readings.ts';
import { ModelRecord } from '../../../src/lib/schema.ts';

const full: Answers = {
  fields: Object.fromEntries(questions.map(({ key, example }) => [key, example])),
  scores: [Object.fromEntries(scoreQuestions.map(({ key, example }) => [key, example]))],
};

const least = { name: 'Small 1B', id: 'small-1b', organization: 'Example', family: 'Small' };

test.each([...questions, ...scoreQuestions].map((question) => [question.key, question] as const))(
  'the example of "%s" is a valid answer',
  (_, { read, example, standard }) => {
    expect(isRead(read(example))).toBe(true);
    if (standard !== undefined) expect(isRead(read(standard))).toBe(true);
  },
);

test('answers to every question make a valid record', () => {
  const { record, problems } = recordFromAnswers({
    ...full,
    fields: { ...full.fields, active: '' },
  });
  expect(problems).toEqual([]);
  expect(ModelRecord.safeParse(record).success).toBe(true);
  expect(record?.parameters).toMatchObject({ total: 7_615_616_512, active: 7_615_616_512 });
  expect(record?.trainingTokens?.value).toBe(18e12);
});

test('four answers are enough; what was not said is null', () => {
  const { record } = recordFromAnswers({ fields: least, scores: [] });
  expect(record).toMatchObject({ stage: 'base', hub: null, released: null, parameters: null });
  expect(ModelRecord.safeParse(record).success).toBe(true);
});

test('an empty answer and a missing one give the same bytes', () => {
  const empty = Object.fromEntries(questions.map(({ key }) => [key, '  ']));
  const one = recordFromAnswers({ fields: least, scores: [] }).record as ModelRecord;
  const two = recordFromAnswers({ fields: { ...empty, ...least }, scores: [] }).record;
  expect(formatModel(two as ModelRecord)).toBe(formatModel(one));
});

test('a month counts as its 15th', () => {
  const fields = { ...least, released: '2024-09', source: 'https://example.org/a' };
  expect(recordFromAnswers({ fields, scores: [] }).record?.released).toEqual({
    date: '2024-09-15',
    precision: 'month',
    source: 'https://example.org/a',
  });
});

test.each([
  ['7615616512', 7_615_616_512, 'exact'],
  ['7_615_616_512', 7_615_616_512, 'exact'],
  ['7,615,616,512', 7_615_616_512, 'exact'],
  ['7.6B', 7_600_000_000, 'rounded'],
  ['7.61b', 7_610_000_000, 'rounded'],
  ['7600000000', 7_600_000_000, 'rounded'],
])('%s parameters are %d, %s', (parameters, total, precision) => {
  const fields = { ...least, parameters, source: 'https://example.org/a' };
  const { record } = recordFromAnswers({ fields, scores: [] });
  expect(record?.parameters).toMatchObject({ total, active: total, precision });
});

test.each([
  [{ parameters: '7.6' }, 'parameters', /billions are not the unit/, /7\.6B/],
  [{ parameters: '7,6B' }, 'parameters', /comma/, /7\.6B/],
  [{ parameters: '-7B' }, 'parameters', /above zero/, /plain count/],
  [{ released: '2024-02-30' }, 'released', /day of the calendar/, /2024-09-19/],
  [{ released: 'September 2024' }, 'released', /YYYY-MM-DD/, /2024-09/],
  [{ id: 'Small 1B' }, 'id', /lower case/, /small-1b/],
  [{ id: '../../etc/passwd' }, 'id', /lower case/, /etc-passwd/],
  [{ hub: 'qwen' }, 'hub', /owner\/name/, /Qwen/],
  [{ source: 'arxiv.org/abs/1' }, 'source', /https/, /whole address/],
  [{ stage: 'chat' }, 'stage', /base, instruct, reasoning/, /base/],
  [{ 'derived-from': 'llama-3.1-8b' }, 'derived-from', /method/, /:pruning/],
  [{ colour: 'red' }, 'colour', /no answer/, /organization/],
  [{ family: '' }, 'family', /is missing/, /Qwen2\.5/],
])('%j is refused with rule and mend', (changed, field, rule, mend) => {
  const fields = { ...least, source: 'https://example.org/a', ...changed };
  const { record, problems } = recordFromAnswers({ fields, scores: [] });
  expect(record).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ field });
  expect(problems[0]?.rule).toMatch(rule);
  expect(problems[0]?.mend).toMatch(mend);
});

test('a fact without a page is refused', () => {
  const { problems } = recordFromAnswers({ fields: { ...least, tokens: '2T' }, scores: [] });
  expect(problems).toMatchObject([{ field: 'tokens-source' }]);
});

test('active parameters alone are refused', () => {
  const { problems } = recordFromAnswers({ fields: { ...least, active: '1B' }, scores: [] });
  expect(problems).toMatchObject([{ field: 'parameters' }]);
});

test('a percentage is refused with the fraction to write', () => {
  const scores = [{ ...full.scores[0], value: '74.2' }];
  const { problems } = recordFromAnswers({ fields: least, scores });
  expect(problems).toMatchObject([
    { field: 'scores[0].value', mend: 'write 0.742 instead of 74.2' },
  ]);
});

test('a setting that nobody stated is the number of examples', () => {
  const scores = [
    { ...full.scores[0], setting: '' },
    { ...full.scores[0], setting: '', shots: '' },
  ];
  const { record } = recordFromAnswers({ fields: least, scores });
  expect(record?.scores.map(({ setting }) => setting)).toEqual(['5-shot', 'not stated']);
});
