import type { Finding, Lint } from './lint.ts';

const SMALLEST = { parameters: 1e6, tokens: 1e8 };

export const plainCounts: Lint = {
  id: 'plain-counts',
  severity: 'error',
  group: 'sizes',
  title: 'Parameters and tokens are whole, plain counts.',
  why: 'A model of 7.6 billion weights is 7600000000, not 7.6 and not 7600. No model here has fewer than a million weights or has seen fewer than a hundred million tokens, and nobody has half a weight.',
  example: { wrong: '"total": 7.6', right: '"total": 7600000000' },
  check({ record: { parameters, trainingTokens } }) {
    const { total, active, nonEmbedding } = parameters ?? {};
    const counts: [string, string, number | undefined, number][] = [
      ['parameters', 'total', total, SMALLEST.parameters],
      ['parameters', 'active', active, SMALLEST.parameters],
      ['parameters', 'nonEmbedding', nonEmbedding, SMALLEST.parameters],
      ['trainingTokens', 'value', trainingTokens?.value, SMALLEST.tokens],
    ];
    return counts.flatMap(([group, key, value, least]): Finding[] => {
      if (value === undefined || (value >= least && Number.isInteger(value))) return [];
      const meant = value < least ? ' Was it meant in millions, billions or trillions?' : '';
      return [
        {
          path: [group, key],
          message: `${value} is no count of ${group === 'parameters' ? 'weights' : 'tokens'} of a language model.${meant}`,
          mend: 'Write the count in full, as in 7600000000 or 18000000000000.',
        },
      ];
    });
  },
};
