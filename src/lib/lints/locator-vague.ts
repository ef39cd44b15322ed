import type { Finding, Lint } from './lint.ts';

const VAGUE =
  /^(?:the )?(?:table|tables|page|figure|section|appendix|readme|results?|card|model card|paper|blog|website|web|link|here|above|see (?:source|paper|link|above)|source|unknown|n\/?a|none|-+|\?+|\.+|todo|tbd)\.?$/i;

export const locatorVague: Lint = {
  id: 'locator-vague',
  severity: 'warning',
  group: 'sources',
  title: 'A locator leads to the number.',
  why: 'Reports have dozens of tables. "Table 3", a heading or a row saves the next reader the search and shows which of two like numbers was meant.',
  example: { wrong: '"locator": "table"', right: '"locator": "Table 3, row Qwen2.5-7B"' },
  check({ record }) {
    return record.scores.flatMap(({ locator }, i): Finding[] => {
      if (!VAGUE.test(locator) && locator.length > 2) return [];
      return [
        {
          path: ['scores', i, 'locator'],
          message: `"${locator}" does not say where in the source.`,
          mend: 'Write table, figure, heading or page, such as "Table 3" or "section Evaluation".',
        },
      ];
    });
  },
};
