import type { Finding, Lint } from './lint.ts';

/** Shares of right answers that are hardly reached, since some items are wrong themselves. */
const CEILING = 0.995;
const FEW_ITEMS = 200;

export const aboveCeiling: Lint = {
  id: 'above-ceiling',
  severity: 'warning',
  group: 'scores',
  title: 'Hardly any score is perfect.',
  why: 'Large tests contain wrong and ambiguous items, so that even a perfect model stays under 1. A value of 0.995 or more on hundreds of items is mostly a slip, a subset, or a test that was learned by heart.',
  example: {
    wrong: '"benchmark": "gsm8k", … "value": 1',
    right: '"benchmark": "gsm8k", … "value": 0.954',
  },
  check({ record }, { benchmarks }) {
    return record.scores.flatMap(({ benchmark, protocol, value, suspect, note }, i): Finding[] => {
      const test = benchmarks.get(benchmark)?.protocols.find(({ id }) => id === protocol);
      if (!test || test.items < FEW_ITEMS || suspect !== undefined || note !== undefined) return [];
      if (value < CEILING) return [];
      return [
        {
          path: ['scores', i, 'value'],
          message: `${value} on ${test.items} items would be nearly perfect.`,
          mend: 'Check the value and whether all items were asked. If the source has it so, say so in "note".',
        },
      ];
    });
  },
};
