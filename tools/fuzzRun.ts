/** Throws broken records at the door and the lints, and says where either fails. */
import { addFile, type DataFiles } from '../src/build/readData.ts';
import { examine } from '../src/lib/data.ts';
import { judge, type Verdict } from '../src/lib/lints/judge.ts';
import { makeStream } from '../src/lib/numerics/random.ts';
import { chanceOf, mutations } from './fuzzMutations.ts';

/** Longest time for one file, in milliseconds. */
export const LONGEST = 1000;

export interface FuzzResult {
  refused: number;
  accepted: number;
  /** Refused and accepted by the kind of mutation. */
  kinds: Map<string, { refused: number; accepted: number }>;
  slowest: { mutation: string; milliseconds: number };
  /** Where the door failed, each with the draw that shows it again. */
  failures: string[];
}

/**
 * @param base the files of a sound folder, small enough to be judged in milliseconds
 * @param count how many records to break
 * @param seed the same seed breaks the same records in the same way
 * @param onDone called after each
 */
export function fuzz(
  base: DataFiles,
  count: number,
  seed: number,
  onDone?: (done: number) => void,
): FuzzResult {
  const targets = [...base.texts.keys()].filter((file) =>
    /^models\/|^benchmarks\/mmlu|^dataset/.test(file),
  );
  const result: FuzzResult = {
    refused: 0,
    accepted: 0,
    kinds: new Map(),
    slowest: { mutation: '', milliseconds: 0 },
    failures: [],
  };
  for (let draw = 0; draw < count; draw++) {
    const chance = chanceOf(makeStream(seed, `fuzz ${draw}`));
    const mutation = mutations[draw % mutations.length] as (typeof mutations)[number];
    const file = chance.pick(targets);
    const made = mutation.apply(base.texts.get(file) as string, chance);
    const bytes = typeof made === 'string' ? Buffer.from(made) : made;
    // Time of the processor: a busy machine is no fault of the door.
    const start = process.cpuUsage();
    const { faults, refused } = tryFile(base, file, bytes);
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > LONGEST) faults.push(`took ${Math.round(milliseconds)} ms`);
    if (milliseconds > result.slowest.milliseconds) {
      result.slowest = { mutation: mutation.name, milliseconds };
    }
    const kind = result.kinds.get(mutation.name) ?? { refused: 0, accepted: 0 };
    result.kinds.set(mutation.name, kind);
    for (const counter of [kind, result]) counter[refused ? 'refused' : 'accepted'] += 1;
    result.failures.push(
      ...faults.map((fault) => `seed ${seed}, draw ${draw} (${mutation.name}, ${file}): ${fault}`),
    );
    onDone?.(draw + 1);
  }
  return result;
}

/** What is wrong with how one broken file was received. */
export function tryFile(base: DataFiles, file: string, bytes: Uint8Array) {
  const read: DataFiles = {
    texts: new Map(base.texts),
    files: new Map(base.files),
    problems: [],
  };
  read.files.delete(file);
  try {
    addFile(read, file, bytes);
    const verdicts = judge(read, { only: new Set([file]) });
    const errors = verdicts.filter(({ rule }) => rule === 'shape');
    const faults = verdicts.flatMap((verdict) =>
      faultsOfVerdict(verdict, read.texts.get(verdict.file) ?? ''),
    );
    // A benchmark without its protocol is found where a model uses it; then the words lead back.
    const isNamed = (error: Verdict) => error.file === file || error.message.includes(file);
    if (errors.length > 0 && !errors.some(isNamed)) {
      faults.push('no error names the file');
    }
    if (errors.length === 0) faults.push(...faultsOfAccepted(read));
    return { faults, refused: errors.length > 0 };
  } catch (error) {
    return { faults: [`threw ${String((error as Error).stack).slice(0, 400)}`], refused: true };
  }
}

const ODD = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** A verdict must be short, printable, and say what, where and how to mend it. */
function faultsOfVerdict(verdict: Verdict, text: string): string[] {
  const { message, mend, field, rule, line, column } = verdict;
  const faults: string[] = [];
  for (const [name, words] of Object.entries({ message, mend, field })) {
    if (ODD.test(words)) faults.push(`${rule}: ${name} holds what a terminal might obey`);
    if (words.length > 1000) faults.push(`${rule}: ${name} has ${words.length} letters`);
  }
  if (message.length < 10 || mend.length < 5) faults.push(`${rule}: message or mend is empty`);
  if (field === '' && rule === 'shape' && !/^The file /.test(message))
    faults.push('names no field');
  if (!(line >= 1 && column >= 1 && line <= text.split('\n').length)) faults.push('has no place');
  return faults;
}

const SLUG = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const FIELDS: Record<string, RegExp> = {
  id: SLUG,
  benchmark: SLUG,
  protocol: SLUG,
  harness: SLUG,
  hub: /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/,
  source: /^https?:\/\/[^\s]+$/i,
  url: /^https?:\/\/[^\s]+$/i,
  link: /^https?:\/\/[^\s]+$/i,
  date: /^\d{4}-\d\d-\d\d$/,
};

/** Accepted text must be inert: addresses open pages only, ids are file names, letters are letters. */
function faultsOfAccepted({ files }: DataFiles): string[] {
  const { parsed } = examine(files);
  const faults: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'number' && !Number.isFinite(value)) faults.push(`${key} is ${value}`);
    if (typeof value === 'string') {
      if (ODD.test(value)) faults.push(`${key} holds odd letters`);
      if (value.length > 1500) faults.push(`${key} has ${value.length} letters`);
      const form = FIELDS[key];
      if (form && !form.test(value)) faults.push(`${key} is ${JSON.stringify(value).slice(0, 80)}`);
    }
    if (value === null || typeof value !== 'object') return;
    if (Object.getPrototypeOf(value) !== Object.prototype && !Array.isArray(value)) {
      faults.push(`${key} has another prototype`);
    }
    for (const [inner, entry] of Object.entries(value))
      visit(entry, Array.isArray(value) ? key : inner);
  };
  for (const record of parsed.models.values()) visit(record, 'model');
  for (const record of parsed.benchmarks.values()) visit(record, 'benchmarkRecord');
  if (Object.keys(Object.prototype).length > 0) faults.push('Object.prototype was changed');
  return faults;
}

/**
 * A sound folder that is judged in milliseconds: benchmarks and some models of a real one, and the
 * other files without their rows.
 */
export function smallFolder({ texts }: DataFiles, models = 16): DataFiles {
  const small: DataFiles = { texts: new Map(), files: new Map(), problems: [] };
  const all = [...texts.keys()].filter((file) => file.startsWith('models/'));
  const step = Math.ceil(all.length / models);
  const kept = new Set(all.filter((_, i) => i % step === 0));
  for (const [file, text] of texts) {
    if (/^(?:panels|rulers|claims|predictions)\//.test(file)) continue;
    if (file.startsWith('models/') && !kept.has(file)) continue;
    const isWhole = /^(?:models|benchmarks)\//.test(file) || file === 'dataset.json';
    addFile(small, file, Buffer.from(isWhole ? text : withoutRows(text)));
  }
  return small;
}

function withoutRows(text: string): string {
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value)) return '[]';
  const entries = Object.entries(value as object);
  return JSON.stringify(
    Object.fromEntries(entries.map(([key, one]) => [key, Array.isArray(one) ? [] : one])),
  );
}
