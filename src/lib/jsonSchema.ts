/**
 * The formats of `data/` as JSON Schema, made from the Zod schemas: for editors, which complete and
 * explain fields by it, and for anybody who checks records with another program.
 *
 * What one record cannot show (that an id is its file's name, that a benchmark exists) is not in
 * them; the door in `data.ts` and the lints judge that.
 */
import { z } from 'zod';
import {
  BenchmarkRecord,
  DatasetRecord,
  ModelRecord,
  PanelRecord,
  PublishedFile,
  RulerRecord,
} from './schema.ts';

/** Where the schemas are published; records name this address whatever site a copy is served from. */
const schemaFolder = 'https://densing-law.github.io/data/v1/schema/';

const RECORDS = {
  model: { schema: ModelRecord, title: 'A model', files: 'models/*.json' },
  benchmark: { schema: BenchmarkRecord, title: 'A benchmark', files: 'benchmarks/*.json' },
  panel: { schema: PanelRecord, title: 'A panel of benchmarks', files: 'panels/*.json' },
  ruler: { schema: RulerRecord, title: 'A ruler', files: 'rulers/*.json' },
  published: { schema: PublishedFile, title: 'Quoted values', files: 'published.json' },
  dataset: { schema: DatasetRecord, title: 'The data set', files: 'dataset.json' },
} as const;

export type SchemaName = keyof typeof RECORDS;

/** One published format. */
export interface PublishedSchema {
  name: SchemaName;
  /** The files it describes, relative to `data/`. */
  files: string;
  address: string;
  schema: JsonSchema;
}

/** As much of JSON Schema as the readers here look at. */
export interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  [key: string]: unknown;
}

/** The address that a record of this kind names under `$schema`. */
export function schemaAddressOf(name: SchemaName): string {
  return `${schemaFolder}${name}.json`;
}

/** All published formats, in a fixed order. */
export function publishedSchemas(): PublishedSchema[] {
  return (Object.keys(RECORDS) as SchemaName[]).map((name) => {
    const { schema, title, files } = RECORDS[name];
    const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input' });
    const address = schemaAddressOf(name);
    return {
      name,
      files,
      address,
      schema: { $schema, $id: address, title, ...body } as JsonSchema,
    };
  });
}

/** One field of a record in words. */
export interface FieldText {
  /** Path in the record; `[]` stands for each entry of a list: `scores[].value`. */
  path: string;
  required: boolean;
  /** What may stand there: `text`, `number`, `"base" or "instruct"`, `list`, … or null. */
  kind: string;
  description: string;
}

/** Every field of a record with its explanation, in the order in which it is written. */
export function fieldTexts(schema: JsonSchema, prefix = ''): FieldText[] {
  const inner = withoutNull(schema);
  if (inner.type === 'array' && inner.items) return fieldTexts(inner.items, `${prefix}[]`);
  return Object.entries(inner.properties ?? {}).flatMap(([key, field]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    const text: FieldText = {
      path,
      required: inner.required?.includes(key) === true,
      kind: kindOf(field),
      description: field.description ?? '',
    };
    return [text, ...fieldTexts(field, path)];
  });
}

function withoutNull(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'group',
};

function kindOf(schema: JsonSchema): string {
  const inner = withoutNull(schema);
  const kind = inner.enum
    ? inner.enum.map((value) => JSON.stringify(value)).join(', ')
    : inner['format'] === 'date'
      ? 'day'
      : inner['format'] === 'uri'
        ? 'address'
        : (KINDS[inner.type ?? ''] ?? 'value');
  return inner === schema ? kind : `${kind}, or null`;
}
