/** The ledger: every record and every score with what became of it, nothing left out. */
import type { Results } from '../compute.ts';
import { countsInTrend } from '../compute.ts';
import type { Data } from '../data.ts';
import type { Measurement } from '../measure.ts';
import type { Observatory } from '../observatory.ts';
import { bystanderReasons, exclusionReason, undefinedReasons } from '../reasons.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';
import type { ScoreUse } from '../scoreUse.ts';
import { scoreUse } from '../scoreUse.ts';

export type LedgerStatus = 'included' | 'excluded' | 'disputed' | 'superseded';

export const ledgerStatuses: Readonly<Record<LedgerStatus, string>> = {
  included:
    'A record is included where the model sets a trend, a score where it counts in a density.',
  excluded: 'On record, and not counted, for a reason that holds for all rows alike.',
  disputed: 'Kept in sight, and not counted: there is a stated ground against this one value.',
  superseded: 'Once in the record, replaced or taken back; kept here with the reason.',
};

export interface LedgerRow {
  kind: 'record' | 'score' | 'superseded';
  /** Id of the model. */
  model: string;
  name: string;
  /** Position in the record's list of its kind, from 0; 0 for the record itself. */
  row: number;
  benchmark: string | null;
  protocol: string | null;
  value: number | null;
  source: string | null;
  status: LedgerStatus;
  /** Ids of the panels that it is included in. */
  panels: string[];
  /** Short name of the reason. */
  code: string;
  /** The reason as a sentence. */
  reason: string;
  /** Day of the correction, superseded rows only. */
  date: string | null;
}

/** All rows, by model: the record, its scores in their order, what it supersedes. */
export function makeLedger(data: Data, observatory: Observatory): LedgerRow[] {
  const context = {
    panels: data.panels,
    benchmarks: data.benchmarks,
    results: observatory.panels,
  };
  return data.models.flatMap((model) => [
    recordRow(model, data, observatory.panels),
    ...model.scores.map((score, row) => scoreRow(model, score, row, scoreUse(model, row, context))),
    ...supersededRows(model),
  ]);
}

const nothing = { benchmark: null, protocol: null, value: null, source: null, date: null };

function recordRow(model: ModelRecord, data: Data, results: readonly Results[]): LedgerRow {
  const { id, name } = model;
  const measured = results.flatMap(({ panel, models }) => {
    const found = models.find((one) => one.id === id);
    return found ? [{ panel: panel.id, measurement: found }] : [];
  });
  const panels = measured.filter((one) => countsInTrend(one.measurement)).map((one) => one.panel);
  const row = { kind: 'record', model: id, name, row: 0, ...nothing, panels } as const;
  if (panels.length > 0) {
    return { ...row, status: 'included', code: 'in-trend', reason: 'It sets the trend.' };
  }
  const [first] = measured;
  const why = first ? besideTrend(first.measurement) : notMeasured(id, data, results);
  return { ...row, status: 'excluded', ...why };
}

function besideTrend({ bystander, status }: Measurement): { code: string; reason: string } {
  if (bystander) return { code: bystander, reason: bystanderReasons[bystander].sentence };
  if (status === 'defined') return { code: 'in-trend', reason: 'It sets the trend.' };
  return { code: status, reason: undefinedReasons[status].sentence };
}

/** The reason of the first panel, which is the headline's. */
function notMeasured(id: string, data: Data, results: readonly Results[]) {
  const [headline] = results;
  const exclusion = headline?.excluded.find((one) => one.id === id);
  if (!headline || !exclusion) throw new RangeError(`the ledger has no reason for ${id}`);
  const size = data.panels.find((panel) => panel.id === headline.panel.id)?.benchmarks.length ?? 0;
  const { sentence } = exclusionReason(exclusion, { size, needs: headline.panel.needs });
  return { code: exclusion.reason, reason: sentence };
}

const fates: Readonly<Record<Exclude<ScoreUse['fate'], 'suspect'>, string>> = {
  counted: 'It counts in the density of its model.',
  'no-panel-uses-benchmark': 'No panel uses this benchmark.',
  'another-protocol':
    'The panels use this benchmark under another protocol, which is another test.',
  'model-not-measured':
    'The panel that uses it cannot measure the model; the record’s row says why.',
};

function scoreRow(
  { id, name }: ModelRecord,
  { benchmark, protocol, value, source, suspect }: ScoreRecord,
  row: number,
  { fate, panels }: ScoreUse,
): LedgerRow {
  const status = fate === 'counted' ? 'included' : suspect === undefined ? 'excluded' : 'disputed';
  const reason = suspect ?? (fate === 'suspect' ? '' : fates[fate]);
  const score = { benchmark, protocol, value, source, date: null };
  const code = status === 'disputed' ? 'suspect' : fate;
  return { kind: 'score', model: id, name, row, ...score, status, panels, code, reason };
}

function supersededRows({ id, name, supersedes = [] }: ModelRecord): LedgerRow[] {
  return supersedes.map((entry, row) => ({
    kind: 'superseded',
    model: id,
    name,
    row,
    ...entry,
    status: 'superseded',
    panels: [],
    code: 'superseded',
  }));
}

/** How many rows of each kind have each status and reason, in order of kind, status and number. */
export interface LedgerCount {
  kind: LedgerRow['kind'];
  status: LedgerStatus;
  code: string;
  count: number;
}

export function countLedger(rows: readonly LedgerRow[]): LedgerCount[] {
  const counts = new Map<string, LedgerCount>();
  for (const { kind, status, code } of rows) {
    const key = `${kind} ${status} ${code}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { kind, status, code, count: 1 });
  }
  const kinds = ['record', 'score', 'superseded'];
  const statuses = Object.keys(ledgerStatuses);
  return [...counts.values()].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
      b.count - a.count ||
      (a.code < b.code ? -1 : 1),
  );
}
