/** Works that the pages cite, as CSL-JSON: the form that citation libraries read. */
import { z } from 'zod';

const text = z.string().trim().min(1).max(500);

const Name = z.union([
  z.strictObject({ family: text, given: text.optional() }),
  /** An organisation, or a name that does not split. */
  z.strictObject({ literal: text }),
]);

const DateParts = z.strictObject({
  /** Year, then month and day where known. */
  'date-parts': z.tuple([
    z
      .array(z.int())
      .min(1)
      .max(3)
      .refine(([year = 0]) => year >= 1900 && year <= 2100, 'must begin with a year'),
  ]),
});

const Work = z.strictObject({
  /** Permanent: first author or body, year, and a word where two would be alike. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case, like "xiao-2024"'),
  type: z.enum([
    'article',
    'article-journal',
    'book',
    'dataset',
    'post-weblog',
    'report',
    'webpage',
  ]),
  title: text,
  author: z.array(Name).min(1),
  issued: DateParts,
  'container-title': text.optional(),
  publisher: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  page: text.optional(),
  number: text.optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,}\/\S+$/, 'must be a bare DOI, like 10.1038/s42256-025-01137-0')
    .optional(),
  /** Left out only where no address of the work itself was seen. */
  URL: z.url({ protocol: /^https?$/ }).optional(),
  language: text.optional(),
  /** How much of it was read: the work itself, or somebody's report of it. */
  custom: z.strictObject({ seen: z.enum(['primary', 'abstract', 'secondary']) }),
});
export type Work = z.infer<typeof Work>;

/** `data/bibliography.json`. */
export const BibliographyFile = z.array(Work);
