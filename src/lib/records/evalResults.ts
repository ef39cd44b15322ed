/**
 * Reads the results that Hugging Face keeps in a model's repository, `.eval_results/*.yaml`
 * (https://huggingface.co/docs/hub/eval-results): a list of data set, task and value. The file names
 * neither the model nor the unit, and its source only if the author chose to.
 */
import { z } from 'zod';
import type { BenchmarkRecord } from '../schema.ts';
import type { ForeignRow, Imported, Said } from './foreign.ts';
import { oneLine, takeRow } from './foreign.ts';
import { benchmarkByDataset, harnessByName } from './foreignNames.ts';

/** The fields that are read. `config` is what `task_id` was called before. */
const Entry = z.object({
  dataset: z.object({
    id: z.string(),
    task_id: z.string().nullish(),
    config: z.string().nullish(),
  }),
  value: z.number(),
  source: z
    .object({ url: z.string(), name: z.string().nullish(), user: z.string().nullish() })
    .nullish(),
  evaluation_framework: z.string().nullish(),
  notes: z.string().nullish(),
});
type Entry = z.infer<typeof Entry>;

/** What is known beside the file: whose results they are, and where the file lies. */
export interface Place {
  /** Repository of the model; null where only our id is known. */
  hub: string | null;
  /** Name of the file. */
  file: string;
}

/**
 * @param content the parsed YAML
 * @throws RangeError where it is no list of results
 */
export function readEvalResults(
  content: unknown,
  { hub, file }: Place,
  benchmarks: readonly BenchmarkRecord[],
  said: Said = {},
): Imported {
  if (!Array.isArray(content)) {
    throw new RangeError('is no file of .eval_results: it must be a list of results');
  }
  const name = hub?.split('/')[1] ?? null;
  const model = { hub, name, organization: null, openWeights: hub === null ? null : true };
  const imported: Imported = { model, scores: [], leftOut: [], warnings: [] };
  content.forEach((item: unknown, index) => {
    const entry = Entry.safeParse(item);
    if (!entry.success) {
      const issue = entry.error.issues[0];
      const reason = `it breaks the format: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`;
      imported.leftOut.push({ row: `[${index}]`, value: null, reason });
      return;
    }
    takeRow(rowOf(index, entry.data, { hub, file }, said), benchmarks, imported);
  });
  return imported;
}

function rowOf(index: number, entry: Entry, { hub, file }: Place, said: Said): ForeignRow {
  const { dataset, source, notes } = entry;
  const task = dataset.task_id ?? dataset.config ?? null;
  const called = oneLine(task === null ? dataset.id : `${dataset.id}, ${task}`, 80);
  const own = hub === null ? null : `https://huggingface.co/${hub}/blob/main/.eval_results/${file}`;
  const link = source?.url ?? null;
  return {
    row: `[${index}] (${called})`,
    called,
    benchmark: benchmarkByDataset(dataset.id, task),
    score: entry.value,
    unit: null,
    protocol: null,
    isReasoning: namesReasoning(notes ?? ''),
    shots: said.shots ?? shotsIn(notes),
    setting: notes ? oneLine(notes) : null,
    harness: entry.evaluation_framework ? harnessByName(entry.evaluation_framework) : null,
    reporter: said.reporter ?? reporterOf(source, hub),
    source: said.source ?? link ?? own,
    locator: oneLine(`entry ${index + 1} of .eval_results/${file}: ${called}`),
    note: source?.name ? oneLine(`the file names as its source: ${source.name}`) : null,
  };
}

/** Whether a note says that the model reasoned at length first. */
function namesReasoning(notes: string): boolean {
  const denied = /\b(?:no|non|without)[- ](?:thinking|reasoning)\b/i;
  return /\b(?:thinking|reasoning)\b/i.test(notes) && !denied.test(notes);
}

/** "5-shot" in a note. */
function shotsIn(notes: string | null | undefined): number | null {
  const shots = /\b(\d{1,2})[- ]?shots?\b/i.exec(notes ?? '')?.[1];
  return shots === undefined ? null : Number(shots);
}

/** Who measured: the owner of the repository or somebody else, where the file names one. */
function reporterOf(source: Entry['source'], hub: string | null): ForeignRow['reporter'] {
  const owner = hub?.split('/')[0]?.toLowerCase();
  const user = (
    source?.user ??
    /^https:\/\/huggingface\.co\/(?:spaces\/|datasets\/)?([^/]+)\//.exec(source?.url ?? '')?.[1]
  )?.toLowerCase();
  if (user === undefined || owner === undefined) return null;
  return user === owner ? 'developer' : 'third-party';
}
