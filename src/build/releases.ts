/** Reads the frozen releases from disk; a file whose content does not match its seal stops the build. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Release } from '../lib/releases/release.ts';
import { compareReleases, Release as ReleaseSchema, sealedText } from '../lib/releases/release.ts';

/** The seal of a release's content. */
export function sealOf(release: Omit<Release, 'seal'>): string {
  return createHash('sha256').update(sealedText(release)).digest('hex');
}

/**
 * Every release in a folder, oldest first.
 *
 * @throws Error naming the file, where one is malformed, misnamed or was edited after it was sealed
 */
export function readReleases(folder: string): Release[] {
  const names = globSync('*.json', { cwd: folder });
  return names
    .map((name) => readRelease(join(folder, name)))
    .sort((a, b) => compareReleases(a.release, b.release));
}

function readRelease(path: string): Release {
  const name = basename(path, '.json');
  const parsed = ReleaseSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `data/releases/${name}.json: ${issue?.path.join('.')} ${issue?.message}; restore the file from git`,
    );
  }
  const release = parsed.data;
  if (release.release !== name) {
    throw new Error(`data/releases/${name}.json says it is ${release.release}; name it so`);
  }
  const seal = sealOf(release);
  if (seal !== release.seal) {
    throw new Error(
      `data/releases/${name}.json was edited after it was made: its seal says ${release.seal.slice(0, 12)}, its content ${seal.slice(0, 12)}. A release never changes: restore the file from git and make a new release`,
    );
  }
  return release;
}

/** Every release of this site, oldest first. */
export const releases: readonly Release[] = readReleases(
  resolve(process.cwd(), 'data', 'releases'),
);

/** The release that the live pages follow; undefined before the first. */
export const latest: Release | undefined = releases.at(-1);

/** A release by its name. Throws where there is none. */
export function findRelease(name: string): Release {
  const found = releases.find(({ release }) => release === name);
  if (!found) throw new RangeError(`there is no release "${name}" in data/releases`);
  return found;
}
