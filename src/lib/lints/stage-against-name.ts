import type { Lint } from './lint.ts';

const TUNED = /(?<![a-z])(?:instruct|chat|it|sft|dpo|rlhf)(?![a-z])/i;
const BASE = /(?<![a-z])(?:base|pt)(?![a-z])/i;

export const stageAgainstName: Lint = {
  id: 'stage-against-name',
  severity: 'warning',
  group: 'identity',
  title: 'The stage is that in the name.',
  why: 'The law is measured on base models; tuned ones are shown beside them. A chat model entered as "base" would count with a score that tuning gave it.',
  example: {
    wrong: '"name": "Qwen2.5-7B-Instruct", "stage": "base"',
    right: '"name": "Qwen2.5-7B-Instruct", "stage": "instruct"',
  },
  check({ record: { name, id, hub, stage, stageNote } }) {
    const text = `${name} ${id} ${hub ?? ''}`;
    const [tuned, base] = [TUNED.test(text), BASE.test(text)];
    const isWrong = stage === 'base' ? tuned && !base : base && !tuned;
    if (!isWrong || stageNote !== undefined) return [];
    return [
      {
        path: ['stage'],
        message: `The stage is "${stage}", but the name is that of a ${stage === 'base' ? 'tuned' : 'base'} model.`,
        mend: `Write "${stage === 'base' ? 'instruct' : 'base'}", or say in "stageNote" why the name misleads.`,
      },
    ];
  },
};
