/** The papers of the law as RIS. */
import type { APIRoute } from 'astro';
import { formatWorks } from '../../build/citations.ts';
import { findWork } from '../../content/works.ts';
import { papersOfTheLaw } from '../../lib/cite/publication.ts';

export const GET: APIRoute = () => new Response(formatWorks(papersOfTheLaw.map(findWork), 'ris'));
