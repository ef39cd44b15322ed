import type { Lint } from './lint.ts';
import { sizeGap, sizeText } from './names.ts';

/** As far as today's true counts lie from the names: makers leave embeddings out, or round down. */
const USUAL = { low: 0.8, high: 1.45 };

export const sizeNearName: Lint = {
  id: 'size-near-name',
  severity: 'warning',
  group: 'sizes',
  title: 'The parameters are near the size in the name.',
  why: 'Names round, and some leave the embeddings out, so counts of 0.8 to 1.45 times the name are usual. Outside of that the count may be that of a sibling, or the embeddings may be missing from it. "total" has all weights.',
  example: {
    wrong: '"id": "gemma-2-9b", … "total": 5100000000',
    right: '"id": "gemma-2-9b", … "total": 9241705984',
  },
  check({ record }) {
    const gap = sizeGap(record);
    if (gap === null || (gap.ratio >= USUAL.low && gap.ratio <= USUAL.high)) return [];
    if (gap.ratio >= 4 || gap.ratio <= 1 / 4) return [];
    return [
      {
        path: ['parameters', 'total'],
        message: `The name says ${sizeText(gap.named)}, the record ${sizeText(gap.total)}.`,
        mend: 'Check that the count is of this model and has all weights; if it is right, say in "note" why the name differs.',
      },
    ];
  },
};
