/**
 * Formats of `data/predictions/`: what was predicted, when, until when, and the resolver that says
 * what became of it. A record is never edited after its date, save to correct a mistake of form; a
 * changed mind is a new prediction.
 */
import { z } from 'zod';
import { count, day, schemaAddress, slug, source, text } from './schema.ts';

const prose = z.string().trim().min(1).max(1500);
const fraction = z.number().min(0).max(1);

/** One test under one protocol. */
const Test = z.strictObject({ benchmark: slug, protocol: slug });

/** Some open model of at most a size does as well as a yardstick. */
const ScoresAtSize = z.strictObject({
  kind: z.literal('scores-at-size'),
  /** Most parameters, total. */
  most: count,
  /** Id of the model whose scores are to be reached. */
  yardstick: slug,
  stages: z.array(z.enum(['base', 'instruct', 'reasoning'])).min(1),
  tests: z.array(Test).min(1),
  /** Fewest tests that yardstick and candidate share. */
  least: z.int().positive(),
  /** A shared test must be one of these; empty for no such demand. */
  oneOf: z.array(slug),
  /** Tests shown beside the verdict that don't count. */
  beside: z.array(Test),
  /** Whether scores got by thinking at length count. */
  thinking: z.boolean(),
  /** First day of release that counts; null for any. */
  from: day.nullable(),
});

/** Something happened, by the evidence written here. */
const Documented = z.strictObject({
  kind: z.literal('documented'),
  evidence: z.array(z.strictObject({ date: day, what: text, source, locator: text })),
});

/** No data here could tell. */
const Unjudged = z.strictObject({ kind: z.literal('unjudged') });

/** The line through the models released from a day on rises. */
const GrowthSince = z.strictObject({
  kind: z.literal('growth-since'),
  panel: slug,
  from: day,
  /** Whether the whole 90 % interval must lie above zero, or the line alone. */
  surely: z.boolean(),
  draws: z.int().min(50).max(10_000),
});

/** Every full year more computing power is shipped than the year before. */
const Shipments = z.strictObject({
  kind: z.literal('shipments'),
  /** First year that counts. */
  fromYear: z.int().min(2000).max(2100),
});

/** The doubling time with data up to the deadline lies in a range. */
const DoublingTime = z.strictObject({
  kind: z.literal('doubling-time'),
  panel: slug,
  /** Days; null for no bound. No growth counts as infinitely long. */
  atLeast: z.number().positive().nullable(),
  atMost: z.number().positive().nullable(),
});

/** An open base model of at most a size reaches a density or an ability on a panel. */
const ModelReaches = z.strictObject({
  kind: z.literal('model-reaches'),
  panel: slug,
  most: count.nullable(),
  density: z.number().positive().nullable(),
  effectiveParameters: count.nullable(),
});

export const PredictionRecord = z.strictObject({
  $schema: schemaAddress,
  id: slug,
  /** `talk` and `milestone`: said by the talk; `forward`: our own, from the fitted law. */
  kind: z.enum(['talk', 'milestone', 'forward']),
  /** Short label such as P1. */
  label: text,
  title: text,
  /** What was predicted, in our words. */
  statement: prose,
  /** How we read what the wording leaves open. */
  reading: prose,
  made: day,
  /** Last day that counts; null where none was named. */
  deadline: day.nullable(),
  source: source.nullable(),
  seenIn: text.nullable(),
  resolver: z.discriminatedUnion('kind', [
    ScoresAtSize,
    Documented,
    Unjudged,
    GrowthSince,
    Shipments,
    DoublingTime,
    ModelReaches,
  ]),
  /** Which datum would settle it. */
  settledBy: text,
  /** Our probability that it comes true; null for what others said. */
  probability: fraction.nullable(),
  /** How the probability was computed; null without one. */
  frozen: z
    .strictObject({
      command: text,
      asOf: day,
      seed: z.int().nonnegative(),
      sets: z.int().positive(),
      basis: prose,
    })
    .nullable(),
  notes: z.array(text),
});
export type PredictionRecord = z.infer<typeof PredictionRecord>;
export type Resolver = PredictionRecord['resolver'];
export type ResolverOf<Kind extends Resolver['kind']> = Extract<Resolver, { kind: Kind }>;
