/** Claims, crossings, pairs and lives that no data commit can stir. Nothing here is a measurement. */
import type { NamedGauge } from '../../src/components/charts/claimGauges.ts';
import {
  claimGauges,
  claimGaugesTable,
  describeClaimGauges,
} from '../../src/components/charts/claimGauges.ts';
import type { AbilityDays } from '../../src/components/charts/crossingDays.ts';
import {
  crossingDays,
  crossingDaysTable,
  describeCrossingDays,
} from '../../src/components/charts/crossingDays.ts';
import type { CrossingPicture } from '../../src/components/charts/deviceCrossing.ts';
import {
  describeDeviceCrossing,
  deviceCrossing,
  deviceCrossingTable,
} from '../../src/components/charts/deviceCrossing.ts';
import type { EstimatePicture } from '../../src/components/charts/estimateRows.ts';
import {
  describeEstimateRows,
  estimateRows,
  estimateRowsTable,
} from '../../src/components/charts/estimateRows.ts';
import type { Frame } from '../../src/components/charts/frame.ts';
import type { LifeBar } from '../../src/components/charts/lifeBars.ts';
import { describeLifeBars, lifeBars, lifeBarsTable } from '../../src/components/charts/lifeBars.ts';
import type { CompressedModel } from '../../src/components/charts/lossBySize.ts';
import {
  describeLossBySize,
  lossBySize,
  lossBySizeTable,
} from '../../src/components/charts/lossBySize.ts';
import type { Survival } from '../../src/components/charts/survivalCurves.ts';
import {
  describeSurvivalCurves,
  survivalCurves,
  survivalCurvesTable,
} from '../../src/components/charts/survivalCurves.ts';

const days = { domain: [50, 800] as const, log: true, ticks: [50, 100, 200, 400, 800] };
const gauge = (number: number, change: Partial<NamedGauge>): NamedGauge => ({
  id: 'shelf-life',
  number,
  title: `Claim ${number} <&>`,
  short: `Claim ${number} <&>`,
  status: 'mixed',
  unit: 'days',
  scale: days,
  claimed: { from: 95, to: 106, text: '100 days' },
  reference: null,
  value: 180,
  bar: [150, 300],
  open: { low: false, high: false },
  n: 12,
  words: '180 days (150 to 300 days)',
  ...change,
});
const gauges: NamedGauge[] = [
  gauge(1, {}),
  gauge(2, {
    bar: [150, 800],
    open: { low: false, high: true },
    reference: { value: 330, text: 'x' },
  }),
  gauge(3, { value: null, bar: null, words: 'no number', status: 'cannot be tested' }),
  gauge(4, {
    unit: 'per day',
    scale: { domain: [-0.005, 0.01], log: false, ticks: [-0.005, 0, 0.005, 0.01] },
    claimed: { from: 0.0025, to: 0.0025, text: '0.0025 a day' },
    value: 0.004,
    bar: [-0.001, 0.008],
    words: '0.0040 a day (−0.0010 to 0.0080 a day)',
  }),
  gauge(5, {
    unit: 'times',
    scale: { domain: [0.25, 2], log: true, ticks: [0.25, 0.5, 1, 2] },
    claimed: { from: 0.25, to: 1, text: 'below one' },
    value: 0.8,
    bar: [0.5, 1.1],
    words: '0.80 times (0.50 to 1.1 times)',
  }),
];

const abilities: AbilityDays[] = [
  {
    ability: 'First ability',
    rows: [
      {
        device: 'phone',
        date: '2024-03-01',
        interval: ['2023-10-01', '2024-09-01'],
        first: { name: 'Model <&>', date: '2024-06-01' },
        refusal: null,
      },
      { device: 'laptop', date: '2023-12-01', interval: null, first: null, refusal: null },
    ],
  },
  {
    ability: 'Second ability',
    rows: [{ device: 'phone', date: null, interval: null, first: null, refusal: 'No line.' }],
  },
];

const start = 19000;
const crossing: CrossingPicture = {
  ability: 'Some ability',
  device: 'sort of phone',
  needed: Array.from({ length: 20 }, (_, i) => ({
    day: start + 600 + 50 * i,
    size: 4e10 * 0.82 ** i,
    low: 3e10 * 0.82 ** i,
    high: 6e10 * 0.82 ** i,
  })),
  models: Array.from({ length: 14 }, (_, i) => ({
    name: `Model ${i}`,
    day: start + 700 + 60 * i,
    size: 7e10 * 0.8 ** i * (1 + ((i * 37) % 11) / 5),
  })),
  devices: Array.from({ length: 12 }, (_, i) => ({
    name: `Phone ${i}`,
    day: start + 130 * i,
    size: 4e9 * 1.1 ** i * (1 + ((i * 5) % 3) / 3),
  })),
  held: [
    { day: start, size: 5e9 },
    { day: start + 1600, size: 2e10 },
  ],
  crossing: { day: start + 900, size: 1.2e10, low: start + 800, high: start + 1050 },
  first: { name: 'Model <&>', day: start + 1000, size: 1e10 },
};

const estimates: EstimatePicture = {
  quantity: 'Example ratio',
  groups: [
    {
      name: 'One group',
      rows: [
        { name: 'Gain <&>', value: 2, interval: [0.8, 5], words: '2 (0.8 to 5)', isMain: true },
        { name: 'Loss', value: 0.3, interval: [null, 0.9], words: '0.3 (0.9 or less)', mark: 0.5 },
      ],
    },
    { name: '', rows: [{ name: 'Thin', value: null, interval: null, words: 'too few' }] },
  ],
  ticks: [0.125, 0.25, 0.5, 1, 2, 4],
  format: String,
  references: [
    { value: 1, label: 'as before' },
    { value: 3.8, label: 'near the edge' },
  ],
  origin: 1,
  markName: 'by a line',
};

const lives: LifeBar[] = Array.from({ length: 9 }, (_, i) => ({
  name: i === 4 ? 'A model with a name that is far too long for its room <&>' : `Model ${i}`,
  released: `202${3 + Math.floor(i / 4)}-0${(i % 4) * 2 + 1}-15`,
  days: 60 + ((i * 97) % 400),
  by: i % 3 === 2 ? null : { name: `Rival ${i}`, released: '2025-06-01' },
}));

const compressed: CompressedModel[] = Array.from({ length: 8 }, (_, i) => ({
  name: `Child ${i} <&>`,
  parent: `Parent ${i % 3}`,
  method: ['pruning', 'distillation', 'both'][i % 3] as string,
  removed: 0.1 + 0.1 * i,
  ratio: 1.6 * 0.75 ** i,
  interval: i === 3 ? null : [0.8 * 0.75 ** i, 3 * 0.75 ** i],
}));

const steps = (factor: number) =>
  Array.from({ length: 8 }, (_, i) => ({
    time: factor * (20 + 45 * i),
    atRisk: 30 - 3 * i,
    survival: 0.95 - 0.1 * i,
    low: 0.9 - 0.11 * i,
    high: 0.98 - 0.08 * i,
  }));
const curves: Survival[] = [
  {
    name: 'main curve',
    steps: steps(2),
    standing: [400, 700, 760],
    median: 450,
    onLine: 500,
    isMain: true,
  },
  { name: 'other curve', steps: steps(1), standing: [], median: null, onLine: null, isMain: false },
];

export const corollaryExamples = {
  claimGauges: {
    draw: (frame: Frame) => claimGauges(gauges, frame),
    description: describeClaimGauges(gauges),
    table: claimGaugesTable(gauges),
  },
  crossingDays: {
    draw: (frame: Frame) => crossingDays(abilities, frame),
    description: describeCrossingDays(abilities),
    table: crossingDaysTable(abilities),
  },
  deviceCrossing: {
    draw: (frame: Frame) => deviceCrossing(crossing, frame),
    description: describeDeviceCrossing(crossing),
    table: deviceCrossingTable(crossing),
  },
  estimateRows: {
    draw: (frame: Frame) => estimateRows(estimates, frame),
    description: describeEstimateRows(estimates),
    table: estimateRowsTable(estimates),
  },
  lifeBars: {
    draw: (frame: Frame) => lifeBars(lives, frame),
    description: describeLifeBars(lives),
    table: lifeBarsTable(lives),
  },
  lossBySize: {
    draw: (frame: Frame) => lossBySize(compressed, frame),
    description: describeLossBySize(compressed),
    table: lossBySizeTable(compressed),
  },
  survivalCurves: {
    draw: (frame: Frame) => survivalCurves(curves, frame),
    description: describeSurvivalCurves(curves),
    table: survivalCurvesTable(curves),
  },
};
