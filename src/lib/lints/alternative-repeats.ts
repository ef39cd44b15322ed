import type { Lint } from './lint.ts';

export const alternativeRepeats: Lint = {
  id: 'alternative-repeats',
  severity: 'warning',
  group: 'dates',
  title: 'An alternative is another value, not the same one again.',
  why: '"alternatives" shows a reader where sources differ. A value that is already the main one says that they differ when they do not.',
  example: {
    wrong: '"total": 7616000000, … "alternatives": { "parameters": [{ "total": 7616000000, … }] }',
    right: '"total": 7616000000, … "alternatives": { "parameters": [] }',
  },
  check({ record }) {
    const { released, parameters, trainingTokens, alternatives } = record;
    const repeated = [
      ...alternatives.released.map((other, i) => ({
        path: ['alternatives', 'released', i],
        same: other.date === released?.date && other.precision === released.precision,
      })),
      ...alternatives.parameters.map((other, i) => ({
        path: ['alternatives', 'parameters', i],
        same: other.total === parameters?.total && other.active === parameters.active,
      })),
      ...alternatives.trainingTokens.map((other, i) => ({
        path: ['alternatives', 'trainingTokens', i],
        same: other.value === trainingTokens?.value,
      })),
    ];
    return repeated
      .filter(({ same }) => same)
      .map(({ path }) => ({
        path,
        message: 'This alternative has the same value as the record itself.',
        mend: 'Remove it; the sources agree.',
      }));
  },
};
