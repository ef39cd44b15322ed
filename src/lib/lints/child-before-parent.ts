import type { Lint } from './lint.ts';
import { dayOf } from './lint.ts';

/** Days by which dates of two sources may cross. */
const SLACK = 31;

export const childBeforeParent: Lint = {
  id: 'child-before-parent',
  severity: 'warning',
  group: 'dates',
  title: 'A model comes out after the one it was made from.',
  why: 'Whoever prunes, quantises or trains on needs the weights first. A child older than its parent has a wrong date or a wrong parent. Makers who publish both at once may differ by days, so a month is let pass.',
  example: {
    wrong: '"date": "2023-07-24", … "derivedFrom": { "model": "llama-3.1-8b", … }',
    right: '"date": "2024-09-25", … "derivedFrom": { "model": "llama-3.1-8b", … }',
  },
  check({ record }, { named }) {
    const parent = record.derivedFrom && named.get(record.derivedFrom.model);
    if (!parent) return [];
    const [own, before] = [dayOf(record), dayOf(parent)];
    if (own === null || before === null || own >= before - SLACK) return [];
    return [
      {
        path: ['released', 'date'],
        message: `It came out on ${record.released?.date}, ${before - own} days before ${parent.name}, from whose weights it is said to be made.`,
        mend: 'Correct the date of the one or the other, or the parent in "derivedFrom".',
      },
    ];
  },
};
