import type { Lint } from './lint.ts';

export const monthWrittenAsDay: Lint = {
  id: 'month-written-as-day',
  severity: 'warning',
  group: 'dates',
  title: 'A date known to the month is written as the 15th.',
  why: 'Where only the month is known, the middle of the month is the best guess and the same for everybody. Another day with "month" beside it says two things at once: either the day is known, or it is not.',
  example: {
    wrong: '"date": "2023-09-27", "precision": "month"',
    right: '"date": "2023-09-15", "precision": "month"',
  },
  check({ record: { released } }) {
    if (released?.precision !== 'month' || released.date.endsWith('-15')) return [];
    return [
      {
        path: ['released', 'date'],
        message: `The date is said to be known to the month, but names the day ${released.date}.`,
        mend: `Write "${released.date.slice(0, 8)}15", or "precision": "day" if the day is known.`,
      },
    ];
  },
};
