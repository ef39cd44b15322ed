import type { Lint } from './lint.ts';
import { namedSizes, sizeText } from './names.ts';

export const idAgainstName: Lint = {
  id: 'id-against-name',
  severity: 'error',
  group: 'identity',
  title: 'Id, name and repository give one size.',
  why: 'Records are often copied from a sibling. An id that says 7B and a name that says 14B is a copy in which one of the two was not changed.',
  example: {
    wrong: '"id": "qwen2.5-7b", "name": "Qwen2.5-14B"',
    right: '"id": "qwen2.5-14b", "name": "Qwen2.5-14B"',
  },
  check({ record: { id, name, hub } }) {
    const own = namedSizes(id);
    const others = { name, hub: hub?.split('/')[1] ?? '' };
    return Object.entries(others).flatMap(([key, text]) => {
      const { total } = namedSizes(text);
      if (own.total === null || total === null || own.mixture) return [];
      if (total / own.total < 1.25 && own.total / total < 1.25) return [];
      return [
        {
          path: [key],
          message: `The id says ${sizeText(own.total)}, the ${key === 'hub' ? 'repository' : 'name'} ${sizeText(total)}.`,
          mend: 'Correct the one that was left from the copy.',
        },
      ];
    });
  },
};
