/**
 * The one door through which records enter: checks every file of `data/` against its schema and
 * against the others, and returns typed, sorted lists. Pure: reading files is `src/build/readData.ts`.
 */
import type { z } from 'zod';
import { checkClaims } from './claimChecks.ts';
import { crossCheck } from './dataChecks.ts';
import { DataError, fewOf, type Problem, problemsOf, shorten } from './problems.ts';
import {
  BenchmarkRecord,
  DatasetRecord,
  ModelRecord,
  PanelRecord,
  PublishedFile,
  type PublishedRecord,
  RulerRecord,
} from './schema.ts';
import { BibliographyFile, type Work } from './schemaBibliography.ts';
import { ClaimRecord } from './schemaClaims.ts';
import { BatteriesFile, ChipsFile, EventsFile, MemoryFile, UbiquityFile } from './schemaContext.ts';
import { CompressedModelsFile, PricesFile, TrainingFile } from './schemaEconomy.ts';
import { PredictionRecord } from './schemaPredictions.ts';
import { CompressionFile, LadderFile, LossesFile, OvertrainingFile } from './schemaReference.ts';

export { DataError, type Problem } from './problems.ts';

const FOLDERS = {
  models: ModelRecord,
  benchmarks: BenchmarkRecord,
  panels: PanelRecord,
  rulers: RulerRecord,
  claims: ClaimRecord,
  predictions: PredictionRecord,
} as const;

const SINGLE_FILES = {
  'dataset.json': DatasetRecord,
  'published.json': PublishedFile,
  'bibliography.json': BibliographyFile,
  'reference/losses.json': LossesFile,
  'reference/ladder.json': LadderFile,
  'reference/overtraining.json': OvertrainingFile,
  'reference/compression.json': CompressionFile,
  'context/prices.json': PricesFile,
  'context/chips.json': ChipsFile,
  'context/memory.json': MemoryFile,
  'context/batteries.json': BatteriesFile,
  'context/training.json': TrainingFile,
  'context/compression.json': CompressedModelsFile,
  'context/ubiquity.json': UbiquityFile,
  'context/events.json': EventsFile,
} as const;

type Folder = keyof typeof FOLDERS;
type SingleFile = keyof typeof SINGLE_FILES;
type Singles = { -readonly [K in SingleFile]?: z.infer<(typeof SINGLE_FILES)[K]> };

/** Everything in `data/`, checked; lists are sorted by id (code units). */
export interface Data {
  models: ModelRecord[];
  benchmarks: BenchmarkRecord[];
  panels: PanelRecord[];
  rulers: RulerRecord[];
  claims: ClaimRecord[];
  predictions: PredictionRecord[];
  reference: {
    losses: LossesFile;
    ladder: LadderFile;
    overtraining: OvertrainingFile;
    compression: CompressionFile;
  };
  context: {
    prices: PricesFile;
    chips: ChipsFile;
    memory: MemoryFile;
    batteries: BatteriesFile;
    training: TrainingFile;
    compression: CompressedModelsFile;
    ubiquity: UbiquityFile;
    events: EventsFile;
  };
  published: PublishedRecord[];
  /** Works cited, as CSL-JSON. */
  bibliography: Work[];
  dataset: DatasetRecord;
}

/** Files that passed their own schema, by path; input of the checks across files. */
export interface ParsedFiles {
  models: Map<string, ModelRecord>;
  benchmarks: Map<string, BenchmarkRecord>;
  panels: Map<string, PanelRecord>;
  rulers: Map<string, RulerRecord>;
  claims: Map<string, ClaimRecord>;
  predictions: Map<string, PredictionRecord>;
  singles: Singles;
  /** Paths of all files, those that failed their schema included. */
  paths: ReadonlySet<string>;
}

/**
 * Checks and sorts the files of `data/`.
 *
 * @param files parsed JSON by path relative to `data/`, such as `models/qwen2.5-7b.json`
 * @returns typed records, each list sorted by id
 * @throws {DataError} with all problems of all files, sorted by file
 */
export function parseData(files: ReadonlyMap<string, unknown>): Data {
  const { parsed, problems } = examine(files);
  if (problems.length > 0) throw new DataError(problems);
  return assemble(parsed);
}

/** What could be read of the files, and all problems, sorted by file; for those who go on without the rest. */
export function examine(files: ReadonlyMap<string, unknown>): {
  parsed: ParsedFiles;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const parsed = parseFiles(files, problems);
  for (const file of Object.keys(SINGLE_FILES)) {
    if (files.has(file)) continue;
    problems.push({
      file,
      field: '',
      value: '',
      rule: 'the file is missing',
      mend: 'restore it from the repository',
    });
  }
  problems.push(...crossCheck(parsed), ...checkClaims(parsed));
  const told = fewOf(problems);
  told.sort((a, b) => compare(a.file, b.file));
  return { parsed, problems: told };
}

function parseFiles(files: ReadonlyMap<string, unknown>, problems: Problem[]): ParsedFiles {
  const parsed: ParsedFiles = {
    models: new Map(),
    benchmarks: new Map(),
    panels: new Map(),
    rulers: new Map(),
    claims: new Map(),
    predictions: new Map(),
    singles: {},
    paths: new Set(files.keys()),
  };
  for (const [path, content] of files) {
    const folder = folderOf(path);
    if (folder !== undefined) {
      const record = parseRecord(FOLDERS[folder], path, content, problems);
      if (record !== undefined) (parsed[folder] as Map<string, unknown>).set(path, record);
    } else if (isSingle(path)) {
      const record = parseRecord(SINGLE_FILES[path], path, content, problems);
      if (record !== undefined) (parsed.singles as Record<string, unknown>)[path] = record;
    } else {
      problems.push(unexpected(path));
    }
  }
  return parsed;
}

function parseRecord(
  schema: z.ZodType,
  path: string,
  content: unknown,
  problems: Problem[],
): unknown {
  const result = schema.safeParse(content);
  if (!result.success) {
    for (const issue of result.error.issues) {
      for (const problem of problemsOf(path, content, issue, schema)) problems.push(problem);
    }
    return undefined;
  }
  // It is for editors, is no part of the data, and so is in no result, download or hash.
  if (!Array.isArray(result.data)) delete (result.data as { $schema?: unknown }).$schema;
  const id = (result.data as { id?: unknown }).id;
  const stem = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
  if (id !== undefined && id !== stem) {
    problems.push({
      file: path,
      field: 'id',
      value: shorten(id),
      rule: 'must equal the file name without .json',
      mend: `write "${stem}", or rename the file to ${String(id)}.json`,
    });
  }
  return result.data;
}

function folderOf(path: string): Folder | undefined {
  const match = /^(\w+)\/[^/]+\.json$/.exec(path);
  const folder = match?.[1];
  return folder !== undefined && Object.hasOwn(FOLDERS, folder) ? (folder as Folder) : undefined;
}

function isSingle(path: string): path is SingleFile {
  return Object.hasOwn(SINGLE_FILES, path);
}

function unexpected(path: string): Problem {
  return {
    file: path,
    field: '',
    value: '',
    rule: 'is no file that the data folder knows',
    mend: 'a model belongs into models/<id>.json, a benchmark into benchmarks/<id>.json; remove anything else',
  };
}

/** Order by code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted<T extends { id: string }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) => compare(a.id, b.id));
}

/** Only called when every file is there and valid, so each single file is present. */
function assemble(parsed: ParsedFiles): Data {
  const singles = parsed.singles as Required<Singles>;
  return {
    models: sorted(parsed.models.values()),
    benchmarks: sorted(parsed.benchmarks.values()),
    panels: sorted(parsed.panels.values()),
    rulers: sorted(parsed.rulers.values()),
    claims: sorted(parsed.claims.values()),
    predictions: sorted(parsed.predictions.values()),
    reference: {
      losses: singles['reference/losses.json'],
      ladder: singles['reference/ladder.json'],
      overtraining: singles['reference/overtraining.json'],
      compression: singles['reference/compression.json'],
    },
    context: {
      prices: singles['context/prices.json'],
      chips: singles['context/chips.json'],
      memory: singles['context/memory.json'],
      batteries: singles['context/batteries.json'],
      training: singles['context/training.json'],
      compression: singles['context/compression.json'],
      ubiquity: singles['context/ubiquity.json'],
      events: singles['context/events.json'],
    },
    published: sorted(singles['published.json']),
    bibliography: sorted(singles['bibliography.json']),
    dataset: singles['dataset.json'],
  };
}
