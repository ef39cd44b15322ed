/** A prediction as a file beside its page: the record as written, and what became of it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { hashRecord } from '../../build/recordHash.ts';
import { dataHash, dataVersion } from '../../build/results.ts';
import { findPrediction, predictions } from '../../content/predictions.ts';

export const getStaticPaths: GetStaticPaths = () =>
  predictions.map(({ record: { id } }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { record: written, resolution } = findPrediction(params['id'] ?? '');
  const { $schema: _, ...record } = written;
  const file = { record, recordHash: hashRecord(record), resolution, dataVersion, dataHash };
  return new Response(`${JSON.stringify(file, null, 2)}\n`);
};
