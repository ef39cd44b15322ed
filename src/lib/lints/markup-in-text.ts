import type { Path } from '../jsonText.ts';
import type { Lint } from './lint.ts';

const MARKUP = /<\/?[a-z!][^>]*>?|\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*|&(?:[a-z]+|#\d+);/i;

export const markupInText: Lint = {
  id: 'markup-in-text',
  severity: 'warning',
  group: 'form',
  title: 'Texts are plain, without HTML or Markdown.',
  why: 'What a record says is shown letter by letter, so that nobody can slip a script into a page. Tags, stars and brackets would be read as such.',
  example: { wrong: '"note": "see **Table 3**"', right: '"note": "see Table 3"' },
  check({ record }) {
    return textsIn(record, [])
      .filter(({ text }) => MARKUP.test(text))
      .map(({ path }) => ({
        path,
        message: 'The text holds what looks like markup; readers will see the signs themselves.',
        mend: 'Write it in plain words.',
      }));
  },
};

/** Every text in a value with its place, addresses left out. */
export function textsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return path.at(-1) === 'source' ? [] : [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
