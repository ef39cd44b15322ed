/** Figures of the first four corollaries: size, price, training and pace. */
import type { SearchPicture } from '../../components/charts/breakSearch.ts';
import {
  breakSearch,
  breakSearchTable,
  describeBreakSearch,
} from '../../components/charts/breakSearch.ts';
import type { CostFloorPicture } from '../../components/charts/costFloor.ts';
import { costFloor, costFloorTable, describeCostFloor } from '../../components/charts/costFloor.ts';
import type { DotsPicture } from '../../components/charts/dotsAndLines.ts';
import {
  describeDotsAndLines,
  dotsAndLines,
  dotsAndLinesTable,
} from '../../components/charts/dotsAndLines.ts';
import type { ForestPicture } from '../../components/charts/intervalForest.ts';
import {
  describeIntervalForest,
  intervalForest,
  intervalForestTable,
} from '../../components/charts/intervalForest.ts';
import * as economy from '../economyPictures.ts';
import * as pace from '../pacePictures.ts';
import type { FigureRecord } from './figure.ts';

type Words = Pick<FigureRecord, 'id' | 'title' | 'caption' | 'sources'>;

const floor = (picture: CostFloorPicture, words: Words): FigureRecord => ({
  ...words,
  description: describeCostFloor(picture),
  draw: (frame) => costFloor(picture, frame),
  table: costFloorTable(picture),
});
const forest = (picture: ForestPicture, words: Words): FigureRecord => ({
  ...words,
  description: describeIntervalForest(picture),
  draw: (frame) => intervalForest(picture, frame),
  table: intervalForestTable(picture),
});
const dots = (picture: DotsPicture, words: Words): FigureRecord => ({
  ...words,
  description: describeDotsAndLines(picture),
  draw: (frame) => dotsAndLines(picture, frame),
  table: dotsAndLinesTable(picture),
});
const search = (picture: SearchPicture, words: Words): FigureRecord => ({
  ...words,
  description: describeBreakSearch(picture),
  draw: (frame) => breakSearch(picture, frame),
  table: breakSearchTable(picture),
});

const scores = 'Scores as published, each with its source on the model’s page';
const prices = 'List prices as recorded by LiteLLM, Epoch AI and S. Willison';

export const economyFigures: readonly FigureRecord[] = [
  floor(economy.sizeExample, {
    id: 'size-floor',
    title: 'The smallest open base model to reach one fixed score on MMLU',
    caption: 'Each step is a smaller model that does as well. The line can only fall.',
    sources: scores,
  }),
  floor(economy.sizeFloor, {
    id: 'size-floors',
    title: 'The smallest open base model at or above fixed scores',
    caption:
      'One panel a benchmark, one line a score. The highest score of each panel is in colour.',
    sources: scores,
  }),
  forest(economy.sizeForest, {
    id: 'size-halving',
    title: 'Halving time of size at every fixed score',
    caption:
      'From all models that reach a score and all that miss it. Bars are intervals from resampling families of models.',
    sources: scores,
  }),
  floor(economy.priceFloor, {
    id: 'price-floor',
    title: 'What a fixed score costs to buy',
    caption:
      'Dots are offers of models at or above the score; the line is the lowest so far. A blended price counts three parts input and one part output.',
    sources: prices,
  }),
  forest(economy.priceForest, {
    id: 'price-halving',
    title: 'Halving time of the lowest price at every fixed score',
    caption:
      'Bars are intervals from resampling models. [[price-levels-fitted]] of [[price-levels-all]] scores have enough price cuts.',
    sources: prices,
  }),
  forest(economy.priceAgainstDensity, {
    id: 'price-against-density',
    title: 'Price against density, and one quotation read in four ways',
    caption:
      'Above, what we measure, with intervals. Below, hollow, what the preprint’s own two prices give.',
    sources: `${prices}; the headline of this site`,
  }),
  floor(economy.computeFloor, {
    id: 'compute-floor',
    title: 'The least training computation to reach fixed scores',
    caption: 'Operations are six times active parameters times tokens.',
    sources: scores,
  }),
  forest(economy.computeForest, {
    id: 'compute-halving',
    title: 'Halving time of training computation at every fixed score',
    caption:
      'An arrow says that the bar has no end on this axis. At [[compute-levels-flat]] of [[compute-levels-fitted]] scores the interval holds no fall at all.',
    sources: scores,
  }),
  dots(pace.tokensPerParameter, {
    id: 'tokens-per-parameter',
    title: 'Tokens of training for each parameter',
    caption: 'Open base models whose makers state the tokens. The line is fitted to all of them.',
    sources: 'Tokens as developers state them, each with its source on the model’s page',
  }),
  dots(pace.bendSince2019, {
    id: 'density-bend',
    title: 'Density since 2019, and the bend at ChatGPT',
    caption: 'The line is fitted to all models, by least squares, and may bend on one day only.',
    sources: 'Open LLM Leaderboard v1 tests, one harness for old and new models',
  }),
  forest(pace.bendForest, {
    id: 'bend-change',
    title: 'By how much growth changed',
    caption: 'Right of zero growth quickened, left of it growth slowed.',
    sources: 'Tests of one harness, and the headline panel',
  }),
  search(pace.searchSince2019, {
    id: 'break-days',
    title: 'Would another day have done as well?',
    caption:
      'F says how much a bend on that day helps the line. Only days on which a model came out are tried, and none near the ends.',
    sources: 'Open LLM Leaderboard v1 tests',
  }),
  dots(pace.bendSince2024, {
    id: 'density-slowdown',
    title: 'Density since LLaMA 1, and a bend where the preprint’s data end',
    caption: 'Fitted to all models of the headline panel, not to the dense edge.',
    sources: 'The headline panel of this site',
  }),
];
