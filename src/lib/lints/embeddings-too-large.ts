import type { Lint } from './lint.ts';

/** Smallest share that weights without embeddings have in today's records, rounded down. */
const LEAST = 0.3;

export const embeddingsTooLarge: Lint = {
  id: 'embeddings-too-large',
  severity: 'warning',
  group: 'sizes',
  title: 'Most weights are no embeddings.',
  why: 'Embeddings take up to two thirds of the smallest models and a few per cent of large ones. A count without embeddings that is far below the total has another unit or is of another model.',
  example: {
    wrong: '"total": 7616000000, … "nonEmbedding": 652500000',
    right: '"total": 7616000000, … "nonEmbedding": 6525000000',
  },
  check({ record: { parameters } }) {
    const { total, nonEmbedding } = parameters ?? {};
    if (total === undefined || nonEmbedding === undefined || nonEmbedding >= LEAST * total)
      return [];
    return [
      {
        path: ['parameters', 'nonEmbedding'],
        message: `Without embeddings ${Number(((100 * nonEmbedding) / total).toPrecision(2))} % of the weights would be left.`,
        mend: 'Check both counts; they must be of the same model, and in full.',
      },
    ];
  },
};
