/** Figures of the theory: what growth goes with, recipes beside each other, kinds of density. */
import {
  describeIntervalForest,
  intervalForest,
  intervalForestTable,
} from '../../components/charts/intervalForest.ts';
import {
  describeLogScatter,
  logScatter,
  logScatterTable,
} from '../../components/charts/logScatter.ts';
import type { ScatterPicture } from '../../components/charts/logScatter.ts';
import {
  describeRecipeCurves,
  recipeCurves,
  recipeCurvesTable,
} from '../../components/charts/recipeCurves.ts';
import { headline } from '../measured.ts';
import {
  computePicture,
  kindPicture,
  recipeReport,
  splitPicture,
  tokensPicture,
} from '../theoryPictures.ts';
import type { FigureRecord } from './figure.ts';

const measuredWith = `${headline.panel.name}, measured with the ruler ${headline.ruler.name}`;

function scatterFigure(
  picture: ScatterPicture,
  words: Pick<FigureRecord, 'id' | 'title' | 'caption'>,
): FigureRecord {
  return {
    ...words,
    sources: `${measuredWith}; training tokens as the makers state them`,
    description: describeLogScatter(picture),
    draw: (frame) => logScatter(picture, frame),
    table: logScatterTable(picture),
  };
}

export const theoryFigures: readonly FigureRecord[] = [
  {
    id: 'growth-split',
    title: 'What the growth of density goes with',
    caption:
      'The parts of a panel add up to its whole growth; a part can be negative. Time alone is what is left for everything that has no column of its own: better data, better architecture, better training.',
    sources: 'Models whose training tokens are known; three panels',
    description: describeIntervalForest(splitPicture),
    draw: (frame) => intervalForest(splitPicture, frame),
    table: intervalForestTable(splitPicture),
  },
  {
    id: 'recipe-curves',
    title: 'Families beside each other: score against size',
    caption:
      'Each line is a family made by one recipe; dashed are the oldest, thick and coloured the newest. Mixtures of experts are left out.',
    sources: `${recipeReport?.name ?? ''} as developers report it, base models of three sizes or more`,
    description: recipeReport ? describeRecipeCurves(recipeReport) : '',
    draw: (frame) => recipeCurves(wholeReport(), frame),
    table: recipeCurvesTable(wholeReport()),
  },
  scatterFigure(tokensPicture, {
    id: 'density-tokens',
    title: 'Density against training tokens for each parameter',
    caption:
      'One mark a model. Newer models have both more tokens and better recipes, so the line is not what more tokens alone would do.',
  }),
  scatterFigure(computePicture, {
    id: 'density-compute',
    title: 'Density against the work of training',
    caption:
      'Work is six operations for each active parameter and token. Green would be high up and far to the left.',
  }),
  {
    id: 'kinds-of-density',
    title: 'Not one density but several: the pace on each test alone',
    caption:
      'The same models and the same method, with one benchmark at a time. Where a dot lies outside its bar, chance redrawn leans to one side of the estimate.',
    sources: 'Three panels; the ruler is the same throughout',
    description: describeIntervalForest(kindPicture),
    draw: (frame) => intervalForest(kindPicture, frame),
    table: intervalForestTable(kindPicture),
  },
];

function wholeReport() {
  if (!recipeReport) throw new RangeError('the headline panel has no benchmark');
  return recipeReport;
}
