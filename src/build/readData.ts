/** Reads a data folder from disk and passes it through the one door, `parseData`. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { type Data, DataError, parseData, type Problem } from '../lib/data.ts';

/** The folder itself is missing or is no folder. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

/** Files that a data folder may hold without being data. */
const NOT_DATA = new Set(['README.md']);

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
    if (NOT_DATA.has(path)) continue;
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

function syntaxProblem(file: string, text: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const before = text.slice(0, errorOffset(text)).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    file,
    field: '',
    value: '',
    rule: `must be valid JSON; it breaks at line ${line}, column ${column} (${reason(message)})`,
    mend: `look here, often for a missing or extra comma or quote:\n${excerpt(text, line, column)}`,
  };
}

/** The parser's own words without its excerpt and its position, which differ between versions. */
function reason(message: string): string {
  return message.replace(
    /(?:, \.{0,3}"| in JSON at position| at position| is not valid JSON).*$/s,
    '',
  );
}

/** Where a text stops being JSON; `JSON.parse` does not say so in every case. */
function errorOffset(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0]?.offset ?? text.length;
}

/** The line with the one before it, and a caret under the column. */
function excerpt(text: string, line: number, column: number): string {
  const lines = text.split('\n');
  const shown = [line - 1, line]
    .filter((number) => number >= 1)
    .map(
      (number) => `    ${String(number).padStart(4)} | ${(lines[number - 1] ?? '').slice(0, 120)}`,
    );
  return [...shown, `         | ${' '.repeat(column - 1)}^`].join('\n');
}
