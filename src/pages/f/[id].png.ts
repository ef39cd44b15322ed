/** A figure as a picture of pixels. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { renderPng } from '../../build/images.ts';
import { figures, findFigure } from '../../content/figures/figures.ts';
import { figureSvg } from '../../content/figures/files.ts';

/** Pixels across: twice the drawing's units, sharp on paper and on fine screens. */
const PNG_WIDTH = 1720;

export const getStaticPaths: GetStaticPaths = () => figures.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await renderPng(figureSvg(findFigure(params['id'] ?? '')), PNG_WIDTH));
