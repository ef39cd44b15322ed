/** `npm run simulate`: what the estimators say of made-up data whose growth is known. */
import { parseArgs } from 'node:util';
import { DataFolderError, readData } from '../src/build/readData.ts';
import { defaultChoices, estimators } from '../src/lib/choices.ts';
import { compute } from '../src/lib/compute.ts';
import { DataError } from '../src/lib/data.ts';
import { formatFixed, formatPercent } from '../src/lib/format.ts';
import type { Simulation } from '../src/lib/nullSimulation.ts';
import { designOf, PUBLISHED_RATE, simulateEstimators } from '../src/lib/nullSimulation.ts';
import { trendPoints } from '../src/lib/observatory.ts';
import type { Recovery } from '../src/lib/recovery.ts';
import { recoverGrowth } from '../src/lib/recovery.ts';
import { RefusalError } from '../src/lib/refusal.ts';
import { printTable } from './tables.ts';

const help = `Measures made-up data of known growth, to see which estimators and intervals can be trusted.

  npm run simulate                     both tables for the headline panel, some minutes
  npm run simulate -- --panel leaderboard-v2 --sets 50
  npm run simulate -- --json

The first table makes up densities on the days and families of the real models: with no growth at
all, and with the paper's ${PUBLISHED_RATE} a day. The second makes up scores, with noise of half, once and
twice the ruler's own error, and runs the whole measurement on them.

Options
  --panel ID     paper-five (default), leaderboard-v1, leaderboard-v2
  --sets N       made-up data sets in each row (default: 200)
  --draws N      bootstrap draws in each set (default: 200)
  --seed N       seed (default: ${defaultChoices.seed})
  --data DIR     directory of records (default: data)
  --json         JSON instead of tables
  --help         this text
`;

class UsageError extends Error {}

const noises = [0.5, 1, 2];
const rates = [0, PUBLISHED_RATE];

function readCount(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > 100_000) {
    throw new UsageError(`--${option} takes a whole number from ${least} to 100000, not "${text}"`);
  }
  return value;
}

interface Settings {
  panel: string;
  sets: number;
  draws: number;
  seed: number;
}

function simulate(dir: string, { panel, sets, draws, seed }: Settings) {
  const data = readData(dir);
  const design = designOf(trendPoints(compute(data, { panel, draws: 0 })));
  const densities = rates.map((rate) => {
    console.error(`Densities with growth ${rate} a day: ${sets} sets of ${draws} resamples …`);
    return simulateEstimators(design, rate, { sets, resamples: draws, seed });
  });
  const scores = noises.flatMap((noise) =>
    rates.map((rate) =>
      recoverGrowth(data, { panel }, { rate, noise, sets, draws, seed }, (done) => {
        if (done % 20 === 0) {
          console.error(
            `Scores with growth ${rate} a day, noise ${noise} σ: set ${done} of ${sets}`,
          );
        }
      }),
    ),
  );
  return {
    design: { familySpread: design.familySpread, modelSpread: design.modelSpread },
    densities,
    scores,
  };
}

function densityRows({ rate, estimators: rows }: Simulation): string[][] {
  return rows.map(({ estimator, mean, percentiles, coverage }) => [
    formatFixed(rate, 4),
    estimators[estimator].name,
    formatFixed(mean, 5),
    percentiles.map((slope) => formatFixed(slope, 5)).join('  '),
    coverage === null ? '–' : formatPercent(coverage),
  ]);
}

function scoreRows({ rate, noise, estimators: rows }: Recovery): string[][] {
  return rows
    .filter(({ lines }) => lines > 0)
    .map(({ estimator, lines, mean, deviation, width, coverage }) => [
      formatFixed(noise, 1),
      formatFixed(rate, 4),
      estimators[estimator].name,
      String(lines),
      formatFixed(mean, 5),
      formatFixed(deviation, 5),
      formatFixed(width, 5),
      formatPercent(coverage),
    ]);
}

function print({ densities, scores, design }: ReturnType<typeof simulate>): void {
  const [first] = densities;
  console.log(
    `\nMade-up densities: ${first?.models} models of ${first?.families} families on their real days, ` +
      `spread ${formatFixed(design.familySpread, 2)} between families and ${formatFixed(design.modelSpread, 2)} within\n`,
  );
  const header = ['truth', 'estimator', 'mean', '5th, 50th, 95th percentile', 'coverage of 90 %'];
  printTable([header, ...densities.flatMap(densityRows)]);
  for (const { rate, records } of densities) {
    console.log(
      `  Running maximum with growth ${rate}: median R² ${formatFixed(records.r2, 2)}, median ${records.count} records`,
    );
  }
  console.log(
    `\nMade-up scores, measured from end to end: ${scores[0]?.models} models without the ruler’s own\n`,
  );
  const columns = [
    'noise/σ',
    'truth',
    'estimator',
    'sets',
    'mean',
    'deviation',
    'width',
    'coverage of 90 %',
  ];
  printTable([columns, ...scores.flatMap(scoreRows)]);
  const refused = scores.reduce((sum, row) => sum + row.refused, 0);
  if (refused > 0) {
    console.log(
      `  In ${refused} sets the noise left the ruler without a usable curve; they are not counted.`,
    );
  }
}

function run(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      panel: { type: 'string', default: defaultChoices.panel },
      sets: { type: 'string', default: '200' },
      draws: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(defaultChoices.seed) },
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const settings = {
    panel: values.panel,
    sets: readCount('sets', values.sets, 1),
    draws: readCount('draws', values.draws, 20),
    seed: Number(values.seed),
  };
  const result = simulate(values.data, settings);
  if (values.json) console.log(JSON.stringify({ ...settings, ...result }, null, 2));
  else print(result);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
  const isKnown =
    error instanceof DataError || error instanceof DataFolderError || error instanceof RefusalError;
  if (!isUsage && !isKnown) throw error;
  console.error(`simulate: ${(error as Error).message}`);
  if (isUsage) console.error('See npm run simulate -- --help');
  process.exitCode = 2;
}
