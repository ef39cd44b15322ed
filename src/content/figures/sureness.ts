/** Figures on how sure the law is: choices, time, rival shapes, influence, and the wall of size. */
import {
  describeGrowthOverYears,
  growthOverYears,
  growthOverYearsTable,
} from '../../components/charts/growthOverYears.ts';
import {
  describeIntervalForest,
  intervalForest,
  intervalForestTable,
} from '../../components/charts/intervalForest.ts';
import {
  describeSpecificationCurve,
  specificationCurve,
  specificationCurveTable,
} from '../../components/charts/specificationCurve.ts';
import {
  describeTimeMachine,
  timeMachine as timeMachineChart,
  timeMachineTable,
} from '../../components/charts/timeMachine.ts';
import { formatFixed } from '../../lib/format.ts';
import {
  influencePicture,
  lineCount,
  publishedThen,
  rivalPicture,
  sizePicture,
  specification,
} from '../lawPictures.ts';
import { headline, timeMachine } from '../measured.ts';
import type { FigureRecord } from './figure.ts';

const measuredWith = `${headline.panel.name}, measured with the ruler ${headline.ruler.name}`;

export const surenessFigures: readonly FigureRecord[] = [
  {
    id: 'size-wall',
    title: 'The largest model of its day, by parameters on record',
    caption:
      'Full marks use all their parameters for every word; hollow ones are mixtures of experts, which use a part. Models whose makers keep their size to themselves, GPT-4 among them, are not here.',
    sources: 'Sizes as the makers state them',
    description: describeGrowthOverYears(sizePicture),
    draw: (frame) => growthOverYears(sizePicture, frame),
    table: growthOverYearsTable(sizePicture),
  },
  {
    id: 'choice-map',
    title: 'Every way to measure, in order of growth',
    caption: `${formatFixed(lineCount, 0)} lines, one for each combination of choices that the data allow. Below, a band is strong where the lines of an option lie; its coloured stroke is their middle. An option whose band leans to the left makes growth slower.`,
    sources: 'Three panels, every usable ruler; no intervals here',
    description: describeSpecificationCurve(specification),
    draw: (frame) => specificationCurve(specification, frame),
    table: specificationCurveTable(specification),
  },
  {
    id: 'time-machine',
    title: 'The doubling time as it would have been known',
    caption:
      'Each month knows only the models released by then; the ruler is today’s throughout. Diamonds are published values on their day.',
    sources: measuredWith,
    description: describeTimeMachine(timeMachine, publishedThen),
    draw: (frame) => timeMachineChart(timeMachine, publishedThen, frame),
    table: timeMachineTable(timeMachine),
  },
  {
    id: 'rival-shapes',
    title: 'Six shapes of growth put to the test a year ahead',
    caption:
      'To the right a shape foretold better than the exponential, to the left worse. A bar that crosses the line decides nothing.',
    sources: 'Forecasts from the end of every quarter, scored on the models of the year after',
    description: describeIntervalForest(rivalPicture),
    draw: (frame) => intervalForest(rivalPicture, frame),
    table: intervalForestTable(rivalPicture),
  },
  {
    id: 'influence',
    title: 'The headline with one thing left out',
    caption:
      'The benchmarks, families, sources and models whose absence moves the headline most. Bars are intervals of the change, by the same draws of chance with and without; a dot can lie outside its bar where chance leans to one side.',
    sources: measuredWith,
    description: describeIntervalForest(influencePicture),
    draw: (frame) => intervalForest(influencePicture, frame),
    table: intervalForestTable(influencePicture),
  },
];
