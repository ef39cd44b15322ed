/** A record as the answers that make it, the way back of `recordFromAnswers`. */
import type { Answers, Fields } from '../records/answers.ts';
import { recordFromAnswers, settingOf } from '../records/answers.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';

/**
 * @returns null where the record holds something that no question asks for, such as other names or
 *   a second published value
 */
export function asAnswers({ $schema, ...record }: ModelRecord): Answers | null {
  const answers = { fields: fieldsOf(record), scores: record.scores.map(scoreFields) };
  const { record: again } = recordFromAnswers(answers);
  return JSON.stringify(sorted(again)) === JSON.stringify(sorted(record)) ? answers : null;
}

function fieldsOf(record: Omit<ModelRecord, '$schema'>): Fields {
  const { released, parameters, trainingTokens, derivedFrom } = record;
  const isMixture = parameters !== null && parameters.active !== parameters.total;
  return given({
    name: record.name,
    id: record.id,
    organization: record.organization,
    family: record.family,
    stage: record.stage,
    modality: record.modality,
    'open-weights': record.openWeights ? 'yes' : 'no',
    hub: record.hub,
    released: released?.date.slice(0, released.precision === 'month' ? 7 : 10),
    'released-source': released?.source,
    parameters: parameters && String(parameters.total),
    active: isMixture ? String(parameters.active) : null,
    'parameters-precision': parameters?.precision,
    'parameters-source': parameters?.source,
    tokens: trainingTokens && String(trainingTokens.value),
    'tokens-source': trainingTokens?.source,
    'derived-from': derivedFrom && `${derivedFrom.model}:${derivedFrom.method}`,
    note: record.notes[0],
  });
}

function scoreFields(score: ScoreRecord): Fields {
  const { benchmark, protocol, value, shots, setting, harness, reporter, source, locator } = score;
  return given({
    ...{ benchmark, protocol, harness, reporter, source, locator },
    value: String(value),
    shots: shots === null ? null : String(shots),
    setting: setting === settingOf(shots) ? null : setting,
    note: score.note,
  });
}

/** Without what is unknown. */
function given(fields: Readonly<Record<string, string | null | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value == null ? [] : [[key, value]])),
  );
}

/** The same value with its keys in one order, for comparing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, entry]) => [key, sorted(entry)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
