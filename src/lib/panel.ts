/** From records to the table that a panel measures: models × benchmarks, with what was left out. */
import type { Choices } from './choices.ts';
import { CLOCK_START } from './choices.ts';
import type { Data } from './data.ts';
import { RefusalError } from './refusal.ts';
import type { ModelRecord, ScoreRecord } from './schema.ts';
import { dayNumber } from './time.ts';

/** What a measurement reads; two-step rulers also need the public training runs. */
export type PanelData = Pick<Data, 'models' | 'benchmarks' | 'panels' | 'rulers' | 'dataset'> & {
  reference?: Pick<Data['reference'], 'losses'>;
};

/** One benchmark of a panel with the protocol classes that are pooled. */
export interface Axis {
  benchmark: string;
  name: string;
  protocols: readonly string[];
  /** Expected score of guessing, a fraction. */
  chance: number;
  /** Upper asymptote of the score curve, a fraction. */
  ceiling: number;
  /** Number of test items. */
  items: number;
}

/** The value that counts for one model on one axis. */
export interface PanelScore {
  /** Median of the eligible values, a fraction. */
  value: number;
  /** Standard deviation of the eligible values, 0 where there is one. */
  spread: number;
  /** Positions of the eligible values in the model's `scores`. */
  rows: readonly number[];
}

/** Why a measured model does not set the trend. */
export type Bystander =
  | 'instruct'
  | 'reasoning'
  | 'derived'
  | 'distilled'
  | 'no-release-date'
  | 'after-as-of'
  | 'left-out-family';

export interface Candidate {
  model: ModelRecord;
  /** Days since the clock's start; NaN without a release date. */
  day: number;
  /** Actual parameters, total or active as chosen. */
  actual: number;
  /** One entry per axis; null where the model has no eligible score. */
  scores: readonly (PanelScore | null)[];
  /** null when the model counts in the trend. */
  bystander: Bystander | null;
}

export type ExclusionReason = 'no-parameter-count' | 'too-few-benchmarks' | 'no-panel-score';

/** A model that cannot be measured on this panel. */
export interface Exclusion {
  id: string;
  name: string;
  reason: ExclusionReason;
  /** How many of the panel's benchmarks the model has. */
  benchmarks: number;
}

export interface PanelTable {
  axes: readonly Axis[];
  /** In order of day, then id; models without a date last. */
  candidates: readonly Candidate[];
  /** In order of id. */
  excluded: readonly Exclusion[];
  needs: number;
}

const clockStart = dayNumber(CLOCK_START);

/** Days between the clock's start and a date; the time variable of every trend. */
export function clockDay(date: string): number {
  return dayNumber(date) - clockStart;
}

/**
 * The axes of the chosen panel.
 *
 * @throws RefusalError where the panel or a benchmark is unknown
 */
export function panelAxes(data: PanelData, choices: Choices): Axis[] {
  const panel = data.panels.find(({ id }) => id === choices.panel);
  if (!panel)
    throw unknown(
      'panel',
      choices.panel,
      data.panels.map(({ id }) => id),
    );
  const known = panel.benchmarks.map(({ benchmark }) => benchmark);
  for (const id of choices.benchmarks ?? []) {
    if (!known.includes(id)) throw unknown(`benchmark of panel ${panel.id}`, id, known);
  }
  return panel.benchmarks
    .filter(({ benchmark }) => choices.benchmarks?.includes(benchmark) ?? true)
    .map(({ benchmark: id, protocols }) => {
      const record = data.benchmarks.find((benchmark) => benchmark.id === id);
      const protocol = record?.protocols.find((candidate) => candidate.id === protocols[0]);
      if (!record || !protocol) throw unknown('benchmark', id, known);
      const { chance, items } = protocol;
      return {
        benchmark: id,
        name: record.name,
        protocols,
        chance,
        ceiling: choices.ceiling,
        items,
      };
    });
}

/** Everything the chosen panel can say about every record. */
export function tabulatePanel(data: PanelData, choices: Choices): PanelTable {
  const axes = panelAxes(data, choices);
  const panel = data.panels.find(({ id }) => id === choices.panel);
  const needs = Math.min(choices.needs ?? panel?.needs ?? 1, axes.length);
  const strictShots = axes.map((axis) => protocolShots(data, axis));
  const candidates: Candidate[] = [];
  const excluded: Exclusion[] = [];
  for (const model of data.models) {
    const scores = axes.map((axis, i) =>
      selectScore(model.scores, axis, choices.scoreRule, strictShots[i] ?? null),
    );
    const benchmarks = scores.filter((score) => score !== null).length;
    const actual = model.parameters?.[choices.parameters] ?? Number.NaN;
    const reason = exclusionReason(benchmarks, needs, actual);
    if (reason) {
      excluded.push({ id: model.id, name: model.name, reason, benchmarks });
      continue;
    }
    const day = model.released ? clockDay(model.released.date) : Number.NaN;
    candidates.push({ model, day, actual, scores, bystander: bystander(model, choices, data) });
  }
  candidates.sort(byDayThenId);
  excluded.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { axes, candidates, excluded, needs };
}

function exclusionReason(
  benchmarks: number,
  needs: number,
  actual: number,
): ExclusionReason | null {
  if (benchmarks === 0) return 'no-panel-score';
  if (benchmarks < needs) return 'too-few-benchmarks';
  return actual > 0 ? null : 'no-parameter-count';
}

function byDayThenId(a: Candidate, b: Candidate): number {
  const [dayA, dayB] = [a.day, b.day].map((day) => (Number.isNaN(day) ? 1e9 : day)) as [
    number,
    number,
  ];
  return dayA - dayB || (a.model.id < b.model.id ? -1 : 1);
}

/** Why a model would not set the trend, measured or not; null where it would. */
export function bystander(
  model: ModelRecord,
  choices: Choices,
  data: Pick<PanelData, 'dataset'>,
): Bystander | null {
  if (model.stage !== 'base') return model.stage;
  if (!model.released) return 'no-release-date';
  if (model.released.date > (choices.asOf ?? data.dataset.asOf)) return 'after-as-of';
  if (model.family === choices.withoutFamily) return 'left-out-family';
  if (model.derivedFrom && choices.derived === 'out') return 'derived';
  if (model.distilledInPretraining && choices.distilled === 'out') return 'distilled';
  return null;
}

function protocolShots(data: PanelData, axis: Axis): ReadonlyMap<string, number | null> {
  const record = data.benchmarks.find(({ id }) => id === axis.benchmark);
  return new Map(record?.protocols.map(({ id, shots }) => [id, shots]) ?? []);
}

/**
 * The score that counts: the median of the values under the axis's protocol classes that the rule
 * admits and that are not marked suspect.
 */
export function selectScore(
  scores: readonly ScoreRecord[],
  axis: Pick<Axis, 'benchmark' | 'protocols'>,
  rule: Choices['scoreRule'],
  shots: ReadonlyMap<string, number | null> | null,
): PanelScore | null {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as ScoreRecord;
    if (score.benchmark !== axis.benchmark || score.suspect) continue;
    if (!axis.protocols.includes(score.protocol)) continue;
    if (rule === 'developer' && score.reporter !== 'developer') continue;
    if (rule === 'third-party' && score.reporter !== 'third-party') continue;
    const required = shots?.get(score.protocol) ?? null;
    if (rule === 'strict' && required !== null && score.shots !== required) continue;
    rows.push(row);
  }
  if (rows.length === 0) return null;
  const values = rows.map((row) => scores[row]?.value ?? Number.NaN).sort((a, b) => a - b);
  return { value: median(values), spread: standardDeviation(values), rows };
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}

function unknown(what: string, value: string, known: readonly string[]): RefusalError {
  return new RefusalError({
    code: 'unknown-choice',
    sentence: `There is no ${what} called "${value}"; known are ${known.join(', ')}.`,
  });
}
