/** The articles: one MDX file each, in a folder per language; front matter is checked at build. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const line = z.string().trim().min(1).max(300);

export const collections = {
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
