import type { Finding, Lint } from './lint.ts';
import { testKey } from './lint.ts';

/** Values of one test may differ by this many standard errors of a difference, and by this much. */
const ERRORS = 5;
const POINTS = 0.1;

export const contradictsValue: Lint = {
  id: 'contradicts-value',
  severity: 'warning',
  group: 'scores',
  title: 'Two values of one test agree within noise.',
  why: 'The same weights under the same protocol give the same score, but for the sampling of items and details of the prompt. Values further apart were got in different ways, or one of them is wrong; the median of both would be neither.',
  example: {
    wrong: '"protocol": "reported", "value": 0.498 and "protocol": "reported", "value": 0.755',
    right: '"protocol": "reported", "value": 0.498 and "protocol": "thinking", "value": 0.755',
  },
  check({ record }, { benchmarks }) {
    const tests = Map.groupBy(
      [...record.scores.entries()].filter(
        ([, { suspect, note }]) => suspect === undefined && note === undefined,
      ),
      ([, score]) => testKey(score),
    );
    return [...tests.values()].flatMap((rows): Finding[] => {
      const [[, low], [index, high]] = [
        rows.reduce((a, b) => (b[1].value < a[1].value ? b : a)),
        rows.reduce((a, b) => (b[1].value > a[1].value ? b : a)),
      ];
      const test = benchmarks.get(low.benchmark)?.protocols.find(({ id }) => id === low.protocol);
      if (!test) return [];
      const middle = (low.value + high.value) / 2;
      const noise = Math.sqrt((2 * middle * (1 - middle)) / test.items);
      if (high.value - low.value <= Math.max(POINTS, ERRORS * noise)) return [];
      return [
        {
          path: ['scores', index, 'value'],
          message: `${high.value} ("${high.setting}") on ${high.benchmark} (${high.protocol}) contradicts ${low.value} ("${low.setting}") in the same record.`,
          mend: 'If the tests differ, give each its protocol. If one is known to be wrong, say why under "suspect"; else say in "note" that both stand in their sources.',
        },
      ];
    });
  },
};
