/** A figure's data as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figures, findFigure } from '../../content/figures/figures.ts';
import { figureCsv } from '../../content/figures/files.ts';

export const getStaticPaths: GetStaticPaths = () => figures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(figureCsv(findFigure(params['id'] ?? '')));
