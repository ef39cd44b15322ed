import type { Finding, Lint } from './lint.ts';

/** Standard errors below chance, and points at least, before bad luck is ruled out. */
const ERRORS = 5;
const POINTS = 0.03;

export const belowChance: Lint = {
  id: 'below-chance',
  severity: 'warning',
  group: 'scores',
  title: 'A score is not far below guessing.',
  why: 'Guessing among four options is right a quarter of the time. A model that is clearly worse did not answer in the form that was asked for, or the value belongs to a test without options. Such values say nothing about the model.',
  example: {
    wrong: '"benchmark": "mmlu", … "value": 0.09',
    right: '"benchmark": "mmlu", … "value": 0.59',
  },
  check({ record }, { benchmarks }) {
    return record.scores.flatMap(({ benchmark, protocol, value, suspect, note }, i): Finding[] => {
      const test = benchmarks.get(benchmark)?.protocols.find(({ id }) => id === protocol);
      if (!test || suspect !== undefined || note !== undefined) return [];
      const { chance, items } = test;
      const slack = Math.max(POINTS, ERRORS * Math.sqrt((chance * (1 - chance)) / items));
      // What was divided by 100 twice has a lint of its own.
      if (value >= chance - slack || (value > 0 && value < 0.01)) return [];
      return [
        {
          path: ['scores', i, 'value'],
          message: `Guessing gives ${chance} on ${benchmark}; ${value} is far below.`,
          mend: 'Check the value, the benchmark and the protocol. If the source has it so, say why under "suspect".',
        },
      ];
    });
  },
};
