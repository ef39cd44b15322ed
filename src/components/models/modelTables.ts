/** Tables of one model's page: its benchmarks on a panel, its scores, its facts, its family. */
import type { Results } from '../../lib/compute.ts';
import { countsInTrend } from '../../lib/compute.ts';
import type { AxisPart } from '../../lib/effective.ts';
import {
  formatCount,
  formatDate,
  formatDateShort,
  formatDensity,
  formatFixed,
  formatInterval,
  formatPercent,
  formatSignificant,
} from '../../lib/format.ts';
import type { Measurement } from '../../lib/measure.ts';
import { exp } from '../../lib/numerics/elementary.ts';
import { fateLabels, undefinedReasons } from '../../lib/reasons.ts';
import type { BenchmarkRecord, ModelRecord } from '../../lib/schema.ts';
import type { ScoreUse } from '../../lib/scoreUse.ts';
import type { Cell, ChartTable, RichCell, TableRow } from '../charts/table.ts';
import { sourceName } from '../data/sourceName.ts';
import { href } from '../href.ts';

/** How each benchmark of a panel enters a model's effective size. */
export function partsTable(
  model: Measurement,
  rulerName: string,
  benchmarks: readonly BenchmarkRecord[],
): ChartTable {
  return {
    columns: [
      { key: 'benchmark', label: 'Benchmark' },
      { key: 'score', label: 'Score', note: '± spread of the values', align: 'end' },
      { key: 'fitted', label: `${rulerName} at that size`, align: 'end' },
      { key: 'alone', label: 'Effective size', note: 'by this benchmark alone', align: 'end' },
      { key: 'share', label: 'Share of information', align: 'end' },
      {
        key: 'lever',
        label: 'One point more',
        note: 'moves that size by',
        align: 'end',
      },
    ],
    rows: model.parts.map((part) => ({
      benchmark: {
        text: benchmarks.find(({ id }) => id === part.benchmark)?.name ?? part.benchmark,
        href: href(`/b/${part.benchmark}/`),
      },
      score: {
        text: formatPercent(part.score),
        ...(part.spread >= 0.0005 ? { note: `± ${formatPercent(part.spread)}` } : {}),
      },
      fitted: part.fitted === null ? null : formatPercent(part.fitted),
      alone: aloneCell(part, model.actual),
      share: part.fitted === null ? null : formatPercent(part.share, 0),
      lever: part.conditioning === null ? null : formatLever(part.conditioning),
    })),
  };
}

function aloneCell({ effectiveParameters, status }: AxisPart, actual: number): Cell {
  if (effectiveParameters !== null) {
    const density = formatDensity(effectiveParameters / actual);
    return { text: formatCount(effectiveParameters), note: `density ${density}` };
  }
  const note = status === 'defined' ? undefined : undefinedReasons[status].label;
  return { text: 'none', ...(note ? { note } : {}) };
}

/** d ln N / dS as what one point of score does to the size: "+15 %". */
function formatLever(conditioning: number): string {
  const growth = exp(conditioning / 100) - 1;
  return growth < 10 ? `+${formatPercent(growth, 0)}` : `× ${formatSignificant(growth + 1, 2)}`;
}

/** Every published value of a model, with what became of it. */
export function scoresTable(
  model: ModelRecord,
  uses: readonly ScoreUse[],
  benchmarks: readonly BenchmarkRecord[],
  panelNames: ReadonlyMap<string, string>,
): ChartTable {
  const rows = model.scores.map((score, i): TableRow => {
    const benchmark = benchmarks.find(({ id }) => id === score.benchmark);
    const protocol = benchmark?.protocols.find(({ id }) => id === score.protocol);
    return {
      benchmark: {
        text: benchmark?.name ?? score.benchmark,
        href: href(`/b/${score.benchmark}/`),
        note: protocol?.name ?? score.protocol,
      },
      ...scoreCells(score),
      use: useCell(score, uses[i], panelNames),
    };
  });
  return {
    columns: [
      { key: 'benchmark', label: 'Benchmark' },
      { key: 'score', label: 'Score', align: 'end' },
      { key: 'shots', label: 'Shots', align: 'end' },
      { key: 'setting', label: 'Setting', wraps: true },
      { key: 'source', label: 'Source', wraps: true },
      { key: 'use', label: 'Counted in', wraps: true },
    ],
    rows,
  };
}

/** Cells that a score has on the page of its model and on that of its benchmark. */
export function scoreCells(score: ModelRecord['scores'][number]): Record<string, Cell> {
  const { value, shots, setting, harness, reporter, source, locator, note } = score;
  const by = reporter === 'developer' ? 'its developer' : 'a third party';
  return {
    score: { text: formatPercent(value), sort: value },
    shots: shots === null ? null : { text: String(shots), sort: shots },
    setting: { text: setting, ...(harness ? { note: harness } : {}) },
    source: {
      text: locator,
      href: source,
      note: [`by ${by}`, sourceName(source), note].filter(Boolean).join('; '),
      facets: [by],
    },
  };
}

/** Where a value counts, or why it does not. */
export function useCell(
  score: ModelRecord['scores'][number],
  use: ScoreUse | undefined,
  panelNames: ReadonlyMap<string, string>,
): RichCell {
  if (!use) return { text: '–', sort: null };
  if (use.fate !== 'counted') {
    return { text: fateLabels[use.fate], ...(score.suspect ? { note: score.suspect } : {}) };
  }
  return { text: use.panels.map((panel) => panelNames.get(panel) ?? panel).join(', ') };
}

/** Dates, sizes and tokens with their sources; other published values after the one that counts. */
export function factsTable(model: ModelRecord): ChartTable {
  const { released, parameters, trainingTokens, alternatives } = model;
  const releases = [...(released ? [released] : []), ...alternatives.released];
  const sizes = [...(parameters ? [parameters] : []), ...alternatives.parameters];
  const tokens = [...(trainingTokens ? [trainingTokens] : []), ...alternatives.trainingTokens];
  const rows = [
    ...releases.map((fact, i) =>
      factRow('Released', formatDate(fact.date, fact.precision), fact, i, released !== null),
    ),
    ...sizes.map((fact, i) =>
      factRow('Parameters', formatSize(fact), fact, i, parameters !== null),
    ),
    ...tokens.map((fact, i) =>
      factRow('Training tokens', formatCount(fact.value), fact, i, trainingTokens !== null),
    ),
  ];
  return {
    columns: [
      { key: 'fact', label: 'Fact' },
      { key: 'value', label: 'Value' },
      { key: 'source', label: 'Source', wraps: true },
    ],
    rows,
  };
}

function formatSize({
  total,
  active,
  precision,
  nonEmbedding,
}: NonNullable<ModelRecord['parameters']>) {
  const parts = [
    formatCount(total),
    ...(active < total ? [`${formatCount(active)} active for one token`] : []),
    ...(nonEmbedding === undefined ? [] : [`${formatCount(nonEmbedding)} without embeddings`]),
    ...(precision === 'nominal' ? ['by its name only'] : []),
  ];
  return parts.join(', ');
}

function factRow(
  fact: string,
  value: string,
  { source, note }: { source: string; note?: string | undefined },
  position: number,
  counts: boolean,
): TableRow {
  return {
    fact: position === 0 && counts ? fact : { text: fact, note: 'also published, not used' },
    value,
    source: { text: sourceName(source), href: source, ...(note ? { note } : {}) },
  };
}

/** The family, in order of release and size, with densities on one panel. */
export function familyTable(family: readonly ModelRecord[], results: Results): ChartTable {
  const rows = family.map((model): TableRow => {
    const measured = results.models.find(({ id }) => id === model.id);
    return {
      name: { text: model.name, href: href(`/m/${model.id}/`) },
      stage: model.stage,
      released: model.released && formatDateShort(model.released.date, model.released.precision),
      parameters: model.parameters && formatCount(model.parameters.total),
      density: measured ? densityCell(measured) : null,
    };
  });
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'stage', label: 'Stage' },
      { key: 'released', label: 'Released' },
      { key: 'parameters', label: 'Parameters', align: 'end' },
      { key: 'density', label: 'Density', note: results.panel.short, align: 'end' },
    ],
    rows,
  };
}

/** What the chart of a model's place shows: the model, then the models of the trend by day. */
export function placeTable({ models }: Results, id: string): ChartTable {
  const own = models.filter((model) => model.id === id);
  const others = models.filter((model) => model.id !== id && countsInTrend(model));
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'density', label: 'Density', align: 'end' },
    ],
    rows: [...own, ...others].map(({ name, released, releasedPrecision, density }) => ({
      name,
      released: released && formatDateShort(released, releasedPrecision ?? 'day'),
      density: density === null ? 'none' : formatDensity(density),
    })),
  };
}

/** A density with its interval, or "none". */
function densityCell({ density, interval }: Measurement): Cell {
  if (density === null || interval === null) return 'none';
  return { text: formatDensity(density), note: formatInterval(interval, formatDensity) };
}

/** "144 days after it", "2 years after it": a stretch of days as a reader says it. */
export function formatStretch(days: number): string {
  if (days < 60) return `${formatFixed(days, 0)} ${days === 1 ? 'day' : 'days'}`;
  if (days < 730) return `${formatFixed(days / 30.44, 0)} months`;
  return `${formatFixed(days / 365.25, 1)} years`;
}
