/** A figure as a vector picture. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figures, findFigure } from '../../content/figures/figures.ts';
import { figureSvg } from '../../content/figures/files.ts';

export const getStaticPaths: GetStaticPaths = () => figures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(figureSvg(findFigure(params['id'] ?? '')), {
    headers: { 'content-type': 'image/svg+xml' },
  });
