import { writeJson } from './canonical.ts';
import type { Lint } from './lint.ts';

export const fileForm: Lint = {
  id: 'file-form',
  severity: 'warning',
  group: 'form',
  title: 'A file has two spaces, one value a line, and a line break at the end.',
  why: 'One form for all files keeps a change of one number to one line. Tabs, several values in a line, or 0.70 for 0.7 would make the next tidy-up look like a change of everything.',
  example: { wrong: '"value": 0.70, "shots": 5,', right: '"value": 0.7,\n"shots": 5,' },
  check({ raw, text }) {
    if (text === null || text === writeJson(raw)) return [];
    return [
      {
        path: firstDifference(text, writeJson(raw)),
        message:
          'The file is not in the usual form (spaces, line breaks or the writing of numbers).',
        mend: 'Run npm run check -- --fix.',
      },
    ];
  },
};

/** Top-level field in which two texts begin to differ; empty when it is before the first. */
function firstDifference(text: string, right: string): string[] {
  let i = 0;
  while (i < text.length && text[i] === right[i]) i++;
  const keys = [...text.slice(0, i).matchAll(/^ {2}"([^"]+)":/gm)];
  const key = keys.at(-1)?.[1];
  return key === undefined ? [] : [key];
}
