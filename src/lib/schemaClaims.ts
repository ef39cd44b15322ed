/**
 * Formats of `data/claims/`: what the law and its corollaries say, and the test and thresholds by
 * which each is judged. They are fixed before the data are looked at and are never edited because of
 * a result; a changed test is a new decision with a date.
 *
 * Units: parameters are plain counts, scores and shares fractions, rates per day, money US dollars
 * per million tokens, memory in gigabytes of 10^9 bytes.
 */
import { z } from 'zod';
import { day, schemaAddress, slug, source, text } from './schema.ts';

const prose = z.string().trim().min(1).max(1500);
const positive = z.number().positive();
const fraction = z.number().min(0).max(1);
const whole = z.int().nonnegative();

/** Low and high end of what the talk and the paper say, both > 0 and in order. */
const band = z
  .tuple([positive, positive])
  .refine(([low, high]) => low <= high, 'must be written low end first');

/** Bootstrap draws of a test, and their seed. */
const resampling = { draws: z.int().min(50).max(10_000), seed: whole };

/** What a rate of halving or doubling is judged against. */
const rate = {
  /** The claimed time, days. */
  claimedDays: positive,
  /** Shortest and longest time that still counts as the claim, days. */
  band,
  /** An interval whose ends differ by more than this factor says too little to agree. */
  widest: z.number().min(1),
};

/** Fixed scores on one benchmark under protocols that may be pooled. */
const levels = z
  .array(
    z.strictObject({
      benchmark: slug,
      protocols: z.array(slug).min(1),
      levels: z.array(fraction).min(1),
    }),
  )
  .min(1);

/** How many models a level needs before a rate is fitted to it. */
const sufficiency = {
  /** Fewest models that reach the level, and fewest that don't. */
  leastEachSide: z.int().min(3),
  leastFamilies: z.int().min(2),
  /** Fewest levels with a rate, for a median over levels. */
  leastLevels: z.int().min(1),
};

const header = {
  $schema: schemaAddress,
  title: text,
  /** The corollary's name in the language of the talk. */
  term: text,
  /** What the talk says, in our words. */
  statement: prose,
  paper: z.strictObject({
    /** The paper's counterpart; null where there is none. */
    counterpart: text.nullable(),
    /** Where talk and paper differ. */
    difference: text.optional(),
    source: source.nullable(),
  }),
  /** Where the talk was read. */
  seenIn: text,
  /** The claim as numbers. */
  predicts: z
    .array(
      z.strictObject({
        name: text,
        value: z.number(),
        unit: text,
        /** Id in `data/published.json`; null for a number of the talk that is not quoted there. */
        published: slug.nullable(),
      }),
    )
    .min(1),
  /** What is computed, step by step. */
  test: prose,
  /** When each status is given. */
  statusRules: z.strictObject({
    holds: text,
    holdsAtAnotherRate: text.optional(),
    mixed: text,
    fails: text,
    cannotBeTested: text,
  }),
  /** What kind of data would change the status. */
  wouldChange: text,
  /** Day on which test and thresholds were fixed. */
  fixedOn: day,
  caveats: z.array(text),
};

const ParametersHalve = z.strictObject({
  ...header,
  id: z.literal('parameters-halve'),
  number: z.literal(1),
  parameters: z.strictObject({ ...rate, ...sufficiency, ...resampling, from: day, levels }),
});

const InferenceCost = z.strictObject({
  ...header,
  id: z.literal('inference-cost'),
  number: z.literal(2),
  parameters: z.strictObject({
    ...rate,
    ...resampling,
    /** After this day prices are no longer joined to scores. */
    until: day,
    levels: z
      .array(
        z.strictObject({
          benchmark: z.enum(['mmlu', 'gpqa-diamond', 'humaneval']),
          levels: z.array(fraction).min(1),
        }),
      )
      .min(1),
    /** Fewest price cuts, and fewest months, of a level that gets a rate. */
    leastSteps: z.int().min(2),
    leastMonths: z.int().min(2),
    leastLevels: z.int().min(1),
    /** The two prices behind the paper's ratio. */
    arithmetic: z.strictObject({
      from: z.strictObject({ model: text, date: day, usd: positive }),
      to: z.strictObject({
        model: text,
        firstDate: day,
        lastDate: day,
        usdInput: positive,
        usdOutput: positive,
      }),
      claimedRatio: positive,
      claimedMonths: positive,
    }),
  }),
});

const TrainingCost = z.strictObject({
  ...header,
  id: z.literal('training-cost'),
  number: z.literal(3),
  parameters: z.strictObject({
    ...rate,
    ...sufficiency,
    ...resampling,
    from: day,
    levels,
    arithmetic: z.strictObject({
      parametersNow: positive,
      parametersAfter: positive,
      computeRatio: positive,
      days: positive,
    }),
  }),
});

const Acceleration = z.strictObject({
  ...header,
  id: z.literal('acceleration'),
  number: z.literal(4),
  parameters: z.strictObject({
    ...resampling,
    breakAt: day,
    /** Claimed growth of ln density per day before and after the break. */
    before: positive,
    after: positive,
    from: day,
    /** Panels the break is looked for on; the first is the claim's own. */
    tests: z
      .array(
        z.strictObject({
          name: text,
          panel: slug,
          benchmarks: z.array(slug).min(1).nullable(),
          needs: z.int().positive(),
        }),
      )
      .min(1),
    /** A score counts where it lies above chance by at least this. */
    aboveChance: fraction,
    /** Fewest models, and families, on either side of the break. */
    leastEachSide: z.int().min(3),
    leastFamilies: z.int().min(2),
    slowdown: z.strictObject({ panel: slug, breakAt: day }),
  }),
});

const OnDevice = z.strictObject({
  ...header,
  id: z.literal('on-device'),
  number: z.literal(5),
  parameters: z.strictObject({
    ...rate,
    ...resampling,
    /** Bits in which one weight is kept. */
    bitsPerWeight: positive,
    /** Share of a device's memory that a model may take. */
    memoryShare: z.number().gt(0).max(1),
    /** Models whose ability is to be fitted into a device. */
    abilities: z.array(z.strictObject({ model: slug, name: text })).min(1),
    devices: z
      .array(
        z.strictObject({
          id: slug,
          name: text,
          list: z.enum(['phones', 'systems', 'accelerators']),
          /** Names of the rows that make the series; null for every flagship phone on sale. */
          rows: z.array(text).min(3).nullable(),
        }),
      )
      .min(1),
    /** First day of the chips whose circuit density is fitted. */
    chipsFrom: day,
    /** Published doubling times of chips to combine with, ids of `data/published.json`. */
    chips: z.array(slug),
    /** Doubling time of chips that the talk names, days. */
    talkChipDays: positive,
  }),
});

const Compression = z.strictObject({
  ...header,
  id: z.literal('compression'),
  number: z.literal(6),
  parameters: z.strictObject({
    ...resampling,
    ruler: slug,
    /** Tests on which parent and child are compared. */
    axes: z.array(z.strictObject({ benchmark: slug, protocols: z.array(slug).min(1) })).min(1),
    /** Pairs that no `derivedFrom` states: distilled from a larger model while pre-trained. */
    pairs: z.array(z.strictObject({ child: slug, parent: slug })),
    /** Family and context parents whose perplexities make a ruler, smallest first. */
    perplexityRuler: z
      .array(z.strictObject({ parent: text, parameters: positive, test: text }))
      .min(2),
    /** Share of pairs that must lose density for "usually". */
    usually: fraction,
    leastPairs: z.int().min(2),
    leastParents: z.int().min(1),
  }),
});

const ShelfLife = z.strictObject({
  ...header,
  id: z.literal('shelf-life'),
  number: z.literal(7),
  parameters: z.strictObject({
    ...rate,
    ...resampling,
    from: day,
    panels: z.array(slug).min(1),
    /** A successor may be at most this part of a model's size, for the test itself. */
    part: z.number().gt(0).max(1),
    leastModels: z.int().min(3),
    leastEvents: z.int().min(1),
  }),
});

export const ClaimRecord = z.discriminatedUnion('id', [
  ParametersHalve,
  InferenceCost,
  TrainingCost,
  Acceleration,
  OnDevice,
  Compression,
  ShelfLife,
]);
export type ClaimRecord = z.infer<typeof ClaimRecord>;
export type ClaimId = ClaimRecord['id'];

/** The record of one claim. */
export type ClaimOf<Id extends ClaimId> = Extract<ClaimRecord, { id: Id }>;
