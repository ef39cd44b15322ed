/** Which records differ between two states of the data, and in what. */
import type { Data } from '../data.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';

/** A field whose value differs; null where there was or is none. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface ChangedModel {
  id: string;
  name: string;
  fields: FieldChange[];
  added: ScoreRecord[];
  /** Scores that are gone; a corrected value is one gone and one added. */
  removed: ScoreRecord[];
}

export interface RecordChanges {
  added: ModelRecord[];
  removed: { id: string; name: string }[];
  changed: ChangedModel[];
  /** Everything else that differs, as folder and id. */
  others: { path: string; change: 'added' | 'removed' | 'changed' }[];
}

/** Compares two states of the data record by record. */
export function compareRecords(before: Data, after: Data): RecordChanges {
  const old = new Map(before.models.map((model) => [model.id, model]));
  const fresh = new Map(after.models.map((model) => [model.id, model]));
  return {
    added: after.models.filter(({ id }) => !old.has(id)),
    removed: before.models.filter(({ id }) => !fresh.has(id)).map(({ id, name }) => ({ id, name })),
    changed: after.models.flatMap((model) => {
      const former = old.get(model.id);
      return former && differs(former, model) ? [compareModel(former, model)] : [];
    }),
    others: compareOthers(before, after),
  };
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function compareModel(before: ModelRecord, after: ModelRecord): ChangedModel {
  const { scores: oldScores, ...oldFields } = before;
  const { scores: newScores, ...newFields } = after;
  const keys = (scores: readonly ScoreRecord[]) => scores.map((score) => JSON.stringify(score));
  const [oldKeys, newKeys] = [new Set(keys(oldScores)), new Set(keys(newScores))];
  return {
    id: after.id,
    name: after.name,
    fields: compareFields('', oldFields, newFields),
    added: newScores.filter((score) => !oldKeys.has(JSON.stringify(score))),
    removed: oldScores.filter((score) => !newKeys.has(JSON.stringify(score))),
  };
}

type Plain = Readonly<Record<string, unknown>>;

function compareFields(prefix: string, before: Plain, after: Plain): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (!differs(was, is)) return [];
    const field = prefix === '' ? name : `${prefix}.${name}`;
    if (isPlain(was) && isPlain(is)) return compareFields(field, was, is);
    return [{ field, before: show(was), after: show(is) }];
  });
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function compareOthers(before: Data, after: Data): RecordChanges['others'] {
  const lists = ['benchmarks', 'panels', 'rulers', 'claims', 'predictions', 'published'] as const;
  const fromLists = lists.flatMap((list) => compareList(list, before[list], after[list]));
  const singles = [
    ...Object.keys(after.reference).map((key) => `reference/${key}`),
    ...Object.keys(after.context).map((key) => `context/${key}`),
    'bibliography',
    'dataset',
  ];
  const fromSingles = singles
    .filter((path) => differs(part(before, path), part(after, path)))
    .map((path) => ({ path, change: 'changed' as const }));
  return [...fromLists, ...fromSingles];
}

function compareList(
  list: string,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): RecordChanges['others'] {
  const old = new Map(before.map((record) => [record.id, record]));
  const fresh = new Map(after.map((record) => [record.id, record]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.flatMap((id): RecordChanges['others'] => {
    const path = `${list}/${id}`;
    if (!old.has(id)) return [{ path, change: 'added' }];
    if (!fresh.has(id)) return [{ path, change: 'removed' }];
    return differs(old.get(id), fresh.get(id)) ? [{ path, change: 'changed' }] : [];
  });
}

function part(data: Data, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data);
}
