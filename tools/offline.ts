/**
 * `npm run offline -- NAME`: the built site as one zip that opens from a folder without a server, with
 * the checksum of every file inside and its own beside it. Equal sites give equal zips.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { makeRelative } from '../src/lib/offline.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The first day a zip can name, so that no file carries the day it was packed. */
const NO_DAY = new Date(1980, 0, 1);

function readSite(site: string): Map<string, Uint8Array> {
  const files = globSync('**/*', { cwd: site, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  if (files.length === 0) throw new Error(`${site} is empty: run npm run build first`);
  const base = (process.env['BASE_PATH'] ?? '/').replace(/\/*$/, '/');
  const drawing = (path: string) =>
    path.endsWith('.svg') && files.includes(path) ? readFileSync(join(site, path), 'utf8') : null;
  return new Map(
    files.map((file) => {
      const content = readFileSync(join(site, file));
      if (!/\.(html|css)$/.test(file)) return [file, content];
      return [file, Buffer.from(makeRelative(file, content.toString('utf8'), base, drawing))];
    }),
  );
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      site: { type: 'string', default: 'dist' },
      out: { type: 'string', default: 'offline' },
    },
  });
  const name = positionals[0] ?? 'densing-law-observatory';
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new Error(`"${name}" is no name for a file`);
  const files = readSite(resolve(root, values.site));
  const sums = [...files].map(([file, content]) => `${sha256(content)}  ${file}\n`).join('');
  files.set('SHA256SUMS.txt', Buffer.from(sums));
  const entries = Object.fromEntries(
    [...files].map(([file, content]) => [`${name}/${file}`, content] as const),
  );
  const zip = zipSync(entries, { level: 9, mtime: NO_DAY });
  const out = resolve(root, values.out);
  mkdirSync(out, { recursive: true });
  const path = join(out, `${name}.zip`);
  writeFileSync(`${path}.partial`, zip);
  renameSync(`${path}.partial`, path);
  writeFileSync(`${path}.sha256`, `${sha256(zip)}  ${name}.zip\n`);
  console.log(
    `${values.out}/${name}.zip: ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB; open ${name}/index.html`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
