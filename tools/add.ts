/** `npm run add`: a new record of a model, from questions on a terminal, from flags or from a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataFolderError } from '../src/build/readData.ts';
import type { Data } from '../src/lib/data.ts';
import { DataError } from '../src/lib/data.ts';
import type { Answers, Fields } from '../src/lib/records/answers.ts';
import { recordFromAnswers } from '../src/lib/records/answers.ts';
import { formatModel } from '../src/lib/records/canonical.ts';
import { questions, scoreQuestions } from '../src/lib/records/questions.ts';
import { isRead, suggestId } from '../src/lib/records/readings.ts';
import { readScoreText } from '../src/lib/records/scoreText.ts';
import type { ModelRecord } from '../src/lib/schema.ts';
import type { Person } from './ask.ts';
import { askAll, EndOfInput, personAt } from './ask.ts';
import type { Texts } from './dataFiles.ts';
import { ExistsError, parseTexts, readFolder, schemaAddressOf, writeNew } from './dataFiles.ts';

const help = `Writes a new record, data/models/<id>.json, and checks it against all others.

  npm run add                        asks every question on the terminal
  npm run add -- --id … --name …     takes answers as flags and asks for the rest, if there is a terminal
  npm run add -- --json FILE         takes answers, or a whole record, from a file
                                     (keys as below; "scores" is a list with the keys at the end)

Answers
${questions.map(({ key, ask, example }) => `  --${key.padEnd(22)} ${ask} (${example})`).join('\n')}
  --score                  benchmark=value:shots:address:locator, once for each score
                           (mmlu=0.653:5:https://arxiv.org/abs/2412.15115:Table 3)
  --reporter, --harness    of all scores given so

Other names, other published values and a teacher are not asked for: write them into the file.
Keys of a score in a file: ${scoreQuestions.map(({ key }) => key).join(', ')}

  --data DIR               directory of records (default: data)
  --dry-run                prints the record and writes nothing
  --ask                    asks even where the input is no terminal
  --help                   this text
`;

class UsageError extends Error {}

interface Options {
  data: string;
  isDry: boolean;
  /** Whether the rest may be asked. */
  asks: boolean;
  answers: Answers;
  /** A whole record, given instead of answers. */
  record: ModelRecord | null;
}

function parseOptions(args: string[]): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(questions.map(({ key }) => [key, text])),
      score: { type: 'string', multiple: true, default: [] },
      reporter: text,
      harness: text,
      json: text,
      data: { type: 'string', default: 'data' },
      'dry-run': flag,
      ask: flag,
      help: flag,
    },
    strict: true,
    allowPositionals: false,
  });
  if (values.help) return null;
  const given: Readonly<Record<string, unknown>> = values;
  const named = questions.flatMap(({ key }): [string, string][] => {
    const value = given[key];
    return typeof value === 'string' ? [[key, value]] : [];
  });
  const file = values.json === undefined ? noFile : readAnswers(values.json);
  const shared = Object.fromEntries(
    (['reporter', 'harness'] as const).flatMap((key) => (values[key] ? [[key, values[key]]] : [])),
  );
  const scores = values.score.map((line) => ({ ...readScore(line), ...shared }));
  return {
    data: values.data,
    isDry: values['dry-run'],
    asks: values.ask || (process.stdin.isTTY === true && values.json === undefined),
    record: file.record,
    answers: {
      fields: { ...file.answers.fields, ...Object.fromEntries(named) },
      scores: [...file.answers.scores, ...scores],
    },
  };
}

interface AnswerFile {
  answers: Answers;
  record: ModelRecord | null;
}

const noFile: AnswerFile = { answers: { fields: {}, scores: [] }, record: null };

/** Answers or a whole record; a record is known by the key "alternatives", which no answer has. */
function readAnswers(path: string): AnswerFile {
  const content = parseFile(path);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UsageError(`${path} must hold one object in braces`);
  }
  if (Object.hasOwn(content, 'alternatives')) {
    return { ...noFile, record: content as ModelRecord };
  }
  const { scores = [], ...fields } = content as Record<string, unknown>;
  if (!Array.isArray(scores)) throw new UsageError(`"scores" of ${path} must be a list`);
  const list = scores.map((score, i) => readFields(`scores[${i}] of ${path}`, score));
  return { answers: { fields: readFields(path, fields), scores: list }, record: null };
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/** Answers are texts; numbers are taken as they are written, null is unknown. */
function readFields(where: string, content: unknown): Fields {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UsageError(`${where} must be an object in braces`);
  }
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, value]) => {
      if (value === null) return [];
      if (typeof value === 'string' || typeof value === 'number') return [[key, String(value)]];
      throw new UsageError(`"${key}" of ${where} must be a text or a number`);
    }),
  );
}

function readScore(line: string): Fields {
  const reading = readScoreText(line);
  if (isRead(reading)) return reading.value;
  throw new UsageError(`--score "${line}" ${reading.rule}; ${reading.mend}`);
}

/** Asks what no flag has answered. */
async function completeAnswers({ fields, scores }: Answers, person: Person): Promise<Answers> {
  const whole = await askAll(person, questions, fields, suggestion, isBesideThePoint);
  const list = [...scores];
  while (scores.length === 0 && (await wantsScore(person, list.length))) {
    const last = list.at(-1);
    const standards = (key: string) => (key === 'source' ? last?.['source'] : undefined);
    list.push(await askAll(person, scoreQuestions, {}, standards, () => false));
  }
  return { fields: whole, scores: list };
}

function suggestion(key: string, answers: Fields): string | undefined {
  if (key === 'id') return suggestId(answers['name'] ?? '') || undefined;
  return /^(?:released|parameters|tokens)-source$/.test(key) ? answers['source'] : undefined;
}

/** Questions about a fact that is unknown. */
function isBesideThePoint(key: string, answers: Fields): boolean {
  if (key === 'parameters-precision') return true;
  const fact = key === 'active' ? 'parameters' : /^(.*)-source$/.exec(key)?.[1];
  return fact !== undefined && !answers[fact];
}

async function wantsScore(person: Person, count: number): Promise<boolean> {
  person.say(`\n${count === 0 ? 'Is there a score to add?' : `That was score ${count}. Another?`}`);
  return /^y(es)?$/i.test((await person.next('yes or no [no]: ')).trim());
}

/** What might be a slip of the pen: a maker or family that no other record has. */
function remarks(record: ModelRecord, data: Data): string[] {
  return (['organization', 'family'] as const).flatMap((key) => {
    const known = [...new Set(data.models.map((model) => model[key]))].sort();
    const own = record[key];
    if (known.includes(own)) return [];
    const alike = known.filter((name) => bare(name) === bare(own));
    const hint =
      alike.length > 0 ? `; is it "${alike.join('" or "')}"?` : ', which is fine if it is new';
    return [`No other record has the ${key} "${own}"${hint}`];
  });
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The record's text, checked against all data. */
function checkRecord(record: ModelRecord, texts: Texts, dir: string): string {
  const path = `models/${record.id}.json`;
  if (texts.has(path)) {
    throw new ExistsError(
      `${join(dir, path)} exists and is not written over; correct that file, or choose another id if the weights differ`,
    );
  }
  parseTexts(new Map([...texts, [path, JSON.stringify(record)]]));
  return formatModel(record);
}

async function answersOf({ answers, asks }: Options): Promise<Answers> {
  if (!asks) return answers;
  const person = personAt(process.stdin, process.stdout);
  try {
    return await completeAnswers(answers, person);
  } finally {
    person.close();
  }
}

async function run(args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options) {
    console.log(help);
    return;
  }
  const { texts, data } = readFolder(options.data);
  const drafted = options.record
    ? { record: options.record, problems: [] }
    : recordFromAnswers(await answersOf(options), schemaAddressOf(texts));
  if (!drafted.record) throw new DataError(drafted.problems);
  const text = checkRecord(drafted.record, texts, options.data);
  for (const remark of remarks(drafted.record, data)) console.error(`add: ${remark}`);
  if (options.isDry) {
    console.log(text.trimEnd());
    return;
  }
  const path = join(options.data, 'models', `${drafted.record.id}.json`);
  writeNew(path, text);
  console.log(`Wrote ${path} with ${drafted.record.scores.length} scores. Next:`);
  console.log(`${`  npm run check -- ${drafted.record.id}`.padEnd(37)} is it right?`);
  console.log('  npm run report -- --base main       what does it do to the law?');
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
  if (error instanceof EndOfInput) {
    console.error('\nadd: the input ended before the last question; nothing was written');
  } else if (
    isUsage ||
    [DataError, DataFolderError, ExistsError].some((kind) => error instanceof kind)
  ) {
    console.error(`add: ${(error as Error).message}`);
    if (isUsage) console.error('See npm run add -- --help');
  } else throw error;
  process.exitCode = 2;
}
