/** What the footer, the figures and the citation say about this edition of the data. */
import { data, dataHash, dataVersion } from '../build/results.ts';
import type { Edition } from '../lib/cite/citable.ts';
import { publication } from '../lib/cite/publication.ts';

export const edition = {
  site: publication.title,
  repository: publication.repository,
  /** Date of the data and first digits of their hash, as every figure carries it. */
  version: dataVersion,
  /** Last day on which data were gathered, YYYY-MM-DD. */
  asOf: data.dataset.asOf,
} as const;

/** The live pages as something to cite; frozen ones bring an edition of their own. */
export const liveEdition: Edition = {
  issued: data.dataset.asOf,
  version: dataVersion,
  dataHash,
  release: null,
};
