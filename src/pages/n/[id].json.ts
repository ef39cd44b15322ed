/** A number as a file beside its page: its record, and how pages print it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataHash, dataVersion, numbers } from '../../build/results.ts';
import { freezeNumber } from '../../content/edition.ts';
import type { NumberRecord } from '../../lib/numbers/number.ts';

export const getStaticPaths: GetStaticPaths = () =>
  numbers.map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: NumberRecord }> = ({ props: { record } }) =>
  new Response(
    `${JSON.stringify({ ...record, ...freezeNumber(record), dataVersion, dataHash }, null, 2)}\n`,
  );
