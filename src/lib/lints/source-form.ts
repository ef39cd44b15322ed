import type { Finding, Lint } from './lint.ts';
import { sourcesOf } from './sources.ts';

const RULES: readonly [(url: URL) => boolean, string, string][] = [
  [
    ({ username, password }) => username !== '' || password !== '',
    'has a user name in it, which hides where it leads',
    'Remove everything before the @.',
  ],
  [
    ({ hostname }) =>
      hostname === 'localhost' ||
      /^[\d.]+$|^\[|\.(?:local|internal|test|invalid|example)$/.test(hostname) ||
      !hostname.includes('.'),
    'leads to a single machine, not to a public site',
    'Give the page’s public address.',
  ],
  [({ port }) => port !== '', 'names a port', 'Give the address without :number.'],
  [
    ({ hostname }) =>
      /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|buff\.ly)$/.test(hostname),
    'is shortened; nobody sees where it leads, and it dies with the service',
    'Open it and copy the address at which you end.',
  ],
  [
    ({ hostname, pathname }) =>
      /(?:^|\.)(?:google|bing|duckduckgo|baidu)\.[a-z.]+$/.test(hostname) &&
      /^\/(?:search|url|s)$/.test(pathname),
    'is a search, whose results change',
    'Open the result and give its address.',
  ],
  [
    ({ searchParams }) =>
      [...searchParams.keys()].some((key) => /^(?:utm_|fbclid|gclid)/.test(key)),
    'carries marks that follow the reader (utm_…)',
    'Remove everything from the question mark on.',
  ],
];

export const sourceForm: Lint = {
  id: 'source-form',
  severity: 'error',
  group: 'sources',
  title: 'A source is a public page, under its own address.',
  why: 'Somebody will open the source in five years to check the number. Shortened and searched addresses, private machines and tracking marks are dead or gone by then, and a name before an @ can make a false site look true.',
  example: {
    wrong: '"source": "https://bit.ly/3xYz"',
    right: '"source": "https://huggingface.co/Qwen/Qwen2.5-7B"',
  },
  check({ record }) {
    return sourcesOf(record).flatMap(({ path, url }): Finding[] => {
      const rule = RULES.find(([isBroken]) => isBroken(url));
      return rule ? [{ path, message: `The address ${rule[1]}.`, mend: rule[2] }] : [];
    });
  },
};
