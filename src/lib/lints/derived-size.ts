import type { Lint } from './lint.ts';
import { sizeOf } from './lint.ts';
import { sizeText } from './names.ts';

/** Allowed size of the child as a share of the parent's, by method. */
const SHARE: Record<string, readonly [number, number]> = {
  pruning: [0, 1.02],
  'pruning-and-distillation': [0, 1.02],
  quantisation: [0.7, 1.4],
  'fine-tuning': [0.7, 1.4],
  'continued-pretraining': [0.7, 1.4],
  merging: [0.7, 1.4],
  upcycling: [1, 1000],
};

export const derivedSize: Lint = {
  id: 'derived-size',
  severity: 'warning',
  group: 'origin',
  title: 'A child has the size that its method allows.',
  why: 'Pruning makes a model smaller, upcycling larger; tuning, quantising and training on keep the number of weights. Another size means another parent, another method, or a wrong count. Quantised weights are counted as weights, not as bytes.',
  example: {
    wrong: '8B parent, "method": "pruning", "total": 13000000000',
    right: '8B parent, "method": "pruning", "total": 4500000000',
  },
  check({ record }, { named }) {
    const { derivedFrom, parameters } = record;
    const parent = derivedFrom && named.get(derivedFrom.model);
    const range = derivedFrom && SHARE[derivedFrom.method];
    const before = parent && sizeOf(parent);
    if (!parent || !range || !before || parameters === null) return [];
    const share = parameters.total / before;
    if ((share >= range[0] && share <= range[1]) || derivedFrom.note !== undefined) return [];
    return [
      {
        path: ['parameters', 'total'],
        message: `${sizeText(parameters.total)} cannot come from ${sizeText(before)} (${parent.name}) by ${derivedFrom.method}.`,
        mend: 'Check the count, the parent and the method; if all are right, say so in the note of "derivedFrom".',
      },
    ];
  },
};
