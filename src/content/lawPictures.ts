/** The figures on how sure the law is: what each of them draws. */
import type { ForestPicture, ForestRow } from '../components/charts/intervalForest.ts';
import type { ChoiceLevel, SpecificationPicture } from '../components/charts/specificationCurve.ts';
import type { PublishedThen } from '../components/charts/timeMachine.ts';
import type { GrowthPicture } from '../components/charts/growthOverYears.ts';
import type { Factor, MapLine } from '../lib/choiceMapSummary.ts';
import { levelOf, mapLines } from '../lib/choiceMapSummary.ts';
import { type estimatorIds, windowIds, windows } from '../lib/choices.ts';
import { decimalYear } from '../lib/exponentialGrowth.ts';
import { formatCount, formatFixed, formatInterval } from '../lib/format.ts';
import type { Influence, InfluenceKind } from '../lib/influence.ts';
import type { RivalReport } from '../lib/rivals.ts';
import { rulerRecords } from '../lib/ruler.ts';
import type { ShapeId } from '../lib/shapes.ts';
import { shapes } from '../lib/shapes.ts';
import { sizeRecords } from '../lib/sizeRecords.ts';
import { publishedTimes } from './articles/en/words.ts';
import { all, choiceMap, data, influence, published, quote, rivals } from './measured.ts';

const wholeDays = (days: number) => String(Math.round(days));

/** "230 (183 to 334)". */
function daysInWords(days: number, interval: readonly [number, number] | null): string {
  return `${wholeDays(days)}${interval ? ` (${formatInterval(interval, wholeDays)})` : ''}`;
}

const sorted = mapLines(choiceMap).sort((a, b) => a.slope - b.slope);
const last = Math.max(1, sorted.length - 1);

function placesOf(isIn: (line: MapLine) => boolean): number[] {
  return sorted.flatMap((line, i) => (isIn(line) ? [i / last] : []));
}

function levelsOf(choice: string, factor: Factor, names: Readonly<Record<string, string>>) {
  return Object.entries(names).flatMap(([id, name]): ChoiceLevel[] => {
    const places = placesOf((line) => levelOf(line, factor) === id);
    return places.length > 0 ? [{ choice, name, places }] : [];
  });
}

const named = (records: readonly { id: string; name: string }[]) =>
  Object.fromEntries(records.map(({ id, name }) => [id, name]));

const estimatorNames: Record<(typeof estimatorIds)[number], string> = {
  tau90: 'edge, τ = 0.9',
  tau95: 'edge, τ = 0.95',
  'all-models': 'all models',
  'running-maximum': 'record holders',
};
const publishedDays = published.map(({ days }) => days);

export const specification: SpecificationPicture = {
  slopes: sorted.map(({ slope }) => slope),
  levels: [
    ...levelsOf('Tests', 'panel', named(data.panels.map(({ id, short }) => ({ id, name: short })))),
    ...levelsOf('Ruler', 'ruler', named(rulerRecords(data))),
    ...levelsOf('Parameters', 'parameters', { total: 'all', active: 'active' }),
    ...levelsOf('Line', 'estimator', estimatorNames),
    ...levelsOf('Months', 'window', named(windowIds.map((id) => windows[id]))),
  ],
  headline: { slope: all.line?.slope ?? 0, name: 'our headline' },
  published: [Math.min(...publishedDays), Math.max(...publishedDays)],
};

/** The published doubling times on the days when they came out. */
export const publishedThen: PublishedThen[] = publishedTimes.flatMap(({ days, label }, i) => {
  const date = published[i]?.record.date;
  return date ? [{ date, days, label }] : [];
});

const twoDecimals = (value: number) => formatFixed(value, 2);

/** Names that fit a phone. */
const shortShapes: Partial<Record<ShapeId, string>> = {
  'known-break': 'two rates, Nov 2022',
  'unknown-break': 'two rates, day found',
};

function rivalRows({ scores }: RivalReport): ForestRow[] {
  return scores.flatMap(({ shape, logDifference }): ForestRow[] => {
    if (shape === 'exponential') return [];
    const name = shortShapes[shape] ?? shapes[shape].name;
    if (!logDifference) return [{ name, value: null, interval: null, words: 'too few models' }];
    const { mean, interval } = logDifference;
    const words = `${twoDecimals(mean)} (${formatInterval(interval, twoDecimals)})`;
    return [{ name, value: mean, interval, words }];
  });
}

const panelName = (id: string) => data.panels.find((panel) => panel.id === id)?.short ?? id;

export const rivalPicture: ForestPicture = {
  quantity: 'Lead over the exponential, log score a model',
  groups: [...rivals.recent, ...rivals.whole].map((report) => ({
    name: `${panelName(report.panel)}, models since ${report.from.slice(0, 4)}`,
    rows: rivalRows(report),
  })),
  references: [{ value: 0, label: 'the exponential' }],
  axis: {
    log: false,
    domain: [-4, 1.9],
    ticks: [-4, -3, -2, -1, 0, 1],
    format: (value) => formatFixed(value, 0),
  },
};

/** "github.com/Qwen/x" → "Qwen/x", or "x" where that is long; an arXiv paper by its number. */
function shortSource(name: string): string {
  const short = name
    .replace(/^arxiv\.org\/(?:abs|pdf)\//, 'arXiv ')
    .replace(/^(?:github\.com|huggingface\.co)\//, '');
  return short.length > 26 ? (short.split('/').at(-1) ?? short) : short;
}

function influenceRow({ kind, name, slope, changeInterval, refusal }: Influence): ForestRow {
  const text = kind === 'source' ? shortSource(name) : name;
  if (slope === null || slope <= 0) {
    return { name: text, value: null, interval: null, words: refusal ? 'no line' : 'no growth' };
  }
  const ends = changeInterval?.map((change) => influence.slope + change);
  const [low = 0, high = 0] = ends ?? [];
  const interval: [number, number] | null =
    ends && low > 0 ? [Math.LN2 / high, Math.LN2 / low] : null;
  const days = Math.LN2 / slope;
  return { name: text, value: days, interval, words: daysInWords(days, interval) };
}

/** How many of each kind are drawn; the whole list is a download. */
const shown: readonly [InfluenceKind, string, number][] = [
  ['benchmark', 'Without one benchmark', 5],
  ['family', 'Without one family', 5],
  ['source', 'Without one source', 5],
  ['model', 'Without one model', 4],
];

export const influencePicture: ForestPicture = {
  quantity: 'Days to double, with one thing left out',
  groups: shown.map(([kind, name, count]) => ({
    name,
    rows: influence.influences
      .filter((entry) => entry.kind === kind)
      .slice(0, count)
      .map(influenceRow),
  })),
  references: [{ value: Math.LN2 / influence.slope, label: 'nothing left out' }],
  axis: { log: true, domain: [80, 400], ticks: [100, 150, 200, 300], format: wholeDays },
};

const records = sizeRecords(data.models);
const imagined = quote('liu-2024-wall-parameters');
const pointOf = ({ name, released, parameters }: (typeof records)[number]) => ({
  name,
  year: decimalYear(released),
  value: parameters,
  cluster: name,
});

export const sizePicture: GrowthPicture = {
  quantity: 'Parameters of the largest model on record',
  points: records.filter(({ isMixture }) => !isMixture).map(pointOf),
  aside: records.filter(({ isMixture }) => isMixture).map(pointOf),
  asideName: 'mixtures of experts',
  lines: [],
  level: { value: imagined.value, name: 'the size that the talk imagines' },
  isNamed: true,
  format: formatCount,
};

/** What the choice map and the panels share in the captions. */
export const lineCount = sorted.length;
