/** A number as a release had it, as a file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { releases } from '../../../../build/releases.ts';

export const getStaticPaths: GetStaticPaths = () =>
  releases.flatMap(({ release, date, data, numbers }) =>
    numbers.map((record) => ({
      params: { release, id: record.id },
      props: { release, date, dataVersion: data.version, dataHash: data.hash, ...record },
    })),
  );

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props, null, 2)}\n`);
