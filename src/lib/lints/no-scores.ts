import type { Lint } from './lint.ts';

export const noScores: Lint = {
  id: 'no-scores',
  severity: 'note',
  group: 'scores',
  title: 'A record has scores.',
  why: 'Without a score a model has a page and nothing on it, and it cannot move the law. It may stay, as a parent of others or until somebody measures it.',
  example: { wrong: '"scores": []', right: '"scores": [{ "benchmark": "mmlu", … }]' },
  check({ record: { scores } }) {
    if (scores.length > 0) return [];
    return [
      {
        path: ['scores'],
        message: 'The record has no score, so nothing can be measured.',
        mend: 'Add what the model’s card or paper reports, each value with its source.',
      },
    ];
  },
};
