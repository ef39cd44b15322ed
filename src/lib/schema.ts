/**
 * The format of every record in `data/`: the only place that knows it. Types are inferred from the
 * schemas, never written twice. All objects are strict: an unknown key is an error.
 *
 * Units: parameters and tokens are plain counts, scores are fractions in [0, 1], dates are UTC days.
 */
import { z } from 'zod';

/** Ids, also usable as file names and addresses. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9, dots and hyphens');

/** A page that a reader can open to check the number beside it. */
export const source = z.url({ protocol: /^https?$/ }).max(500);

export const text = z.string().trim().min(1).max(600);
export const day = z.iso.date();
export const count = z.number().positive().max(1e17);

/** How precisely a date is known; `month` counts as the 15th of that month. */
const datePrecision = z.enum(['day', 'month']);

const Release = z.strictObject({
  /** First public availability of the weights (of the API for closed models). */
  date: day,
  precision: datePrecision,
  source,
  note: text.optional(),
});

const ParameterCount = z.strictObject({
  /** All weights, embeddings included. */
  total: count,
  /** Weights used for one token; equals `total` for dense models. */
  active: count,
  /** `nominal`: only the rounded size in the model's name or card is known. */
  precision: z.enum(['exact', 'rounded', 'nominal']),
  nonEmbedding: count.optional(),
  source,
  note: text.optional(),
});

const TokenCount = z.strictObject({
  /** Tokens seen in pre-training, all stages. */
  value: count,
  source,
  note: text.optional(),
});

/** One published result of one model on one benchmark under one protocol. */
const Score = z.strictObject({
  benchmark: slug,
  /** A protocol class of the benchmark; results of two classes are never pooled. */
  protocol: slug,
  /** Fraction of items answered correctly, in [0, 1]; never percent. */
  value: z.number().min(0).max(1),
  /** Worked examples in the prompt; null where the source does not say. */
  shots: z.int().min(0).max(100).nullable(),
  /** How the test was run, in the source's words, shortened. */
  setting: text,
  /** Evaluation harness or table the value came through, where known. */
  harness: slug.nullable(),
  reporter: z.enum(['developer', 'third-party']),
  source,
  /** Where in the source: table, row, page. */
  locator: text,
  note: text.optional(),
  /** Why this value stays in the record but is not counted. */
  suspect: text.optional(),
});

const Derivation = z.strictObject({
  /** Id or name of the model whose weights this one starts from. */
  model: z.string().trim().min(1).max(120),
  method: z.enum([
    'pruning',
    'pruning-and-distillation',
    'distillation',
    'quantisation',
    'fine-tuning',
    'continued-pretraining',
    'upcycling',
    'merging',
  ]),
  teacher: text.optional(),
  note: text.optional(),
});

export const ModelRecord = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  name: text,
  organization: text,
  /** Models made by one recipe; the unit that the bootstrap resamples. */
  family: text,
  stage: z.enum(['base', 'instruct', 'reasoning']),
  stageNote: text.optional(),
  modality: z.enum(['text', 'multimodal']),
  openWeights: z.boolean(),
  /** Repository on the model hub, `owner/name`. */
  hub: z.string().max(200).nullable(),
  /** Other ids that name the same weights. */
  aliases: z.array(slug),
  released: Release.nullable(),
  parameters: ParameterCount.nullable(),
  trainingTokens: TokenCount.nullable(),
  /** Other published values of the three facts above, kept where sources differ. */
  alternatives: z.strictObject({
    released: z.array(Release),
    parameters: z.array(ParameterCount),
    trainingTokens: z.array(TokenCount),
  }),
  /** Whose weights this model starts from; null for a model trained from scratch. */
  derivedFrom: Derivation.nullable(),
  /** Trained from scratch on the outputs of a larger teacher: own weights, borrowed compute. */
  distilledInPretraining: z
    .strictObject({ teacher: text, source, note: text.optional() })
    .nullable(),
  notes: z.array(text),
  scores: z.array(Score),
});
export type ModelRecord = z.infer<typeof ModelRecord>;
export type ScoreRecord = z.infer<typeof Score>;

const ProtocolClass = z.strictObject({
  id: slug,
  name: text,
  /** What is asked and how the answer is judged. */
  description: text,
  /** Expected score of guessing, a fraction. */
  chance: z.number().min(0).max(0.9),
  chanceNote: text.optional(),
  /** Number of test items; sets the binomial error. For a mean of tests: the number of tests. */
  items: z.int().positive(),
  itemsNote: text.optional(),
  /** The protocol's own number of worked examples; null where it varies by reporter. */
  shots: z.int().min(0).max(100).nullable(),
  source: source.nullable(),
});

export const BenchmarkRecord = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  name: text,
  /** What it tests, one sentence. */
  tests: text,
  metric: text,
  link: source,
  /** Day the benchmark was published. */
  published: day.nullable(),
  protocols: z.array(ProtocolClass).min(1),
});
export type BenchmarkRecord = z.infer<typeof BenchmarkRecord>;
export type ProtocolRecord = z.infer<typeof ProtocolClass>;

/** A set of benchmarks, each with the protocol classes that may be pooled. */
export const PanelRecord = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  name: text,
  /** Short name for axes and tables. */
  short: text,
  why: text,
  benchmarks: z.array(z.strictObject({ benchmark: slug, protocols: z.array(slug).min(1) })).min(1),
  /** A model needs at least this many of the benchmarks. */
  needs: z.int().positive(),
});
export type PanelRecord = z.infer<typeof PanelRecord>;

/** A family trained by one recipe in several sizes; it gets density 1. */
export const RulerRecord = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  name: text,
  models: z.array(slug).min(3),
  note: text,
});
export type RulerRecord = z.infer<typeof RulerRecord>;

/** A value quoted from a paper or a neighbouring study; never computed here. */
export const PublishedRecord = z.strictObject({
  id: slug,
  /** What the number says, one sentence. */
  claim: text,
  quantity: slug,
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  level: z.number().min(0).max(1).nullable(),
  unit: text,
  by: text,
  date: day.nullable(),
  /** Null only for the talk, which has no page of its own; then `seenIn` says where it was read. */
  source: source.nullable(),
  seenIn: text.optional(),
  locator: text,
  /** `primary`: we read the source itself; `secondary`: we read a report of it. */
  seen: z.enum(['primary', 'secondary']),
  note: text.optional(),
});
export type PublishedRecord = z.infer<typeof PublishedRecord>;

/** `data/published.json`. */
export const PublishedFile = z.array(PublishedRecord);

/** Where figures came from, under which terms, and whom to credit. */
const CreditRecord = z.strictObject({
  id: slug,
  name: text,
  url: source,
  commit: z.string().optional(),
  licence: text,
  credit: text,
  usedFor: text,
});
export type CreditRecord = z.infer<typeof CreditRecord>;

/** `data/dataset.json`: the data's own date and the sources' terms. */
export const DatasetRecord = z.strictObject({
  $schema: z.string().optional(),
  title: text,
  version: text,
  /** Last day on which the data were gathered; no record may be dated after it. */
  asOf: day,
  licence: text,
  credits: z.array(CreditRecord),
});
export type DatasetRecord = z.infer<typeof DatasetRecord>;
