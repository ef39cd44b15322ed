/** The whole edition as one record: what a release freezes. */
import type { APIRoute } from 'astro';
import { liveEdition } from '../content/edition.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(liveEdition)}\n`);
