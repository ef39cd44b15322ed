import type { Finding, Lint } from './lint.ts';

export const shareOfItems: Lint = {
  id: 'share-of-items',
  severity: 'note',
  group: 'scores',
  title: 'One run gives a whole number of right answers.',
  why: 'HumanEval has 164 tasks, so one run scores 0.530 or 0.537 and nothing between. Another value is a mean over several runs, which "setting" should say, or a slip.',
  example: {
    wrong: '"benchmark": "humaneval", … "value": 0.534, "setting": "pass@1"',
    right: '"benchmark": "humaneval", … "value": 0.537, "setting": "pass@1"',
  },
  check({ record }, { benchmarks }) {
    return record.scores.flatMap(({ benchmark, protocol, value, setting, note }, i): Finding[] => {
      const test = benchmarks.get(benchmark)?.protocols.find(({ id }) => id === protocol);
      if (!test || test.items > 250 || test.items < 100 || note !== undefined) return [];
      if (!/greedy/i.test(setting)) return [];
      const right = Math.round(value * test.items);
      const nearest = right / test.items;
      if (Math.abs(nearest - value) <= 0.00055) return [];
      return [
        {
          path: ['scores', i, 'value'],
          message: `${value} is no share of ${test.items} items; ${right} right answers would be ${Number(nearest.toPrecision(4))}.`,
          mend: 'Check the digits; for a mean over several runs, say so in "setting".',
        },
      ];
    });
  },
};
