/** A whole release as a file, as it lies in the repository. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { releases } from '../../build/releases.ts';

export const getStaticPaths: GetStaticPaths = () =>
  releases.map((release) => ({ params: { release: release.release }, props: { release } }));

export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(props['release'], null, 1)}\n`);
