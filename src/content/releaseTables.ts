/** Tables of a release: its numbers, claims and predictions as they were, and what changed. */
import { href } from '../components/href.ts';
import type { ChartTable, TableRow } from '../components/charts/table.ts';
import { formatFixed, formatSignificant } from '../lib/format.ts';
import { capitalise, levelText } from '../lib/phrases.ts';
import { frozenAnchor } from '../lib/cite/place.ts';
import type { ReleaseDiff } from '../lib/releases/diff.ts';
import type { Release } from '../lib/releases/release.ts';

export function frozenNumbersTable({ release, numbers }: Release): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Number', wraps: true },
      { key: 'value', label: 'Value', align: 'end' },
      { key: 'interval', label: `${levelText} interval`, align: 'end' },
    ],
    rows: numbers.map(({ id, name, value, text, intervalText }) => ({
      name: { text: capitalise(name), href: href(`/v/${release}/n/${id}/`), note: id },
      value: { text: text ?? 'refused', sort: value },
      interval: intervalText ?? '–',
    })),
  };
}

export function frozenClaimsTable({ claims }: Release): ChartTable {
  return {
    columns: [
      { key: 'title', label: 'Corollary', wraps: true },
      { key: 'status', label: 'Status' },
      { key: 'effect', label: 'Measured', align: 'end' },
      { key: 'interval', label: `${levelText} interval`, align: 'end' },
    ],
    rows: claims.map(({ id, number, title, status, effect, interval }) => ({
      anchor: frozenAnchor('c', id),
      title: { text: `${number}. ${title}`, href: href(`/c/${id}/`) },
      status,
      effect:
        effect.value === null
          ? 'none'
          : { text: formatSignificant(effect.value, 3), note: `${effect.unit}: ${effect.name}` },
      interval: interval
        ? interval
            .map((end) => (end === null ? 'unbounded' : formatSignificant(end, 3)))
            .join(' to ')
        : '–',
    })),
  };
}

export function frozenPredictionsTable({ predictions }: Release): ChartTable {
  return {
    columns: [
      { key: 'title', label: 'Prediction', wraps: true },
      { key: 'deadline', label: 'Deadline' },
      { key: 'status', label: 'Status' },
      { key: 'probability', label: 'Probability given', align: 'end' },
    ],
    rows: predictions.map(({ id, label, title, status, deadline, probability }) => ({
      anchor: frozenAnchor('p', id),
      title: { text: `${label}. ${title}`, href: href(`/p/${id}/`) },
      deadline: deadline ?? 'none',
      status,
      probability: probability === null ? '–' : `${formatFixed(100 * probability, 0)}\u00a0%`,
    })),
  };
}

/** Every change between two editions, one a row. */
export function changesTable(diff: ReleaseDiff): ChartTable {
  const rows: TableRow[] = [
    ...diff.sentences.map(({ id, before, after }) => ({
      kind: 'sentence',
      what: id,
      before,
      after,
    })),
    ...diff.claims.map(({ id, title, before, after }) => ({
      kind: 'claim',
      what: { text: title, href: href(`/c/${id}/`) },
      before,
      after,
    })),
    ...diff.predictions.map(({ id, title, before, after }) => ({
      kind: 'prediction',
      what: { text: title, href: href(`/p/${id}/`) },
      before,
      after,
    })),
    ...diff.numbers.changed.map(({ id, title, before, after, redefined }) => ({
      kind: 'number',
      what: { text: capitalise(title), href: href(`/n/${id}/`) },
      before,
      after: redefined ? { text: after, note: 'means something else now' } : after,
    })),
    ...diff.numbers.added.map((id) => added('number', id, `/n/${id}/`)),
    ...diff.numbers.removed.map((id) => removed('number', id)),
    ...diff.records.added.map((id) => added('record', id, `/m/${id}/`)),
    ...diff.records.removed.map((id) => removed('record', id)),
    ...diff.records.changed.map((id) => ({
      kind: 'record',
      what: { text: id, href: href(`/m/${id}/`) },
      before: 'there',
      after: 'changed',
    })),
  ];
  return {
    columns: [
      { key: 'kind', label: 'Kind' },
      { key: 'what', label: 'What', wraps: true },
      { key: 'before', label: 'Before', wraps: true },
      { key: 'after', label: 'After', wraps: true },
    ],
    rows,
  };
}

function added(kind: string, id: string, path: string): TableRow {
  return { kind, what: { text: id, href: href(path) }, before: 'not there', after: 'new' };
}

function removed(kind: string, id: string): TableRow {
  return { kind, what: id, before: 'there', after: 'gone' };
}
