import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeLink, escapeText } from '../../../src/lib/report/escape.ts';

const bare = (text: string) => text.replaceAll('\u200b', '·');

test.each([
  ['Qwen2.5 7B', 'Qwen2.5 7B'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<!-- gone', '&lt;!-- gone'],
  ['a & b &lt; c', 'a &amp; b &amp;lt; c'],
  ['**bold** _it_ `code` ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~'],
  ['[click](https://evil.example)', '\\[click\\](https:·//evil.example)'],
  ['![x](data:image/png)', '!\\[x\\](data:image/png)'],
  ['a | b', 'a \\| b'],
  ['@maintainer see #12 and GH-12', '@·maintainer see \\#·12 and GH·-12'],
  ['www.evil.example', 'www·.evil.example'],
  ['$x$ and \\$', '\\$x\\$ and \\\\\\$'],
  ['# head', '\\#· head'],
  ['- item', '\\- item'],
  ['1. item', '1·. item'],
  ['two\r\n\r\nlines\t\u0000', 'two lines'],
  ['turned \u202e around \u2066 twice', 'turned around twice'],
])('escapeText makes %j inert', (text, shown) => {
  expect(bare(escapeText(text))).toBe(shown);
});

test('escapeText shows at most 160 signs and cuts no sign in two', () => {
  const text = escapeText('😀'.repeat(500));
  expect([...text]).toHaveLength(160);
  expect(text.endsWith('…')).toBe(true);
  expect(text.isWellFormed()).toBe(true);
});

test('escapeText leaves no line break, tag, mention or unescaped sign in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const shown = escapeText(text);
      expect(shown).not.toMatch(/[\r\n<>]/);
      expect(shown).not.toMatch(/@(?!\u200b)/);
      expect(shown.replace(/\\[\\`*_{}[\]|~$#+=-]/g, '')).not.toMatch(/[\\`*_{}[\]|~$#]/);
    }),
    { seed: 20230224, numRuns: 500 },
  );
});

test('escapeLink shows site and path and hides nothing else in the address', () => {
  expect(escapeLink('https://arxiv.org/abs/2412.15115')).toBe(
    '[arxiv.org/abs/2412.15115](<https://arxiv.org/abs/2412.15115>)',
  );
});

test.each([
  'https://example.org/a>)<script>alert(1)</script>',
  'https://example.org/a|b`c`*d*[e](f)',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/a\n# head',
])('escapeLink lets nothing out of the address %j', (address) => {
  const [, target = ''] = /\]\(<([^<>]*)>\)$/.exec(escapeLink(address)) ?? [];
  expect(target).toMatch(/^https:\/\/example\.org\//);
  expect(target).not.toMatch(/[\s<>()[\]{}|\\`*_~"'@]/);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:word@example.org/', 'nowhere'])(
  'escapeLink makes no link of %j',
  (address) => {
    expect(escapeLink(address)).not.toContain('](');
  },
);
