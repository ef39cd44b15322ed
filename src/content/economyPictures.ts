/** Pictures of the corollaries on size and price, and on the computation of training. */
import type { CostFloorPicture } from '../components/charts/costFloor.ts';
import type { ForestGroup, ForestPicture, ForestRow } from '../components/charts/intervalForest.ts';
import type { ClaimTest, Rate } from '../lib/claims/claim.ts';
import { daysOfRate } from '../lib/claims/claim.ts';
import { priceOffers } from '../lib/claims/inferenceCost.ts';
import type { LevelSeries } from '../lib/claims/levels.ts';
import { formatCount, formatDays, formatFixed } from '../lib/format.ts';
import { daysOf } from '../lib/published.ts';
import { DAYS_PER_MONTH } from '../lib/quotedArithmetic.ts';
import {
  benchmarkName,
  daysInWords,
  exampleLevel,
  percent,
  price,
  setName,
  size,
  training,
} from './economy.ts';
import { data, headline, panels, quote } from './measured.ts';

/** "2B", "500M". */
const plain = (count: number) => formatCount(count);
const dollars = (cost: number) => `$${Number(cost.toPrecision(2))}`;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "10²³": a power of ten, or "3·10²³". */
const operations = (count: number) => {
  const [digits = '1', power = '0'] = count.toExponential(1).split('e');
  const exponent = [...power.replace('+', '')].map((digit) => raised[Number(digit)]).join('');
  const factor = digits.replace(/\.0$/, '');
  return factor === '1' ? `10${exponent}` : `${factor}·10${exponent}`;
};

function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  return [...Map.groupBy(items, key)];
}

const floorOf = (levels: readonly LevelSeries[]) =>
  groupBy(levels, setName).map(([name, own]) => ({
    name,
    dots: [],
    lines: own.map(({ level, steps }) => ({ label: percent(level), steps })),
  }));

export const sizeExample: CostFloorPicture = {
  quantity: 'Parameters of the smallest model so far',
  panels: [
    {
      name: setName(exampleLevel),
      dots: [],
      lines: [{ label: percent(exampleLevel.level), steps: exampleLevel.steps }],
    },
  ],
  until: headline.asOf,
  format: plain,
  isNamed: true,
};

export const sizeFloor: CostFloorPicture = {
  quantity: 'Parameters of the smallest model so far',
  panels: floorOf(size.result.details.levels),
  until: headline.asOf,
  format: plain,
};

export const computeFloor: CostFloorPicture = {
  quantity: 'Operations to train the cheapest model so far',
  panels: floorOf(training.result.details.levels),
  until: headline.asOf,
  format: operations,
};

export const priceFloor: CostFloorPicture = {
  quantity: 'US dollars per million tokens, blended',
  panels: price.result.details.levels
    .filter(({ rate }) => rate !== null)
    .map(({ benchmark, level, steps }) => ({
      name: `${benchmarkName(benchmark)} ${percent(level)}`,
      dots: priceOffers(data.context.prices, benchmark, price.record.parameters.until)
        .filter(({ score }) => score >= level)
        .map(({ date, cost }) => ({ date, cost })),
      lines: [{ label: dollars(steps.at(-1)?.cost ?? 0), steps }],
    })),
  until: price.record.parameters.until,
  format: dollars,
};

function rowOf(name: string, rate: Rate | null, refusal: string | null): ForestRow {
  const time = daysOfRate(rate);
  const none = { value: null, interval: null, words: refusal ? 'too few' : 'no fall' };
  return rate && !refusal ? { name, ...time, words: daysInWords(time) } : { name, ...none };
}

const daysAxis = (most: number): ForestPicture['axis'] => ({
  log: true,
  domain: [38, most],
  ticks: [50, 100, 200, 400, 800, 1600].filter((tick) => tick <= most),
  format: String,
});

function medianRow(test: ClaimTest | undefined, name: string): ForestRow[] {
  if (!test) return [];
  const { value, interval } = test;
  return [{ name, value, interval, words: daysInWords(test), isMain: true }];
}

const levelGroups = (levels: readonly LevelSeries[]): ForestGroup[] =>
  groupBy(levels, setName).map(([name, own]) => ({
    name,
    rows: own.map(({ level, tradeOff, refusal }) => rowOf(percent(level), tradeOff, refusal)),
  }));

const talkDays = daysOf(quote('liu-2024-talk-doubling'));

export const sizeForest: ForestPicture = {
  quantity: 'Days in which the size for a fixed score halves',
  groups: [
    { name: 'Together', rows: medianRow(size.result.tests[1], 'median over levels') },
    ...levelGroups(size.result.details.levels),
  ],
  references: [{ value: talkDays, label: `${formatDays(talkDays)}, the talk` }],
  axis: daysAxis(900),
};

export const computeForest: ForestPicture = {
  quantity: 'Days in which training computation halves',
  groups: [
    { name: 'Together', rows: medianRow(training.result.tests[0], 'median over levels') },
    ...levelGroups(training.result.details.levels),
  ],
  references: [
    {
      value: training.record.parameters.claimedDays,
      label: `${formatDays(training.record.parameters.claimedDays)}, the talk`,
    },
  ],
  axis: daysAxis(2400),
};

const paperPrice = daysOf(quote('xiao-2024-price-halving'));

export const priceForest: ForestPicture = {
  quantity: 'Days in which the lowest price at a fixed score halves',
  groups: [
    { name: 'Together', rows: medianRow(price.result.tests[0], 'median over levels') },
    ...groupBy(price.result.details.levels, ({ benchmark }) => benchmarkName(benchmark)).map(
      ([name, own]) => ({
        name,
        rows: own.map(({ level, rate, refusal }) => rowOf(percent(level), rate, refusal)),
      }),
    ),
  ],
  references: [{ value: paperPrice, label: `${formatDays(paperPrice)}, the preprint` }],
  axis: daysAxis(500),
};

const quotedRow = (name: string, days: number): ForestRow => ({
  name,
  value: days,
  interval: null,
  words: `${formatFixed(days / DAYS_PER_MONTH, 2)} months`,
  isQuoted: true,
});

/** Price beside density, and the ways to read the preprint’s two prices. */
export const priceAgainstDensity: ForestPicture = {
  quantity: 'Days of halving (price) and of doubling (density)',
  groups: [
    {
      name: 'Measured',
      rows: [
        ...medianRow(price.result.tests[0], 'price, median'),
        ...panels.map(({ panel, headline: trend }): ForestRow => {
          const time = daysOfRate(
            trend.line && { perDay: trend.line.slope, interval: trend.slopeInterval },
          );
          return { name: `density, ${panel.short}`, ...time, words: daysInWords(time) };
        }),
      ],
    },
    {
      name: 'One pair of prices, read in four ways',
      rows: price.result.details.ratios.map(({ price: kind, until, halvingDays }) =>
        quotedRow(
          `${kind} price, to ${until.slice(5) === '08-01' ? '1 August' : '31 August'}`,
          halvingDays,
        ),
      ),
    },
  ],
  references: [{ value: paperPrice, label: `${formatDays(paperPrice)}, the preprint` }],
  axis: daysAxis(420),
};
