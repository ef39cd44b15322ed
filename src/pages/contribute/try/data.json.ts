/** What the page beside this file judges and measures a record with, in one small file. */
import type { APIRoute } from 'astro';
import { data } from '../../../build/results.ts';
import { trialData } from '../../../lib/trial/trialData.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(trialData(data)));
