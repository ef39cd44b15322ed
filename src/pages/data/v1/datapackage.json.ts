/** The CSV files as a Frictionless Data Package. */
import type { APIRoute } from 'astro';
import { dataPackage } from '../../../lib/downloads/interchange.ts';
import { datasetFacts, files } from '../_edition.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(dataPackage(datasetFacts(site), files), null, 1)}\n`);
