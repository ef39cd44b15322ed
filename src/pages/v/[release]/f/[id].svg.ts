/** A figure as a release drew it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { releases } from '../../../../build/releases.ts';

export const getStaticPaths: GetStaticPaths = () =>
  releases.flatMap(({ release, figures }) =>
    figures.map(({ id, svg }) => ({ params: { release, id }, props: { content: svg } })),
  );

export const GET: APIRoute<{ content: string }> = ({ props }) =>
  new Response(props.content, { headers: { 'content-type': 'image/svg+xml' } });
