/** Figures of the engines and of machines everywhere. */
import {
  describeDeviceCounts,
  deviceCounts,
  deviceCountsTable,
} from '../../components/charts/deviceCounts.ts';
import type { GrowthPicture } from '../../components/charts/growthOverYears.ts';
import {
  describeGrowthOverYears,
  growthOverYears,
  growthOverYearsTable,
} from '../../components/charts/growthOverYears.ts';
import {
  describeRatesCompared,
  ratesCompared,
  ratesComparedTable,
} from '../../components/charts/ratesCompared.ts';
import { chip } from '../articles/en/everywhereWords.ts';
import { circuits, counts, growthOf, phones } from '../machines.ts';
import {
  batteryPicture,
  circuitPicture,
  phonePicture,
  processorPicture,
  rateGroups,
  salesPicture,
  soldPicture,
} from '../pictures.ts';
import type { FigureRecord } from './figure.ts';

function growthFigure(
  picture: GrowthPicture,
  words: Pick<FigureRecord, 'id' | 'title' | 'caption' | 'sources'>,
): FigureRecord {
  return {
    ...words,
    description: describeGrowthOverYears(picture),
    draw: (frame) => growthOverYears(picture, frame),
    table: growthOverYearsTable(picture),
  };
}

export const machineFigures: readonly FigureRecord[] = [
  {
    id: 'engines-rates',
    title: 'Doubling times: claimed, measured, stated by others',
    caption:
      'One step on the axis is a factor, not a number of years. Bars are intervals; some are shorter than their dot.',
    sources: 'Rupp; Epoch AI; lists of phones and battery cells; this site’s headline',
    description: describeRatesCompared(rateGroups),
    draw: (frame) => ratesCompared(rateGroups, frame),
    table: ratesComparedTable(rateGroups),
  },
  growthFigure(circuitPicture, {
    id: 'chip-density',
    title: 'Transistors on a square millimetre',
    caption: `The line runs through ${growthOf(circuits).points} chips of ${growthOf(circuits).clusters} processes. Some low dots are odd entries of the source; we left them in.`,
    sources: 'Epoch AI, snapshot of its chip database',
  }),
  growthFigure(processorPicture, {
    id: 'processors',
    title: 'Transistors in one processor',
    caption: 'From 1971 on. After 2017 some packages hold several dies, which lifts the end.',
    sources:
      'K. Rupp, Microprocessor Trend Data; values before 2011 read off a plot by its compiler',
  }),
  growthFigure(phonePicture, {
    id: 'phone-memory',
    title: 'Memory of leading phones',
    caption: `${growthOf(phones).points} leading phones of ${growthOf(phones).clusters} makers, the largest version of each.`,
    sources:
      'Lists of phones by third parties; averages by IHS iSuppli, TrendForce and Counterpoint',
  }),
  growthFigure(batteryPicture, {
    id: 'batteries',
    title: 'Energy of battery cells for their mass',
    caption:
      'Full dots are cells that were sold, with a figure from a usable source; hollow ones never enter a rate.',
    sources: 'Product pages and press, each row with its source in the data',
  }),
  {
    id: 'device-counts',
    title: 'Counts of machines, on one logarithmic axis',
    caption:
      'Machines in use and machines sold in a year are different things: read each row by itself.',
    sources:
      'IoT Analytics, Gartner, IDC, Arm and TechInsights as others report them; the report of the talk',
    description: describeDeviceCounts(counts),
    draw: (frame) => deviceCounts(counts, frame),
    table: deviceCountsTable(counts),
  },
  growthFigure(soldPicture, {
    id: 'chips-sold',
    title: 'NVIDIA’s chips for learning machines, all sold since 2022',
    caption: `In equals of one ${chip}, by Epoch AI; bars are its range. The last quarter seems to be counted in part.`,
    sources: 'Epoch AI, AI chip counts',
  }),
  growthFigure(salesPicture, {
    id: 'computing-sold',
    title: 'Computing power sold by NVIDIA in each quarter',
    caption:
      'Differences of the counts above, since a sum that begins at zero rises fast whatever the sales do. The hollow quarter is left out of the line.',
    sources: 'Epoch AI, AI chip counts',
  }),
];
