import type { Lint } from './lint.ts';

const DERIVED =
  /(?<![a-z])(?:distill(?:ed)?|pruned|pruner|minitron|sheared|int[48]|[48]bits?|awq|gptq|gguf|fp8|nf4|qlora|spinquant|merge[d]?)(?![a-z])/i;

export const derivedWithoutParent: Lint = {
  id: 'derived-without-parent',
  severity: 'warning',
  group: 'origin',
  title: 'A model made from another one names it.',
  why: 'A pruned, distilled or quantised model inherits what its parent learned. It is shown beside the trend and not in it, which the page can only do when the record says whose weights it started from.',
  example: {
    wrong: '"name": "Llama-3.1-Minitron-4B", "derivedFrom": null',
    right: '"derivedFrom": { "model": "llama-3.1-8b", "method": "pruning-and-distillation" }',
  },
  check({ record }) {
    const { name, id, derivedFrom, distilledInPretraining } = record;
    if (derivedFrom !== null || distilledInPretraining !== null) return [];
    const word = DERIVED.exec(`${name} ${id}`)?.[0];
    if (word === undefined) return [];
    return [
      {
        path: ['derivedFrom'],
        message: `"${word}" in the name says that the model was made from another one, but "derivedFrom" is null.`,
        mend: 'Name the parent and the method: { "model": "llama-3.1-8b", "method": "quantisation" }.',
      },
    ];
  },
};
