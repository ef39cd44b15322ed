import type { Lint } from './lint.ts';

const USUAL = { low: 1, high: 100_000 };

export const tokensPerParameter: Lint = {
  id: 'tokens-per-parameter',
  severity: 'warning',
  group: 'sizes',
  title: 'The training tokens are in proportion to the size.',
  why: 'Models of record here saw between 2 and 60,000 tokens per weight. Far outside of that one of the two counts has a wrong unit: tokens in billions taken for trillions, or the other way round.',
  example: {
    wrong: '"total": 7616000000, … "value": 1800000000',
    right: '"total": 7616000000, … "value": 18000000000000',
  },
  check({ record: { parameters, trainingTokens } }) {
    if (parameters === null || trainingTokens === null || trainingTokens.note !== undefined)
      return [];
    const ratio = trainingTokens.value / parameters.total;
    if (ratio >= USUAL.low && ratio <= USUAL.high) return [];
    return [
      {
        path: ['trainingTokens', 'value'],
        message: `That is ${Number(ratio.toPrecision(2))} tokens per weight; others saw 2 to 60,000.`,
        mend: 'Count the zeros of both; if they are right, say so in "note".',
      },
    ];
  },
};
