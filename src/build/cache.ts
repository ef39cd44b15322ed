/**
 * Results that are computed once for one state of data and code. The key hashes every record, every
 * file of `src/lib` that the computation reaches, the locked packages and the version of Node, so a
 * changed score or formula computes anew and a changed sentence does not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** SHA-256 of everything below `dirs` and of the named files, by path and content. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

function addPath(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const full = join(root, path);
  const entries = readEntries(full);
  if (entries === null) {
    const content = readFileSync(full);
    hash.update(`${path}\0${content.length}\0`).update(content);
    return;
  }
  for (const entry of entries) addPath(hash, root, `${path}/${entry}`);
}

/** Sorted names in a folder; null for a file. */
function readEntries(path: string): string[] | null {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw error;
  }
}

const imports = /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from '(\.[^']+)'|\n?import '(\.[^']+)'/g;

/**
 * A source file and every file that its relative imports reach, as sorted paths from `root`.
 *
 * @param entry path from `root`, with forward slashes
 */
export function reachedFrom(root: string, entry: string): string[] {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, from, bare] of text.matchAll(imports)) {
      waiting.push(posix.join(posix.dirname(path), from ?? bare ?? ''));
    }
  }
  return [...reached].sort();
}

/**
 * The result kept under `key`, or else computed and kept. What comes back has been through JSON
 * either way, so that a kept result and a fresh one are the same to the last bit.
 *
 * @param folder where results are kept; a file that cannot be read as JSON is computed anew
 */
export function keep<T>(folder: string, name: string, key: string, compute: () => T): T {
  const path = join(folder, `${name}-${key.slice(0, 32)}.json`);
  const kept = readKept<T>(path);
  if (kept !== null) return kept;
  const text = JSON.stringify(compute());
  try {
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch {
    // A folder that cannot be written costs time, not correctness.
  }
  return JSON.parse(text) as T;
}

function readKept<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}
