/** Rows of the table of all models: one per record, newest first. */
import type { Results } from '../../lib/compute.ts';
import { countsInTrend } from '../../lib/compute.ts';
import { formatCount, formatDateShort, formatDensity, formatInterval } from '../../lib/format.ts';
import type { Measurement } from '../../lib/measure.ts';
import { bystanderReasons, grades, undefinedReasons } from '../../lib/reasons.ts';
import type { ModelRecord } from '../../lib/schema.ts';
import type { Cell, TableColumn, TableRow } from '../charts/table.ts';
import { href } from '../href.ts';

/** Columns of the table, the panels' densities among them. */
export function modelColumns(results: readonly Results[]): TableColumn[] {
  return [
    { key: 'name', label: 'Model' },
    { key: 'released', label: 'Released' },
    { key: 'parameters', label: 'Parameters', align: 'end' },
    ...results.map(({ panel }): TableColumn => ({
      key: panel.id,
      label: 'Density',
      note: panel.short,
      align: 'end',
    })),
    { key: 'trend', label: 'In the trend', wraps: true },
    { key: 'stage', label: 'Stage' },
    { key: 'organization', label: 'Organisation', wraps: true },
    { key: 'tokens', label: 'Tokens', align: 'end' },
    { key: 'scores', label: 'Scores', align: 'end' },
  ];
}

/** Facets above the table. */
export const modelFacets = [
  'stage',
  'organization',
  { key: 'scores', label: 'Measured on' },
  { key: 'tokens', label: 'Modality' },
  { key: 'parameters', label: 'Architecture' },
] as const;

/** One row per record, newest first, undated ones last. */
export function modelRows(models: readonly ModelRecord[], results: readonly Results[]): TableRow[] {
  const measured = results.map((panel) => new Map(panel.models.map((model) => [model.id, model])));
  const byNewest = [...models].sort((a, b) => {
    const [dateA, dateB] = [a.released?.date ?? '', b.released?.date ?? ''];
    return dateA < dateB ? 1 : dateA > dateB ? -1 : a.id < b.id ? -1 : 1;
  });
  return byNewest.map((model) => {
    const here = measured.map((panel) => panel.get(model.id) ?? null);
    return {
      ...identityCells(model),
      scores: {
        text: String(model.scores.length),
        sort: model.scores.length,
        facets: results.filter((_, i) => here[i]).map(({ panel }) => panel.short),
      },
      ...Object.fromEntries(
        results.map(({ panel }, i) => [panel.id, densityCell(here[i] ?? null)]),
      ),
      trend: trendCell(model, here, results),
    };
  });
}

function identityCells(model: ModelRecord): Record<string, Cell> {
  const { released, parameters, trainingTokens } = model;
  const sparse = parameters !== null && parameters.active < parameters.total;
  const modality = [model.modality];
  return {
    name: { text: model.name, href: href(`/m/${model.id}/`) },
    organization: {
      text: model.organization,
      ...(model.family === model.organization ? {} : { note: model.family }),
    },
    released: released && {
      text: formatDateShort(released.date, released.precision),
      sort: released.date,
    },
    parameters: parameters
      ? {
          text: formatCount(parameters.total),
          sort: parameters.total,
          ...(sparse ? { note: `${formatCount(parameters.active)} active` } : {}),
          facets: [sparse ? 'mixture of experts' : 'dense'],
        }
      : { text: '–', sort: null, facets: [] },
    tokens: trainingTokens
      ? { text: formatCount(trainingTokens.value), sort: trainingTokens.value, facets: modality }
      : { text: '–', sort: null, facets: modality },
    stage: model.stage,
  };
}

function densityCell(model: Measurement | null): Cell {
  if (!model) return null;
  if (model.density === null || model.interval === null || model.grade === null) {
    const reason = model.status === 'defined' ? null : undefinedReasons[model.status];
    return { text: 'none', sort: null, ...(reason ? { note: reason.label } : {}) };
  }
  const beyond = model.grade === 'interpolated' ? '' : `, ${unbroken(grades[model.grade].label)}`;
  return {
    text: formatDensity(model.density),
    sort: model.density,
    note: `${unbroken(formatInterval(model.interval, formatDensity))}${beyond}`,
  };
}

/** The text without a place to break. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Whether a model counts in the trend of any panel, or the first reason why not. */
function trendCell(
  model: ModelRecord,
  here: readonly (Measurement | null)[],
  results: readonly Results[],
): Cell {
  const panels = results.filter((_, i) => {
    const measurement = here[i];
    return measurement && countsInTrend(measurement);
  });
  if (panels.length > 0) {
    const all = panels.length === results.length;
    return {
      text: 'yes',
      note: all ? 'all panels' : panels.map(({ panel }) => panel.short).join(', '),
    };
  }
  if (model.stage !== 'base') return { text: 'no', note: bystanderReasons[model.stage].label };
  const seen = here.find((measurement) => measurement !== null);
  if (seen?.bystander) return { text: 'no', note: bystanderReasons[seen.bystander].label };
  if (seen && seen.status !== 'defined')
    return { text: 'no', note: undefinedReasons[seen.status].label };
  return { text: 'no', note: model.parameters ? 'too few scores' : 'size not published' };
}
