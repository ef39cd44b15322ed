/** Figures of the corollaries together, and of the last three. */
import {
  claimGauges,
  claimGaugesTable,
  describeClaimGauges,
} from '../../components/charts/claimGauges.ts';
import {
  crossingDays,
  crossingDaysTable,
  describeCrossingDays,
} from '../../components/charts/crossingDays.ts';
import {
  describeDeviceCrossing,
  deviceCrossing,
  deviceCrossingTable,
} from '../../components/charts/deviceCrossing.ts';
import type { EstimatePicture } from '../../components/charts/estimateRows.ts';
import {
  describeEstimateRows,
  estimateRows,
  estimateRowsTable,
} from '../../components/charts/estimateRows.ts';
import { describeLifeBars, lifeBars, lifeBarsTable } from '../../components/charts/lifeBars.ts';
import {
  describeLossBySize,
  lossBySize,
  lossBySizeTable,
} from '../../components/charts/lossBySize.ts';
import {
  describeSurvivalCurves,
  survivalCurves,
  survivalCurvesTable,
} from '../../components/charts/survivalCurves.ts';
import { formatDate, formatInWords } from '../../lib/format.ts';
import { gauges } from '../claimGauges.ts';
import * as picture from '../claimPictures.ts';
import { claimResult } from '../claims.ts';
import { headline } from '../measured.ts';
import type { FigureRecord } from './figure.ts';

const { panel, ruler } = headline;
const measuredWith = `${panel.name}, measured with the ruler ${ruler.name}`;
const { bitsPerWeight, memoryShare } = claimResult('on-device').details;
const assumed = `${bitsPerWeight.toFixed(1)} bits a weight, ${Math.round(100 * memoryShare)} % of the memory for the model`;

function estimateFigure(
  shown: EstimatePicture,
  words: Pick<FigureRecord, 'id' | 'title' | 'caption' | 'sources'>,
): FigureRecord {
  return {
    ...words,
    description: describeEstimateRows(shown),
    draw: (frame) => estimateRows(shown, frame),
    table: estimateRowsTable(shown),
  };
}

export const corollaryFigures: readonly FigureRecord[] = [
  {
    id: 'corollaries',
    title: 'The corollaries: claimed and measured',
    caption:
      'Grey is what was claimed, green what we measure. Scales in days and in times step by doublings; those in days are the same.',
    sources: measuredWith,
    description: describeClaimGauges(gauges),
    draw: (frame) => claimGauges(gauges, frame),
    table: claimGaugesTable(gauges),
  },
  {
    id: 'device-crossing',
    title: `${picture.crossingPicture.ability} in the hand: the size it needs and what a phone holds`,
    caption: `Green dots are open base models with the ability, squares phones (${assumed}). The green band is the interval of the line; the grey strip holds the day of the crossing. The ring marks the first model that fitted. Models above ${formatInWords(picture.LARGEST_SHOWN)} parameters are left out.`,
    sources: `${measuredWith}; lists of phones`,
    description: describeDeviceCrossing(picture.crossingPicture),
    draw: (frame) => deviceCrossing(picture.crossingPicture, frame),
    table: deviceCrossingTable(picture.crossingPicture),
  },
  {
    id: 'device-days',
    title: 'When the curves cross, by ability and device',
    caption: `Bars are intervals of the crossing (${assumed}). A diamond is a model that exists.`,
    sources: `${measuredWith}; lists of phones; Epoch AI for chips and cards`,
    description: describeCrossingDays(picture.crossingGroups),
    draw: (frame) => crossingDays(picture.crossingGroups, frame),
    table: crossingDaysTable(picture.crossingGroups),
  },
  estimateFigure(picture.combinedPicture, {
    id: 'device-combined',
    title: 'Density and chips together: one doubling time',
    caption:
      'The first row is the test. The others put another pace of chips in its place; it hardly matters.',
    sources: `${measuredWith}; Epoch AI; published values as quoted in the data`,
  }),
  estimateFigure(picture.pairPicture, {
    id: 'compression-pairs',
    title: 'Each compressed model beside its parent',
    caption:
      'The ring is the parent, the dot the child; thin lines are intervals. Green children are denser than their parents.',
    sources: 'Scores that child and parent have from one table; ruler Qwen2.5',
  }),
  estimateFigure(picture.groupPicture, {
    id: 'compression-groups',
    title: 'Density left after compression, by method',
    caption: 'Medians with intervals from drawing parents again. The first row decides the claim.',
    sources: 'As before; perplexities of pruned models measured in one table',
  }),
  {
    id: 'compression-size',
    title: 'Density kept, by how much of the parent was taken away',
    caption:
      'Each mark is a child. Above the strong line it is denser than its parent. Thin bars are intervals.',
    sources: 'Scores that child and parent have from one table; ruler Qwen2.5',
    description: describeLossBySize(picture.lossModels),
    draw: (frame) => lossBySize(picture.lossModels, frame),
    table: lossBySizeTable(picture.lossModels),
  },
  {
    id: 'life-curve',
    title: 'How long a model stands',
    caption:
      'Small strokes are models that still stand. The dot is the day on which half have been overtaken, the diamond the same by the law’s line.',
    sources: measuredWith,
    description: describeSurvivalCurves(picture.lifeCurves),
    draw: (frame) => survivalCurves(picture.lifeCurves, frame),
    table: survivalCurvesTable(picture.lifeCurves),
  },
  {
    id: 'life-bars',
    title: 'Lives of models, from release to the smaller equal',
    caption: `In order of release; a name at a bar’s end is the model that overtook it, and the table has all of them. Green bars still stood on ${formatDate(picture.dataEnd)}.`,
    sources: measuredWith,
    description: describeLifeBars(picture.lives),
    draw: (frame) => lifeBars(picture.lives, frame),
    table: lifeBarsTable(picture.lives),
  },
  estimateFigure(picture.lifePicture, {
    id: 'life-panels',
    title: 'Median lives on three sets of tests',
    caption: 'Bars are intervals; one that runs to the edge has no upper end in the data.',
    sources: 'Three panels, each measured with its own ruler curves',
  }),
];
