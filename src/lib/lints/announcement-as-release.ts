import type { Lint } from './lint.ts';

export const announcementAsRelease: Lint = {
  id: 'announcement-as-release',
  severity: 'note',
  group: 'dates',
  title: 'The date is that of the weights, not of the paper.',
  why: 'A trend over time needs the day from which anybody could use the model. Papers come weeks before or after. A date whose only source is a paper is often the day of the paper.',
  example: {
    wrong: '"date": "2024-12-19", "source": "https://arxiv.org/abs/2412.15115"',
    right: '"date": "2024-09-19", "source": "https://github.com/QwenLM/…/qwen2.5-llm/index.md"',
  },
  check({ record: { released, openWeights } }) {
    if (released === null || !openWeights || released.note !== undefined) return [];
    if (!/(?:^|\.)arxiv\.org$/.test(new URL(released.source).hostname)) return [];
    return [
      {
        path: ['released', 'source'],
        message: 'The source of the date is a paper. Was it the day on which the weights came out?',
        mend: 'Give a page that shows the upload or the release; or say in "note" how the day is known.',
      },
    ];
  },
};
