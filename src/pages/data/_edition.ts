/** The downloads of this edition, made once for the page and all of its files. */
import { data, dataHash, dataVersion, observatory } from '../../build/results.ts';
import { downloadFiles } from '../../components/data/files.ts';
import { edition as site } from '../../layouts/edition.ts';
import { downloadTables } from '../../lib/downloads/tables.ts';

/** What every JSON file says of itself. */
export const edition = {
  dataVersion,
  dataHash,
  licence: data.dataset.licence,
  credit: `${site.site}, data version ${dataVersion}`,
};

export const tables = downloadTables(data, observatory);
export const files = downloadFiles(tables, edition);
