/** Checksums in the form that `sha256sum --check` reads. */
import type { APIRoute } from 'astro';
import { files } from '../_edition.ts';

export const GET: APIRoute = () =>
  new Response(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
