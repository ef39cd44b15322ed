import type { Lint } from './lint.ts';
import { namedSizes } from './names.ts';

export const mixtureAllActive: Lint = {
  id: 'mixture-all-active',
  severity: 'warning',
  group: 'sizes',
  title: 'A mixture of experts uses part of its weights at a time.',
  why: 'Names such as 8x7B, A3B or MoE say that each token passes through a few experts only. Then "active" is smaller than "total"; the density by active parameters depends on it.',
  example: {
    wrong: '"name": "Mixtral 8x7B", … "active": 46700000000',
    right: '"name": "Mixtral 8x7B", … "active": 12900000000',
  },
  check({ record: { name, id, parameters } }) {
    if (parameters === null || parameters.active < parameters.total) return [];
    if (!namedSizes(`${name} ${id}`).mixture) return [];
    return [
      {
        path: ['parameters', 'active'],
        message: 'The name is that of a mixture of experts, but all weights are said to be active.',
        mend: 'Write under "active" how many weights are used for one token.',
      },
    ];
  },
};
