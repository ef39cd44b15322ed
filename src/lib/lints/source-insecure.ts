import type { Lint } from './lint.ts';
import { sourcesOf } from './sources.ts';

export const sourceInsecure: Lint = {
  id: 'source-insecure',
  severity: 'warning',
  group: 'sources',
  title: 'Sources are opened over https.',
  why: 'A page fetched over http can be changed on its way to the reader. Nearly every site answers to https under the same address.',
  example: {
    wrong: '"source": "http://arxiv.org/abs/2412.15115"',
    right: '"source": "https://arxiv.org/abs/2412.15115"',
  },
  check({ record }) {
    return sourcesOf(record)
      .filter(({ url }) => url.protocol !== 'https:')
      .map(({ path }) => ({
        path,
        message: 'The address begins with http://.',
        mend: 'Try it with https://. If the site has none, look for the same page on web.archive.org.',
      }));
  },
};
