/** Steps, intervals, bends and searches that no data commit can stir. Nothing here is a measurement. */
import type { SearchPicture } from '../../src/components/charts/breakSearch.ts';
import {
  breakSearch,
  breakSearchTable,
  describeBreakSearch,
} from '../../src/components/charts/breakSearch.ts';
import type { CostFloorPicture } from '../../src/components/charts/costFloor.ts';
import {
  costFloor,
  costFloorTable,
  describeCostFloor,
} from '../../src/components/charts/costFloor.ts';
import type { DotsPicture } from '../../src/components/charts/dotsAndLines.ts';
import {
  describeDotsAndLines,
  dotsAndLines,
  dotsAndLinesTable,
} from '../../src/components/charts/dotsAndLines.ts';
import type { ForestPicture } from '../../src/components/charts/intervalForest.ts';
import {
  describeIntervalForest,
  intervalForest,
  intervalForestTable,
} from '../../src/components/charts/intervalForest.ts';
import { dateOfDay, dayNumber } from '../../src/lib/time.ts';

const start = dayNumber('2023-02-24');
const dayOf = (index: number) => dateOfDay(start + 37 * index);

const steps = (count: number, first: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `step-${first}-${i}`,
    name: `Model ${i} <&>`,
    date: dayOf(2 + 5 * i),
    cost: first / (1 + 0.9 * i * i),
  }));

const floors: CostFloorPicture = {
  quantity: 'Example units',
  panels: Array.from({ length: 5 }, (_, i) => ({
    name: `Example test ${i}`,
    lines: [
      { label: '40 %', steps: steps(4, 3e9 * (i + 1)) },
      { label: '60 %', steps: steps(4, 3.2e9 * (i + 1)) },
      { label: '80 %', steps: i === 4 ? [] : steps(2, 6e10) },
    ],
    dots: [{ date: dayOf(11), cost: 2e10 }],
  })),
  until: '2026-06-30',
  format: (cost) => `${cost / 1e9}B`,
};

const forest: ForestPicture = {
  quantity: 'Days in which it halves',
  groups: [
    {
      name: 'Together',
      rows: [{ name: 'median', value: 140, interval: [120, 190], words: '140', isMain: true }],
    },
    {
      name: 'One by one',
      rows: [
        { name: 'open', value: 300, interval: [150, null], words: '300 (150 or more)' },
        { name: 'refused', value: null, interval: null, words: 'too few' },
        { name: 'quoted', value: 95, interval: null, words: '95', isQuoted: true },
      ],
    },
  ],
  references: [{ value: 100, label: '100 days, the claim' }],
  axis: { log: true, domain: [40, 800], ticks: [50, 100, 200, 400, 800], format: String },
};

const dots: DotsPicture = {
  quantity: 'Example density',
  points: Array.from({ length: 30 }, (_, i) => ({
    id: `dot-${i}`,
    name: `Dot ${i} <&>`,
    date: dayOf(i),
    value: 0.02 * 1.15 ** i * (1 + ((i * 37) % 11) / 6),
  })),
  lines: [
    {
      corners: [
        { day: start, value: 0.03 },
        { day: start + 400, value: 0.04 },
        { day: start + 1073, value: 1.5 },
      ],
      label: 'slow, then fast',
      isMain: true,
    },
  ],
  marks: [{ date: dayOf(11), label: 'a day' }],
  named: ['dot-3', 'dot-20', 'gone'],
  ticks: [0.01, 0.1, 1, 10],
  format: String,
};

const search: SearchPicture = {
  candidates: Array.from({ length: 24 }, (_, i) => ({
    date: dayOf(i),
    f: 90 / (1 + (i - 6) ** 2 / 20),
  })),
  claimed: { date: dayOf(5.5), f: 88, label: 'the day' },
};

export const economyExamples = {
  breakSearch: {
    draw: (frame: Parameters<typeof breakSearch>[1]) => breakSearch(search, frame),
    description: describeBreakSearch(search),
    table: breakSearchTable(search),
  },
  costFloor: {
    draw: (frame: Parameters<typeof costFloor>[1]) => costFloor(floors, frame),
    description: describeCostFloor(floors),
    table: costFloorTable(floors),
  },
  dotsAndLines: {
    draw: (frame: Parameters<typeof dotsAndLines>[1]) => dotsAndLines(dots, frame),
    description: describeDotsAndLines(dots),
    table: dotsAndLinesTable(dots),
  },
  intervalForest: {
    draw: (frame: Parameters<typeof intervalForest>[1]) => intervalForest(forest, frame),
    description: describeIntervalForest(forest),
    table: intervalForestTable(forest),
  },
};
