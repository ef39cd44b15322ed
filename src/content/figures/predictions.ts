/** Figures of the predictions and of the questions. */
import {
  describeFuturesFan,
  futuresFan,
  futuresFanTable,
} from '../../components/charts/futuresFan.ts';
import {
  describePredictionCalendar,
  predictionCalendar,
  predictionCalendarTable,
} from '../../components/charts/predictionCalendar.ts';
import {
  describeProbabilityDots,
  probabilityDots,
  probabilityDotsTable,
} from '../../components/charts/probabilityDots.ts';
import {
  describeSmallestOverTime,
  smallestOverTime,
  smallestOverTimeTable,
} from '../../components/charts/smallestOverTime.ts';
import { describeTableDuel, tableDuel, tableDuelTable } from '../../components/charts/tableDuel.ts';
import type { Race } from '../../components/charts/testsOverTime.ts';
import {
  describeTestsOverTime,
  testsOverTime,
  testsOverTimeTable,
} from '../../components/charts/testsOverTime.ts';
import * as picture from '../predictionPictures.ts';
import type { FigureRecord } from './figure.ts';

const scores = 'Scores as published, each with its source on the model’s page';

function raceFigure(
  race: Race,
  words: Pick<FigureRecord, 'id' | 'title' | 'caption'>,
): FigureRecord {
  return {
    ...words,
    sources: scores,
    description: describeTestsOverTime(race),
    draw: (frame) => testsOverTime(race, frame),
    table: testsOverTimeTable(race),
    width: 'wide',
  };
}

/** Without a line there are no futures, and no figure of them. */
const fanFigures: FigureRecord[] = picture.fan ? [fanFigure(picture.fan)] : [];

function fanFigure(fan: NonNullable<typeof picture.fan>): FigureRecord {
  return {
    id: 'futures-fan',
    title: 'How high may the record stand in a year?',
    caption:
      'The dark band holds the middle half of the simulated futures, the light one nine in ten. The short bars are the densities that two of our predictions name, with the probability given.',
    sources: 'Headline panel; simulated from its line and its models',
    description: describeFuturesFan(fan),
    draw: (frame) => futuresFan(fan, frame),
    table: futuresFanTable(fan),
  };
}

export const predictionFigures: readonly FigureRecord[] = [
  {
    id: 'prediction-calendar',
    title: 'Every prediction, by deadline',
    caption:
      'A line runs from the day of the prediction to its deadline. A full dot is the day on which it was met, a cross a miss, a hollow dot the start of one that is open. Milestones were named when most were already reached.',
    sources: 'Report of the talk; predictions of this site',
    description: describePredictionCalendar(picture.calendar),
    draw: (frame) => predictionCalendar(picture.calendar, frame),
    table: predictionCalendarTable(picture.calendar),
    width: 'wide',
  },
  raceFigure(picture.gpt4Race, {
    id: 'gpt-4-race',
    title: 'Small open models against GPT-4, test by test',
    caption:
      'Models of at most nine billion parameters. The level line is GPT-4 of March 2023, its score at the top right.',
  }),
  raceFigure(picture.gpt4oRace, {
    id: 'gpt-4o-race',
    title: 'Small open models against GPT-4o, test by test',
    caption:
      'The same for GPT-4o of May 2024. Hollow dots are scores got by thinking at length, which the law leaves out.',
  }),
  {
    id: 'smallest-as-good',
    title: 'How small can a model be and do as well?',
    caption:
      'The smallest open model whose mean over the shared tests reaches the yardstick’s. Only for GPT-4o does thinking count here.',
    sources: scores,
    description: describeSmallestOverTime(picture.smallest),
    draw: (frame) => smallestOverTime(picture.smallest, frame),
    table: smallestOverTimeTable(picture.smallest),
  },
  ...fanFigures,
  {
    id: 'own-probabilities',
    title: 'What we expect, and how firmly',
    caption:
      'The farther a dot lies from the middle, the firmer the prediction. An outcome, once known, is added as a hollow dot at one of the ends.',
    sources: 'Simulated futures of the headline panel, frozen on the day of the prediction',
    description: describeProbabilityDots(picture.probabilities),
    draw: (frame) => probabilityDots(picture.probabilities, frame),
    table: probabilityDotsTable(picture.probabilities),
  },
  {
    id: 'gemma-minicpm',
    title: `${picture.duel.first} and ${picture.duel.second}, test by test`,
    caption:
      'Only scores that one source prints for both. A number at the right is the lead of the smaller model.',
    sources: 'Tables of the makers of MiniCPM and of Qwen',
    description: describeTableDuel(picture.duel),
    draw: (frame) => tableDuel(picture.duel, frame),
    table: tableDuelTable(picture.duel),
  },
];
