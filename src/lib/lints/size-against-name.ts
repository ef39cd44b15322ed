import type { Lint } from './lint.ts';
import { sizeGap, sizeText } from './names.ts';

/** Beyond this factor neither rounding nor embeddings explain a difference. */
const IMPOSSIBLE = 4;

export const sizeAgainstName: Lint = {
  id: 'size-against-name',
  severity: 'error',
  group: 'sizes',
  title: 'The parameters are of the size in the name.',
  why: 'A model called 7B has 6 to 9 billion weights. A count four times off has a zero too many or too few, or belongs to another model.',
  example: {
    wrong: '"id": "qwen2.5-7b", … "total": 76160000000',
    right: '"id": "qwen2.5-7b", … "total": 7616000000',
  },
  check({ record }) {
    const gap = sizeGap(record);
    if (gap === null || (gap.ratio < IMPOSSIBLE && gap.ratio > 1 / IMPOSSIBLE)) return [];
    return [
      {
        path: ['parameters', 'total'],
        message: `The name says ${sizeText(gap.named)}, the record ${sizeText(gap.total)}.`,
        mend: `Count the zeros: ${sizeText(gap.named)} is ${gap.named}. If the count is right, say in "note" why the name differs.`,
      },
    ];
  },
};
