import type { Lint } from './lint.ts';
import { dayNumber, dayOf } from './lint.ts';
import { arxivMonth } from './sources.ts';

/** Days by which a report may come before the weights. */
const SLACK = 120;

export const sourceOlderThanModel: Lint = {
  id: 'source-older-than-model',
  severity: 'warning',
  group: 'dates',
  title: 'A paper is no older than the model that it measures.',
  why: 'The month stands in an arXiv address: 2412 is December 2024. A paper of months before the release cannot hold the model’s scores, unless a later version of it does. Mostly the address belongs to the model before, or the date is wrong.',
  example: {
    wrong: '"source": "https://arxiv.org/abs/2307.09288" for a model of 2024',
    right: '"source": "https://arxiv.org/abs/2407.21783"',
  },
  check({ record }) {
    const released = dayOf(record);
    if (released === null) return [];
    const seen = new Set<string>();
    return record.scores.flatMap(({ source, note, locator }, index) => {
      const month = arxivMonth(new URL(source));
      const isLaterVersion = /v\d+$/.test(source) || /version/i.test(`${note ?? ''} ${locator}`);
      if (month === null || isLaterVersion || seen.has(source)) return [];
      if (dayNumber(month) + 31 + SLACK >= released) return [];
      seen.add(source);
      return [
        {
          path: ['scores', index, 'source'],
          message: `The paper is of ${month.slice(0, 7)}, the model of ${record.released?.date}.`,
          mend: 'Check the address; if a later version of the paper has the value, name the version (…v3).',
        },
      ];
    });
  },
};
