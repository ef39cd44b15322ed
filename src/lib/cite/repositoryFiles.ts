/**
 * CITATION.cff and .zenodo.json from one source. An archive that finds the second ignores the first, so
 * they must agree.
 */
import type { Work } from '../schemaBibliography.ts';
import { publication } from './publication.ts';

/** The release that a repository's files speak of; null before the first one. */
export interface RepositoryRelease {
  name: string;
  /** YYYY-MM-DD. */
  date: string;
}

type Fields = Record<string, unknown>;

/** Content of CITATION.cff, format 1.2.0; the papers of the law stand among its references. */
export function citationCff(papers: readonly Work[], release: RepositoryRelease | null): Fields {
  return {
    'cff-version': '1.2.0',
    message: publication.message,
    type: 'dataset',
    title: publication.title,
    abstract: publication.abstract,
    authors: [{ name: publication.authors }],
    ...(release && { version: release.name, 'date-released': release.date }),
    license: [...publication.licences],
    url: publication.url,
    'repository-code': publication.repository,
    keywords: [...publication.keywords],
    references: papers.map(cffReference),
  };
}

function cffReference(work: Work): Fields {
  const [year, month, day] = work.issued['date-parts'][0];
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  const journal = work['container-title'];
  const pages = work.page?.split('-');
  return {
    type: work.type === 'article-journal' ? 'article' : 'generic',
    title: work.title,
    authors: work.author.map((name) =>
      'literal' in name
        ? { name: name.literal }
        : { 'family-names': name.family, ...(name.given && { 'given-names': name.given }) },
    ),
    year,
    ...(day !== undefined && { 'date-published': date }),
    ...(journal && { journal }),
    ...(work.publisher && { publisher: { name: work.publisher } }),
    ...(work.number && { number: work.number }),
    ...(work.volume && { volume: work.volume }),
    ...(work.issue && { issue: work.issue }),
    ...(pages?.[0] && { start: pages[0] }),
    ...(pages?.[1] && { end: pages[1] }),
    ...(work.DOI && { doi: work.DOI }),
    ...(work.URL && { url: work.URL }),
  };
}

/** Content of .zenodo.json: metadata of a deposit, without the enclosing object. */
export function zenodoJson(papers: readonly Work[], release: RepositoryRelease | null): Fields {
  return {
    title: publication.title,
    description: `<p>${publication.abstract}</p><p>${publication.message}</p>`,
    upload_type: 'dataset',
    access_right: 'open',
    license: publication.licences[0],
    creators: [{ name: publication.authors }],
    ...(release && { version: release.name, publication_date: release.date }),
    keywords: [...publication.keywords],
    language: 'eng',
    notes: 'The code is under the MIT licence; text, figures and data under CC BY 4.0.',
    related_identifiers: [
      { identifier: publication.url, relation: 'isSupplementTo', scheme: 'url' },
      ...papers.flatMap(zenodoRelation),
    ],
  };
}

function zenodoRelation({ DOI, URL: address }: Work): Fields[] {
  const identifier = DOI ?? address;
  if (!identifier) return [];
  return [{ identifier, relation: 'references', scheme: DOI ? 'doi' : 'url' }];
}
