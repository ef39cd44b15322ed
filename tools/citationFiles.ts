/**
 * Writes CITATION.cff and .zenodo.json: `node tools/citationFiles.ts [--release NAME --date YYYY-MM-DD]`.
 *
 * Without a release they name none; a version that nobody released would go stale with the next record.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayNumber } from '../src/lib/time.ts';
import { citationTexts } from './citationTexts.ts';

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
  for (const { path, text } of citationTexts('.', release)) writeFileSync(path, text);
  console.log('CITATION.cff and .zenodo.json written');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
