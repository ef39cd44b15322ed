import type { Lint } from './lint.ts';
import { isOneSlipApart, squash } from './names.ts';

/** A slip of one letter is suspected in a lone record beside a family of so many. */
const ESTABLISHED = 3;

export const familySpelling: Lint = {
  id: 'family-spelling',
  severity: 'warning',
  group: 'identity',
  title: 'A family is spelled as in the other records.',
  why: 'The bootstrap draws whole families. "Qwen 2.5" beside "Qwen2.5" makes two families of one and the interval too narrow.',
  example: { wrong: '"family": "Qwen 2.5"', right: '"family": "Qwen2.5"' },
  check({ record: { family } }, { families }) {
    const own = families.get(family)?.length ?? 0;
    const known = [...families].find(
      ([other, { length }]) =>
        other !== family &&
        length >= own &&
        (squash(other) === squash(family) ||
          (own === 1 &&
            length >= ESTABLISHED &&
            isOneSlipApart(other.toLowerCase(), family.toLowerCase()))),
    );
    if (!known) return [];
    return [
      {
        path: ['family'],
        message: `${known[1].length} records have the family "${known[0]}"; this one has "${family}".`,
        mend: `Write "${known[0]}" if it is the same recipe.`,
      },
    ];
  },
};
