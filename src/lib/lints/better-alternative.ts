import type { Finding, Lint } from './lint.ts';

const GRADES = { nominal: 0, month: 0, rounded: 1, day: 1, exact: 2 } as const;

export const betterAlternative: Lint = {
  id: 'better-alternative',
  severity: 'warning',
  group: 'dates',
  title: 'The most exact value is the one that counts.',
  why: 'Where sources differ, a day beats a month, an exact count a rounded one, and a rounded one the size in the name. The better value counts, the other is kept under "alternatives".',
  example: {
    wrong:
      '"precision": "nominal", … "alternatives": { "parameters": [{ "precision": "exact", … }] }',
    right:
      '"precision": "exact", … "alternatives": { "parameters": [{ "precision": "nominal", … }] }',
  },
  check({ record }) {
    return (['released', 'parameters'] as const).flatMap((key): Finding[] => {
      const own = record[key];
      if (own === null) return [];
      const grade = GRADES[own.precision];
      const better = record.alternatives[key].findIndex(
        ({ precision }) => GRADES[precision] > grade,
      );
      if (better < 0) return [];
      const precision = record.alternatives[key][better]?.precision;
      return [
        {
          path: ['alternatives', key, better, 'precision'],
          message: `This alternative is "${precision}", the value that counts only "${own.precision}".`,
          mend: 'Swap the two, or say in "note" why the less exact value counts.',
        },
      ].filter(() => own.note === undefined);
    });
  },
};
