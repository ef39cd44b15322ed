/** The articles: one MDX file each, in a folder per language; front matter is checked at build. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const line = z.string().trim().min(1).max(300);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, like 2026-11-23');

export const collections = {
  releases: defineCollection({
    loader: glob({
      pattern: '*.mdx',
      base: 'src/content/releases',
      // The name itself, whose dot the loader would drop.
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: z.strictObject({ release: line, title: line, description: line, date: day }),
  }),
  articles: defineCollection({
    loader: glob({ pattern: '**/*.mdx', base: 'src/content/articles' }),
    schema: z.strictObject({
      title: line,
      /** For search results and previews. */
      description: line,
      /** The article in two sentences, set below its title. */
      standfirst: line,
      /** What kind of text this is, a word or two. */
      kicker: line,
      /** Place in the sequence of reading. */
      order: z.int().positive(),
    }),
  }),
};
