import type { Lint } from './lint.ts';

export const teacherMissing: Lint = {
  id: 'teacher-missing',
  severity: 'note',
  group: 'origin',
  title: 'A distilled model names its teacher.',
  why: 'Distillation has two sources: the weights it starts from and the teacher it learns from. The teacher’s computing is part of what the model cost, so readers want to know it.',
  example: {
    wrong: '"method": "pruning-and-distillation"',
    right: '"method": "pruning-and-distillation", "teacher": "Llama 3.1 8B"',
  },
  check({ record: { derivedFrom } }) {
    if (!derivedFrom || !/distillation/.test(derivedFrom.method)) return [];
    if (derivedFrom.teacher !== undefined || derivedFrom.note !== undefined) return [];
    return [
      {
        path: ['derivedFrom', 'method'],
        message: 'The model was distilled, but its teacher is not named.',
        mend: 'Add "teacher"; where the source does not say, write that in "note".',
      },
    ];
  },
};
