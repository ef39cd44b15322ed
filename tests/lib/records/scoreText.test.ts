import { expect, test } from 'vitest';
import { readScoreText } from '../../../src/lib/records/scoreText.ts';

test.each([
  [
    'mmlu=0.653:5:https://arxiv.org/abs/2412.15115:Table 3',
    {
      benchmark: 'mmlu',
      value: '0.653',
      shots: '5',
      source: 'https://arxiv.org/abs/2412.15115',
      locator: 'Table 3',
    },
  ],
  [
    'mmlu@zero-shot-cot=0.8::https://example.org:8080/a?b=c:Table 3: base models',
    {
      benchmark: 'mmlu',
      protocol: 'zero-shot-cot',
      value: '0.8',
      shots: '',
      source: 'https://example.org:8080/a?b=c',
      locator: 'Table 3: base models',
    },
  ],
])('readScoreText takes %s apart', (text, value) => {
  expect(readScoreText(text)).toEqual({ value });
});

test.each(['mmlu', 'mmlu=0.6', 'mmlu=0.6:5', 'mmlu=0.6:5:example.org:Table 3'])(
  'readScoreText refuses %s and shows the form',
  (text) => {
    expect(readScoreText(text)).toMatchObject({ mend: expect.stringContaining('mmlu=0.653:5:') });
  },
);

test('readScoreText wants a locator', () => {
  expect(readScoreText('mmlu=0.6:5:https://example.org/a')).toMatchObject({
    rule: 'has no locator after the address',
  });
});
