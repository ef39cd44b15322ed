/** `npm run import -- FILE…`: results of other collections as a new record, or as scores of a copy of ours. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { DataFolderError } from '../src/build/readData.ts';
import type { Data } from '../src/lib/data.ts';
import { DataError } from '../src/lib/data.ts';
import { recordFromAnswers } from '../src/lib/records/answers.ts';
import { formatModel } from '../src/lib/records/canonical.ts';
import { readEvalResults } from '../src/lib/records/evalResults.ts';
import { isEveryEvalEver, readEveryEvalEver } from '../src/lib/records/everyEvalEver.ts';
import type { ForeignModel, Imported, Said } from '../src/lib/records/foreign.ts';
import { addScores } from '../src/lib/records/foreign.ts';
import { questions } from '../src/lib/records/questions.ts';
import { isRead, readShots, suggestId } from '../src/lib/records/readings.ts';
import type { ModelRecord } from '../src/lib/schema.ts';
import type { Texts } from './dataFiles.ts';
import { ExistsError, parseTexts, readFolder, schemaAddressOf, writeNew } from './dataFiles.ts';

const help = `Reads results of other collections into records. Files of one model at a time.

  npm run import -- FILE…                       Every Eval Ever (.json) or .eval_results (.yaml)
  npm run import -- --hub owner/name FILE.yaml  a file of .eval_results does not name its model

A model that has a record here (found by its repository on Hugging Face, or named with --model) gets
the scores in a copy of that record, .cache/import/<id>.json; another becomes a new record,
data/models/<id>.json. Nothing is written over.

  --model ID           our id of the model
  --source URL         page on which the values can be read, where the file names none or a worse one
  --reporter WHO       developer or third-party, where the file does not say
  --shots N            worked examples in the prompt, where the file does not say
  --out FILE           where to write instead
  --dry-run            prints the record and writes nothing
  --data DIR           directory of records (default: data)
  --help               this text

For a new record, what the file does not know (see npm run add -- --help):
${questions.map(({ key }) => `  --${key}`).join('\n')}
`;

/** Larger files are no list of results. */
const LARGEST = 5_000_000;

class UsageError extends Error {}

interface Options {
  files: string[];
  data: string;
  isDry: boolean;
  out: string | null;
  model: string | null;
  hub: string | null;
  said: Said;
  /** Answers for a new record. */
  fields: Record<string, string>;
}

function parseOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(questions.map(({ key }) => [key, text])),
      hub: text,
      source: text,
      model: text,
      reporter: text,
      shots: text,
      out: text,
      data: { type: 'string', default: 'data' },
      'dry-run': flag,
      help: flag,
    },
    strict: true,
    allowPositionals: true,
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new UsageError('name at least one file');
  const given: Readonly<Record<string, unknown>> = values;
  const named = questions.flatMap(({ key }): [string, string][] => {
    const value = given[key];
    return typeof value === 'string' ? [[key, value]] : [];
  });
  return {
    files: positionals,
    data: values.data,
    isDry: values['dry-run'],
    out: values.out ?? null,
    model: values.model ?? null,
    hub: values.hub ?? null,
    said: readSaid(values.source, values.reporter, values.shots),
    fields: Object.fromEntries(named),
  };
}

function readSaid(source?: string, reporter?: string, shots?: string): Said {
  if (reporter !== undefined && reporter !== 'developer' && reporter !== 'third-party') {
    throw new UsageError(`--reporter must be developer or third-party, not "${reporter}"`);
  }
  const number = shots === undefined ? { value: null } : readShots(shots);
  if (!isRead(number)) throw new UsageError(`--shots ${number.rule}`);
  return {
    ...(source === undefined ? {} : { source }),
    ...(reporter === undefined ? {} : { reporter }),
    ...(number.value === null ? {} : { shots: number.value }),
  };
}

function readFile(path: string, { hub, said }: Options, all: Data): Imported {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UsageError(`there is no file at "${path}"`);
  }
  if (statSync(path).size > LARGEST) {
    throw new UsageError(
      `${path} is larger than 5 MB; give the file of results, not of single answers`,
    );
  }
  const text = readFileSync(path, 'utf8');
  const content = parseContent(path, text);
  try {
    if (isEveryEvalEver(content)) return readEveryEvalEver(content, all.benchmarks, said);
    return readEvalResults(content, { hub, file: basename(path) }, all.benchmarks, said);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${path} ${error.message}`);
    throw error;
  }
}

/** JSON by its own parser; anything else as YAML without tags of its own and with few aliases. */
function parseContent(path: string, text: string): unknown {
  try {
    if (/\.jsonl?$/i.test(path)) return JSON.parse(text);
    return parseYaml(text, { schema: 'core', maxAliasCount: 20, prettyErrors: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const hint = /\.jsonl$/i.test(path) ? '; it seems to hold single answers, not results' : '';
    throw new UsageError(`${path} cannot be read: ${reason}${hint}`);
  }
}

/** What all files say together; they must be of one model. */
function joinImports(imports: readonly Imported[], files: readonly string[]): Imported {
  const names = new Set(imports.map(({ model }) => model.hub ?? model.name));
  if (names.size > 1) {
    throw new UsageError(
      `the files are of ${names.size} models (${[...names].join(', ')}); import one at a time`,
    );
  }
  const several = files.length > 1;
  const from = (i: number, text: string) =>
    several ? `${basename(files[i] ?? '')} ${text}` : text;
  return {
    model: imports[0]?.model as ForeignModel,
    scores: imports.flatMap(({ scores }) => scores),
    leftOut: imports.flatMap(({ leftOut }, i) =>
      leftOut.map((left) => ({ ...left, row: from(i, left.row) })),
    ),
    warnings: imports.flatMap(({ warnings }, i) => warnings.map((warning) => from(i, warning))),
  };
}

/** Our record of the model: the one that is named, else the one with the same repository. */
function findRecord(
  imported: Imported,
  { model, hub }: Options,
  { models }: Data,
): ModelRecord | null {
  if (model !== null) {
    const named = models.find(({ id, aliases }) => id === model || aliases.includes(model));
    if (named) return named;
    throw new UsageError(`--model: no record has the id "${model}"; leave it out for a new record`);
  }
  const repository = imported.model.hub ?? hub;
  if (repository === null) {
    throw new UsageError('the file does not name its model; say --hub owner/name or --model ID');
  }
  return models.find((record) => record.hub === repository) ?? null;
}

/** A new record from what the file says and what was given. */
function newRecord(imported: Imported, { fields }: Options, texts: Texts): ModelRecord {
  const { hub, name, organization, openWeights } = imported.model;
  const known = {
    ...(hub === null ? {} : { hub }),
    ...(name === null ? {} : { name, id: suggestId(name) }),
    ...(organization === null ? {} : { organization }),
    ...(openWeights === null ? {} : { 'open-weights': openWeights ? 'yes' : 'no' }),
  };
  const drafted = recordFromAnswers(
    { fields: { ...known, ...fields }, scores: [] },
    schemaAddressOf(texts),
  );
  if (!drafted.record) throw new DataError(drafted.problems);
  return drafted.record;
}

function printFindings(imported: Imported, known: number): void {
  for (const warning of imported.warnings) console.error(`import: ${warning}`);
  if (known > 0) console.error(`import: ${known} scores are in the record already`);
  if (imported.leftOut.length === 0) return;
  console.error(`import: left out ${imported.leftOut.length}:`);
  for (const { row, value, reason } of imported.leftOut) {
    console.error(`  ${row}${value === null ? '' : ` = ${value}`}: ${reason}`);
  }
}

async function run(args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options) {
    console.log(help);
    return;
  }
  const { texts, data } = readFolder(options.data);
  const imported = joinImports(
    options.files.map((path) => readFile(path, options, data)),
    options.files,
  );
  const own = findRecord(imported, options, data);
  const base = own ?? newRecord(imported, options, texts);
  const { record, added, known } = addScores(base, imported.scores);
  printFindings(imported, known.length);
  if (added.length === 0) throw new UsageError('no score was taken, so nothing was written');
  const path = `models/${record.id}.json`;
  if (own === null && texts.has(path)) {
    throw new ExistsError(
      `${join(options.data, path)} exists and has another repository; say --model ${record.id} if the weights are the same, else give the new record another --id`,
    );
  }
  parseTexts(new Map([...texts, [path, JSON.stringify(record)]]));
  const text = formatModel(record);
  if (options.isDry) {
    console.log(text.trimEnd());
    return;
  }
  const out =
    options.out ?? (own ? join('.cache/import', `${record.id}.json`) : join(options.data, path));
  writeNew(out, text);
  console.log(`Wrote ${out} with ${added.length} new scores. Read each against its page. Next:`);
  if (own)
    console.log(`  git diff --no-index ${join(options.data, path)} ${out}, then copy it there`);
  console.log(`${`  npm run check -- ${record.id}`.padEnd(37)} is it right?`);
  console.log('  npm run report -- --base main       what does it do to the law?');
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
  if (isUsage || [DataError, DataFolderError, ExistsError].some((kind) => error instanceof kind)) {
    console.error(`import: ${(error as Error).message}`);
    if (isUsage) console.error('See npm run import -- --help');
    process.exitCode = 2;
  } else throw error;
}
