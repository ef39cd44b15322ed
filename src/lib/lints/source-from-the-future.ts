import type { Lint } from './lint.ts';
import { arxivMonth, sourcesOf } from './sources.ts';

export const sourceFromTheFuture: Lint = {
  id: 'source-from-the-future',
  severity: 'error',
  group: 'dates',
  title: 'No source is younger than the data.',
  why: 'The data carry the day up to which they were gathered ("asOf" in data/dataset.json). A paper whose address names a later month was either mistyped, or the day has to move on with the new record.',
  example: {
    wrong: '"source": "https://arxiv.org/abs/4212.15115"',
    right: '"source": "https://arxiv.org/abs/2412.15115"',
  },
  check({ record }, { asOf }) {
    return sourcesOf(record).flatMap(({ path, url }) => {
      const month = arxivMonth(url);
      if (month === null || month <= asOf) return [];
      return [
        {
          path,
          message: `The paper’s address names ${month.slice(0, 7)}; the data end on ${asOf}.`,
          mend: 'Check the address, or move "asOf" in data/dataset.json on to the day on which you read it.',
        },
      ];
    });
  },
};
