/** The files as a Croissant description, JSON-LD in the vocabulary of schema.org. */
import type { APIRoute } from 'astro';
import { croissant } from '../../../lib/downloads/interchange.ts';
import { datasetFacts, files } from '../_edition.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(croissant(datasetFacts(site), files), null, 1)}\n`);
