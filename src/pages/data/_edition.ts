/** The downloads of this edition, made once for the page and all of its files. */
import { data, dataHash, dataVersion, missing, observatory } from '../../build/results.ts';
import { downloadFiles, downloadFolder } from '../../components/data/files.ts';
import { href } from '../../components/href.ts';
import { edition as about } from '../../layouts/edition.ts';
import type { DatasetFacts } from '../../lib/downloads/interchange.ts';
import { downloadTables } from '../../lib/downloads/tables.ts';

/** What every JSON file says of itself. */
export const edition = {
  dataVersion,
  dataHash,
  licence: data.dataset.licence,
  credit: `${about.site}, data version ${dataVersion}`,
};

export const tables = downloadTables(data, observatory, missing);
export const files = downloadFiles(tables, edition);

/**
 * What the descriptions for other tools say of the whole.
 *
 * @param site where the site is published
 */
export function datasetFacts(site: URL | undefined): DatasetFacts {
  const { dataset, models } = data;
  const scores = models.reduce((sum, model) => sum + model.scores.length, 0);
  const at = (path: string) => (site ? new URL(href(path), site).href : href(path));
  return {
    name: 'densing-law-observatory',
    title: dataset.title,
    description: `${models.length} language models with ${scores} published scores, each with its source, and the capability densities measured from them.`,
    asOf: dataset.asOf,
    hash: dataHash,
    credit: edition.credit,
    creator: about.site,
    page: at('/data/'),
    folder: at(downloadFolder),
    repository: about.repository,
    sources: dataset.credits,
  };
}
