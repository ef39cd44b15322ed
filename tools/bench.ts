/** Runs the files of bench/ in order: `npm run bench`, or `npm run bench -- nist` for those so named. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../bench', import.meta.url));
const wanted = process.argv.slice(2);
const benches = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

if (benches.length === 0) {
  console.error(`bench: nothing in bench/ is named ${wanted.join(' or ')}`);
  process.exitCode = 2;
}
for (const name of benches) {
  console.log(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [join(folder, name)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
