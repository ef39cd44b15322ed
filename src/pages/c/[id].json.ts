/** A claim as a file beside its page: record, result and the rows behind it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { claims, data, dataHash, dataVersion } from '../../build/results.ts';

export const getStaticPaths: GetStaticPaths = () =>
  claims.map((result) => ({ params: { id: result.id }, props: { result } }));

export const GET: APIRoute = ({ params, props }) => {
  const record = data.claims.find(({ id }) => id === params['id']);
  const content = { record, result: props['result'], dataVersion, dataHash };
  return new Response(`${JSON.stringify(content, null, 2)}\n`);
};
