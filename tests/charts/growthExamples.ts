/** Growth, rates and counts that no data commit can stir. Nothing here is a measurement. */
import type { GrowthPicture } from '../../src/components/charts/growthOverYears.ts';
import {
  describeGrowthOverYears,
  growthOverYears,
  growthOverYearsTable,
} from '../../src/components/charts/growthOverYears.ts';
import {
  describeDeviceCounts,
  deviceCounts,
  deviceCountsTable,
} from '../../src/components/charts/deviceCounts.ts';
import type { Frame } from '../../src/components/charts/frame.ts';
import type { RateGroup } from '../../src/components/charts/ratesCompared.ts';
import {
  describeRatesCompared,
  ratesCompared,
  ratesComparedTable,
} from '../../src/components/charts/ratesCompared.ts';
import type { GrowthPoint } from '../../src/lib/exponentialGrowth.ts';
import type { DeviceCount } from '../../src/lib/ubiquity.ts';

const points: GrowthPoint[] = Array.from({ length: 14 }, (_, i) => ({
  name: `Product ${i} <&>`,
  year: 2005 + 1.3 * i,
  value: 3 * 1.25 ** i * (1 + ((i * 37) % 11) / 20),
  cluster: `maker ${i % 5}`,
}));
const growth = {
  points: 14,
  clusters: 5,
  from: 2005,
  to: 2021.9,
  intercept: -342.9,
  slope: 0.1716,
  slopeInterval: [0.15, 0.19] as [number, number],
};
const picture: GrowthPicture = {
  quantity: 'Example units',
  points,
  aside: [{ name: 'Announced', year: 2019, value: 90, cluster: 'maker 1' }],
  asideName: 'announcements',
  lines: [
    { growth, name: 'doubles in 4 years', isMain: true },
    { growth: { ...growth, intercept: -342.4 }, name: 'edge', isMain: false },
  ],
  ranges: new Map([['Product 12 <&>', [40, 90]]]),
  level: { value: 50, name: 'a level' },
  isNamed: true,
  format: String,
};

const groups: RateGroup[] = [
  {
    name: 'First engine',
    rates: [
      { name: 'Thin', claimed: 10, measured: null, refusal: 'too few points', stated: [4, 14.4] },
      {
        name: 'Bounded',
        claimed: 1.5,
        measured: { status: 'bounded', years: 2, interval: [1.9, 2.1] },
        refusal: null,
        stated: [],
      },
    ],
  },
  {
    name: 'Second engine',
    rates: [
      {
        name: 'In days',
        claimed: 0.27,
        measured: { status: 'bounded', years: 0.5, interval: [0.4, 0.7] },
        refusal: null,
        stated: [0.26],
      },
      {
        name: 'Unbounded',
        claimed: null,
        measured: { status: 'unbounded', atLeast: 6 },
        refusal: null,
        stated: [],
      },
      {
        name: 'Falling',
        claimed: null,
        measured: { status: 'unbounded', atLeast: null },
        refusal: null,
        stated: [],
      },
    ],
  },
];

const counts: DeviceCount[] = [
  ['Things', 2e10, '2025-12-31', 'counted', null],
  ['Things', 1.8e10, '2024', 'talk', 'more than'],
  ['Things', 5e10, '2035-12-31', 'forecast', 'about'],
  ['Machines in use', 1e8, '2007', 'counted', null],
  ['Chips', 2e11, '2024', 'talk', 'more than'],
].map(([what, value, date, kind, comparison]) => ({
  what,
  value,
  date,
  kind,
  comparison,
  source: kind === 'talk' ? null : 'https://example.org/counts',
  locator: 'somewhere',
})) as DeviceCount[];

export const growthExamples = {
  growthOverYears: {
    draw: (frame: Frame) => growthOverYears(picture, frame),
    description: describeGrowthOverYears(picture),
    table: growthOverYearsTable(picture),
  },
  ratesCompared: {
    draw: (frame: Frame) => ratesCompared(groups, frame),
    description: describeRatesCompared(groups),
    table: ratesComparedTable(groups),
  },
  deviceCounts: {
    draw: (frame: Frame) => deviceCounts(counts, frame),
    description: describeDeviceCounts(counts),
    table: deviceCountsTable(counts),
  },
};
