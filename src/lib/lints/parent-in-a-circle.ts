import type { Lint } from './lint.ts';

export const parentInACircle: Lint = {
  id: 'parent-in-a-circle',
  severity: 'error',
  group: 'origin',
  title: 'No model is its own ancestor.',
  why: 'A model cannot start from weights that started from it. Where two records name each other, one of them was filled in the wrong way round.',
  example: {
    wrong: '"id": "llama-3.1-8b", … "derivedFrom": { "model": "llama-3.1-8b", … }',
    right: '"id": "llama-3.1-8b", … "derivedFrom": null',
  },
  check({ record }, { named }) {
    const line = [record.id];
    let parent = record.derivedFrom && named.get(record.derivedFrom.model);
    while (parent && !line.includes(parent.id)) {
      line.push(parent.id);
      parent = parent.derivedFrom && named.get(parent.derivedFrom.model);
    }
    if (parent?.id !== record.id) return [];
    return [
      {
        path: ['derivedFrom', 'model'],
        message: `The line of parents comes back to this model: ${[...line, record.id].join(' → ')}.`,
        mend: 'Name the model whose weights were there first, or write null.',
      },
    ];
  },
};
