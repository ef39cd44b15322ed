/** Predictions, races and futures that no data commit can stir. Nothing here is a measurement. */
import type { Calendar, CalendarRow } from '../../src/components/charts/predictionCalendar.ts';
import {
  describePredictionCalendar,
  predictionCalendar,
  predictionCalendarTable,
} from '../../src/components/charts/predictionCalendar.ts';
import type { Frame } from '../../src/components/charts/frame.ts';
import type { FanPicture } from '../../src/components/charts/futuresFan.ts';
import {
  describeFuturesFan,
  futuresFan,
  futuresFanTable,
} from '../../src/components/charts/futuresFan.ts';
import type { GivenProbability } from '../../src/components/charts/probabilityDots.ts';
import {
  describeProbabilityDots,
  probabilityDots,
  probabilityDotsTable,
} from '../../src/components/charts/probabilityDots.ts';
import type { SizesOverTime } from '../../src/components/charts/smallestOverTime.ts';
import {
  describeSmallestOverTime,
  smallestOverTime,
  smallestOverTimeTable,
} from '../../src/components/charts/smallestOverTime.ts';
import type { Duel } from '../../src/components/charts/tableDuel.ts';
import {
  describeTableDuel,
  tableDuel,
  tableDuelTable,
} from '../../src/components/charts/tableDuel.ts';
import type { Race, RacePoint } from '../../src/components/charts/testsOverTime.ts';
import {
  describeTestsOverTime,
  testsOverTime,
  testsOverTimeTable,
} from '../../src/components/charts/testsOverTime.ts';

const asOf = '2026-06-01';
const row = (label: string, change: Partial<CalendarRow>): CalendarRow => ({
  label,
  title: `Something of some length <&> ${label}`,
  made: '2024-12-21',
  deadline: '2026-12-31',
  status: 'open',
  on: null,
  ...change,
});
const calendar: Calendar = {
  asOf,
  groups: [
    {
      name: 'Others',
      rows: [
        row('A1', { status: 'met', on: '2025-04-29' }),
        row('A2', { status: 'missed', deadline: '2025-12-31', on: '2025-12-31' }),
        row('A3', { status: 'cannot be judged', deadline: null }),
      ],
    },
    { name: 'Ours', rows: [row('B1', { made: '2026-06-01', deadline: '2027-06-01' })] },
  ],
};

const points = (base: number): RacePoint[] =>
  Array.from({ length: 18 }, (_, i) => ({
    name: `Small ${i} <&>`,
    released: `${2023 + Math.floor(i / 6)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-15`,
    score: Math.min(0.97, base + 0.02 * i + ((i * 37) % 11) / 60),
    thinking: i % 5 === 4,
  }));
const race: Race = {
  yardstick: 'Large one',
  asOf,
  panels: ['One', 'Two', 'Three', 'Four'].map((test, i) => ({
    test,
    level: 0.86 - 0.1 * i,
    points: points(0.3 + 0.05 * i),
  })),
};

const sizes: SizesOverTime = {
  asOf,
  series: ['Old', 'Large', 'Larger'].map((yardstick, k) => ({
    yardstick,
    steps: [70e9, 14e9, 3.8e9].map((parameters, i) => ({
      id: `m${i}`,
      name: `Model ${k}${i} <&>`,
      released: `202${4 + Math.floor((k + i) / 3)}-0${2 + ((k + i) % 3) * 3}-11`,
      parameters: parameters * (1 + 0.4 * k),
    })),
  })),
};

const fan: FanPicture = {
  past: [
    { released: '2025-02-01', density: 1.4, name: 'Dense <&>' },
    { released: '2025-11-01', density: 3.1, name: 'Denser' },
  ],
  fan: {
    asOf,
    sets: 400,
    record: 3.1,
    steps: Array.from({ length: 53 }, (_, i) => ({
      ahead: 7 * i,
      record: [0, 0.2, 0.5, 1, 1.8].map((pace) => 3.1 * (1 + (pace * i) / 20)),
    })),
    doubling: [170, 200, 228, 245, null],
    histogram: [],
  },
  thresholds: [
    { label: 'F1', density: 3.5, deadline: '2026-12-01', probability: 0.7 },
    { label: 'F2', density: 8, deadline: '2027-06-01', probability: 0.3 },
  ],
};

const given: GivenProbability[] = [
  ['F1', 0.81, 'open', null],
  ['F2', 0.44, 'met', 0.3136],
  ['F3', 0.1, 'missed', 0.01],
].map(([label, probability, status, brier]) => ({
  label: label as string,
  title: 'Something <&>',
  probability: probability as number,
  deadline: '2027-06-01',
  status: status as GivenProbability['status'],
  brier: brier as number | null,
}));

const duel: Duel = {
  first: 'First <&>',
  second: 'Second',
  groups: [
    {
      name: 'One table',
      rows: [
        { test: 'Knowledge', first: 0.72, second: 0.67 },
        { test: 'Sums', first: 0.46, second: 0.466 },
      ],
    },
    { name: 'Another table', rows: [{ test: 'Code', first: 0.2, second: 0.9 }] },
  ],
};

/** By the chart's file. */
export const predictionExamples = {
  predictionCalendar: {
    draw: (frame: Frame) => predictionCalendar(calendar, frame),
    description: describePredictionCalendar(calendar),
    table: predictionCalendarTable(calendar),
  },
  testsOverTime: {
    draw: (frame: Frame) => testsOverTime(race, frame),
    description: describeTestsOverTime(race),
    table: testsOverTimeTable(race),
  },
  smallestOverTime: {
    draw: (frame: Frame) => smallestOverTime(sizes, frame),
    description: describeSmallestOverTime(sizes),
    table: smallestOverTimeTable(sizes),
  },
  futuresFan: {
    draw: (frame: Frame) => futuresFan(fan, frame),
    description: describeFuturesFan(fan),
    table: futuresFanTable(fan),
  },
  probabilityDots: {
    draw: (frame: Frame) => probabilityDots(given, frame),
    description: describeProbabilityDots(given),
    table: probabilityDotsTable(given),
  },
  tableDuel: {
    draw: (frame: Frame) => tableDuel(duel, frame),
    description: describeTableDuel(duel),
    table: tableDuelTable(duel),
  },
};
