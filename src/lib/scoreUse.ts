/** What became of one published score: which panels count it, and why the others do not. */
import type { Results } from './compute.ts';
import type { BenchmarkRecord, ModelRecord, PanelRecord } from './schema.ts';

export type ScoreFate =
  'counted' | 'suspect' | 'no-panel-uses-benchmark' | 'another-protocol' | 'model-not-measured';

export interface ScoreUse {
  fate: ScoreFate;
  /** Panels in whose density the value counts. */
  panels: string[];
}

export interface ScoreContext {
  panels: readonly PanelRecord[];
  benchmarks: readonly BenchmarkRecord[];
  results: readonly Results[];
}

/**
 * The fate of the score at position `row` of a model's record.
 *
 * @throws RangeError where the record has no such row
 */
export function scoreUse(model: ModelRecord, row: number, context: ScoreContext): ScoreUse {
  const score = model.scores[row];
  if (!score) throw new RangeError(`scoreUse requires a row of ${model.id}, not ${row}`);
  const counted = context.results.filter(({ models }) =>
    models.some(({ id, rows }) => id === model.id && rows.includes(row)),
  );
  if (counted.length > 0) {
    return { fate: 'counted', panels: counted.map(({ panel }) => panel.id) };
  }
  const left = (fate: ScoreFate): ScoreUse => ({ fate, panels: [] });
  if (score.suspect) return left('suspect');
  const uses = context.panels.flatMap((panel) =>
    panel.benchmarks.filter(({ benchmark }) => benchmark === score.benchmark),
  );
  if (uses.length === 0) return left('no-panel-uses-benchmark');
  if (!uses.some(({ protocols }) => protocols.includes(score.protocol))) {
    return left('another-protocol');
  }
  return left('model-not-measured');
}
