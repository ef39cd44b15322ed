/** Choices, months, recipes and training that no data commit can stir. Nothing here is a measurement. */
import type { NumberPast } from '../../src/components/charts/numberHistory.ts';
import {
  describeNumberHistory,
  numberHistory,
  numberHistoryTable,
} from '../../src/components/charts/numberHistory.ts';
import type { Frame } from '../../src/components/charts/frame.ts';
import type { ScatterPicture } from '../../src/components/charts/logScatter.ts';
import {
  describeLogScatter,
  logScatter,
  logScatterTable,
} from '../../src/components/charts/logScatter.ts';
import {
  describeRecipeCurves,
  recipeCurves,
  recipeCurvesTable,
} from '../../src/components/charts/recipeCurves.ts';
import type { SpecificationPicture } from '../../src/components/charts/specificationCurve.ts';
import {
  describeSpecificationCurve,
  specificationCurve,
  specificationCurveTable,
} from '../../src/components/charts/specificationCurve.ts';
import {
  describeTimeMachine,
  timeMachine,
  timeMachineTable,
} from '../../src/components/charts/timeMachine.ts';
import type { Recipe, RecipeReport } from '../../src/lib/recipes.ts';
import { monthEnds } from '../../src/lib/timeMachine.ts';
import type { Moment, TimeMachine } from '../../src/lib/timeMachine.ts';
import { madeUpResults } from './madeUpResults.ts';

const count = 300;
const specification: SpecificationPicture = {
  slopes: Array.from({ length: count }, (_, i) => -0.0004 + 0.000035 * i),
  levels: [
    ['Tests', 'one set', 0],
    ['Tests', 'another', 0.4],
    ['Line', 'edge <&>', 0.2],
    ['Line', 'middle', 0.1],
  ].map(([choice, name, from]) => ({
    choice: String(choice),
    name: String(name),
    places: Array.from({ length: 60 }, (_, i) => Number(from) + (0.6 * i) / 60),
  })),
  headline: { slope: 0.004, name: 'our headline' },
  published: [95, 105],
};

const [trend] = madeUpResults.trends;
if (!trend) throw new RangeError('the made-up results have no line');
const machine: TimeMachine = {
  panel: 'example',
  estimator: 'tau90',
  moments: monthEnds('2025-06-30').map((asOf, i): Moment => ({
    asOf,
    leader: null,
    trend: {
      ...trend,
      count: 4 * i,
      doublingTime:
        i < 4
          ? null
          : i === 4
            ? { status: 'unbounded', sentence: 'No doubling time.', atLeast: 30 }
            : { status: 'bounded', days: 90 + 3 * i, interval: [60 + 3 * i, 120 + 900 / i] },
    },
  })),
};
const then = [
  { date: '2024-12-06', days: 95, label: 'paper, one place' },
  { date: '2024-12-06', days: 99, label: 'paper, another' },
  { date: '2025-05-06', days: 105, label: 'journal' },
];

const recipes: RecipeReport = {
  benchmark: 'example',
  name: 'Example test',
  chance: 0.25,
  steepness: null,
  midpoint: null,
  recipes: Array.from({ length: 7 }, (_, i): Recipe => ({
    family: `Family ${i} <&>`,
    released: `202${i}-01-01`,
    chance: 0.25,
    ceiling: 1,
    slope: 0.5,
    slopeError: 0.03,
    midpoint: 24.5 - 0.5 * i,
    points: [8e8, 3e9, 1.4e10, 7e10].map((parameters, j) => ({
      id: `model-${i}-${j}`,
      name: `Model ${i}-${j}`,
      parameters,
      score: 0.25 + 0.75 / (1 + Math.exp(-0.5 * (Math.log(parameters) - 24.5 + 0.5 * i))),
    })),
  })),
};

const models = Array.from({ length: 40 }, (_, i) => ({
  id: `model-${i}`,
  name: `Model ${i} <&>`,
  family: `Family ${i % 9}`,
  released: '2024-05-01',
  density: 0.02 * 1.12 ** i * (1 + ((i * 37) % 11) / 5),
  tokensPerParameter: 20 * 1.15 ** ((i * 17) % 40),
  compute: 1e22,
  isMixture: i % 7 === 3,
}));
const scatter: ScatterPicture = {
  models,
  quantity: 'Example units',
  value: ({ tokensPerParameter }) => tokensPerParameter,
  format: String,
  ticks: [10, 100, 1000, 10_000],
  line: {
    models: 40,
    families: 9,
    intercept: -4,
    slope: 0.4,
    interval: [0.2, 0.6],
    r2: 0.3,
    from: 20,
    to: 4000,
  },
};

const past: NumberPast = {
  name: 'Doubling time of an example, days',
  values: [
    ...Array.from({ length: 8 }, (_, i) => ({
      date: `202${4 + Math.floor(i / 4)}-0${1 + 2 * (i % 4)}-28`,
      value: 90 + 12 * i,
      interval: [60 + 9 * i, i === 2 ? null : 140 + 20 * i] as const,
      release: null,
    })),
    { date: '2026-01-31', value: 186, interval: [150, 300], release: '2026.1' },
    { date: '2026-06-30', value: 178, interval: null, release: '2026.2' },
  ],
};

export const bookExamples = {
  numberHistory: {
    draw: (frame: Frame) => numberHistory(past, frame),
    description: describeNumberHistory(past),
    table: numberHistoryTable(past),
  },
  specificationCurve: {
    draw: (frame: Frame) => specificationCurve(specification, frame),
    description: describeSpecificationCurve(specification),
    table: specificationCurveTable(specification),
  },
  timeMachine: {
    draw: (frame: Frame) => timeMachine(machine, then, frame),
    description: describeTimeMachine(machine, then),
    table: timeMachineTable(machine),
  },
  recipeCurves: {
    draw: (frame: Frame) => recipeCurves(recipes, frame),
    description: describeRecipeCurves(recipes),
    table: recipeCurvesTable(recipes),
  },
  logScatter: {
    draw: (frame: Frame) => logScatter(scatter, frame),
    description: describeLogScatter(scatter),
    table: logScatterTable(scatter),
  },
};
