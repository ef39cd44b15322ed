import type { Lint } from './lint.ts';
import { textsIn } from './markup-in-text.ts';

export const untidyText: Lint = {
  id: 'untidy-text',
  severity: 'warning',
  group: 'form',
  title: 'Texts begin and end with a letter and have single spaces.',
  why: 'Spaces at the ends and double spaces come from pasting. They make two spellings of one name and are invisible in review.',
  example: { wrong: '"family": "Qwen2.5 "', right: '"family": "Qwen2.5"' },
  check({ raw }) {
    return textsIn(raw, [])
      .filter(({ text }) => tidy(text) !== text)
      .map(({ path }) => ({
        path,
        message: 'The text has a space too many.',
        mend: 'Remove it, or run npm run check -- --fix.',
      }));
  },
};

/** Trimmed, and every run of spaces a single one; also takes wide and unbroken spaces. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
