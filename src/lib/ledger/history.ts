/**
 * The records grow and are not rewritten: what a model's file said once stays in it. A score that
 * changes or goes leaves an entry in `supersedes`, with the reason and the day. Compares two states of
 * the records; which states they are is for the command line to know.
 */
import type { ModelRecord, ScoreRecord, SupersededRow } from '../schema.ts';

/** What of a score may not change without a trace. */
type Row = Pick<ScoreRecord, 'benchmark' | 'protocol' | 'value' | 'source'>;

export interface HistoryFinding {
  /** Id of the model in the earlier state. */
  model: string;
  /** `error`: a value is lost. `warning`: it is still there, and something about it moved. */
  severity: 'error' | 'warning';
  message: string;
  mend: string;
}

/**
 * Everything that the earlier records hold and the later ones lose.
 *
 * @param base the earlier records
 * @param head the later records
 * @param today day that the proposed entries carry, YYYY-MM-DD
 * @returns in order of model, then of the rows in the earlier record
 */
export function compareHistory(
  base: readonly ModelRecord[],
  head: readonly ModelRecord[],
  today: string,
): HistoryFinding[] {
  const named = new Map(
    head.flatMap((model) => [model.id, ...model.aliases].map((name) => [name, model] as const)),
  );
  return base.flatMap((before) => {
    const after = named.get(before.id);
    return after ? compareModel(before, after, today) : [lostModel(before)];
  });
}

function lostModel({ id, name, scores }: ModelRecord): HistoryFinding {
  return {
    model: id,
    severity: 'error',
    message: `The record of ${name} is gone, and ${scores.length === 1 ? 'its score' : `its ${scores.length} scores`} with it.`,
    mend: `Put models/${id}.json back. Where another record has the same weights, add "${id}" to its aliases and move the scores there.`,
  };
}

function compareModel(before: ModelRecord, after: ModelRecord, today: string): HistoryFinding[] {
  const scores = [...after.scores];
  const lost = before.scores.filter((row) => !take(scores, (other) => isSame(row, other)));
  const entries = [...(after.supersedes ?? [])];
  const forgotten = (before.supersedes ?? []).filter(
    (row) => !take(entries, (other) => isSame(row, other)),
  );
  const findings = lost
    .filter((row) => !take(entries, (other) => isSame(row, other)))
    .map((row) => describe(before.id, row, scores, today));
  return [...findings, ...forgotten.map((row) => rewritten(before.id, row))];
}

/** Takes the first match out of a list, so that equal rows are counted one by one. */
function take<T>(list: T[], matches: (item: T) => boolean): T | undefined {
  const at = list.findIndex(matches);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

function isSame(a: Row, b: Row): boolean {
  return isTest(a, b) && a.value === b.value && a.source === b.source;
}

function isTest(a: Row, b: Row): boolean {
  return a.benchmark === b.benchmark && a.protocol === b.protocol;
}

/** @param fresh rows of the later record that the earlier one does not have */
function describe(model: string, row: Row, fresh: Row[], today: string): HistoryFinding {
  const what = `${row.benchmark} (${row.protocol}) ${row.value}`;
  const moved = take(fresh, (other) => isTest(row, other) && row.value === other.value);
  if (moved) {
    return {
      model,
      severity: 'warning',
      message: `The source of ${what} changed from ${row.source} to ${moved.source}.`,
      mend: 'Say in the pull request why the new source is the better one. Where both print the value, keep both rows.',
    };
  }
  return {
    model,
    severity: 'error',
    message: lossOf(what, row, fresh),
    mend: entryFor(row, today),
  };
}

function lossOf(what: string, row: Row, fresh: Row[]): string {
  const other = take(fresh, (one) => isTest(row, one) && one.source === row.source);
  if (other)
    return `The value of ${what} changed to ${other.value}, and the record does not say why.`;
  const renamed = take(
    fresh,
    (one) =>
      one.benchmark === row.benchmark && one.value === row.value && one.source === row.source,
  );
  if (renamed) {
    return `The protocol of ${what} changed to "${renamed.protocol}", and the record does not say why.`;
  }
  return `The score ${what} is gone, and the record does not say why.`;
}

function entryFor({ benchmark, protocol, value, source }: Row, today: string): string {
  const entry: SupersededRow = { benchmark, protocol, value, source, reason: '…', date: today };
  return `Put the row back; a doubted value stays, with its ground under "suspect". Where it was wrong here, add to "supersedes": ${JSON.stringify(entry)}`;
}

function rewritten(model: string, { benchmark, protocol, value }: Row): HistoryFinding {
  return {
    model,
    severity: 'error',
    message: `The entry of ${benchmark} (${protocol}) ${value} under "supersedes" is gone.`,
    mend: 'Put it back: the list of what was replaced only grows.',
  };
}
