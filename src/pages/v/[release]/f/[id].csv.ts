/** The data of a figure as a release had them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { releases } from '../../../../build/releases.ts';

export const getStaticPaths: GetStaticPaths = () =>
  releases.flatMap(({ release, figures }) =>
    figures.map(({ id, csv }) => ({ params: { release, id }, props: { content: csv } })),
  );

export const GET: APIRoute<{ content: string }> = ({ props }) => new Response(props.content);
