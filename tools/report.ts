/** `npm run report -- --base REF`: what the change of the data does to the law, as Markdown and JSON. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { hashFiles, keep, reachedFrom } from '../src/build/cache.ts';
import { DataFolderError, readFiles } from '../src/build/readData.ts';
import type { Data } from '../src/lib/data.ts';
import { DataError } from '../src/lib/data.ts';
import { formatReport } from '../src/lib/report/markdown.ts';
import type { PageChanges } from '../src/lib/report/report.ts';
import { makeReport, touchedModels } from '../src/lib/report/report.ts';
import type { DataState } from '../src/lib/report/state.ts';
import { measureState } from '../src/lib/report/state.ts';
import type { Texts } from './dataFiles.ts';
import { forkPoint } from './checkHistory.ts';
import { buildTexts, comparePages, PagesError } from './pageChanges.ts';
import { parseTexts, readCommit, readFolder, RefError, resolveCommit } from './dataFiles.ts';

const help = `Compares the law with this data to the law with the data of another commit.

  npm run report -- --base main                 prints Markdown
  npm run report -- --base main --out DIR       writes DIR/report.md and DIR/report.json

  --base REF           commit, branch or tag to compare with, as it was where this branch left it
  --base-dir DIR       a data folder to compare with instead
  --data DIR           directory of records (default: data)
  --out DIR            where to write both files
  --json               prints JSON instead of Markdown
  --pages              builds the site from both states, too, and lists every figure and sentence
                       that differs; takes a minute or two more
  --no-cache           measures both states anew
  --help               this text

Measured states are kept in .cache/report, by the content of data and code.
`;

const root = fileURLToPath(new URL('..', import.meta.url));

class UsageError extends Error {}

/** The other state, and what it is called. */
interface Base {
  name: string;
  commit: string | null;
  texts: Texts;
}

function readBase(ref: string | undefined, dir: string | undefined): Base {
  if ((ref === undefined) === (dir === undefined)) {
    throw new UsageError('say what to compare with: --base REF or --base-dir DIR');
  }
  if (ref === undefined) {
    return { name: 'the other folder', commit: null, texts: readFiles(dir as string).texts };
  }
  const commit = forkPoint(root, resolveCommit(ref));
  const short = commit.slice(0, 7);
  const name = commit.startsWith(ref) ? short : `${ref} at ${short}`;
  return { name, commit, texts: readCommit(commit) };
}

function parseBase({ name, texts }: Base): Data {
  try {
    return parseTexts(texts);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new UsageError(
      `the data of ${name} do not pass the rules of this version, so there is nothing to compare with.\n${error.message.slice(0, 2000)}`,
    );
  }
}

/** What a thread is told: the files, the models to leave out, and where results are kept. */
interface Task {
  texts: Texts;
  focus: readonly string[];
  folder: string | null;
  key: string;
}

/** Measures a state in a thread of its own. */
function measureInThread(task: Task): Promise<DataState> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

function work({ texts, focus, folder, key }: Task): void {
  const measure = () => measureState(parseTexts(texts), focus);
  parentPort?.postMessage(
    folder === null
      ? (JSON.parse(JSON.stringify(measure())) as DataState)
      : keep(folder, 'state', key, measure),
  );
}

/** Names a state by everything that decides it. */
function keyOf(data: Data, focus: readonly string[], codeHash: string): string {
  const text = JSON.stringify([data, focus, codeHash, process.version]);
  return createHash('sha256').update(text).digest('hex');
}

/** Both states, side by side; equal ones are measured once. */
async function measureBoth(
  base: { data: Data; texts: Texts },
  head: { data: Data; texts: Texts },
  folder: string | null,
): Promise<[DataState, DataState]> {
  const files = reachedFrom(root, 'src/lib/report/state.ts');
  const code = hashFiles(root, [...files, 'package-lock.json']);
  const focus = touchedModels(base.data, head.data);
  const task = ({ data, texts }: { data: Data; texts: Texts }, ids: readonly string[]): Task => ({
    ...{ texts, focus: ids, folder, key: keyOf(data, ids, code) },
  });
  const [before, after] = [task(base, []), task(head, focus)];
  if (before.key === after.key) {
    const state = await measureInThread(after);
    return [state, state];
  }
  return Promise.all([measureInThread(before), measureInThread(after)]);
}

/**
 * Builds both states, one after the other: a build has use for both cores. Where one cannot be built
 * the rest of the report is worth having all the same.
 */
async function compareBuilt(before: Texts, after: Texts): Promise<PageChanges | null> {
  try {
    console.error('Building the pages of the base …');
    const old = await buildTexts(root, 'base', before);
    console.error('Building the pages of the change …');
    return comparePages(old, await buildTexts(root, 'change', after));
  } catch (error) {
    if (!(error instanceof PagesError)) throw error;
    console.error(`report: ${error.message}`);
    return null;
  }
}

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string' },
      'base-dir': { type: 'string' },
      data: { type: 'string', default: 'data' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      'no-cache': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    strict: true,
    allowPositionals: false,
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const base = readBase(values.base, values['base-dir']);
  const before = parseBase(base);
  const head = readFolder(values.data);
  console.error(`Measuring ${before.models.length} and ${head.data.models.length} models …`);
  const folder = values['no-cache'] ? null : resolve(root, '.cache/report');
  const [was, is] = await measureBoth({ data: before, texts: base.texts }, head, folder);
  const pages = values.pages ? await compareBuilt(base.texts, head.texts) : null;
  const report = makeReport({ data: before, state: was }, { data: head.data, state: is }, pages);
  const named = { base: { name: base.name, commit: base.commit }, ...report };
  const markdown = formatReport(report, { base: base.name, head: 'This change' });
  const json = `${JSON.stringify(named, null, 2)}\n`;
  if (values.out === undefined) {
    process.stdout.write(values.json ? json : markdown);
    return;
  }
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'report.md'), markdown);
  writeFileSync(join(values.out, 'report.json'), json);
  console.error(`Wrote ${join(values.out, 'report.md')} and report.json`);
}

async function main(): Promise<void> {
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
    const isKnown =
      [DataError, DataFolderError, RefError].some((kind) => error instanceof kind) ||
      // Thrown in a thread, where only the name survives.
      (error instanceof Error && error.name === 'RefusalError');
    if (!isUsage && !isKnown) throw error;
    console.error(`report: ${(error as Error).message}`);
    if (isUsage) console.error('See npm run report -- --help');
    process.exitCode = 2;
  }
}

if (isMainThread) await main();
else work(workerData as Task);
