/** What the readers of foreign formats share: rows that were taken, rows that were left out, and why. */
import type { BenchmarkRecord, ScoreRecord } from '../schema.ts';
import { settingOf } from './answers.ts';
import { asFraction, isRead, readAddress } from './readings.ts';

/** What is known of the model of a foreign file. */
export interface ForeignModel {
  /** Repository on Hugging Face, where the file names one. */
  hub: string | null;
  name: string | null;
  organization: string | null;
  openWeights: boolean | null;
}

/** A row that did not become a score. */
export interface LeftOut {
  /** Which row: its position and its name. */
  row: string;
  value: number | null;
  /** Why, as the end of a sentence that begins with the row. */
  reason: string;
}

export interface Imported {
  model: ForeignModel;
  scores: ScoreRecord[];
  leftOut: LeftOut[];
  /** What was changed on the way, as sentences. */
  warnings: string[];
}

/** What the person who imports says where a file does not. */
export interface Said {
  /** Address of the page on which the values can be read. */
  source?: string;
  reporter?: ScoreRecord['reporter'];
  shots?: number;
}

/** One value with everything a file says about it. */
export interface ForeignRow {
  /** Position and name, for messages. */
  row: string;
  /** Our id of the benchmark; null where the table has none. */
  benchmark: string | null;
  /** What the file calls the benchmark. */
  called: string;
  score: number;
  /** The unit by the file; null where it says nothing. */
  unit: 'fraction' | 'percent' | null;
  /** Our protocol, where the collection is one; null for "as reported". */
  protocol: string | null;
  isReasoning: boolean;
  shots: number | null;
  setting: string | null;
  harness: string | null;
  reporter: ScoreRecord['reporter'] | null;
  source: string | null;
  locator: string;
  note: string | null;
}

/** A row as a score, or the reason why it is none; a changed unit is a warning. */
export function takeRow(
  row: ForeignRow,
  benchmarks: readonly BenchmarkRecord[],
  into: Pick<Imported, 'scores' | 'leftOut' | 'warnings'>,
): void {
  const leave = (reason: string) =>
    void into.leftOut.push({ row: row.row, value: row.score, reason });
  const benchmark = benchmarks.find(({ id }) => id === row.benchmark);
  if (!benchmark) return leave(`"${row.called}" is no benchmark of these data`);
  const protocol = protocolOf(row, benchmark);
  if (!protocol) {
    const known = benchmark.protocols.map(({ id }) => id).join(', ');
    return leave(`${benchmark.id} has no protocol for such a run (it has ${known})`);
  }
  if (row.reporter === null) {
    return leave('the file does not say who measured it; say so with --reporter');
  }
  if (row.source === null) {
    return leave('the file names no page on which the value can be read; name one with --source');
  }
  const address = readAddress(row.source);
  if (!isRead(address)) return leave(`its page, ${row.source.slice(0, 80)}, ${address.rule}`);
  const value = fractionOf(row);
  if (value === null) return leave(`its value, ${row.score}, is no share of right answers`);
  if (value !== row.score) {
    const why = row.unit === 'percent' ? 'the file says percent' : 'it is above 1';
    into.warnings.push(`${row.row}: ${row.score} was read as a percentage, ${value}: ${why}.`);
  }
  const shots = row.shots ?? protocol.shots;
  const isOwn = row.shots === null && row.protocol !== null;
  into.scores.push({
    benchmark: benchmark.id,
    protocol: protocol.id,
    value,
    shots: isOwn ? shots : row.shots,
    setting: row.setting ?? settingOf(isOwn ? shots : row.shots),
    harness: row.harness,
    reporter: row.reporter,
    source: address.value,
    locator: row.locator,
    ...(row.note === null ? {} : { note: row.note }),
  });
}

function protocolOf(row: ForeignRow, { protocols }: BenchmarkRecord) {
  const wanted = row.protocol ?? (row.isReasoning ? 'thinking' : 'reported');
  return protocols.find(({ id }) => id === wanted);
}

/** The value as a fraction; null where it is none. */
function fractionOf({ score, unit }: Pick<ForeignRow, 'score' | 'unit'>): number | null {
  if (!(score >= 0)) return null;
  const isPercent = unit === 'percent' || (unit === null && score > 1);
  const value = isPercent ? asFraction(score) : score;
  return value <= 1 ? value : null;
}

/** Text from elsewhere on one line, without control signs, of at most `most` characters. */
export function oneLine(text: string, most = 300): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** A record with new scores; those it has already are left out. */
export function addScores<T extends { scores: ScoreRecord[] }>(
  record: T,
  scores: readonly ScoreRecord[],
): { record: T; added: ScoreRecord[]; known: ScoreRecord[] } {
  const keys = new Set(record.scores.map(keyOf));
  const [added, known]: [ScoreRecord[], ScoreRecord[]] = [[], []];
  for (const score of scores) {
    if (keys.has(keyOf(score))) known.push(score);
    else added.push(score);
    keys.add(keyOf(score));
  }
  return { record: { ...record, scores: [...record.scores, ...added] }, added, known };
}

/** What makes two rows the same row. */
function keyOf({ benchmark, protocol, source, locator, value }: ScoreRecord): string {
  return JSON.stringify([benchmark, protocol, source, locator, value]);
}
