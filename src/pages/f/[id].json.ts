/** A figure's words and data as one record. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figures, findFigure } from '../../content/figures/figures.ts';
import { figureJson } from '../../content/figures/files.ts';

export const getStaticPaths: GetStaticPaths = () => figures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(figureJson(findFigure(params['id'] ?? '')));
