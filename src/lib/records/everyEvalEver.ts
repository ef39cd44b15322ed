/**
 * Reads the JSON of Every Eval Ever (https://github.com/evaleval/every_eval_ever, schema 0.3.0): one
 * file a run, with the model, who ran it and a list of results.
 */
import { z } from 'zod';
import type { BenchmarkRecord } from '../schema.ts';
import type { ForeignRow, Imported, Said } from './foreign.ts';
import { oneLine, takeRow } from './foreign.ts';
import {
  benchmarkByDataset,
  benchmarkByName,
  foreignProtocols,
  harnessByName,
  isShareOfRight,
} from './foreignNames.ts';

const details = z.record(z.string(), z.unknown()).optional();

/** The fields that are read; the rest of the file may be anything. */
const Result = z.object({
  evaluation_name: z.string(),
  source_data: z.object({
    dataset_name: z.string(),
    source_type: z.string(),
    url: z.array(z.string()).optional(),
    hf_repo: z.string().optional(),
    additional_details: details,
  }),
  metric_config: z.object({
    lower_is_better: z.boolean(),
    metric_id: z.string().optional(),
    metric_name: z.string().optional(),
    metric_kind: z.string().optional(),
    metric_unit: z.string().optional(),
    max_score: z.union([z.number(), z.string(), z.null()]).optional(),
  }),
  score_details: z.object({ score: z.number() }),
  generation_config: z
    .object({
      generation_args: z.object({ reasoning: z.boolean().nullish() }).nullish(),
      additional_details: details,
    })
    .nullish(),
});
type Result = z.infer<typeof Result>;

const EveryEvalEver = z.object({
  schema_version: z.string(),
  evaluation_id: z.string(),
  source_metadata: z.object({
    source_name: z.string().optional(),
    source_organization_name: z.string(),
    evaluator_relationship: z.string(),
  }),
  eval_library: z.object({ name: z.string(), version: z.string() }).optional(),
  model_info: z.object({
    name: z.string(),
    id: z.string(),
    developer: z.string().optional(),
    additional_details: details,
  }),
  evaluation_results: z.array(z.unknown()),
});
type EveryEvalEver = z.infer<typeof EveryEvalEver>;

/** Whether a parsed file looks like one of Every Eval Ever. */
export function isEveryEvalEver(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'evaluation_results' in content;
}

/**
 * @param content the parsed file
 * @param benchmarks ours, to know their protocols
 * @throws RangeError where the file is not of this format, with the field
 */
export function readEveryEvalEver(
  content: unknown,
  benchmarks: readonly BenchmarkRecord[],
  said: Said = {},
): Imported {
  const parsed = EveryEvalEver.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RangeError(
      `is no Every Eval Ever file: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`,
    );
  }
  const file = parsed.data;
  const imported: Imported = { model: modelOf(file), scores: [], leftOut: [], warnings: [] };
  file.evaluation_results.forEach((entry, index) => {
    const result = Result.safeParse(entry);
    const row = `evaluation_results[${index}]`;
    if (!result.success) {
      const issue = result.error.issues[0];
      const reason = `it breaks the format: ${issue?.path.join('.')}: ${issue?.message}`;
      imported.leftOut.push({ row, value: null, reason });
      return;
    }
    const name = `${row} (${oneLine(result.data.evaluation_name, 60)})`;
    const refusal = refuseMetric(result.data);
    if (refusal) {
      imported.leftOut.push({ row: name, value: result.data.score_details.score, reason: refusal });
      return;
    }
    takeRow(rowOf(name, result.data, file, said), benchmarks, imported);
  });
  return imported;
}

function modelOf({ model_info }: EveryEvalEver): Imported['model'] {
  const availability = model_info.additional_details?.['model_availability'];
  return {
    hub: /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/.test(model_info.id) ? model_info.id : null,
    name: oneLine(model_info.name.split('/').at(-1) ?? model_info.name),
    organization: model_info.developer ? oneLine(model_info.developer) : null,
    openWeights:
      availability === 'open_weights' ? true : availability === 'closed_weights' ? false : null,
  };
}

/** Why a measure is no share of right answers; null where it is, or where the file names none. */
function refuseMetric({ metric_config: metric }: Result): string | null {
  if (metric.lower_is_better) return 'less is better in its measure';
  const name = metric.metric_kind ?? metric.metric_id ?? metric.metric_name;
  if (name === undefined || isShareOfRight(name)) return null;
  return `its measure, ${oneLine(name, 60)}, is no share of right answers`;
}

function rowOf(name: string, result: Result, file: EveryEvalEver, said: Said): ForeignRow {
  const { source_metadata: source, eval_library: library } = file;
  const { hf_repo: dataset, dataset_name, url } = result.source_data;
  const collection = foreignProtocols.find((known) => known.source === source.source_name);
  const config = result.generation_config;
  const called = result.evaluation_name;
  return {
    row: name,
    called: oneLine(called, 80),
    benchmark:
      benchmarkByName(called) ??
      (called === dataset_name && dataset ? benchmarkByDataset(dataset, null) : null),
    score: result.score_details.score,
    unit: unitOf(result),
    protocol: collection?.protocol ?? null,
    isReasoning: config?.generation_args?.reasoning === true,
    shots: said.shots ?? shotsOf(config?.additional_details),
    setting: null,
    harness: collection?.harness ?? (library ? harnessByName(library.name) : null),
    reporter: said.reporter ?? reporterOf(source.evaluator_relationship),
    source: said.source ?? (url?.[0] || null),
    locator: oneLine(`${called} in Every Eval Ever, ${file.evaluation_id}`),
    note:
      library && library.name !== 'unknown'
        ? oneLine(`run with ${library.name} ${library.version}`)
        : null,
  };
}

function unitOf({ metric_config: metric }: Result): ForeignRow['unit'] {
  if (/^percent/i.test(metric.metric_unit ?? '')) return 'percent';
  if (/^(?:proportion|fraction)$/i.test(metric.metric_unit ?? '')) return 'fraction';
  if (metric.max_score === 1) return 'fraction';
  return metric.max_score === 100 ? 'percent' : null;
}

function shotsOf(config: Readonly<Record<string, unknown>> | undefined): number | null {
  const text = config?.['num_fewshot'] ?? config?.['n_shot'] ?? config?.['num_shots'];
  const shots = Number(text);
  return text !== undefined && Number.isInteger(shots) && shots >= 0 && shots <= 100 ? shots : null;
}

function reporterOf(relationship: string): ForeignRow['reporter'] {
  if (relationship === 'first_party') return 'developer';
  return relationship === 'third_party' ? 'third-party' : null;
}
