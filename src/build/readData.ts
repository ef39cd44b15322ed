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
export const NOT_DATA = /^(?:README\.md|addresses\.json|moves\.json|releases\/.*)$/;

/**
 * @param dir path of a folder laid out like `data/`
 * @returns all records, checked and sorted
 * @throws {DataError} for broken JSON and for every problem `parseData` finds
 * @throws {DataFolderError} when the folder is missing or is no folder
 */
export function readData(dir: string): Data {
  const { files, problems } = readFiles(dir);
  if (problems.length > 0) throw new DataError(problems);
  return parseData(files);
}

/** The files of a data folder: their texts, their values, and what is wrong with the texts. */
export interface DataFiles {
  texts: Map<string, string>;
  files: Map<string, unknown>;
  problems: Problem[];
}

/** @throws {DataFolderError} when the folder is missing or is no folder */
export function readFiles(dir: string): DataFiles {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new DataFolderError(
      `there is no data folder at "${dir}"; give the path of a folder with models/, benchmarks/ and dataset.json`,
    );
  }
  const read: DataFiles = { texts: new Map(), files: new Map(), problems: [] };
  for (const path of listFiles(dir, '')) {
    if (NOT_DATA.test(path)) continue;
    if (path.endsWith('.json')) addFile(read, path, readFileSync(join(dir, path)));
    else read.files.set(path, undefined);
  }
  return read;
}

/** Takes one file in: its text, its value where it is JSON, and what is wrong with the text. */
export function addFile(read: DataFiles, path: string, bytes: Uint8Array): void {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    read.problems.push({
      file: path,
      field: '',
      value: '',
      rule: 'must be text in UTF-8; some bytes of it are not',
      mend: 'save the file as “UTF-8” in your editor',
    });
    return;
  }
  read.texts.set(path, text);
  const parsed = parseJson(path, text);
  if ('value' in parsed) read.files.set(path, parsed.value);
  read.problems.push(...parsed.problems);
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
