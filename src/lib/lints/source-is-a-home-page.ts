import type { Lint } from './lint.ts';
import { sourcesOf } from './sources.ts';

export const sourceIsAHomePage: Lint = {
  id: 'source-is-a-home-page',
  severity: 'warning',
  group: 'sources',
  title: 'A source is a page, not a whole site.',
  why: 'A front page changes every day, and a reader would have to search the site for the number.',
  example: {
    wrong: '"source": "https://qwenlm.github.io/"',
    right: '"source": "https://qwenlm.github.io/blog/qwen2.5-llm/"',
  },
  check({ record }) {
    return sourcesOf(record)
      .filter(({ url }) => url.pathname === '/' && url.search === '')
      .map(({ path, url }) => ({
        path,
        message: `${url.hostname} is the front page of a site.`,
        mend: 'Give the address of the page on which the value stands.',
      }));
  },
};
