/**
 * A release: everything the site said on one day, frozen. The file is written once, sealed with a
 * hash of its own content, and never edited; a correction is a later release.
 */
import { z } from 'zod';

const text = z.string().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, like 2026-11-23');
const Interval = z.tuple([z.number().nullable(), z.number().nullable()]).nullable();

const FrozenNumber = z.strictObject({
  id: text,
  name: text,
  value: z.number().nullable(),
  interval: Interval,
  unit: text,
  /** As pages print it; null where the data refused it. */
  text: text.nullable(),
  intervalText: text.nullable(),
  refusal: text.nullable(),
  definition: text,
  formula: text,
  /** SHA-256 of name, unit, definition and formula: whether two releases mean the same. */
  definitionHash: hash,
});
export type FrozenNumber = z.infer<typeof FrozenNumber>;

const FrozenClaim = z.strictObject({
  id: text,
  number: z.int(),
  title: text,
  status: text,
  effect: z.strictObject({ name: text, value: z.number().nullable(), unit: text }),
  interval: Interval,
  n: z.number(),
});

const FrozenPrediction = z.strictObject({
  id: text,
  label: text,
  title: text,
  status: text,
  on: day.nullable(),
  deadline: day.nullable(),
  probability: z.number().nullable(),
});

const FrozenFigure = z.strictObject({
  id: text,
  title: text,
  caption: text,
  description: text,
  sources: text,
  svg: text,
  csv: text,
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

export const Release = z.strictObject({
  /** Year and number within it, as people cite it: "2026.11". */
  release: z.string().regex(/^\d{4}\.\d{1,2}$/, 'must be a year and a number, like 2026.11'),
  /** Day on which it was made. */
  date: day,
  previous: z.string().nullable(),
  /** The finding in one line, and the sentences that depend on the data, by id. */
  verdict: text,
  sentences: z.record(z.string(), text),
  data: z.strictObject({
    asOf: day,
    version: text,
    hash,
    models: z.int(),
    scores: z.int(),
    benchmarks: z.int(),
  }),
  /** SHA-256 of the science and the locked packages. */
  codeHash: hash,
  choices: z.record(z.string(), z.unknown()),
  numbers: z.array(FrozenNumber),
  claims: z.array(FrozenClaim),
  predictions: z.array(FrozenPrediction),
  figures: z.array(FrozenFigure),
  /** First digits of the hash of every model's record, by id. */
  records: z.record(z.string(), z.string()),
  /** SHA-256 of all the rest. */
  seal: hash,
});
export type Release = z.infer<typeof Release>;

/** What the seal is taken of: the release without it, in the order of the schema. */
export function sealedText(release: Omit<Release, 'seal'>): string {
  const { seal: _, ...rest } = Release.parse({ ...release, seal: '0'.repeat(64) });
  return JSON.stringify(rest);
}

/** Releases in order of time: 2026.9 before 2026.11. */
export function compareReleases(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}
