/**
 * Builds the site: `node tools/build.ts [--out DIR]`, DIR being `dist` unless told otherwise.
 *
 * The pages are written to a folder of their own, which takes the place of DIR only when the whole
 * build has succeeded: after a failure DIR is what it was before, never half a site.
 */
import { copyFileSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { readAddresses, readMoves } from '../src/build/addresses.ts';
import { readData } from '../src/build/readData.ts';
import {
  addressesOf,
  danglingMoves,
  lostAddresses,
  type Move,
  withdrawnFile,
} from '../src/lib/addresses.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds into `out`. Throws what the build throws, and then leaves `out` alone. */
async function buildSite(out: string): Promise<void> {
  const { build } = await import('astro');
  const scratch = resolve(root, '.cache', `build-${process.pid}`);
  const fresh = resolve(scratch, 'site');
  const stale = resolve(scratch, 'replaced');
  mkdirSync(scratch, { recursive: true });
  try {
    // Both caches are left behind, so that every build starts from the sources alone.
    await build({ root, outDir: fresh, cacheDir: resolve(scratch, 'cache') });
    keepMovedFiles(fresh, readMoves(root));
    refuseLostAddresses(fresh);
    mkdirSync(dirname(out), { recursive: true });
    moveIfPresent(out, stale);
    renameSync(fresh, out);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function filesIn(site: string): string[] {
  return globSync('**/*', { cwd: site }).map((path) => path.replaceAll('\\', '/'));
}

/** A picture or table that moved stays at its old address, too; a withdrawn one says so there. */
function keepMovedFiles(site: string, moves: readonly Move[]): void {
  const [dangling] = danglingMoves(moves, addressesOf(filesIn(site)));
  if (dangling) {
    throw new Error(
      `data/moves.json: ${dangling.from} leads to ${dangling.to}, which this site does not have. Write in "to" the address where the content stands now, or null where nothing has it.`,
    );
  }
  for (const move of moves) {
    if (move.from.endsWith('/')) continue;
    const old = join(site, move.from);
    mkdirSync(dirname(old), { recursive: true });
    if (move.to === null || move.to.endsWith('/')) writeFileSync(old, withdrawnFile(move));
    else copyFileSync(join(site, move.to), old);
  }
}

/** Throws where a site no longer answers an address that was published. */
function refuseLostAddresses(site: string): void {
  const lost = lostAddresses(readAddresses(root), addressesOf(filesIn(site)));
  if (lost.length === 0) return;
  const shown = lost.slice(0, 10).map((address) => `  ${address}`);
  const more = lost.length > shown.length ? [`  and ${lost.length - shown.length} more`] : [];
  throw new Error(
    [
      `${lost.length} published ${lost.length === 1 ? 'address' : 'addresses'} would stop to answer:`,
      ...shown,
      ...more,
      'Addresses are cited, so they stay. Bring the page back, or say in data/moves.json where it went and why:',
      `  { "from": "${lost[0]}", "to": "/new/address/", "reason": "Why, in a sentence.", "date": "2026-11-23" }`,
    ].join('\n'),
  );
}

function moveIfPresent(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

try {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  process.chdir(root);
  // The pages read the data again; asked here, a bad record is reported at once and without a trace.
  readData('data');
  await buildSite(resolve(root, values.out));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message));
  console.error('\nThe site was not built.');
  process.exitCode = 1;
}
