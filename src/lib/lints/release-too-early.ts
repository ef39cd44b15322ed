import type { Lint } from './lint.ts';

/** Day of "Attention Is All You Need" on arXiv; no transformer is older. */
const FIRST = '2017-06-12';

export const releaseTooEarly: Lint = {
  id: 'release-too-early',
  severity: 'error',
  group: 'dates',
  title: 'A model is no older than the transformer.',
  why: 'The collection holds language models of the kind first described in June 2017. An earlier date is a slip of the year, or the day of a benchmark or company instead of the model.',
  example: { wrong: '"date": "2004-09-19"', right: '"date": "2024-09-19"' },
  check({ record: { released, alternatives } }) {
    const dated = [
      { path: ['released', 'date'], date: released?.date },
      ...alternatives.released.map(({ date }, i) => ({
        path: ['alternatives', 'released', i, 'date'],
        date,
      })),
    ];
    return dated
      .filter(({ date }) => date !== undefined && date < FIRST)
      .map(({ path, date }) => ({
        path,
        message: `${date} lies before ${FIRST}, when the first transformer was described.`,
        mend: 'Look the day up again; mostly the year is mistyped.',
      }));
  },
};
