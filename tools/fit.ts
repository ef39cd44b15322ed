/** `npm run fit`: the measurement and its analyses in the terminal, as tables or as JSON. */
import { parseArgs } from 'node:util';
import { DataFolderError, readData } from '../src/build/readData.ts';
import type { Choices } from '../src/lib/choices.ts';
import {
  defaultChoices,
  estimatorIds,
  estimators,
  windowIds,
  windows,
} from '../src/lib/choices.ts';
import { checkChoices, choiceKeys, choicesFromQuery } from '../src/lib/choiceText.ts';
import type { Results, TrendResult } from '../src/lib/compute.ts';
import { DataError } from '../src/lib/data.ts';
import { formatDays, formatDensity, formatFixed } from '../src/lib/format.ts';
import { measurePanels, panelOrder } from '../src/lib/observatory.ts';
import { RefusalError } from '../src/lib/refusal.ts';
import { analyses } from './analyses.ts';
import { printTable } from './tables.ts';

const names = Object.keys(analyses);
const optionLine = (option: string, about: string) => `  ${`--${option}`.padEnd(20)} ${about}`;

const help = `Fits densities and doubling times from the records in data/.

  npm run fit                              three panels, three windows, each estimator
  npm run fit -- --json                    the same as JSON, every model included
  npm run fit -- --panel leaderboard-v2 --as-of 2025-04-30
  npm run fit -- --ruler qwen3 --benchmarks mmlu,bbh,math,mbpp --parameters active
  npm run fit -- --choice-map              and one analysis at a time, as listed below

What to print
${names.map((name) => optionLine(name, analyses[name]?.about ?? '')).join('\n')}
  --json               JSON instead of tables
  --data DIR           directory of records (default: data)
  --help               this text

Choices (the default is the headline's; a wrong value is answered with the right ones)
${choiceKeys.map(({ key, label, standard }) => optionLine(`${key} …`, `${label} (default: ${standard || 'none'})`)).join('\n')}
`;

class UsageError extends Error {}

interface Options {
  json: boolean;
  help: boolean;
  data: string;
  /** The analyses that were asked for. */
  asked: string[];
  /** Named choices by their key, as typed. */
  named: Map<string, string>;
}

function parseOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      json: flag,
      help: flag,
      data: { type: 'string', default: 'data' },
      ...Object.fromEntries(names.map((name) => [name, flag])),
      ...Object.fromEntries(choiceKeys.map(({ key }) => [key, text])),
    },
    strict: true,
    allowPositionals: false,
  });
  const given = values as Record<string, string | boolean | undefined>;
  const named = choiceKeys.flatMap(({ key }): [string, string][] => {
    const value = given[key];
    return typeof value === 'string' ? [[key, value.replaceAll(', ', ',')]] : [];
  });
  const { json, help: isHelp, data } = values;
  return {
    json,
    help: isHelp,
    data,
    asked: names.filter((name) => given[name]),
    named: new Map(named),
  };
}

/** The choices that were named, and only those. */
function readChoices({ named }: Options): Partial<Choices> {
  const all = choicesFromQuery(new URLSearchParams([...named]).toString());
  const changed = Object.entries(all).filter(
    ([id, value]) => value !== defaultChoices[id as keyof Choices],
  );
  const draws = named.has('draws') ? { draws: all.draws } : {};
  return { ...(Object.fromEntries(changed) as Partial<Choices>), ...draws };
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

function panelsOf({ named }: Options, choices: Partial<Choices>, all: readonly string[]) {
  const panel = named.get('panel');
  if (panel !== undefined) return [panel];
  return choices.benchmarks ? [defaultChoices.panel] : all;
}

async function run(args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (options.help) {
    console.log(help);
    return;
  }
  const { asked, json } = options;
  if (asked.length > 1) throw new UsageError(`--${asked.join(' and --')} exclude each other`);
  const choices = readChoices(options);
  const data = readData(options.data);
  const panels = panelsOf(options, choices, panelOrder(data));
  for (const panel of panels) checkChoices({ ...defaultChoices, ...choices, panel }, data);
  console.error(`Fitting ${data.models.length} models …`);
  const analysis = analyses[asked[0] ?? ''];
  if (analysis) {
    const done = await analysis.run({ dir: options.data, data, choices, panels });
    if (json) console.log(JSON.stringify(done.json, null, 2));
    else done.print();
    return;
  }
  const shown = measurePanels(data, choices, panels);
  if (json) console.log(JSON.stringify(resultsToJson(shown), null, 2));
  else for (const results of shown) printPanel(results);
}

try {
  await run(process.argv.slice(2));
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
