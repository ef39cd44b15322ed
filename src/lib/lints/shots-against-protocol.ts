import type { Finding, Lint } from './lint.ts';

export const shotsAgainstProtocol: Lint = {
  id: 'shots-against-protocol',
  severity: 'warning',
  group: 'scores',
  title: 'A score has the examples that its protocol prescribes.',
  why: 'A protocol of one harness fixes the number of worked examples. A score with another number was got in another way and belongs to another protocol. "reported" gathers what sources print and prescribes nothing.',
  example: {
    wrong: '"protocol": "oll-v1", "shots": 0',
    right: '"protocol": "oll-v1", "shots": 25',
  },
  check({ record }, { benchmarks }) {
    return record.scores.flatMap(({ benchmark, protocol, shots, note }, i): Finding[] => {
      const test = benchmarks.get(benchmark)?.protocols.find(({ id }) => id === protocol);
      if (!test || protocol === 'reported' || test.shots === null || note !== undefined) return [];
      if (shots === null || shots === test.shots) return [];
      return [
        {
          path: ['scores', i, 'shots'],
          message: `The protocol ${protocol} of ${benchmark} has ${test.shots} examples, this score ${shots}.`,
          mend: 'Correct the number, or choose the protocol under which the test was run.',
        },
      ];
    });
  },
};
