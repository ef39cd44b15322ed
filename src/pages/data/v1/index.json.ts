/** The list of all files with their fields and checksums, for machines. */
import type { APIRoute } from 'astro';
import { serialise } from '../../../components/data/files.ts';
import { edition, files, tables } from '../_edition.ts';

export const GET: APIRoute = () =>
  new Response(
    serialise({
      ...edition,
      files: files.map(({ name, bytes, sha256, table }) => ({
        name,
        bytes,
        sha256,
        rows: table.rows.length,
      })),
      tables: tables.map(({ id, title, about, fields }) => ({ id, title, about, fields })),
      dataPackage: 'datapackage.json',
      croissant: 'croissant.json',
      models: 'models/<id>.json has the whole record of one model with its measurements',
    }),
  );
