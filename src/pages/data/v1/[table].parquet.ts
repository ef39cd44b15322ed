import type { APIRoute } from 'astro';
import { files } from '../_edition.ts';

const tables = files.filter(({ format }) => format === 'Parquet');

export function getStaticPaths() {
  return tables.map(({ table, content }) => ({ params: { table: table.id }, props: { content } }));
}

export const GET: APIRoute<{ content: Uint8Array<ArrayBuffer> }> = ({ props }) =>
  new Response(props.content);
