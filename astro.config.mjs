import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { companions } from './src/layouts/companions/companions.ts';
import { dateOfPage } from './src/layouts/companions/dates.ts';
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
} from './src/layouts/markdown.ts';

const site = process.env.SITE_URL || 'https://densing-law.github.io';
const base = process.env.BASE_PATH || '/';

export default defineConfig({
  site,
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    sitemap({
      // A figure made for another site's frame is found under its own page.
      filter: (page) => !page.endsWith('/embed/'),
      serialize: (item) => ({ ...item, lastmod: dateOfPage(item.url) }),
    }),
    companions(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [
        [rehypeKatex, { output: 'mathml', strict: 'error' }],
        rehypeRefuseBrokenMath,
        rehypeRefuseUndrawnLetters,
        rehypeMathSpacing,
        rehypeEquations,
        rehypeHeadingIds,
        rehypeMathSpacing,
        rehypePilcrows,
        rehypeScrollableTables,
        rehypeAlignedCells,
        rehypeWordParagraphs,
        [rehypeBase, { base }],
      ],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
  vite: {
    // Fonts and scripts stay files: an inlined one would need an exception in the security policy.
    build: { assetsInlineLimit: 0 },
  },
});
