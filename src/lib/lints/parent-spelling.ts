import type { Lint } from './lint.ts';
import { squash } from './names.ts';

export const parentSpelling: Lint = {
  id: 'parent-spelling',
  severity: 'warning',
  group: 'origin',
  title: 'A parent that has a record is named by its id.',
  why: 'By its id the parent’s page and the child’s link to each other, and dates and sizes of both can be compared. A name in words leads nowhere.',
  example: {
    wrong: '"derivedFrom": { "model": "Llama 3.1 8B", … }',
    right: '"derivedFrom": { "model": "llama-3.1-8b", … }',
  },
  check({ record: { derivedFrom } }, { models, named }) {
    if (derivedFrom === null) return [];
    const exact = named.get(derivedFrom.model);
    if (exact?.id === derivedFrom.model) return [];
    const meant =
      exact ??
      models.find(({ id, name, aliases }) =>
        [id, name, ...aliases].some((other) => squash(other) === squash(derivedFrom.model)),
      );
    if (!meant) return [];
    return [
      {
        path: ['derivedFrom', 'model'],
        message: `"${derivedFrom.model}" is no id, but ${meant.name} has a record.`,
        mend: `Write "${meant.id}".`,
      },
    ];
  },
};
