import type { Finding, Lint } from './lint.ts';

export const dividedTwice: Lint = {
  id: 'divided-twice',
  severity: 'error',
  group: 'scores',
  title: 'A fraction is divided by 100 once.',
  why: 'Sources print 74.2, the data have 0.742. A value such as 0.00742 was divided twice, or the source printed a fraction already. On a test with options no model scores that low.',
  example: {
    wrong: '"benchmark": "mmlu", … "value": 0.00742',
    right: '"benchmark": "mmlu", … "value": 0.742',
  },
  check({ record }, { benchmarks }) {
    return record.scores.flatMap(({ benchmark, protocol, value }, i): Finding[] => {
      const test = benchmarks.get(benchmark)?.protocols.find(({ id }) => id === protocol);
      if (!test || test.chance < 0.1 || value <= 0 || value >= 0.01) return [];
      return [
        {
          path: ['scores', i, 'value'],
          message: `${value} is under one in a hundred, where guessing gives ${test.chance}.`,
          mend: `Write ${Number((100 * value).toPrecision(12))}, if that is what the source says.`,
        },
      ];
    });
  },
};
