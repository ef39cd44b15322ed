/** What the footer, the figures and the citation say about this edition of the data. */
import { findRelease, latest } from '../build/releases.ts';
import { data, dataHash, dataVersion } from '../build/results.ts';
import type { Edition } from '../lib/cite/citable.ts';
import { releaseOf } from '../lib/cite/place.ts';
import { publication } from '../lib/cite/publication.ts';

export const edition = {
  site: publication.title,
  repository: publication.repository,
  /** Date of the data and first digits of their hash, as every figure carries it. */
  version: dataVersion,
  /** Last day on which data were gathered, YYYY-MM-DD. */
  asOf: data.dataset.asOf,
} as const;

/** The live pages as something to cite. */
const liveEdition: Edition = {
  issued: data.dataset.asOf,
  version: dataVersion,
  dataHash,
  release: null,
  ...(latest && { follows: latest.release }),
};

/** What a page was made from, by its path from the site's root: the live data, or a release's. */
export function editionAt(path: string): Edition {
  const release = releaseOf(path);
  if (release === undefined) return liveEdition;
  const { asOf: issued, version, hash: dataHash } = findRelease(release).data;
  return { issued, version, dataHash, release };
}
