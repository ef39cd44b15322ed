/** A second copy of the project, to be built with other data. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a build reads. */
const parts = [
  'src',
  'public',
  'data',
  'tools',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Copies what a build reads into a fresh folder inside the project, where it finds the same packages.
 *
 * @param name of the folder, below `.cache`
 * @param kept folders of `.cache` to take along: what was drawn or computed once need not be again
 * @returns the path of the copy; whoever asked for it removes it
 */
export function copyProject(root: string, name: string, kept: readonly string[] = []): string {
  const copy = join(root, '.cache', name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const folder of kept) {
    const from = join(root, '.cache', folder);
    if (existsSync(from)) cpSync(from, join(copy, '.cache', folder), { recursive: true });
  }
  return copy;
}
