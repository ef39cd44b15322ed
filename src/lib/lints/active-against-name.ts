import type { Lint } from './lint.ts';
import { namedSizes, sizeText } from './names.ts';

export const activeAgainstName: Lint = {
  id: 'active-against-name',
  severity: 'warning',
  group: 'sizes',
  title: 'The active parameters are those in the name.',
  why: 'The A in 30B-A3B gives the weights used for one token. Where the record says something else, total and active were mixed up, or the count is of a sibling.',
  example: {
    wrong: '"id": "qwen3-30b-a3b", … "active": 30500000000',
    right: '"id": "qwen3-30b-a3b", … "active": 3300000000',
  },
  check({ record: { name, id, parameters } }) {
    const { active } = namedSizes(`${name} ${id}`);
    if (active === null || parameters === null || parameters.note !== undefined) return [];
    const ratio = parameters.active / active;
    if (ratio > 0.6 && ratio < 1.6) return [];
    return [
      {
        path: ['parameters', 'active'],
        message: `The name says ${sizeText(active)} active, the record ${sizeText(parameters.active)}.`,
        mend: `Write the weights used for one token, about ${active}; or say in "note" why the name differs.`,
      },
    ];
  },
};
