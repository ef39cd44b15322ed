/** `npm run fit`: the measurement in the terminal, as a table or as JSON. */
import { parseArgs } from 'node:util';
import type { Choices } from '../src/lib/choices.ts';
import {
  defaultChoices,
  estimatorIds,
  estimators,
  windowIds,
  windows,
} from '../src/lib/choices.ts';
import type { Results, TrendResult } from '../src/lib/compute.ts';
import { DataError } from '../src/lib/data.ts';
import { formatDays, formatDensity, formatFixed } from '../src/lib/format.ts';
import { measurePanels, panelOrder } from '../src/lib/observatory.ts';
import { RefusalError } from '../src/lib/refusal.ts';
import { dayNumber } from '../src/lib/time.ts';
import { DataFolderError, readData } from '../src/build/readData.ts';

const help = `Fits densities and doubling times from the records in data/.

  npm run fit                         three panels, three windows, each estimator
  npm run fit -- --json               the same as JSON, every model included
  npm run fit -- --panel leaderboard-v2 --as-of 2025-04-30

Options
  --json               JSON instead of a table
  --data DIR           directory of records (default: data)
  --as-of DATE         count only what was released up to this day, YYYY-MM-DD
  --panel ID           one panel: paper-five, leaderboard-v1, leaderboard-v2
  --ruler ID           family that gets density 1: qwen2.5 (default), qwen3, …
  --benchmarks a,b,c   a subset of the panel's benchmarks
  --draws N            bootstrap draws (default: ${defaultChoices.draws})
  --seed N             seed of the bootstrap (default: ${defaultChoices.seed})
  --help               this text
`;

class UsageError extends Error {}

function parseOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data' },
      'as-of': { type: 'string' },
      panel: { type: 'string' },
      ruler: { type: 'string' },
      benchmarks: { type: 'string' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    strict: true,
    allowPositionals: false,
  });
  return values;
}

type Options = ReturnType<typeof parseOptions>;

function readChoices(options: Options): Partial<Choices> {
  const choices: Partial<Choices> = {};
  if (options['as-of'] !== undefined) choices.asOf = readDate(options['as-of']);
  if (options.panel !== undefined) choices.panel = options.panel;
  if (options.ruler !== undefined) choices.ruler = options.ruler;
  if (options.benchmarks !== undefined) choices.benchmarks = readList(options.benchmarks);
  if (options.draws !== undefined) choices.draws = readCount('--draws', options.draws, 100_000);
  if (options.seed !== undefined) choices.seed = readCount('--seed', options.seed, 2 ** 31 - 1);
  return choices;
}

function readDate(text: string): string {
  try {
    dayNumber(text);
    return text;
  } catch {
    throw new UsageError(`--as-of takes a calendar day such as 2025-04-30, not "${text}"`);
  }
}

function readList(text: string): string[] {
  const list = text.split(',').map((item) => item.trim());
  if (list.some((item) => item === '')) {
    throw new UsageError(
      `--benchmarks takes ids with commas between, such as mmlu,bbh, not "${text}"`,
    );
  }
  return list;
}

function readCount(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new UsageError(`${option} takes a whole number from 0 to ${most}, not "${text}"`);
  }
  return value;
}

/** The results as they are published: no clock, plain numbers, null for what is absent. */
export function resultsToJson(panels: readonly Results[]) {
  return panels.map((results) => ({
    panel: results.panel.id,
    asOf: results.asOf,
    choices: results.choices,
    counts: {
      measured: results.models.length,
      inTrend: results.models.filter((m) => m.bystander === null && m.density !== null).length,
      undefined: results.models.filter((m) => m.bystander === null && m.density === null).length,
      excluded: results.excluded.length,
    },
    recordHolders: results.frontier,
    headline: { estimator: results.headline.estimator, window: results.headline.window },
    trends: results.trends,
    censored: results.censored,
    shares: results.shares,
    ruler: results.ruler,
    models: results.models,
    excluded: results.excluded,
  }));
}

function printPanel(results: Results): void {
  const { panel, ruler, models } = results;
  const counted = models.filter((m) => m.bystander === null);
  const undefinedModels = counted.filter((m) => m.density === null);
  console.log(`\n${panel.name} (${panel.id}), ruler ${ruler.name}, as of ${results.asOf}`);
  console.log(
    `  ${counted.length - undefinedModels.length} models in the trend, ${undefinedModels.length} undefined, ` +
      `${models.length - counted.length} measured beside it, ${results.excluded.length} not measurable`,
  );
  const header = ['window', 'estimator', 'n', 'undef.', 'per day', 'doubling', '90 % interval'];
  const rows = windowIds.flatMap((window) =>
    estimatorIds.map((estimator) =>
      trendRow(results.trends.find((t) => t.window === window && t.estimator === estimator)),
    ),
  );
  printTable([header, ...rows]);
  const holders = results.frontier.map((id) => models.find((m) => m.id === id));
  console.log('  Record holders:');
  for (const holder of holders) {
    if (holder)
      console.log(`    ${holder.released}  ${holder.name}  ${formatDensity(holder.density ?? 0)}`);
  }
}

function trendRow(trend: TrendResult | undefined): string[] {
  if (!trend) return [];
  const name = [windows[trend.window].name, estimators[trend.estimator].name];
  const counts = [String(trend.count), String(trend.undefinedCount)];
  if (!trend.line) return [...name, ...counts, '–', '–', trend.refusal?.sentence ?? ''];
  const doubling = trend.doublingTime;
  const interval = doubling?.status === 'bounded' ? doubling.interval : null;
  return [
    ...name,
    ...counts,
    formatFixed(trend.line.slope, 5),
    doubling?.status === 'bounded' ? formatDays(doubling.days) : 'unbounded',
    interval ? interval.map((days) => formatFixed(days, 0)).join(' to ') : '–',
  ];
}

function printTable(rows: readonly (readonly string[])[]): void {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...rows.map((row) => row[c]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(`  ${row.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join('  ')}`.trimEnd());
  }
}

function run(args: string[]): void {
  const options = parseOptions(args);
  if (options.help) {
    console.log(help);
    return;
  }
  const choices = readChoices(options);
  const data = readData(options.data);
  if (choices.asOf && choices.asOf > data.dataset.asOf) {
    throw new UsageError(
      `--as-of ${choices.asOf} lies after the data's own date ${data.dataset.asOf}`,
    );
  }
  console.error(`Fitting ${data.models.length} models …`);
  const ids =
    options.panel !== undefined
      ? [options.panel]
      : options.benchmarks !== undefined
        ? [defaultChoices.panel]
        : panelOrder(data);
  const shown = measurePanels(data, choices, ids);
  if (options.json) console.log(JSON.stringify(resultsToJson(shown), null, 2));
  else for (const results of shown) printPanel(results);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)));
  if (isUsage || [DataError, DataFolderError, RefusalError].some((kind) => error instanceof kind)) {
    console.error(`fit: ${(error as Error).message}`);
    if (isUsage) console.error('See npm run fit -- --help');
    process.exitCode = 2;
  } else throw error;
}
