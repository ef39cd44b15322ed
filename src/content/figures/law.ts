/** Figures of the law, its method and its limits. */
import {
  densityTrend,
  densityTrendTable,
  describeDensityTrend,
} from '../../components/charts/densityTrend.ts';
import {
  describeDoublingForest,
  doublingForest,
  doublingForestTable,
} from '../../components/charts/doublingForest.ts';
import {
  describeEffectiveVsActual,
  effectiveVsActual,
  effectiveVsActualTable,
} from '../../components/charts/effectiveVsActual.ts';
import {
  describeNullSimulation,
  nullSimulation,
  nullSimulationTable,
} from '../../components/charts/nullSimulation.ts';
import {
  describeRulerCurves,
  rulerCurves,
  rulerCurvesTable,
} from '../../components/charts/rulerCurves.ts';
import type { EstimatorId } from '../../lib/choices.ts';
import { edgePace, publishedTimes } from '../articles/en/words.ts';
import { all, headline, panels, simulations } from '../measured.ts';
import type { FigureRecord } from './figure.ts';

const { panel, ruler } = headline;
const measuredWith = `${panel.name}, measured with the ruler ${ruler.name}`;

const short: readonly EstimatorId[] = ['tau90', 'running-maximum'];
const shortPanels = panels.map((results) => ({
  ...results,
  trends: results.trends.filter(({ estimator }) => short.includes(estimator)),
}));

export const lawFigures: readonly FigureRecord[] = [
  {
    id: 'density-trend',
    title: 'Density of open language models since LLaMA 1',
    caption: `The line rests on ${all.count} base models of ${all.families} families; it ${edgePace}.`,
    sources: measuredWith,
    description: describeDensityTrend(headline),
    draw: (frame) => densityTrend(headline, frame),
    table: densityTrendTable(headline),
  },
  {
    id: 'doubling-forest',
    title: 'Doubling times: every panel, estimator and window',
    caption:
      'Each mark is one way to measure; the bars are intervals. Vertical lines are the published values. Dotted bars belong to lines through record holders: they show what a bootstrap gives there and are not valid intervals.',
    sources: 'Published values as quoted in the data',
    description: describeDoublingForest(panels, publishedTimes),
    draw: (frame) => doublingForest(panels, publishedTimes, frame),
    table: doublingForestTable(panels),
  },
  {
    id: 'doubling-short',
    title: 'Doubling times by panel and window, beside the published ones',
    caption: 'Bars are intervals. Vertical lines are the published values.',
    sources: 'Published values as quoted in the data',
    description: describeDoublingForest(shortPanels, publishedTimes),
    draw: (frame) => doublingForest(shortPanels, publishedTimes, frame),
    table: doublingForestTable(shortPanels),
  },
  {
    id: 'no-growth',
    title: 'What each method says when nothing grows',
    caption: 'Each dot is the answer to one simulated data set. The truth is no growth.',
    sources: 'Simulated on the days and families of the headline panel',
    description: describeNullSimulation(simulations.still),
    draw: (frame) => nullSimulation(simulations.still, frame),
    table: nullSimulationTable(simulations.still),
  },
  {
    id: 'ruler',
    title: 'The ruler: how one family’s scores rise with size',
    caption:
      'Dots are members of the family, lines the fitted curves. Read a curve backwards and a score becomes a size.',
    sources: `${ruler.name} base models, as their developer and others report them`,
    description: describeRulerCurves(ruler),
    draw: (frame) => rulerCurves(ruler, frame),
    table: rulerCurvesTable(ruler),
  },
  {
    id: 'sizes',
    title: 'Effective against actual parameters',
    caption:
      'A model on the diagonal of one is as dense as the ruler; each step up and to the left is denser.',
    sources: measuredWith,
    description: describeEffectiveVsActual(headline),
    draw: (frame) => effectiveVsActual(headline, frame),
    table: effectiveVsActualTable(headline),
  },
];
