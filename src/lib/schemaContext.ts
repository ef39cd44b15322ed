/**
 * Formats of `data/context/` on machines and time: chips, memory, batteries, counts of devices and
 * a timeline. One file a subject, each with lists of strict rows; `schemaEconomy.ts` has the rest.
 *
 * Units stand in each file's `fields`; scores are fractions, money is US dollars unless the key
 * says otherwise. Dates are as precise as the source: `2024`, `2024-09` or `2024-09-05`.
 */
import { z } from 'zod';
import { day, schemaAddress, slug, source, text } from './schema.ts';

export const name = z.string().trim().min(1).max(500);
const number = z.number();
export const positive = z.number().positive();
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

export const header = {
  $schema: schemaAddress,
  id: slug,
  title: text,
  about: text,
  /** What keys mean, with units. */
  fields: z.record(z.string(), text),
  /** Pages the rows refer to by key. */
  sources: z.record(slug, Source),
};

/** Evidence of one row: a key of the file's `sources`, or null with `seenIn` for the talk alone. */
export const evidence = {
  source: slug.nullable(),
  locator: text.optional(),
  seenIn: text.optional(),
  note: text.optional(),
  /** True where the figure itself could not be checked. */
  unverified: z.boolean().optional(),
};

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
