/** What changed between two releases: records, numbers, claims, predictions, sentences. */
import type { FrozenNumber, Release } from './release.ts';

/** What is compared; the live site counts as one, too. */
export type Edition = Pick<
  Release,
  'verdict' | 'sentences' | 'data' | 'numbers' | 'claims' | 'predictions' | 'records'
>;

export interface Change<T> {
  id: string;
  title: string;
  before: T;
  after: T;
}

export interface NumberChange extends Change<string> {
  /** Whether the number means something else now, so that its values may not be compared. */
  redefined: boolean;
}

export interface ReleaseDiff {
  records: { added: string[]; removed: string[]; changed: string[] };
  numbers: { added: string[]; removed: string[]; changed: NumberChange[] };
  claims: Change<string>[];
  predictions: Change<string>[];
  sentences: Change<string>[];
}

/**
 * Compares two editions. A number counts as changed where what pages print differs: its value, its
 * interval, or its meaning.
 */
export function diffReleases(before: Edition, after: Edition): ReleaseDiff {
  return {
    records: diffRecords(before.records, after.records),
    numbers: diffNumbers(before.numbers, after.numbers),
    claims: diffStatuses(before.claims, after.claims),
    predictions: diffStatuses(before.predictions, after.predictions),
    sentences: diffSentences(before, after),
  };
}

/** What a release's article tells of a difference: all words, and of the numbers only the doubling times. */
export function toldInArticle({ numbers, ...diff }: ReleaseDiff): ReleaseDiff {
  const isTold = (id: string) => /^doubling-time(-|$)/.test(id);
  return {
    ...diff,
    records: { added: [], removed: [], changed: [] },
    numbers: {
      added: numbers.added.filter(isTold),
      removed: numbers.removed.filter(isTold),
      changed: numbers.changed.filter(({ id }) => isTold(id)),
    },
  };
}

/** Whether nothing at all changed. */
export function isUnchanged({ records, numbers, claims, predictions, sentences }: ReleaseDiff) {
  const lists = [...Object.values(records), ...Object.values(numbers)];
  return [...lists, claims, predictions, sentences].every((list) => list.length === 0);
}

function diffRecords(before: Release['records'], after: Release['records']) {
  return {
    added: Object.keys(after).filter((id) => !(id in before)),
    removed: Object.keys(before).filter((id) => !(id in after)),
    changed: Object.keys(after).filter((id) => id in before && before[id] !== after[id]),
  };
}

function diffNumbers(before: readonly FrozenNumber[], after: readonly FrozenNumber[]) {
  const old = new Map(before.map((record) => [record.id, record]));
  const ids = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((record) => {
    const earlier = old.get(record.id);
    if (!earlier) return [];
    const [was, is] = [sayNumber(earlier), sayNumber(record)];
    const redefined = earlier.definitionHash !== record.definitionHash;
    if (was === is && !redefined) return [];
    return { id: record.id, title: record.name, before: was, after: is, redefined };
  });
  return {
    added: [...ids].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !ids.has(id)),
    changed,
  };
}

/** "183 days (149 to 306 days)"; what the data refuse says so. */
function sayNumber({ text, intervalText }: FrozenNumber): string {
  if (text === null) return 'refused';
  return intervalText === null ? text : `${text} (${intervalText})`;
}

interface Judged {
  id: string;
  title: string;
  status: string;
}

function diffStatuses(before: readonly Judged[], after: readonly Judged[]): Change<string>[] {
  const said = (judged: readonly Judged[]) =>
    new Map(judged.map(({ id, status }) => [id, status] as const));
  const titles = new Map([...before, ...after].map(({ id, title }) => [id, title]));
  return diffTexts(said(before), said(after), (id) => titles.get(id) ?? id);
}

function diffSentences(before: Edition, after: Edition): Change<string>[] {
  const said = ({ verdict, sentences }: Edition) =>
    new Map(Object.entries({ verdict, ...sentences }));
  return diffTexts(said(before), said(after), (id) => id);
}

/** What is said otherwise, newly, or no longer. */
function diffTexts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  titleOf: (id: string) => string,
): Change<string>[] {
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return ids.flatMap((id) => {
    const was = before.get(id) ?? 'not there';
    const is = after.get(id) ?? 'no longer there';
    return was === is ? [] : { id, title: titleOf(id), before: was, after: is };
  });
}
