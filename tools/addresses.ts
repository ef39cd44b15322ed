/**
 * `npm run addresses`: adds the addresses of the built site to data/addresses.json. None is ever taken
 * out: the build refuses a site that no longer answers one.
 */
import { globSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAddresses } from '../src/build/addresses.ts';
import { addressesOf } from '../src/lib/addresses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, 'dist');

const files = globSync('**/*', { cwd: dist, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => resolve(entry.parentPath, entry.name).slice(dist.length + 1))
  .map((path) => path.replaceAll('\\', '/'));
if (files.length === 0) {
  console.error('dist/ is empty: run npm run build first');
  process.exitCode = 1;
} else {
  const before = readAddresses(root);
  const after = [...new Set([...before, ...addressesOf(files)])].sort();
  const path = resolve(root, 'data', 'addresses.json');
  writeFileSync(
    `${path}.partial`,
    `${JSON.stringify(after, null, 0).replaceAll('","', '",\n"')}\n`,
  );
  renameSync(`${path}.partial`, path);
  console.log(
    `data/addresses.json: ${after.length} addresses, ${after.length - before.length} new`,
  );
}
