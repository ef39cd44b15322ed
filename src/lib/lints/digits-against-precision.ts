import type { Lint } from './lint.ts';

export const digitsAgainstPrecision: Lint = {
  id: 'digits-against-precision',
  severity: 'warning',
  group: 'sizes',
  title: 'An exact count has its digits.',
  why: '"exact" is for counts that somebody counted, such as 7615616512. 7000000000 is a rounded number, or only the size in the name. Readers take the word for it, and the better of two counts is chosen by it.',
  example: {
    wrong: '"total": 7000000000, "precision": "exact"',
    right: '"total": 7000000000, "precision": "nominal"',
  },
  check({ record: { parameters } }) {
    if (parameters?.precision !== 'exact' || parameters.note !== undefined) return [];
    const digits = String(parameters.total).replace(/0+$/, '').length;
    if (digits > 2) return [];
    return [
      {
        path: ['parameters', 'precision'],
        message: `${parameters.total} has ${digits === 1 ? 'one digit' : 'two digits'} before its zeros and is said to be exact.`,
        mend: 'Write "rounded" if the maker rounds it so, "nominal" if only the name says it; or give the exact count.',
      },
    ];
  },
};
