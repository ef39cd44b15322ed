/** CITATION.cff and .zenodo.json as texts, so that whoever writes them can write all or nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { papersOfTheLaw } from '../src/lib/cite/publication.ts';
import type { RepositoryRelease } from '../src/lib/cite/repositoryFiles.ts';
import { citationCff, zenodoJson } from '../src/lib/cite/repositoryFiles.ts';
import { BibliographyFile } from '../src/lib/schemaBibliography.ts';

/** Both files of the repository in `root`; without a release they name none. */
export function citationTexts(
  root: string,
  release: RepositoryRelease | null,
): { path: string; text: string }[] {
  const bibliography = readFileSync(join(root, 'data', 'bibliography.json'), 'utf8');
  const works = BibliographyFile.parse(JSON.parse(bibliography));
  const papers = papersOfTheLaw.map((id) => {
    const work = works.find((candidate) => candidate.id === id);
    if (!work) throw new Error(`data/bibliography.json has no work "${id}"`);
    return work;
  });
  return [
    {
      path: join(root, 'CITATION.cff'),
      text: stringify(citationCff(papers, release), { lineWidth: 0 }),
    },
    {
      path: join(root, '.zenodo.json'),
      text: `${JSON.stringify(zenodoJson(papers, release), null, 2)}\n`,
    },
  ];
}
