/** `npm run diff -- 2026.11 2026.12`: what changed between two releases, or from one to the built site. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readReleases } from '../src/build/releases.ts';
import type { Edition, ReleaseDiff } from '../src/lib/releases/diff.ts';
import { diffReleases, isUnchanged } from '../src/lib/releases/diff.ts';

const help = `What changed between two editions: records, numbers, claims, predictions, sentences.

  npm run diff                        from the latest release to the site in dist/
  npm run diff -- 2026.11             from that release to the site in dist/
  npm run diff -- 2026.11 2026.12     from one release to another
  npm run diff -- … --json            the same as JSON
`;

const root = fileURLToPath(new URL('..', import.meta.url));

function findEdition(name: string | undefined): { name: string; edition: Edition } {
  const releases = readReleases(resolve(root, 'data', 'releases'));
  const release =
    name === undefined ? releases.at(-1) : releases.find((one) => one.release === name);
  if (release) return { name: release.release, edition: release };
  const known = releases.map((one) => one.release).join(', ') || 'none yet';
  throw new Error(`there is no release "${name ?? 'latest'}"; there are: ${known}`);
}

function readSite(): { name: string; edition: Edition } {
  try {
    const text = readFileSync(resolve(root, 'dist', 'edition.json'), 'utf8');
    return { name: 'the site', edition: JSON.parse(text) as Edition };
  } catch {
    throw new Error('dist/edition.json is missing: run npm run build first');
  }
}

function printDiff(diff: ReleaseDiff): void {
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  };
  const turned = ({ title, before, after }: { title: string; before: string; after: string }) =>
    `${title}: ${before} → ${after}`;
  list('Sentences', diff.sentences.map(turned));
  list('Claims', diff.claims.map(turned));
  list('Predictions', diff.predictions.map(turned));
  list(
    'Numbers',
    diff.numbers.changed.map((change) => `${change.id}: ${change.before} → ${change.after}`),
  );
  list('New numbers', diff.numbers.added);
  list('Numbers no longer made', diff.numbers.removed);
  list('New records', diff.records.added);
  list('Records gone', diff.records.removed);
  list('Changed records', diff.records.changed);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(help);
  else {
    const before = findEdition(positionals[0]);
    const after = positionals[1] === undefined ? readSite() : findEdition(positionals[1]);
    const diff = diffReleases(before.edition, after.edition);
    if (values.json) console.log(JSON.stringify(diff, null, 2));
    else {
      console.log(`From ${before.name} to ${after.name}`);
      if (isUnchanged(diff)) console.log('\nNothing changed.');
      else printDiff(diff);
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
