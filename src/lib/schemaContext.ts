/**
 * Formats of `data/context/`: prices, chips, memory, batteries, training runs, compressed models,
 * counts of devices and a timeline. One file a subject, each with lists of strict rows.
 *
 * Units stand in each file's `fields`; scores are fractions, money is US dollars unless the key
 * says otherwise. Dates are as precise as the source: `2024`, `2024-09` or `2024-09-05`.
 */
import { z } from 'zod';
import { day, slug, source, text } from './schema.ts';

const name = z.string().trim().min(1).max(500);
const number = z.number();
const positive = z.number().positive();
const fraction = z.number().min(0).max(1);
const year = z.int().min(1900).max(2100);

/** A year, a month or a day; impossible months and days are refused. */
export const partialDay = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a year, a month or a day such as 2024, 2024-09 or 2024-09-05',
  )
  .refine(
    (value) => value.length < 10 || day.safeParse(value).success,
    'is no day of the calendar',
  );

const Source = z.strictObject({
  title: text,
  url: source,
  commit: z.string().max(60).optional(),
  commitDate: z.string().max(80).optional(),
  licence: text.optional(),
  note: text.optional(),
});

const header = {
  $schema: z.string().optional(),
  id: slug,
  title: text,
  about: text,
  /** What keys mean, with units. */
  fields: z.record(z.string(), text),
  /** Pages the rows refer to by key. */
  sources: z.record(slug, Source),
};

/** Evidence of one row: a key of the file's `sources`, or null with `seenIn` for the talk alone. */
const evidence = {
  source: slug.nullable(),
  locator: text.optional(),
  seenIn: text.optional(),
  note: text.optional(),
  /** True where the figure itself could not be checked. */
  unverified: z.boolean().optional(),
};

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

export const ChipsFile = z.strictObject({
  ...header,
  accelerators: z.array(
    z.strictObject({
      name,
      maker: name,
      kind: z.enum(['GPU', 'SoC', 'TPU']),
      date: partialDay.nullable(),
      processNm: positive.nullable().optional(),
      transistorsMillions: positive.nullable().optional(),
      dieMm2: positive.nullable().optional(),
      densityMtrPerMm2: positive.nullable().optional(),
      memoryGb: positive.nullable().optional(),
      memoryBandwidthGbS: positive.nullable().optional(),
      fp16Tflops: positive.nullable().optional(),
      tensorTflops: positive.nullable().optional(),
      tdpW: positive.nullable().optional(),
      priceUsd: positive.nullable().optional(),
      priceSource: name.nullable().optional(),
      datasheets: z.array(name).optional(),
      ...evidence,
    }),
  ),
  densityRows: z.array(
    z.strictObject({
      name,
      kind: z.enum(['GPU', 'CPU']),
      date: partialDay,
      processNm: positive.nullable(),
      transistorsMillions: positive,
      dieMm2: positive,
      densityMtrPerMm2: positive,
      /** True where the die area counts one chiplet of several. */
      multiDie: z.boolean().optional(),
      ...evidence,
    }),
  ),
  cpuTransistors: z.array(
    z.strictObject({ year: number, transistorsThousands: positive, ...evidence }),
  ),
  namedCpuTransistors: z.array(
    z.strictObject({ name, date: partialDay, transistorsBillions: positive, ...evidence }),
  ),
  purchasePrices: z.array(
    z.strictObject({
      hardware: name,
      date: partialDay,
      priceUsd: positive,
      gpus: z.int().positive().nullable(),
      priceSource: name.nullable(),
      ...evidence,
    }),
  ),
  rentalPrices: z.array(
    z.strictObject({
      hardware: name,
      date: partialDay,
      usdPerChipHour: positive,
      vendor: name,
      priceSource: name,
      ...evidence,
    }),
  ),
});
export type ChipsFile = z.infer<typeof ChipsFile>;

export const MemoryFile = z.strictObject({
  ...header,
  phones: z.array(
    z.strictObject({
      device: name,
      maker: name,
      year,
      ramGb: positive,
      tier: z.enum(['flagship', 'largest on sale']),
      rumour: z.boolean().optional(),
      ramOptionsGb: z.array(positive).optional(),
      batteryMah: positive.optional(),
      ...evidence,
    }),
  ),
  averageRam: z.array(z.strictObject({ year, averageRamGb: positive, scope: text, ...evidence })),
  androidMarket: z.array(
    z.strictObject({
      year,
      phones: z.int().positive(),
      maxRamGb: positive,
      medianTopRamGb: positive,
      ...evidence,
    }),
  ),
  socsAndBoards: z.array(
    z.strictObject({
      device: name,
      maker: name,
      kind: z.enum(['edge board', 'laptop or desktop SoC', 'phone SoC']),
      date: partialDay,
      dateUnverified: z.boolean().optional(),
      maxMemoryGb: positive.nullable(),
      bandwidthGbS: positive.nullable().optional(),
      priceUsd: positive.optional(),
      int8SparseTops: positive.optional(),
      int8Tops: positive.optional(),
      fp4Tflops: positive.optional(),
      ...evidence,
    }),
  ),
});
export type MemoryFile = z.infer<typeof MemoryFile>;

export const BatteriesFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      date: partialDay,
      product: text,
      whPerKg: positive.nullable(),
      whPerL: positive.nullable(),
      level: text,
      quality: text,
      capacityAh: positive.optional(),
      voltageUnverified: z.boolean().optional(),
      ...evidence,
    }),
  ),
  growthClaims: z.array(
    z.strictObject({
      claim: text,
      fromYear: year.optional(),
      toYear: year.optional(),
      factor: positive.optional(),
      factorVolumetric: positive.optional(),
      factorGravimetric: positive.optional(),
      ratePerYear: positive.optional(),
      doublingYears: positive.optional(),
      doublingYearsVolumetric: positive.optional(),
      doublingYearsGravimetric: positive.optional(),
      date: partialDay.optional(),
      quality: text,
      ...evidence,
    }),
  ),
});
export type BatteriesFile = z.infer<typeof BatteriesFile>;

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
      changePercent: number.optional(),
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

export const UbiquityFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      what: text,
      value: positive,
      date: partialDay,
      comparison: z.enum(['about', 'more than']).optional(),
      kind: z.enum(['forecast']).optional(),
      ...evidence,
    }),
  ),
  nvidiaByChip: z.array(
    z.strictObject({
      chip: name,
      from: day,
      to: day,
      units: positive,
      unitsP5: positive,
      unitsP95: positive,
      h100Equivalents: positive,
      ...evidence,
    }),
  ),
  nvidiaTotals: z.array(
    z.strictObject({
      from: day,
      to: day,
      units: positive,
      unitsP5: positive,
      unitsP95: positive,
      h100Equivalents: positive,
      h100EquivalentsP5: positive,
      h100EquivalentsP95: positive,
      ...evidence,
    }),
  ),
});
export type UbiquityFile = z.infer<typeof UbiquityFile>;

export const EventsFile = z.strictObject({
  ...header,
  records: z.array(
    z.strictObject({
      date: partialDay,
      event: text,
      kind: z.enum(['context', 'law', 'model', 'price', 'product']),
      parameters: positive.nullable().optional(),
      primaryLink: source.optional(),
      ...evidence,
    }),
  ),
});
export type EventsFile = z.infer<typeof EventsFile>;
