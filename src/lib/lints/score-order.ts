import { compareScores } from '../records/canonical.ts';
import type { Lint } from './lint.ts';

export const scoreOrder: Lint = {
  id: 'score-order',
  severity: 'warning',
  group: 'form',
  title: 'Scores are sorted by benchmark, protocol, source and value.',
  why: 'In a fixed order two people who add scores to one model change different lines, and doubles stand side by side.',
  example: { wrong: '"mmlu" before "bbh"', right: '"bbh" before "mmlu"' },
  check({ record: { scores } }) {
    const i = scores.findIndex((score, index) => {
      const before = scores[index - 1];
      return before !== undefined && compareScores(before, score) > 0;
    });
    if (i < 0) return [];
    return [
      {
        path: ['scores', i, 'benchmark'],
        message: 'This score belongs before the one above it.',
        mend: 'Run npm run check -- --fix, which sorts the scores.',
      },
    ];
  },
};
