import type { Lint } from './lint.ts';

export const closedWithRepository: Lint = {
  id: 'closed-with-repository',
  severity: 'warning',
  group: 'identity',
  title: 'What can be downloaded has open weights.',
  why: '"openWeights" says whether anybody can download the weights. A model with a repository on Hugging Face, or with an exact count of its weights, mostly is open.',
  example: {
    wrong: '"openWeights": false, "hub": "Qwen/Qwen2.5-7B"',
    right: '"openWeights": true, "hub": "Qwen/Qwen2.5-7B"',
  },
  check({ record: { openWeights, hub } }) {
    if (openWeights || hub === null) return [];
    return [
      {
        path: ['openWeights'],
        message: `The weights are said to be closed, but the repository ${hub} is given.`,
        mend: 'Write true; or null under "hub", if the repository has no weights.',
      },
    ];
  },
};
