/** One record before the door and the lints, beside all others, without a file having been written. */
import { parseJson } from '../jsonText.ts';
import { judge, shapeRule, type Verdict } from '../lints/judge.ts';
import type { Problem } from '../problems.ts';
import { compareScores, formatModel } from '../records/canonical.ts';
import { isRead, readId } from '../records/readings.ts';
import { ModelRecord } from '../schema.ts';
import { modelPath, type TrialData, trialFiles } from './trialData.ts';

export interface Trial {
  /** Path of the record's file, relative to `data/`. */
  path: string;
  /** What the check says of it, in the order of its lines. */
  verdicts: Verdict[];
  /** The record, and its file in the one form that all have; null where the door refuses it. */
  accepted: { record: ModelRecord; text: string } | null;
  /** Whether there is a record with this id; that one is left out of the comparison. */
  isKnown: boolean;
}

/** The name of a record that does not say its id. */
const unnamed = 'new-model';

/**
 * Judges the text of a record, as `npm run check` would judge its file.
 *
 * What only concerns the form (order, spaces) is mended first, where the door lets the record in.
 */
export function judgeText(text: string, data: TrialData): Trial {
  const path = modelPath(idIn(text));
  const { problems, ...read } = parseJson(path, text);
  const first = judgeOne({ path, text, problems, ...read }, data);
  const isKnown = data.models.some(({ id }) => modelPath(id) === path);
  if (first.some(({ rule }) => rule === shapeRule)) {
    return { path, verdicts: first, accepted: null, isKnown };
  }
  const own = formatModel(read.value as ModelRecord);
  const accepted = { record: ModelRecord.parse(read.value), text: own };
  const verdicts =
    own === text
      ? first
      : judgeOne({ path, text: own, problems: [], value: JSON.parse(own) }, data);
  return { path, verdicts, accepted, isKnown };
}

/** Judges a record that was made from answers; places in the list of scores are those of the answers. */
export function judgeRecord(record: ModelRecord, data: TrialData): Trial {
  const parsed = ModelRecord.safeParse(record);
  if (!parsed.success) return judgeText(`${JSON.stringify(record, null, 2)}\n`, data);
  const trial = judgeText(formatModel(record), data);
  const order = record.scores
    .map((score, i) => ({ score, i }))
    .sort((a, b) => compareScores(a.score, b.score))
    .map(({ i }) => i);
  const verdicts = trial.verdicts.map((verdict) => ({
    ...verdict,
    field: verdict.field.replace(
      /^scores\[(\d+)\]/,
      (_, place: string) => `scores[${order[Number(place)] ?? place}]`,
    ),
  }));
  return { ...trial, verdicts };
}

interface OneFile {
  path: string;
  text: string;
  /** Missing where the text is no JSON. */
  value?: unknown;
  problems: readonly Problem[];
}

function judgeOne(file: OneFile, data: TrialData): Verdict[] {
  const { path, text, problems } = file;
  const files = trialFiles(data);
  // Last in line: where two records claim one name, the newcomer is told.
  files.delete(path);
  if ('value' in file) files.set(path, file.value);
  const input = { files, texts: new Map([[path, text]]), problems };
  return judge(input, { only: new Set([path]) }).filter((verdict) => verdict.file === path);
}

function idIn(text: string): string {
  const { value } = parseJson('', text);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return unnamed;
  const { id } = value as { id: unknown };
  return typeof id === 'string' && isRead(readId(id)) ? id : unnamed;
}
