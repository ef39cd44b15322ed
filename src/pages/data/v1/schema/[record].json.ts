/** The format of one kind of record as JSON Schema; records name this address under `$schema`. */
import type { APIRoute } from 'astro';
import { serialise } from '../../../../components/data/files.ts';
import { type JsonSchema, publishedSchemas } from '../../../../lib/jsonSchema.ts';

export function getStaticPaths() {
  return publishedSchemas().map(({ name, schema }) => ({
    params: { record: name },
    props: { schema },
  }));
}

export const GET: APIRoute<{ schema: JsonSchema }> = ({ props }) =>
  new Response(serialise(props.schema));
