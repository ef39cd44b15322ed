/**
 * Formats of `data/context/` on the cost of models: API prices, training runs, and compressed
 * models against their parents. Units stand in each file's `fields`; scores are fractions.
 */
import { z } from 'zod';
import { slug, source, text } from './schema.ts';
import { evidence, header, name, partialDay, positive } from './schemaContext.ts';

const fraction = z.number().min(0).max(1);

export const PricesFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      id: slug,
      model: name,
      provider: name.nullable(),
      date: partialDay,
      /** What `date` means in this row's source. */
      dateKind: text,
      usdPerMillionInput: z.number().nonnegative().nullable(),
      usdPerMillionOutput: z.number().nonnegative().nullable(),
      usdPerMillionBlended: z.number().nonnegative(),
      canonical: name.optional(),
      /** Scores that place the model; never from the same row's price list. */
      scores: z
        .strictObject({
          mmlu: fraction.optional(),
          gpqaDiamond: fraction.optional(),
          humaneval: fraction.optional(),
          math500: fraction.optional(),
          mathLevel5: fraction.optional(),
          arenaElo: positive.optional(),
          shots: z.int().nonnegative().optional(),
          reportedIn: text.optional(),
          source: slug,
        })
        .optional(),
      gpqaRun: z.strictObject({ score: fraction, run: name, source: slug }).optional(),
      /** Why the price is left out of fits. */
      suspect: text.optional(),
      modelId: name.optional(),
      validTo: partialDay.nullable().optional(),
      stillListed: z.boolean().optional(),
      ...evidence,
    }),
  ),
  mmluReported: z.array(
    z.strictObject({
      name,
      modelVersion: name.nullable(),
      mmlu: fraction,
      shots: z.int().nonnegative().nullable(),
      reportedIn: text,
      reportedUrl: source,
      source: slug,
    }),
  ),
  benchmarkRuns: z.array(
    z.strictObject({
      benchmark: z.enum(['gpqa-diamond', 'math-level-5', 'otis-mock-aime-2024-2025']),
      modelVersion: name,
      score: fraction,
      released: partialDay.nullable(),
      runStarted: partialDay.nullable(),
      ...evidence,
    }),
  ),
});
export type PricesFile = z.infer<typeof PricesFile>;

export const TrainingFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      model: name,
      organisation: name.nullable(),
      date: partialDay,
      parameters: positive.nullable(),
      tokens: positive.nullable(),
      tokensNote: text.optional(),
      flop: positive.nullable(),
      flop6nd: positive.nullable(),
      ratio6ndToFlop: positive.optional(),
      chipHours: positive.nullable(),
      hardware: name.nullable(),
      hardwareQuantity: positive.nullable(),
      trainingHours: positive.nullable(),
      costUsd2023: positive.nullable(),
      confidence: z.enum(['Confident', 'Likely', 'Speculative', 'Unknown']),
      access: name.nullable(),
      primaryLink: name.nullable(),
      ...evidence,
    }),
  ),
  reportedByDevelopers: z.array(
    z.strictObject({
      model: name,
      date: partialDay,
      parameters: positive.optional(),
      activeParameters: positive.optional(),
      tokens: positive.optional(),
      chipHours: positive.optional(),
      chip: name.optional(),
      costUsd: positive.optional(),
      costCny: positive.optional(),
      co2Tonnes: positive.optional(),
      ...evidence,
    }),
  ),
  costEstimates: z.array(
    z.strictObject({
      model: name,
      cloudUsd: positive.nullable(),
      hardwareAcquisitionUsd: positive.nullable(),
      amortisedHardwareEnergyUsd: positive,
      ...evidence,
    }),
  ),
  talkClaims: z.array(
    z.strictObject({
      claim: text,
      parameters: positive.optional(),
      parametersNow: positive.optional(),
      parametersAfter12Months: positive.optional(),
      computeRatio: positive.optional(),
      h100: positive.optional(),
      ...evidence,
    }),
  ),
});
export type TrainingFile = z.infer<typeof TrainingFile>;

export const CompressedModelsFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      model: name,
      parent: name,
      method: text,
      date: partialDay,
      parameters: positive,
      parentParameters: positive,
      parametersNote: text.optional(),
      parentParametersNote: text.optional(),
      nonEmbedding: positive.optional(),
      parentNonEmbedding: positive.optional(),
      tokensAfterPruning: positive.optional(),
      bits: positive.nullable(),
      parentBits: positive,
      sizeGib: positive.optional(),
      parentSizeGib: positive.optional(),
      /** Fractions. */
      scores: z.record(z.string(), fraction),
      parentScores: z.record(z.string(), fraction),
      /** Perplexities; lower is better. */
      perplexities: z.record(z.string(), positive),
      parentPerplexities: z.record(z.string(), positive),
      /** The source's own change of the mean score in percent. */
      changePercent: z.number().optional(),
      parentScoresNote: text.optional(),
      parentScoresSource: slug.optional(),
      ...evidence,
    }),
  ),
  sizeAndSpeed: z.array(
    z.strictObject({
      model: name,
      quant: name,
      bitsPerWeight: positive.optional(),
      sizeGib: positive.optional(),
      sizeGb: positive.optional(),
      tokensPerSecond: positive.optional(),
      ...evidence,
    }),
  ),
  edgeSpeed: z.array(
    z.strictObject({
      model: name,
      precision: z.enum(['fp16', 'int4']),
      /** Tokens per second on each device. */
      a100: positive.nullable(),
      rtx4090: positive.nullable(),
      orin: positive.nullable(),
      ...evidence,
    }),
  ),
  claims: z.array(z.strictObject({ claim: text, date: partialDay.optional(), ...evidence })),
});
export type CompressedModelsFile = z.infer<typeof CompressedModelsFile>;
