/**
 * A record from answers. Pure: the same answers give the same record, byte for byte, whether they
 * were typed into a terminal, given as flags or filled into a form.
 */
import type { Problem } from '../problems.ts';
import { shorten } from '../problems.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';
import type { Question } from './questions.ts';
import {
  modalities,
  precisions,
  questions,
  readParent,
  reporters,
  scoreQuestions,
  stages,
} from './questions.ts';
import type { Reading } from './readings.ts';
import {
  isRead,
  readCount,
  readHub,
  readOneOf,
  readRelease,
  readShare,
  readShots,
} from './readings.ts';

/** Answers by the key of their question; what is missing or empty is unknown. */
export type Fields = Readonly<Record<string, string | undefined>>;

export interface Answers {
  fields: Fields;
  scores: readonly Fields[];
}

/** A record, or every problem of its answers. */
export type Drafted =
  { record: ModelRecord; problems: [] } | { record: null; problems: readonly Problem[] };

/**
 * @param schema address for the record's `$schema`, where the other records have one
 */
export function recordFromAnswers({ fields, scores }: Answers, schema?: string): Drafted {
  const file = `models/${fields['id']?.trim() || '<id>'}.json`;
  const problems = [
    ...checkFields(file, '', fields, questions),
    ...checkFacts(file, fields),
    ...scores.flatMap((score, i) => checkFields(file, `scores[${i}].`, score, scoreQuestions)),
  ];
  if (problems.length > 0) return { record: null, problems };
  const named = schema === undefined ? {} : { $schema: schema };
  return {
    record: { ...named, ...buildModel(fields), scores: scores.map(buildScore) },
    problems: [],
  };
}

/** Every answer that is missing, unknown to the list or unreadable. */
function checkFields(
  file: string,
  prefix: string,
  fields: Fields,
  asked: readonly Question[],
): Problem[] {
  const unknown = Object.keys(fields).filter((key) => !asked.some((q) => q.key === key));
  const problems = unknown.map((key) => ({
    file,
    field: `${prefix}${key}`,
    value: shorten(fields[key]),
    rule: 'is no answer that is asked for',
    mend: `write one of ${asked.map((q) => q.key).join(', ')}`,
  }));
  for (const { key, isRequired, ask, example, read } of asked) {
    const text = answer(fields, key);
    const at = { file, field: `${prefix}${key}` };
    if (text === undefined) {
      if (!isRequired) continue;
      problems.push({
        ...at,
        value: '',
        rule: `is missing: ${ask}`,
        mend: `write for example ${example}`,
      });
      continue;
    }
    const reading = read(text);
    if (!isRead(reading)) problems.push({ ...at, value: shorten(text), ...reading });
  }
  return problems;
}

/** A fact needs its page; active parameters need all of them. */
function checkFacts(file: string, fields: Fields): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['released', 'parameters', 'tokens']) {
    if (answer(fields, key) === undefined || sourceOf(fields, key) !== undefined) continue;
    problems.push({
      file,
      field: `${key}-source`,
      value: '',
      rule: `is missing: a reader must be able to check "${key}"`,
      mend: `write the address of the page, or one for all facts under "source"`,
    });
  }
  if (answer(fields, 'active') !== undefined && answer(fields, 'parameters') === undefined) {
    problems.push({
      file,
      field: 'parameters',
      value: '',
      rule: 'is missing, though "active" is given',
      mend: 'write the count of all weights, or leave both out',
    });
  }
  return problems;
}

function buildModel(fields: Fields): Omit<ModelRecord, 'scores' | '$schema'> {
  const note = answer(fields, 'note');
  const parent = answer(fields, 'derived-from');
  const hub = answer(fields, 'hub');
  return {
    id: answer(fields, 'id') as string,
    name: answer(fields, 'name') as string,
    organization: answer(fields, 'organization') as string,
    family: answer(fields, 'family') as string,
    stage: value(readOneOf(answer(fields, 'stage') ?? 'base', stages)),
    modality: value(readOneOf(answer(fields, 'modality') ?? 'text', modalities)),
    openWeights: (answer(fields, 'open-weights') ?? 'yes').toLowerCase() === 'yes',
    hub: hub === undefined ? null : value(readHub(hub)),
    aliases: [],
    released: buildRelease(fields),
    parameters: buildParameters(fields),
    trainingTokens: buildTokens(fields),
    alternatives: { released: [], parameters: [], trainingTokens: [] },
    derivedFrom: parent === undefined ? null : value(readParent(parent)),
    distilledInPretraining: null,
    notes: note === undefined ? [] : [note],
  };
}

function buildRelease(fields: Fields): ModelRecord['released'] {
  const text = answer(fields, 'released');
  if (text === undefined) return null;
  return { ...value(readRelease(text)), source: sourceOf(fields, 'released') as string };
}

function buildParameters(fields: Fields): ModelRecord['parameters'] {
  const text = answer(fields, 'parameters');
  if (text === undefined) return null;
  const total = value(readCount(text));
  const activeText = answer(fields, 'active');
  const active = activeText === undefined ? total : value(readCount(activeText));
  const given = answer(fields, 'parameters-precision');
  const isExact = total.isExact && active.isExact;
  return {
    total: total.value,
    active: active.value,
    precision: given ? value(readOneOf(given, precisions)) : isExact ? 'exact' : 'rounded',
    source: sourceOf(fields, 'parameters') as string,
  };
}

function buildTokens(fields: Fields): ModelRecord['trainingTokens'] {
  const text = answer(fields, 'tokens');
  if (text === undefined) return null;
  return { value: value(readCount(text)).value, source: sourceOf(fields, 'tokens') as string };
}

function buildScore(fields: Fields): ScoreRecord {
  const shots = value(readShots(answer(fields, 'shots') ?? ''));
  const note = answer(fields, 'note');
  return {
    benchmark: answer(fields, 'benchmark') as string,
    protocol: answer(fields, 'protocol') ?? 'reported',
    value: value(readShare(answer(fields, 'value') as string)),
    shots,
    setting: answer(fields, 'setting') ?? settingOf(shots),
    harness: answer(fields, 'harness') ?? null,
    reporter: value(readOneOf(answer(fields, 'reporter') ?? 'developer', reporters)),
    source: answer(fields, 'source') as string,
    locator: answer(fields, 'locator') as string,
    ...(note === undefined ? {} : { note }),
  };
}

/** How a test was run, where nothing but the number of examples is known. */
export function settingOf(shots: number | null): string {
  return shots === null ? 'not stated' : `${shots}-shot`;
}

function sourceOf(fields: Fields, key: string): string | undefined {
  return answer(fields, `${key}-source`) ?? answer(fields, 'source');
}

/** The trimmed answer; undefined where there is none. */
function answer(fields: Fields, key: string): string | undefined {
  const text = Object.hasOwn(fields, key) ? fields[key]?.trim() : undefined;
  return text === '' ? undefined : text;
}

/** The value of an answer that was checked before. */
function value<T>(reading: Reading<T>): T {
  if (!isRead(reading)) throw new RangeError(`an answer that was checked ${reading.rule}`);
  return reading.value;
}
