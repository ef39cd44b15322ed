/** Tables of the benchmark pages: all benchmarks, the protocols of one, its scores. */
import { formatCount, formatDateShort, formatFixed, formatNumeral } from '../../lib/format.ts';
import type { BenchmarkRecord, ModelRecord, PanelRecord } from '../../lib/schema.ts';
import type { ScoreUse } from '../../lib/scoreUse.ts';
import type { ChartTable, TableRow } from '../charts/table.ts';
import { href } from '../href.ts';
import { scoreCells, useCell } from '../models/modelTables.ts';
import type { BenchmarkScore } from './benchmarkFacts.ts';
import { protocolFacts, scoresOf } from './benchmarkFacts.ts';

/** One row per benchmark, the most used first. */
export function benchmarksTable(
  benchmarks: readonly BenchmarkRecord[],
  models: readonly ModelRecord[],
  panels: readonly PanelRecord[],
): ChartTable {
  const entries = benchmarks.map((benchmark) => {
    const scores = scoresOf(benchmark, models);
    const facts = protocolFacts(benchmark, scores, panels);
    const users = panels.filter((panel) => facts.some((fact) => fact.panels.includes(panel)));
    return { benchmark, scores, users };
  });
  entries.sort(
    (a, b) =>
      b.users.length - a.users.length ||
      b.scores.length - a.scores.length ||
      (a.benchmark.id < b.benchmark.id ? -1 : 1),
  );
  return {
    columns: [
      { key: 'name', label: 'Benchmark' },
      { key: 'tests', label: 'What it tests', sortable: false, wraps: true },
      { key: 'published', label: 'Published' },
      { key: 'protocols', label: 'Protocols', align: 'end' },
      { key: 'models', label: 'Models', align: 'end' },
      { key: 'scores', label: 'Scores', align: 'end' },
      { key: 'panels', label: 'Panels', wraps: true },
    ],
    rows: entries.map(({ benchmark, scores, users }): TableRow => {
      const { id, name, tests, published, protocols } = benchmark;
      const count = new Set(scores.map(({ model }) => model.id)).size;
      return {
        name: { text: name, href: href(`/b/${id}/`) },
        tests,
        published: published && { text: formatDateShort(published), sort: published },
        protocols: number(protocols.length),
        models: number(count),
        scores: number(scores.length),
        panels: users.length > 0 ? users.map(({ short }) => short).join(', ') : null,
      };
    }),
  };
}

function number(value: number) {
  return { text: formatFixed(value, 0), sort: value };
}

/** Every published value of one benchmark, with what became of it. */
export function benchmarkScoresTable(
  benchmark: BenchmarkRecord,
  scores: readonly BenchmarkScore[],
  uses: readonly ScoreUse[],
  panelNames: ReadonlyMap<string, string>,
): ChartTable {
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'protocol', label: 'Protocol', wraps: true },
      { key: 'released', label: 'Released' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'shots', label: 'Shots', align: 'end' },
      { key: 'setting', label: 'Setting', wraps: true },
      { key: 'source', label: 'Source', wraps: true },
      { key: 'use', label: 'Counted in', wraps: true },
    ],
    rows: scores.map(({ model, score }, i): TableRow => {
      const { released, parameters } = model;
      return {
        model: { text: model.name, href: href(`/m/${model.id}/`) },
        released: released && {
          text: formatDateShort(released.date, released.precision),
          sort: released.date,
        },
        parameters: parameters && { text: formatCount(parameters.total), sort: parameters.total },
        protocol:
          benchmark.protocols.find(({ id }) => id === score.protocol)?.name ?? score.protocol,
        ...scoreCells(score),
        use: useCell(score, uses[i], panelNames),
      };
    }),
  };
}

/** "two protocols", "one protocol". */
export function countProtocols(count: number): string {
  return `${formatNumeral(count)} ${count === 1 ? 'protocol' : 'protocols'}`;
}
