/** What `--fix` makes of a record that the schema accepts: form mended, every value kept. */
import { schemaAddressOf } from '../jsonSchema.ts';
import { formatModel } from '../records/canonical.ts';
import { ModelRecord } from '../schema.ts';
import { tidy } from './untidy-text.ts';

/**
 * A model's file as it should be: schema named, keys and scores in their order, texts tidy.
 *
 * @param raw a record that the schema accepts
 */
export function canonicalModel(raw: unknown): string {
  const record = ModelRecord.parse(tidyTexts(raw));
  return formatModel({ ...record, $schema: schemaAddressOf('model') });
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
