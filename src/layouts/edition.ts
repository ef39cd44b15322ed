/** What the footer, the figures and the citation say about this edition of the data. */
import { findRelease, latest } from '../build/releases.ts';
import { data, dataHash, dataVersion } from '../build/results.ts';
import type { Edition } from '../lib/cite/citable.ts';
import { frozenAnchor, releaseOf } from '../lib/cite/place.ts';
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
  ...(latest && {
    latest: { release: latest.release, hasSameData: latest.data.hash === dataHash },
  }),
};

/** What a page was made from, by its path from the site's root: the live data, or a release's. */
export function editionAt(path: string): Edition {
  const release = releaseOf(path);
  if (release === undefined) return liveEdition;
  const { asOf: issued, version, hash: dataHash } = findRelease(release).data;
  return { issued, version, dataHash, release };
}

/** Where the latest release keeps what a live page says; null for pages that it has no part for. */
export function frozenTwinOf(path: string): { release: string; path: string } | null {
  if (!latest || releaseOf(path) !== undefined) return null;
  const { release, numbers, figures, claims, predictions } = latest;
  const root = `/v/${release}/`;
  if (path === '/') return { release, path: root };
  const [, section = '', id = ''] = /^\/([a-z])\/([^/]+)\/$/.exec(path) ?? [];
  const kept = { n: numbers, f: figures, c: claims, p: predictions }[section];
  if (!kept?.some((record) => record.id === id)) return null;
  const hasPage = section === 'n' || section === 'f';
  return {
    release,
    path: hasPage ? `${root}${section}/${id}/` : `${root}#${frozenAnchor(section, id)}`,
  };
}
