import { expect, test } from 'vitest';
import { questions, scoreQuestions } from '../../../src/lib/records/questions.ts';
import { askedField } from '../../../src/lib/trial/fieldNames.ts';

const keys = questions.map(({ key }) => key);

test.each([
  ['parameters.total', null, 'parameters'],
  ['trainingTokens.source', null, 'tokens-source'],
  ['openWeights', null, 'open-weights'],
  ['notes[0]', null, 'note'],
  ['scores[12].locator', 12, 'locator'],
  ['scores[3]', 3, 'benchmark'],
])('%s is asked for', (field, score, key) => {
  expect(askedField(field)).toEqual({ score, key });
  const asked = score === null ? keys : scoreQuestions.map((question) => question.key);
  expect(asked).toContain(key);
});

test.each(['', 'aliases[0]', 'constructor', 'alternatives.released', 'notes[1]'])(
  '"%s" is not',
  (field) => {
    expect(askedField(field)).toBe(null);
  },
);
