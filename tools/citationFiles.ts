/**
 * Writes CITATION.cff and .zenodo.json: `node tools/citationFiles.ts [--release NAME --date YYYY-MM-DD]`.
 *
 * Without a release they name none; a version that nobody released would go stale with the next record.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { papersOfTheLaw } from '../src/lib/cite/publication.ts';
import { citationCff, zenodoJson } from '../src/lib/cite/repositoryFiles.ts';
import { dayNumber } from '../src/lib/time.ts';
import { BibliographyFile } from '../src/lib/schemaBibliography.ts';

try {
  const { values } = parseArgs({
    options: { release: { type: 'string' }, date: { type: 'string' } },
  });
  const { release: name, date } = values;
  if ((name === undefined) !== (date === undefined)) {
    throw new Error('give both --release and --date, or neither');
  }
  if (date !== undefined) dayNumber(date);
  const release = name === undefined || date === undefined ? null : { name, date };
  const works = BibliographyFile.parse(JSON.parse(readFileSync('data/bibliography.json', 'utf8')));
  const papers = papersOfTheLaw.map((id) => {
    const work = works.find((candidate) => candidate.id === id);
    if (!work) throw new Error(`data/bibliography.json has no work "${id}"`);
    return work;
  });
  writeFileSync('CITATION.cff', stringify(citationCff(papers, release), { lineWidth: 0 }));
  writeFileSync('.zenodo.json', `${JSON.stringify(zenodoJson(papers, release), null, 2)}\n`);
  console.log('CITATION.cff and .zenodo.json written');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
