/** What there is to cite in a page, and its form for citation libraries, CSL-JSON. */
import { kindOfPage } from './place.ts';
import type { PageKind } from './place.ts';
import { publication } from './publication.ts';

/** The state of the data that a page was made from. */
export interface Edition {
  /** Day of the data, YYYY-MM-DD: the only date that a page can prove. */
  issued: string;
  /** As printed: the day, then the first digits of the hash. */
  version: string;
  /** SHA-256 of the records, in full. */
  dataHash: string;
  /** Name of the release that the page is frozen in; null for the live page. */
  release: string | null;
  /** The latest release when a live page was made, and whether its data are still the page's; left out before the first. */
  latest?: { release: string; hasSameData: boolean };
}

export interface Citable extends Edition {
  title: string;
  authors: string;
  /** Complete, and the same for ever. */
  url: string;
  type: 'report' | 'dataset';
  /** Label for reference managers: letters, digits and hyphens. */
  key: string;
}

/** As much of CSL-JSON as this site writes. */
export interface CslItem {
  id: string;
  type: Citable['type'];
  title: string;
  author: [{ literal: string }];
  issued: { 'date-parts': [[number, number, number]] };
  publisher: string;
  genre: string;
  note: string;
  URL: string;
}

/** What a page of a record adds to its title, so that the entry of a reference list speaks for itself. */
const additions: Partial<Record<PageKind, string>> = {
  site: ': the law in one screen',
  dataset: ': models, scores and densities',
  model: ': scores and capability density',
  benchmark: ': scores and protocols',
  figure: ' (figure)',
};

/** The title in a reference list: the page's own, and what it is where that says too little. */
export function citationTitle(path: string, title: string): string {
  return title + (additions[kindOfPage(path)] ?? '');
}

/**
 * @param page its path from the site's root, its title, its complete address
 * @throws RangeError where the path is no page's path
 */
export function makeCitable(
  page: { path: string; title: string; url: string },
  edition: Edition,
): Citable {
  const name = page.path.split('/').filter(Boolean).join('-').replaceAll('.', '-') || 'site';
  return {
    ...edition,
    title: citationTitle(page.path, page.title),
    authors: publication.authors,
    url: page.url,
    type: kindOfPage(page.path) === 'dataset' ? 'dataset' : 'report',
    key: `densing-${name}-${edition.release ?? edition.issued}`,
  };
}

/**
 * The version stands twice: as the genre, which styles print, and in the note, which every format
 * keeps. A number of a report would be read as a range at its hyphens.
 */
export function toCsl(citable: Citable): CslItem {
  const { issued, version, dataHash } = citable;
  const [year = 0, month = 0, day = 0] = issued.split('-').map(Number);
  const edition = [...nameRelease(citable), `data version ${version}`];
  const kind = citable.type === 'dataset' ? ['data set'] : [];
  return {
    id: citable.key,
    type: citable.type,
    title: citable.title,
    author: [{ literal: citable.authors }],
    issued: { 'date-parts': [[year, month, day]] },
    publisher: publication.title,
    genre: sentence([...kind, ...edition]),
    note: `${sentence(edition)}, SHA-256 ${dataHash}`,
    URL: citable.url,
  };
}

/** The release that has these data, or after which they came; nothing before the first. */
function nameRelease({ release, latest }: Edition): string[] {
  if (release !== null) return [`release ${release}`];
  if (!latest) return [];
  return [`${latest.hasSameData ? '' : 'after '}release ${latest.release}`];
}

function sentence(parts: readonly string[]): string {
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
