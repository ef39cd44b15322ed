/** The figures on machines: what each of them draws. */
import type { GrowthPicture } from '../components/charts/growthOverYears.ts';
import type { RateGroup } from '../components/charts/ratesCompared.ts';
import { DAYS_PER_YEAR } from '../lib/engines.ts';
import { decimalYear, doublingOf } from '../lib/exponentialGrowth.ts';
import { formatCount, formatFixed, formatInWords, formatSignificant } from '../lib/format.ts';
import { phrasePublished } from '../lib/published.ts';
import {
  batteries,
  batteryTalk,
  circuits,
  claimedYears,
  growthOf,
  models,
  phones,
  processors,
  sales,
  sold,
} from './machines.ts';
import { published, quote } from './measured.ts';

/** "doubles every 2.0 years". */
function pace(growth: ReturnType<typeof growthOf>): string {
  const doubling = doublingOf(growth);
  return doubling.status === 'bounded'
    ? `doubles every ${formatFixed(doubling.years, 1)} years`
    : 'no bounded doubling time';
}

/** Two digits, without zeros at the end: "0.05", "2", "130". */
function plainNumber(value: number): string {
  return String(Number(formatSignificant(value, 2)));
}

const lineOf = (series: { result: typeof phones.result }) => ({
  growth: growthOf(series),
  name: pace(growthOf(series)),
  isMain: true,
});

export const processorPicture: GrowthPicture = {
  quantity: 'Transistors in one processor or package',
  points: processors.points,
  aside: [],
  asideName: 'none',
  lines: [lineOf(processors)],
  format: formatCount,
};

export const circuitPicture: GrowthPicture = {
  quantity: 'Million transistors on a square millimetre',
  points: circuits.points,
  aside: circuits.aside,
  asideName: 'chips whose area counts one die of several',
  lines: [
    lineOf(circuits),
    ...(circuits.edge.growth
      ? [{ growth: circuits.edge.growth, name: 'dense edge', isMain: false }]
      : []),
  ],
  format: plainNumber,
};

export const phonePicture: GrowthPicture = {
  quantity: 'Memory of a phone, gigabytes',
  points: phones.points,
  aside: phones.aside,
  asideName: 'averages of all phones sold',
  lines: [lineOf(phones)],
  format: plainNumber,
};

export const batteryPicture: GrowthPicture = {
  quantity: 'Battery cells, watt-hours per kilogram',
  points: batteries.points,
  aside: batteries.aside,
  asideName: 'plans, samples, announcements or weak sources',
  lines: batteries.result.growth ? [lineOf(batteries)] : [],
  isNamed: true,
  format: plainNumber,
};

const chipsNeeded = quote('liu-2024-wall-chips');

export const soldPicture: GrowthPicture = {
  quantity: 'NVIDIA chips since 2022, as equals of H100',
  points: sold.map(({ to, h100 }) => ({
    name: `to ${to}`,
    year: decimalYear(to),
    value: h100,
    cluster: to,
  })),
  aside: [],
  asideName: 'none',
  lines: [],
  ranges: new Map(sold.map(({ to, h100Interval }) => [`to ${to}`, h100Interval])),
  level: { value: chipsNeeded.value, name: `the talk’s ${phrasePublished(chipsNeeded)}` },
  format: formatCount,
};

export const salesPicture: GrowthPicture = {
  quantity: 'Computing power sold in a quarter, as equals of H100',
  points: sales.points,
  aside: sales.aside,
  asideName: 'quarter counted in part',
  lines: [
    {
      growth: growthOf(sales),
      name: salesPace(),
      isMain: true,
    },
  ],
  format: formatInWords,
};

function salesPace(): string {
  const doubling = doublingOf(growthOf(sales));
  return doubling.status === 'bounded'
    ? `doubles every ${formatFixed(doubling.years * DAYS_PER_YEAR, 0)} days`
    : 'no bounded doubling time';
}

const thin = (series: { result: typeof phones.result }) =>
  series.result.growth ? null : 'too few points';
const measuredOf = (result: typeof phones.result) =>
  result.growth ? doublingOf(result.growth) : null;
const gpuPrice = quote('gpu-price-performance-2022');

export const rateGroups: RateGroup[] = [
  {
    name: 'Electric power',
    rates: [
      {
        name: 'Energy per mass of battery cells',
        claimed: claimedYears('liu-2024-battery-doubling'),
        measured: measuredOf(batteries.result),
        refusal: thin(batteries),
        stated: batteryTalk.map(({ years }) => years),
      },
    ],
  },
  {
    name: 'Computing power',
    rates: [
      {
        name: 'Transistors per area, all chips',
        claimed: claimedYears('liu-2024-chip-doubling'),
        measured: measuredOf(circuits.result),
        refusal: thin(circuits),
        stated: [],
      },
      {
        name: 'Transistors per area, dense edge',
        claimed: claimedYears('liu-2024-chip-doubling'),
        measured: measuredOf(circuits.edge),
        refusal: thin({ result: circuits.edge }),
        stated: [],
      },
      {
        name: 'Transistors per processor',
        claimed: null,
        measured: measuredOf(processors.result),
        refusal: thin(processors),
        stated: [claimedYears('moore-1975-doubling')],
      },
      {
        name: 'Computing power per dollar',
        claimed: null,
        measured: null,
        refusal: 'not measured here',
        stated: [gpuPrice.value],
      },
      {
        name: 'Memory of leading phones',
        claimed: null,
        measured: measuredOf(phones.result),
        refusal: thin(phones),
        stated: [],
      },
    ],
  },
  {
    name: 'Intelligence',
    rates: [
      {
        name: 'Density of open base models',
        claimed: claimedYears('liu-2024-talk-doubling'),
        measured: models,
        refusal: models ? null : 'no line',
        stated: published
          .filter(({ record }) => record.id !== 'liu-2024-talk-doubling')
          .map(({ days }) => days / DAYS_PER_YEAR),
      },
    ],
  },
];
