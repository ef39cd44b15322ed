/**
 * `npm run release -- 2026.11`: freezes what the site says into data/releases/, drafts the release's
 * article for a person to edit, and names the release in the citation files. Nothing is written unless everything is.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readReleases, sealOf } from '../src/build/releases.ts';
import { draftArticle } from '../src/lib/releases/article.ts';
import { diffReleases } from '../src/lib/releases/diff.ts';
import type { Release } from '../src/lib/releases/release.ts';
import { compareReleases, Release as ReleaseSchema } from '../src/lib/releases/release.ts';
import { citationTexts } from './citationTexts.ts';

const help = `Makes a release: every published number, claim, prediction and headline figure as they are now.

  npm run release -- 2026.11             builds the site, freezes it into data/releases/2026.11.json,
                                         drafts src/content/releases/2026.11.mdx,
                                         and names the release in CITATION.cff and .zenodo.json
  npm run release -- 2026.11 --site DIR  takes a site that is built already

A release is a year and a number within it, later than the last one. It is never edited:
commit it together with data/addresses.json (npm run addresses).
`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** What stops a release, said without a trace. */
class ReleaseError extends Error {}

function readEdition(site: string): Omit<Release, 'release' | 'date' | 'previous' | 'seal'> {
  const path = join(site, 'edition.json');
  if (!existsSync(path)) {
    throw new ReleaseError(`${path} is missing; build the site first, or leave --site out`);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Builds the site into a folder of its own, so that a release never takes an old one. */
function buildFresh(): string {
  const site = resolve(root, '.cache', 'release-site');
  console.error('building the site …');
  const { status } = spawnSync(process.execPath, [join(root, 'tools', 'build.ts'), '--out', site], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new ReleaseError('the site was not built, so there is nothing to freeze');
  return site;
}

function checkName(name: string, earlier: readonly Release[]): void {
  if (!/^\d{4}\.\d{1,2}$/.test(name)) {
    throw new ReleaseError(`"${name}" is no release: write a year and a number, like 2026.11`);
  }
  const last = earlier.at(-1);
  if (last && compareReleases(name, last.release) <= 0) {
    throw new ReleaseError(
      `${name} is not later than ${last.release}; a release is never made again nor in between`,
    );
  }
}

function makeRelease(name: string, site: string | undefined): void {
  const folder = resolve(root, 'data', 'releases');
  const earlier = readReleases(folder);
  checkName(name, earlier);
  const previous = earlier.at(-1) ?? null;
  const edition = readEdition(site ?? buildFresh());
  const open = {
    release: name,
    date: edition.data.asOf,
    previous: previous?.release ?? null,
    ...edition,
  };
  const release = ReleaseSchema.parse({ ...open, seal: sealOf(open) });
  const article = draftArticle(release, previous && diffReleases(previous, release));
  writeAll([
    { path: join(folder, `${name}.json`), text: `${JSON.stringify(release, null, 1)}\n` },
    { path: resolve(root, 'src', 'content', 'releases', `${name}.mdx`), text: article },
    ...citationTexts(root, { name, date: release.date }),
  ]);
  console.log(`data/releases/${name}.json: ${release.numbers.length} numbers, sealed ${release.seal.slice(0, 12)}
src/content/releases/${name}.mdx: a draft; read it, say why things changed, commit both
next: npm run addresses, then npm test`);
}

/** Writes all files or none: each beside its place first. */
function writeAll(files: readonly { path: string; text: string }[]): void {
  const partial = ({ path }: { path: string }) => `${path}.partial`;
  try {
    for (const file of files) {
      mkdirSync(resolve(file.path, '..'), { recursive: true });
      writeFileSync(partial(file), file.text);
    }
    for (const file of files) renameSync(partial(file), file.path);
  } finally {
    for (const file of files) rmSync(partial(file), { force: true });
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const [name] = positionals;
  if (values.help) console.log(help);
  else if (name === undefined) throw new ReleaseError(`name the release\n\n${help}`);
  else makeRelease(name, values.site);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
