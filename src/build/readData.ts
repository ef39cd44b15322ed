/** Reads a data folder from disk and passes it through the one door, `parseData`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Data, DataError, parseData, type Problem } from '../lib/data.ts';
import { parseJson } from '../lib/jsonText.ts';

/** The folder itself is missing or is no folder. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

/** What a data folder may hold without being data: words about it, and what the site has published. */
const NOT_DATA = /^(?:README\.md|addresses\.json|moves\.json|releases\/.*)$/;

/**
 * @param dir path of a folder laid out like `data/`
 * @returns all records, checked and sorted
 * @throws {DataError} for broken JSON and for every problem `parseData` finds
 * @throws {DataFolderError} when the folder is missing or is no folder
 */
export function readData(dir: string): Data {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new DataFolderError(
      `there is no data folder at "${dir}"; give the path of a folder with models/, benchmarks/ and dataset.json`,
    );
  }
  const files = new Map<string, unknown>();
  const problems: Problem[] = [];
  for (const path of listFiles(dir, '')) {
    if (NOT_DATA.test(path)) continue;
    if (!path.endsWith('.json')) {
      files.set(path, undefined);
      continue;
    }
    const text = readFileSync(join(dir, path), 'utf8');
    try {
      files.set(path, JSON.parse(text));
    } catch (error) {
      problems.push(syntaxProblem(path, text, error));
    }
  }
  if (problems.length > 0) throw new DataError(problems);
  return parseData(files);
}

/** All files below `dir`, as paths with forward slashes, in code-unit order. */
function listFiles(dir: string, prefix: string): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(join(dir, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...listFiles(dir, path));
    else paths.push(path);
  }
  return paths.sort();
}
