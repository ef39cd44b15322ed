import { unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { expect, test, vi } from 'vitest';
import {
  rehypeAlignedCells,
  rehypeBase,
  rehypeEquations,
  rehypeHeadingIds,
  rehypeMathSpacing,
  rehypePilcrows,
  rehypeRefuseBrokenMath,
  rehypeRefuseUndrawnLetters,
  rehypeScrollableTables,
  rehypeWordParagraphs,
} from '../../src/layouts/markdown.ts';

/** The pipeline of astro.config.mjs, under a base of its own. */
async function html(markdown: string): Promise<string> {
  const processor = await unified({
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, { output: 'mathml', strict: 'error' }],
      rehypeRefuseBrokenMath,
      rehypeRefuseUndrawnLetters,
      rehypeMathSpacing,
      rehypeEquations,
      rehypeHeadingIds,
      rehypePilcrows,
      rehypeScrollableTables,
      rehypeAlignedCells,
      [rehypeBase, { base: '/observatory/' }],
    ],
  }).createRenderer({ syntaxHighlight: false });
  return (await processor.render(markdown)).code;
}

/** The processor prints what it then throws. */
function silence() {
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

test('a heading links to itself by a sign that is not part of its text', async () => {
  expect(await html('## What is density?')).toBe(
    '<h2 id="what-is-density">What is density?<a class="pilcrow" href="#what-is-density" aria-label="Link to this section"></a></h2>',
  );
});

test('a link from the root gets the folder of the site, any other link stays', async () => {
  const page = await html('[a](/law/) [b](#part) [c](https://example.org/) [d](//example.org/)');
  expect(page).toContain('href="/observatory/law/"');
  for (const kept of ['#part', 'https://example.org/', '//example.org/']) {
    expect(page).toContain(`href="${kept}"`);
  }
});

test('a table scrolls in a box of its own, its columns aligned by class', async () => {
  const table = await html('| a | b |\n| - | -: |\n| x | 1 |');
  expect(table).toMatch(/^<section class="table-box" tabindex="0" aria-label="Table"><table>/);
  expect(table).toContain('<td class="end">1</td>');
  expect(table).not.toMatch(/align=|style=/);
});

test('a displayed formula stands in a box, a formula in the line does not', async () => {
  const page = await html('$$\nN\n$$\n\nAnd $N$.');
  expect(page.match(/<div class="equation" tabindex="0"><math/g)).toHaveLength(1);
  expect(page.match(/<span class="katex"><math/g)).toHaveLength(1);
});

test('formulas carry no style', async () => {
  expect(await html('$$\n\\frac{\\hat N}{N} = \\sqrt{\\sum_b x_b^2}\n$$')).not.toContain('style=');
});

test('a function stands a thin space before a bare argument and none before a bracket', async () => {
  const space = /<mo>\u2061<\/mo><mspace width="0.1667em">/;
  expect(await html('$\\ln N$')).toMatch(space);
  expect(await html('$\\ln(N)$')).not.toMatch(space);
});

test('a minus behind a bracket is a sign, a minus between terms is not', async () => {
  expect(await html('$(-k)$')).toContain('<mo form="prefix">−</mo>');
  expect(await html('$(a) - k$')).not.toContain('form="prefix"');
});

test('a hat is small and does not grow', async () => {
  expect(await html('$\\hat N$')).toContain('<mo stretchy="false">ˆ</mo>');
});

test('a formula that cannot be read stops the build', async () => {
  silence();
  await expect(html('$\\frac{1}{$')).rejects.toThrow(/Could not render math/);
});

test.each(['\\mathcal{L}', '\\mathbb{R}', '\\mathbf{x}'])(
  'a letter style that browsers do not draw stops the build: %s',
  async (formula) => {
    silence();
    await expect(html(`$${formula}$`)).rejects.toThrow(/letter style/);
  },
);

test('words that stand alone become a paragraph, blocks stay what they are', () => {
  const part = (name: string) => ({ type: 'mdxJsxFlowElement', name, children: [] });
  const tree = { type: 'root', children: [part('Say'), part('Figure')] };
  rehypeWordParagraphs()(tree);
  expect(tree.children).toEqual([
    {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'mdxJsxTextElement', name: 'Say', children: [] }],
    },
    part('Figure'),
  ]);
});
