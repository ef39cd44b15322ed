import type { Finding, Lint } from './lint.ts';

export const shotsAgainstSetting: Lint = {
  id: 'shots-against-setting',
  severity: 'error',
  group: 'scores',
  title: '"shots" and "setting" give the same number of examples.',
  why: 'The number of worked examples moves a score by several points. It stands in "shots", and mostly in the words of "setting", too; two numbers leave open which is true.',
  example: {
    wrong: '"shots": 5, "setting": "25-shot"',
    right: '"shots": 25, "setting": "25-shot"',
  },
  check({ record }) {
    return record.scores.flatMap(({ shots, setting }, i): Finding[] => {
      const said =
        /(?<![\d.])(\d+)-shot/.exec(setting)?.[1] ?? (/zero-shot/i.test(setting) ? '0' : null);
      if (said === null || shots === Number(said)) return [];
      return [
        {
          path: ['scores', i, 'shots'],
          message: `"shots" is ${shots}, but the setting is "${setting}".`,
          mend: `Write ${said}, or correct the setting.`,
        },
      ];
    });
  },
};
