/** What the data say of one benchmark: who was scored under which protocol, how far it is used up. */
import type { Results } from '../../lib/compute.ts';
import { countsInTrend } from '../../lib/compute.ts';
import type {
  BenchmarkRecord,
  ModelRecord,
  PanelRecord,
  ProtocolRecord,
} from '../../lib/schema.ts';
import type { ScoreSeries } from '../charts/benchmarkScores.ts';
import { dateOfDay, dayNumber } from '../../lib/time.ts';

/** One published value on this benchmark. */
export interface BenchmarkScore {
  model: ModelRecord;
  /** Position in the model's record. */
  row: number;
  score: ModelRecord['scores'][number];
}

/** All published values of a benchmark, in order of protocol class, then of value, best first. */
export function scoresOf(
  { id, protocols }: BenchmarkRecord,
  models: readonly ModelRecord[],
): BenchmarkScore[] {
  const order = new Map(protocols.map((protocol, i) => [protocol.id, i]));
  const position = ({ score }: BenchmarkScore) => order.get(score.protocol) ?? protocols.length;
  return models
    .flatMap((model) => model.scores.map((score, row) => ({ model, row, score })))
    .filter(({ score }) => score.benchmark === id)
    .sort(
      (a, b) =>
        position(a) - position(b) ||
        b.score.value - a.score.value ||
        (a.model.id < b.model.id ? -1 : a.model.id > b.model.id ? 1 : a.row - b.row),
    );
}

/** A protocol class with what is on record under it. */
export interface ProtocolFacts {
  protocol: ProtocolRecord;
  scores: BenchmarkScore[];
  /** Different models among the scores. */
  models: number;
  panels: PanelRecord[];
}

export function protocolFacts(
  benchmark: BenchmarkRecord,
  scores: readonly BenchmarkScore[],
  panels: readonly PanelRecord[],
): ProtocolFacts[] {
  return benchmark.protocols.map((protocol) => {
    const own = scores.filter(({ score }) => score.protocol === protocol.id);
    return {
      protocol,
      scores: own,
      models: new Set(own.map(({ model }) => model.id)).size,
      panels: panels.filter((panel) =>
        panel.benchmarks.some(
          (use) => use.benchmark === benchmark.id && use.protocols.includes(protocol.id),
        ),
      ),
    };
  });
}

/** Two classes of one benchmark, compared on the models that have both. */
export interface ClassGap {
  higher: ProtocolRecord;
  lower: ProtocolRecord;
  models: number;
  /** Median of the differences, a fraction ≥ 0. */
  median: number;
  /** The largest difference, a fraction. */
  largest: number;
}

/** The two classes that differ most among those that at least `least` models share; null without. */
export function widestGap(facts: readonly ProtocolFacts[], least = 8): ClassGap | null {
  let widest: ClassGap | null = null;
  for (const [i, first] of facts.entries()) {
    for (const second of facts.slice(i + 1)) {
      const gap = gapBetween(first, second);
      if (gap && gap.models >= least && gap.median > (widest?.median ?? -1)) widest = gap;
    }
  }
  return widest;
}

function gapBetween(first: ProtocolFacts, second: ProtocolFacts): ClassGap | null {
  const [a, b] = [medians(first), medians(second)];
  const gaps = [...a].flatMap(([id, value]) => {
    const other = b.get(id);
    return other === undefined ? [] : [value - other];
  });
  if (gaps.length === 0) return null;
  const middle = median(gaps);
  const isHigher = middle >= 0;
  return {
    higher: isHigher ? first.protocol : second.protocol,
    lower: isHigher ? second.protocol : first.protocol,
    models: gaps.length,
    median: Math.abs(middle),
    largest: Math.max(...gaps.map(Math.abs)),
  };
}

/** The scores of one class over time, one point per dated model: the median of its values. */
export function seriesOf(
  benchmark: BenchmarkRecord,
  facts: ProtocolFacts,
  asOf: string,
): ScoreSeries {
  const models = new Map(facts.scores.map(({ model }) => [model.id, model]));
  const points = [...medians(facts)].flatMap(([id, score]) => {
    const model = models.get(id);
    if (!model?.released) return [];
    const { name, released, stage } = model;
    return { name, released: released.date, score, isBase: stage === 'base' };
  });
  const single = benchmark.protocols.length === 1;
  const name = single ? benchmark.name : `${benchmark.name}, “${facts.protocol.name}”`;
  return { name, chance: facts.protocol.chance, asOf, points };
}

function medians({ scores }: ProtocolFacts): Map<string, number> {
  const values = Map.groupBy(
    scores.filter(({ score }) => !score.suspect),
    ({ model }) => model.id,
  );
  return new Map(
    [...values].map(([id, group]) => [id, median(group.map(({ score }) => score.value))]),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + upper) / 2;
}

/** How far a panel's models have used a benchmark up. */
export interface Saturation {
  results: Results;
  /** Models of the trend that have the benchmark, and those at 0.9 of the way to the ceiling. */
  models: number;
  near: number;
  /** The same for the year before the data's date. */
  recentModels: number;
  recentNear: number;
  /** Mean share of the information on effective sizes, a fraction. */
  share: number;
}

/** A score this far from chance to ceiling counts as near the ceiling. */
export const NEAR_CEILING = 0.9;

/** One entry per panel that uses the benchmark. */
export function saturations(id: string, results: readonly Results[]): Saturation[] {
  return results.flatMap((panel) => {
    const axis = panel.ruler.axes.find(({ benchmark }) => benchmark === id);
    if (!axis) return [];
    const threshold = axis.chance + NEAR_CEILING * (axis.ceiling - axis.chance);
    const yearBefore = dateOfDay(dayNumber(panel.asOf) - 365);
    const scored = panel.models.filter(countsInTrend).flatMap((model) => {
      const part = model.parts.find(({ benchmark }) => benchmark === id);
      if (!part) return [];
      return { near: part.score >= threshold, recent: (model.released ?? '') > yearBefore };
    });
    const recent = scored.filter((model) => model.recent);
    return {
      results: panel,
      models: scored.length,
      near: scored.filter(({ near }) => near).length,
      recentModels: recent.length,
      recentNear: recent.filter(({ near }) => near).length,
      share: panel.shares.find(({ benchmark }) => benchmark === id)?.share ?? 0,
    };
  });
}
