/**
 * What a lint is: a rule about the meaning of a model's record, which the schema cannot state. A
 * record that breaks the schema never gets here. Pure, so that the site can run them in a browser.
 */
import type { Path } from '../jsonText.ts';
import type { BenchmarkRecord, ModelRecord } from '../schema.ts';

/** `error`: cannot be right. `warning`: is probably wrong, look again. `note`: could be better. */
export type Severity = 'error' | 'warning' | 'note';

/** One record under inspection. */
export interface Subject {
  record: ModelRecord;
  /** The record as it was written, before the schema trimmed it. */
  raw: unknown;
  /** The file's text, for rules on its form; null where the record is in no file. */
  text: string | null;
}

export interface Finding {
  /** Path of the value in the record. */
  path: Path;
  /** What is wrong, one or two sentences. */
  message: string;
  /** What to do, one or two sentences. */
  mend: string;
}

export interface Lint {
  /** Also the name of the file and the anchor on the page. */
  id: string;
  severity: Severity;
  group: LintGroup;
  /** The rule, one sentence. */
  title: string;
  /** Why there is such a rule, for the page. */
  why: string;
  /** A line that breaks the rule, and how it should read. */
  example: { wrong: string; right: string };
  check(subject: Subject, context: LintContext): Finding[];
}

export const lintGroups = [
  'dates',
  'sizes',
  'scores',
  'sources',
  'identity',
  'origin',
  'form',
] as const;
export type LintGroup = (typeof lintGroups)[number];

/** A model's score as the lints compare it; `size` in weights, `day` in days. */
export interface Measured {
  model: ModelRecord;
  value: number;
  size: number | null;
  day: number | null;
}

/** The other records, laid out for the lints. */
export interface LintContext {
  asOf: string;
  models: readonly ModelRecord[];
  /** By id and by alias. */
  named: ReadonlyMap<string, ModelRecord>;
  benchmarks: ReadonlyMap<string, BenchmarkRecord>;
  families: ReadonlyMap<string, readonly ModelRecord[]>;
  organizations: ReadonlyMap<string, readonly ModelRecord[]>;
  /** Counted scores by {@link testKey}. */
  measured: ReadonlyMap<string, readonly Measured[]>;
}

/** Names one test: a benchmark under one protocol. */
export function testKey({ benchmark, protocol }: { benchmark: string; protocol: string }): string {
  return `${benchmark} ${protocol}`;
}

/**
 * @param models all records that passed the schema, those under inspection included
 * @param asOf the data's own date, YYYY-MM-DD
 */
export function lintContext(
  models: readonly ModelRecord[],
  benchmarks: readonly BenchmarkRecord[],
  asOf: string,
): LintContext {
  const measured = new Map<string, Measured[]>();
  for (const model of models) {
    const [size, day] = [sizeOf(model), dayOf(model)];
    for (const score of model.scores) {
      if (score.suspect !== undefined) continue;
      const list = measured.get(testKey(score)) ?? [];
      list.push({ model, value: score.value, size, day });
      measured.set(testKey(score), list);
    }
  }
  return {
    asOf,
    models,
    named: new Map(
      models.flatMap((model) => [model.id, ...model.aliases].map((name) => [name, model] as const)),
    ),
    benchmarks: new Map(benchmarks.map((record) => [record.id, record])),
    families: groupBy(models, ({ family }) => family),
    organizations: groupBy(models, ({ organization }) => organization),
    measured,
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

export function sizeOf({ parameters }: ModelRecord): number | null {
  return parameters?.total ?? null;
}

/** Days since 1970. */
export function dayOf({ released }: ModelRecord): number | null {
  return released === null ? null : dayNumber(released.date);
}

export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
