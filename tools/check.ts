/** `npm run check`: whether the records of `data/` are right, in form and in meaning. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addFile, type DataFiles, DataFolderError, readFiles } from '../src/build/readData.ts';
import { canonicalModel } from '../src/lib/lints/canonical.ts';
import { judge, type Verdict } from '../src/lib/lints/judge.ts';
import { ModelRecord } from '../src/lib/schema.ts';
import { countVerdicts, forGitHub, forPeople, summarise } from './checkFormats.ts';
import { historyVerdicts } from './checkHistory.ts';

const help = `Checks the records in data/: first their form, then what they say.

  npm run check                          every record
  npm run check -- qwen2.5-7b            one record, by its id
  npm run check -- data/models/new.json  one record, by its file
  npm run check -- --base main           what differs from another state, only what is new in it,
                                         and values that the other state has and this one loses
  npm run check -- --fix qwen2.5-7b      mend order, spaces and line breaks; never a value

  --json       one JSON object: counts, and every verdict with file, line, column, rule and mend
  --github     annotations for GitHub beside the lines of a pull request
  --fix        write files anew in the one usual form, where the form is all that is wrong
  --base REF   compare with a branch or commit of git
  --data DIR   directory of records (default: data)
  --help       this text

Errors must be mended (exit code 1); warnings are looked at; notes may stay.
`;

class UsageError extends Error {}

const options = {
  json: { type: 'boolean', default: false },
  github: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  base: { type: 'string' },
  data: { type: 'string', default: 'data' },
} as const;

/** The files that were asked for, relative to the data folder; null for all. */
function chosenFiles(names: readonly string[], dir: string, read: DataFiles): Set<string> | null {
  if (names.length === 0) return null;
  const chosen = names.map((name) => {
    const byId = `models/${name}.json`;
    if (read.texts.has(byId)) return byId;
    const path = resolve(name);
    const inside = relative(resolve(dir), path).replaceAll('\\', '/');
    if (read.texts.has(inside) || read.problems.some(({ file }) => file === inside)) return inside;
    if (existsSync(path) && name.endsWith('.json')) return addOutsider(path, read);
    throw new UsageError(`there is no record and no file "${name}"${suggestions(name, read)}`);
  });
  return new Set(chosen);
}

/** Takes a file from elsewhere in as if it lay in data/models. */
function addOutsider(path: string, read: DataFiles): string {
  const file = `models/${basename(path)}`;
  read.problems = read.problems.filter((problem) => problem.file !== file);
  addFile(read, file, readFileSync(path));
  return file;
}

function suggestions(name: string, read: DataFiles): string {
  const stem = basename(name, '.json').toLowerCase();
  const models = [...read.texts.keys()].filter((file) => file.startsWith('models/'));
  const ids = models.map((file) => basename(file, '.json'));
  const near = ids.filter((id) => id.includes(stem) || stem.includes(id)).slice(0, 5);
  return near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
}

function git(dir: string, ...args: string[]): string {
  const settings = { cwd: dir, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 } as const;
  return execFileSync('git', args, settings);
}

/** Files of the data folder that differ from a state of git, with those that git does not know yet. */
function changedFiles(dir: string, base: string): Set<string> {
  try {
    git(dir, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
  } catch {
    throw new UsageError(`git knows no branch or commit "${base}"`);
  }
  const changed = git(
    dir,
    'diff',
    '--name-only',
    '--relative',
    '-z',
    '--diff-filter=d',
    base,
    '--',
    '.',
  );
  const added = git(dir, 'ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  return new Set(`${changed}${added}`.split('\0').filter(Boolean));
}

/** Drops what was said of the same files before the change. */
function onlyNew(verdicts: Verdict[], read: DataFiles, dir: string, base: string): Verdict[] {
  const before: DataFiles = {
    texts: new Map(read.texts),
    files: new Map(read.files),
    problems: [],
  };
  const old = new Set<string>();
  for (const file of new Set(verdicts.map(({ file }) => file))) {
    try {
      addFile(before, file, Buffer.from(git(dir, 'show', `${base}:./${file}`)));
      old.add(file);
    } catch {
      // The file is new.
    }
  }
  const key = ({ file, rule, message }: Verdict) => `${file} ${rule} ${message}`;
  const known = new Set(judge(before, { only: old }).map(key));
  return verdicts.filter(
    (one) => one.severity === 'error' || !known.has(key(one)) || !old.has(one.file),
  );
}

/** Writes models anew in the usual form; gives the files that changed. */
function fix(read: DataFiles, dir: string, chosen: ReadonlySet<string> | null): string[] {
  const files = [...read.files].filter(
    ([file, value]) =>
      file.startsWith('models/') &&
      (chosen?.has(file) ?? true) &&
      existsSync(join(dir, file)) &&
      // What was read with a fault, such as a key that stands twice, was not read whole.
      !read.problems.some((problem) => problem.file === file) &&
      ModelRecord.safeParse(value).success,
  );
  return files.flatMap(([file, value]) => {
    const text = canonicalModel(value);
    if (text === read.texts.get(file)) return [];
    const path = join(dir, file);
    // A whole file or none: what stops half-way leaves the old one.
    const partial = `${path}.${process.pid}.partial`;
    writeFileSync(partial, text);
    renameSync(partial, path);
    addFile(read, file, Buffer.from(text));
    return [file];
  });
}

function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY || done % 20 !== 0) return;
  process.stderr.write(`\rChecking ${done} of ${all} records …\x1b[K`);
}

function run(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    options,
    strict: true,
    allowPositionals: true,
  });
  if (values.help) {
    console.log(help);
    return;
  }
  if (values.json && values.github) throw new UsageError('--json and --github exclude each other');
  const dir = values.data;
  const read = readFiles(dir);
  const named = chosenFiles(positionals, dir, read);
  const changed = values.base === undefined ? null : changedFiles(dir, values.base);
  const chosen = named ?? changed;
  const fixed = values.fix ? fix(read, dir, chosen) : [];
  let verdicts = judge(read, { ...(chosen && { only: chosen }), onModel: showProgress });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const elsewhere = named === null ? [] : verdicts.filter(({ file }) => !named.has(file));
  if (named) verdicts = verdicts.filter(({ file }) => named.has(file));
  if (values.base !== undefined) {
    verdicts = onlyNew(verdicts, read, dir, values.base);
    const today = new Date().toISOString().slice(0, 10);
    const lost = historyVerdicts(dir, values.base, read, today);
    verdicts.push(...lost.filter(({ file }) => named?.has(file) ?? true));
  }
  const models = [...read.files.keys()].filter((file) => file.startsWith('models/'));
  const judged = chosen ? models.filter((file) => chosen.has(file)).length : models.length;
  print({ verdicts, read, dir, fixed, judged, elsewhere: elsewhere.length, values });
  if (countVerdicts(verdicts).error > 0) process.exitCode = 1;
}

interface Outcome {
  verdicts: Verdict[];
  read: DataFiles;
  dir: string;
  fixed: string[];
  /** Models whose meaning was judged. */
  judged: number;
  /** Faults in files that were not asked for. */
  elsewhere: number;
  values: { json: boolean; github: boolean };
}

function print({ verdicts, read, dir, fixed, judged, elsewhere, values }: Outcome): void {
  const counts = countVerdicts(verdicts);
  const pathOf = (file: string) => join(dir, file).replaceAll('\\', '/');
  if (values.json) {
    const named = verdicts.map((verdict) => ({ ...verdict, file: pathOf(verdict.file) }));
    console.log(
      JSON.stringify(
        { records: judged, counts, fixed: fixed.map(pathOf), verdicts: named },
        null,
        2,
      ),
    );
    return;
  }
  for (const verdict of verdicts) {
    const path = pathOf(verdict.file);
    const text = read.texts.get(verdict.file);
    const colour = process.stdout.hasColors?.() === true;
    console.log(values.github ? forGitHub(verdict, path) : forPeople(verdict, path, text, colour));
  }
  for (const file of fixed) console.log(`mended ${pathOf(file)}`);
  console.log(`${judged} ${judged === 1 ? 'record' : 'records'}: ${summarise(counts)}`);
  if (elsewhere > 0) {
    console.log(`Other files have faults, too (${elsewhere}); npm run check shows them all.`);
  }
}

try {
  run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
  if (!isUsage && !(error instanceof DataFolderError)) throw error;
  console.error(`check: ${(error as Error).message}`);
  if (isUsage) console.error('See npm run check -- --help');
  process.exitCode = 2;
}
