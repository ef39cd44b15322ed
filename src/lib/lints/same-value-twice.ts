import type { Finding, Lint } from './lint.ts';

export const sameValueTwice: Lint = {
  id: 'same-value-twice',
  severity: 'warning',
  group: 'scores',
  title: 'Two benchmarks hardly share a value to the fourth digit.',
  why: 'Two tests of one table agree to three digits now and then, to four hardly ever, and three tests agree in three digits as rarely. Mostly one value was copied down a column.',
  example: {
    wrong: '"bbh" … "value": 0.5416, "gpqa" … "value": 0.5416',
    right: '"bbh" … "value": 0.5416, "gpqa" … "value": 0.3289',
  },
  check({ record }) {
    const groups = new Map<string, { benchmark: string; index: number; value: number }[]>();
    record.scores.forEach(({ benchmark, value, source, suspect, note }, index) => {
      if (suspect !== undefined || note !== undefined || value === 0 || value === 1) return;
      const key = `${value} ${source}`;
      const group = groups.get(key) ?? [];
      if (group.some((other) => other.benchmark === benchmark)) return;
      groups.set(key, [...group, { benchmark, index, value }]);
    });
    return [...groups.values()].flatMap((group): Finding[] => {
      const [first, second] = group;
      if (!first || !second) return [];
      const isFine = Math.abs(first.value * 1000 - Math.round(first.value * 1000)) > 1e-6;
      if (group.length < (isFine ? 2 : 3)) return [];
      return [
        {
          path: ['scores', second.index, 'value'],
          message: `${group.map(({ benchmark }) => benchmark).join(', ')} all have the value ${first.value} from one source.`,
          mend: 'Check each of them in the source. If they stand there, say so in the "note" of one.',
        },
      ];
    });
  },
};
