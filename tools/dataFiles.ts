/** The data folder as texts, from disk or from a commit, so that a record can be tried before it is written. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataFiles } from '../src/build/readData.ts';
import { addFile, NOT_DATA, readFiles } from '../src/build/readData.ts';
import type { Data } from '../src/lib/data.ts';
import { DataError, parseData } from '../src/lib/data.ts';

/** Texts of the JSON files of a data folder, by path relative to it, in code-unit order. */
export type Texts = ReadonlyMap<string, string>;

/**
 * A folder that passes the door.
 *
 * @throws {DataFolderError} where it is missing
 * @throws {DataError} with every problem
 */
export function readFolder(dir: string): { texts: Texts; data: Data } {
  return pass(readFiles(dir));
}

/**
 * Texts through the one door.
 *
 * @throws {DataError} with every problem
 */
export function parseTexts(texts: Texts): Data {
  const read: DataFiles = { texts: new Map(), files: new Map(), problems: [] };
  for (const [path, text] of texts) addFile(read, path, new TextEncoder().encode(text));
  return pass(read).data;
}

function pass({ texts, files, problems }: DataFiles): { texts: Texts; data: Data } {
  if (problems.length > 0) throw new DataError(problems);
  return { texts, data: parseData(files) };
}

/** A name of a commit that git does not know, or a folder that is in no repository. */
export class RefError extends Error {
  override name = 'RefError';
}

/** The full hash of a commit by any name that git knows. */
export function resolveCommit(ref: string): string {
  if (ref.startsWith('-')) throw new RefError(`"${ref}" is no name of a commit`);
  try {
    return git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
      .toString('utf8')
      .trim();
  } catch {
    throw new RefError(
      `git knows no commit "${ref}" here; fetch it (git fetch origin ${ref}) or name another, such as main`,
    );
  }
}

/** The data folder as it is in a commit. */
export function readCommit(commit: string, dir = 'data'): Texts {
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', commit, '--', `${dir}/`]);
  const entries = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, hash, full] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      const path = full?.slice(dir.length + 1);
      return hash && path?.endsWith('.json') && !NOT_DATA.test(path) ? [{ hash, path }] : [];
    });
  if (entries.length === 0) throw new RefError(`commit ${commit} has no folder ${dir}/`);
  const blobs = splitBatch(
    git(['cat-file', '--batch'], entries.map(({ hash }) => `${hash}\n`).join('')),
  );
  return new Map(entries.map(({ path }, i) => [path, blobs[i] ?? ''] as const).sort(byPath));
}

function git(args: string[], input?: string): Buffer {
  const options = {
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'],
  };
  return execFileSync('git', args, input === undefined ? options : { ...options, input });
}

/** The output of `git cat-file --batch`: a header with the size, the content and a line break, each. */
function splitBatch(output: Buffer): string[] {
  const blobs: string[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('utf8', at, end).split(' ')[2]);
    blobs.push(output.toString('utf8', end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return blobs;
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The `$schema` that the folder's model files have; undefined where they have none. */
export function schemaAddressOf(texts: Texts): string | undefined {
  for (const [path, text] of texts) {
    if (!path.startsWith('models/')) continue;
    const { $schema } = JSON.parse(text) as { $schema?: unknown };
    return typeof $schema === 'string' ? $schema : undefined;
  }
  return undefined;
}

/** A file that is there already, and is not written over. */
export class ExistsError extends Error {
  override name = 'ExistsError';
}

/**
 * Writes a new file whole or not at all.
 *
 * @throws {ExistsError} where there is one
 */
export function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text, { flag: 'wx' });
    linkSync(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ExistsError(
      `${path} exists and is not written over; remove it or choose another name`,
    );
  } finally {
    rmSync(partial, { force: true });
  }
}
