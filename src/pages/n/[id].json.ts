/** A number as a file beside its page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataHash, dataVersion, numbers } from '../../build/results.ts';

export const getStaticPaths: GetStaticPaths = () =>
  numbers.map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify({ ...props['record'], dataVersion, dataHash }, null, 2)}\n`);
