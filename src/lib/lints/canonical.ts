/** The one form in which a record is written, so that a difference shows what changed. */
import { schemaAddressOf } from '../jsonSchema.ts';
import { ModelRecord } from '../schema.ts';
import { tidy } from './untidy-text.ts';

type Score = ModelRecord['scores'][number];

/** Order of scores: benchmark, protocol, source, value; by code units, the same everywhere. */
export function compareScores(a: Score, b: Score): number {
  for (const key of ['benchmark', 'protocol', 'source', 'value'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return 0;
}

/**
 * A model's file as it should be: schema named, keys in its order, scores sorted, texts tidy, two
 * spaces. Values stay as they are.
 *
 * @param raw a record that the schema accepts
 */
export function canonicalModel(raw: unknown): string {
  const { $schema: _, ...record } = ModelRecord.parse(tidyTexts(raw));
  const scores = record.scores.toSorted(compareScores);
  return writeJson({ $schema: schemaAddressOf('model'), ...record, scores });
}

/** Two spaces, one value a line, a line break at the end. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function tidyTexts(value: unknown): unknown {
  if (typeof value === 'string') return tidy(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(tidyTexts);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidyTexts(inner)]));
}
