/** The badge of a number as it is now. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { numbers } from '../../build/results.ts';
import { badge } from '../../components/badge.ts';
import { edition } from '../../layouts/edition.ts';
import type { NumberRecord } from '../../lib/numbers/number.ts';
import { formatNumber } from '../../lib/numbers/number.ts';
import { capitalise } from '../../lib/phrases.ts';

export const getStaticPaths: GetStaticPaths = () =>
  numbers.map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: NumberRecord }> = ({ props: { record } }) =>
  new Response(
    badge({
      label: capitalise(record.name.replace(/ \(.*\)$/, '')),
      value: record.value === null ? 'refused' : formatNumber(record),
      edition: `data ${edition.asOf}, may change`,
    }),
  );
