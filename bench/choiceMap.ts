/** Prints how long the choice map takes with one thread and with two, and that both say the same. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { mapLines } from '../src/lib/choiceMapSummary.ts';
import { mapInThreads } from '../tools/mapInThreads.ts';

const dir = fileURLToPath(new URL('../data', import.meta.url));
const DRAWS = 200;
const texts: string[] = [];

for (const threads of [1, 2]) {
  const begin = performance.now();
  const points = await mapInThreads(dir, { draws: DRAWS }, threads);
  const seconds = (performance.now() - begin) / 1000;
  const lines = mapLines(points).length;
  const each = ((1000 * seconds) / lines).toFixed(1);
  console.log(
    `${threads} thread${threads > 1 ? 's' : ' '}: ${lines} combinations × ${DRAWS} draws in ${seconds.toFixed(1)} s` +
      ` (${each} ms each; 500 would take ${((500 * seconds) / lines).toFixed(1)} s)`,
  );
  texts.push(JSON.stringify(points));
}
console.log(
  `the same to the last bit: ${texts[0] === texts[1] ? 'yes' : 'NO'}; ${availableParallelism()} processors`,
);
if (texts[0] !== texts[1]) process.exitCode = 1;
