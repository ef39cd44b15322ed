/**
 * `npm run fuzz`: breaks real records in thousands of ways and throws them at the door and the lints.
 * Each must be refused with a problem that names its file, or accepted with text that can do no harm;
 * none may throw, and none may take a second. The same seed breaks the same records.
 */
import { parseArgs } from 'node:util';
import { readFiles } from '../src/build/readData.ts';
import { fuzz, LONGEST, smallFolder } from './fuzzRun.ts';
import { printTable } from './tables.ts';

const help = `Breaks records of data/ and checks that each is refused in words or harmless.

  npm run fuzz                       6,000 broken records
  npm run fuzz -- --count 50000 --seed 7

  --count N   how many (default: 6000)
  --seed N    which ones (default: 1)
  --help      this text
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { count: text, seed: text, help: { type: 'boolean', default: false } },
  strict: true,
});
const count = Number(values.count ?? 6000);
const seed = Number(values.seed ?? 1);
if (values.help) console.log(help);
else if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('fuzz: --count and --seed take whole numbers, such as --count 6000 --seed 1');
  process.exitCode = 2;
} else run();

function run(): void {
  const start = performance.now();
  const result = fuzz(smallFolder(readFiles('data')), count, seed, (done) => {
    if (process.stderr.isTTY && done % 50 === 0)
      process.stderr.write(`\r${done} of ${count} …\x1b[K`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const rows = [...result.kinds].map(([name, { refused, accepted }]) => [
    name,
    String(refused),
    String(accepted),
  ]);
  printTable([['broken by', 'refused', 'accepted'], ...rows]);
  for (const failure of result.failures.slice(0, 50)) console.log(`FAIL ${failure}`);
  const { mutation, milliseconds } = result.slowest;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${count} records in ${seconds} s, seed ${seed}: ${result.refused} refused, ${result.accepted} accepted, ` +
      `${result.failures.length} faults; the slowest took ${Math.round(milliseconds)} of ${LONGEST} ms (${mutation})`,
  );
  if (result.failures.length > 0) process.exitCode = 1;
}
