/**
 * The format of every record in `data/`: the only place that knows it. Types are inferred from the
 * schemas, never written twice. All objects are strict: an unknown key is an error.
 *
 * Units: parameters and tokens are plain counts, scores are fractions in [0, 1], dates are UTC days.
 */
import { z } from 'zod';

/** Ids, also usable as file names and addresses; not the few that Windows or JavaScript keep for themselves. */
export const slug = z
  .string()
  .max(80)
  .regex(
    /^(?!(?:con|prn|aux|nul|com\d|lpt\d|constructor|prototype)(?:\.|$))[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'must be kebab-case: a-z, 0-9, dots and hyphens (and no reserved name such as "con")',
  );

/** A page that a reader can open to check the number beside it. */
export const source = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .regex(/^[^\s"'<>\\^`{|}]+$/, 'must be an address without spaces, quotes and brackets');

export const text = z.string().trim().min(1).max(600);
export const day = z.iso.date();
export const count = z.number().positive().max(1e17);

/** Every record may name the published JSON Schema of its kind, for editors; the door drops it. */
export const schemaAddress = z
  .string()
  .max(200)
  .optional()
  .describe('Address of the format of this file; editors complete and explain fields by it.');

/** A repository of a model hub, `owner/name`. */
const hubName = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/, 'must be owner/name, without the address');

const Release = z.strictObject({
  date: day.describe(
    'First day on which anybody could download the weights (use the API, for closed models); not the day of an announcement or paper. YYYY-MM-DD.',
  ),
  precision: z
    .enum(['day', 'month'])
    .describe('How precisely the date is known; with "month", write the 15th.'),
  source: source.describe('Page on which the date can be read.'),
  note: text.optional().describe('What a reader should know about this date.'),
});

const ParameterCount = z.strictObject({
  total: count.describe('All weights, embeddings included, as a plain count: 7616000000, not 7.6.'),
  active: count.describe(
    'Weights used for one token, as a plain count; equals total for a dense model, and is smaller for a mixture of experts.',
  ),
  precision: z
    .enum(['exact', 'rounded', 'nominal'])
    .describe(
      '"exact": counted; "rounded": as the developer rounds it; "nominal": only the size in the name is known.',
    ),
  nonEmbedding: count.optional().describe('Weights without embeddings, where published.'),
  source: source.describe('Page on which the count can be read.'),
  note: text.optional().describe('What a reader should know about this count.'),
});

const TokenCount = z.strictObject({
  value: count.describe(
    'Tokens seen in pre-training, all stages, as a plain count: 18000000000000, not 18 or 18T.',
  ),
  source: source.describe('Page on which the count can be read.'),
  note: text.optional().describe('What a reader should know about this count.'),
});

/** One published result of one model on one benchmark under one protocol. */
const Score = z.strictObject({
  benchmark: slug.describe('Id of the benchmark: the name of a file in data/benchmarks.'),
  protocol: slug.describe(
    'How the benchmark was run: the id of a protocol in the file of the benchmark. Results of two protocols are never pooled; "reported" is a developer’s or third party’s table.',
  ),
  value: z
    .number()
    .min(0)
    .max(1)
    .describe('Share of items answered correctly, a fraction from 0 to 1: 0.453, never 45.3.'),
  shots: z
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe('Worked examples in the prompt; null where the source does not say.'),
  setting: text.describe('How the test was run, after the source, such as "5-shot, CoT".'),
  harness: slug
    .nullable()
    .describe('Program that ran the test, such as "lm-eval-harness"; null where unknown.'),
  reporter: z
    .enum(['developer', 'third-party'])
    .describe(
      '"developer": who made this model; "third-party": anybody else, other developers included.',
    ),
  source: source.describe(
    'Page on which the value can be read; pinned to a commit where it can change.',
  ),
  locator: text.describe('Where on that page: table, row, section or page number.'),
  note: text.optional().describe('What a reader should know about this value.'),
  suspect: text
    .optional()
    .describe('Why the value stays in the record but is not counted; with a ground, not a doubt.'),
});

const Derivation = z.strictObject({
  model: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .describe(
      'Id of the model whose weights this one starts from; its name, where it has no record.',
    ),
  method: z
    .enum([
      'pruning',
      'pruning-and-distillation',
      'distillation',
      'quantisation',
      'fine-tuning',
      'continued-pretraining',
      'upcycling',
      'merging',
    ])
    .describe('What was done to those weights.'),
  teacher: text.optional().describe('Model whose outputs it learned from, where there was one.'),
  note: text.optional().describe('What a reader should know about the derivation.'),
});

/** A row that a record once held: the ledger keeps what the record no longer says. */
const Superseded = z.strictObject({
  benchmark: slug.describe('Benchmark of the row that is gone.'),
  protocol: slug.describe('Protocol of the row that is gone.'),
  value: z.number().min(0).max(1).describe('Value of the row that is gone, a fraction.'),
  source: source.describe('Source of the row that is gone.'),
  reason: text.describe(
    'Why it is gone, with a ground: "typing error; the table has 0.543". Another published value is no reason, both stay.',
  ),
  date: day.describe('Day of the correction, YYYY-MM-DD.'),
});

export const ModelRecord = z.strictObject({
  $schema: schemaAddress,
  id: slug.describe(
    'The file’s name without .json; never changes. Lower case, size last: "qwen2.5-7b".',
  ),
  name: text.describe('The model’s name as its makers write it.'),
  organization: text.describe('Who made it, spelled as in the other records.'),
  family: text.describe(
    'Models of one recipe, spelled as in the other records; the unit that the bootstrap draws.',
  ),
  stage: z
    .enum(['base', 'instruct', 'reasoning'])
    .describe(
      '"base": pre-trained only; "instruct": tuned to follow instructions; "reasoning": thinks at length first.',
    ),
  stageNote: text.optional().describe('What a reader should know about the stage.'),
  modality: z.enum(['text', 'multimodal']).describe('"multimodal": it takes images or sound, too.'),
  openWeights: z.boolean().describe('Whether anybody can download the weights.'),
  hub: hubName
    .nullable()
    .describe('Repository on Hugging Face, owner/name; null where there is none.'),
  aliases: z.array(slug).max(50).describe('Other ids that name the same weights; mostly [].'),
  released: Release.nullable().describe('When the weights came out; null where unknown.'),
  parameters: ParameterCount.nullable().describe('How large the model is; null where unknown.'),
  trainingTokens: TokenCount.nullable().describe(
    'How much text it was trained on; null where unknown.',
  ),
  alternatives: z
    .strictObject({
      released: z.array(Release).max(50).describe('Other published dates.'),
      parameters: z.array(ParameterCount).max(50).describe('Other published counts of weights.'),
      trainingTokens: z.array(TokenCount).max(50).describe('Other published counts of tokens.'),
    })
    .describe('Other published values of the three facts above, kept where sources differ.'),
  derivedFrom: Derivation.nullable().describe(
    'Whose weights this model starts from; null for a model trained from scratch.',
  ),
  distilledInPretraining: z
    .strictObject({
      teacher: text.describe('Model whose outputs it learned from.'),
      source: source.describe('Page on which this can be read.'),
      note: text.optional().describe('What a reader should know about it.'),
    })
    .nullable()
    .describe(
      'For a model trained from scratch on the outputs of a larger teacher: own weights, borrowed compute. Else null.',
    ),
  notes: z
    .array(text)
    .max(50)
    .describe('What a reader should know about the model; one sentence each.'),
  scores: z
    .array(Score)
    .max(400)
    .describe(
      'Every published result, one row each, in order of benchmark, protocol, source and value.',
    ),
  supersedes: z
    .array(Superseded)
    .min(1)
    .optional()
    .describe('Rows that this record once held and no longer does, each with the reason.'),
});
export type SupersededRow = z.infer<typeof Superseded>;
export type ModelRecord = z.infer<typeof ModelRecord>;
export type ScoreRecord = z.infer<typeof Score>;

const ProtocolClass = z.strictObject({
  id: slug.describe('Id of the protocol, such as "reported"; scores refer to it.'),
  name: text.describe('Short name for tables.'),
  description: text.describe('What is asked and how the answer is judged.'),
  chance: z.number().min(0).max(0.9).describe('Expected score of guessing, a fraction.'),
  chanceNote: text.optional().describe('Where the chance level comes from.'),
  items: z
    .int()
    .positive()
    .describe(
      'Number of test items, which sets the sampling error; for a mean of tests, the number of tests.',
    ),
  itemsNote: text.optional().describe('Where the number of items comes from.'),
  shots: z
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe('The protocol’s own number of worked examples; null where it varies by reporter.'),
  source: source
    .nullable()
    .describe('Page on which the protocol is described; null where there is none.'),
});

export const BenchmarkRecord = z.strictObject({
  $schema: schemaAddress,
  id: slug.describe('The file’s name without .json; never changes.'),
  name: text.describe('The benchmark’s name as its makers write it.'),
  tests: text.describe('What it tests, one sentence.'),
  metric: text.describe('What a score is a share of.'),
  link: source.describe('Paper or page of the benchmark.'),
  published: day.nullable().describe('Day on which it was first published; null where unknown.'),
  protocols: z
    .array(ProtocolClass)
    .min(1)
    .max(100)
    .describe('The ways in which it is run; each is a test of its own.'),
});
export type BenchmarkRecord = z.infer<typeof BenchmarkRecord>;
export type ProtocolRecord = z.infer<typeof ProtocolClass>;

/** A set of benchmarks, each with the protocol classes that may be pooled. */
export const PanelRecord = z.strictObject({
  $schema: schemaAddress,
  id: slug.describe('The file’s name without .json; never changes.'),
  name: text.describe('The panel’s name in full.'),
  short: text.describe('Short name for axes and tables.'),
  why: text.describe('Why these benchmarks belong together.'),
  benchmarks: z
    .array(
      z.strictObject({
        benchmark: slug.describe('Id of a benchmark.'),
        protocols: z.array(slug).min(1).describe('Its protocols whose scores may be pooled.'),
      }),
    )
    .min(1)
    .describe('The benchmarks, each with the protocols that count.'),
  needs: z
    .int()
    .positive()
    .describe('A model needs scores on at least this many of the benchmarks.'),
});
export type PanelRecord = z.infer<typeof PanelRecord>;

/** A family trained by one recipe in several sizes; it gets density 1. */
export const RulerRecord = z.strictObject({
  $schema: schemaAddress,
  id: slug.describe('The file’s name without .json; never changes.'),
  name: text.describe('Name of the family.'),
  models: z.array(slug).min(3).describe('Ids of its models, at least three sizes.'),
  note: text.describe('Why this family can serve as a ruler.'),
});
export type RulerRecord = z.infer<typeof RulerRecord>;

/** A value quoted from a paper or a neighbouring study; never computed here. */
export const PublishedRecord = z.strictObject({
  id: slug.describe('Id of the value, such as "xiao-2024-3.3-months"; texts refer to it.'),
  claim: text.describe('What the number says, one sentence.'),
  quantity: slug.describe('What is measured, such as "doubling-time".'),
  value: z.number().describe('The number as published, in its own unit.'),
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('Low and high end of its interval; null where none is given.'),
  level: z.number().min(0).max(1).nullable().describe('Level of the interval, a fraction.'),
  unit: text.describe('Unit of the value.'),
  by: text.describe('Who published it.'),
  date: day.nullable().describe('Day of publication; null where unknown.'),
  source: source
    .nullable()
    .describe('Page on which it can be read; null for the talk only, which has none.'),
  seenIn: text.optional().describe('Where the talk was read.'),
  locator: text.describe('Where in the source.'),
  seen: z
    .enum(['primary', 'secondary'])
    .describe('"primary": the source itself was read; "secondary": a report of it.'),
  note: text.optional().describe('What a reader should know about this value.'),
});
export type PublishedRecord = z.infer<typeof PublishedRecord>;

/** `data/published.json`. */
export const PublishedFile = z.array(PublishedRecord);

/** Where figures came from, under which terms, and whom to credit. */
const CreditRecord = z.strictObject({
  id: slug.describe('Id of the source.'),
  name: text.describe('Name of the source.'),
  url: source.describe('Its page.'),
  commit: z.string().max(60).optional().describe('Commit that was read.'),
  licence: text.describe('Its terms.'),
  credit: text.describe('Whom to credit.'),
  usedFor: text.describe('What was taken from it.'),
});
export type CreditRecord = z.infer<typeof CreditRecord>;

/** `data/dataset.json`: the data's own date and the sources' terms. */
export const DatasetRecord = z.strictObject({
  $schema: schemaAddress,
  title: text.describe('Name of the data set.'),
  version: text.describe('Version of the format.'),
  asOf: day.describe('Last day on which the data were gathered; no record may be dated after it.'),
  licence: text.describe('Terms of the whole.'),
  credits: z.array(CreditRecord).describe('Where figures came from, and whom to credit.'),
});
export type DatasetRecord = z.infer<typeof DatasetRecord>;
