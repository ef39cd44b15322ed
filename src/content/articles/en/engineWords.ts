/** Sentences on the three engines, one per state; as in words.ts, none is passed over. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { combinedDoubling, DAYS_PER_YEAR, judgeRate } from '../../../lib/engines.ts';
import type { Growth } from '../../../lib/exponentialGrowth.ts';
import { doublingOf } from '../../../lib/exponentialGrowth.ts';
import { formatDays, formatFixed, formatInterval, formatNumeral } from '../../../lib/format.ts';
import { exp } from '../../../lib/numerics/elementary.ts';
import { levelText } from '../../../lib/phrases.ts';
import type { Pace } from '../../../lib/sentences.ts';
import { judgePace, sentenceFor } from '../../../lib/sentences.ts';
import {
  batteries,
  batteryTalk,
  circuits,
  claimedYears,
  growthOf,
  models,
  phones,
  processors,
} from '../../machines.ts';
import { all } from '../../measured.ts';

const years = (value: number) => formatFixed(value, 1);

/** "2.0 years (90 % interval 1.9 to 2.1 years)". */
export function paceOf(growth: Growth): string {
  const doubling = doublingOf(growth);
  if (doubling.status === 'bounded') {
    return `${years(doubling.years)} years (${levelText} interval ${formatInterval(doubling.interval, years)} years)`;
  }
  return doubling.atLeast === null
    ? 'no doubling time, since it does not grow'
    : `at least ${years(doubling.atLeast)} years, or never`;
}

/** The same of growth that has a number of its own, with its address where there is one to print. */
function linkedPace(growth: Growth, id: string): string {
  const doubling = doublingOf(growth);
  return doubling.status === 'bounded'
    ? `[[${id}]] (${levelText} interval ${formatInterval(doubling.interval, years)} years)`
    : paceOf(growth);
}

/** The dense edge of the chips, and the memory of phones. */
export const circuitEdge = linkedPace(growthOf({ result: circuits.edge }), 'circuit-doubling');
export const phoneMemory = linkedPace(growthOf(phones), 'memory-doubling-phone');

const besideClaim: Record<Pace, string> = {
  slower: 'slower than the talk says: the whole interval lies on the slow side',
  within: 'compatible with the talk: the interval holds its value',
  faster: 'faster than the talk says: the whole interval lies on the fast side',
  unmeasured: 'not to be compared with the talk: there is no interval',
};

const chipClaim = claimedYears('liu-2024-chip-doubling');
const moore = claimedYears('moore-1975-doubling');

/** Circuit density beside the talk’s pace of chips. */
export const circuitPace = sentenceFor(
  judgeRate(growthOf(circuits), chipClaim),
  besideClaim,
  'circuits beside the talk',
);
/** Whether the dense edge of the chips says the same as all of them. */
export const edgePace = sentenceFor(
  judgeRate(circuits.edge.growth, chipClaim),
  {
    slower: 'It, too, is slower than the talk says',
    within: 'It is compatible with the talk',
    faster: 'It is faster than the talk says',
    unmeasured: 'It cannot be told apart',
  },
  'edge of the circuits',
);
/** Processors beside Moore’s revised pace. */
export const processorPace = sentenceFor(
  judgeRate(growthOf(processors), moore),
  {
    slower: 'slower than Moore’s revised pace',
    within: 'just Moore’s revised pace',
    faster: 'faster than Moore’s revised pace',
    unmeasured: 'not to be compared with Moore’s pace',
  },
  'processors beside Moore',
);
export const processorTalk = sentenceFor(
  judgeRate(growthOf(processors), chipClaim),
  {
    slower: 'and slower than the talk’s',
    within: 'and compatible with the talk’s',
    faster: 'and faster than the talk’s',
    unmeasured: 'and not to be compared with the talk’s',
  },
  'processors beside the talk',
);

const densityClaim = claimedYears('liu-2024-talk-doubling') * DAYS_PER_YEAR;
/** The density of models beside the talk’s pace. */
export const modelPace = sentenceFor(
  judgePace(all, densityClaim),
  besideClaim,
  'models beside the talk',
);

/** First and last sold battery cell, and what the talk’s pace would have made of them. */
const cells = [...batteries.points].sort((a, b) => a.year - b.year);
const [firstCell, lastCell] = [cells[0], cells.at(-1)];
if (!firstCell || !lastCell) throw new RangeError('the article needs battery cells that were sold');
const span = lastCell.year - firstCell.year;
const expected = exp((Math.LN2 * span) / claimedYears('liu-2024-battery-doubling'));
const reached = lastCell.value / firstCell.value;
export const cell = {
  count: formatNumeral(cells.length),
  first: `${formatFixed(firstCell.value, 0)} watt-hours per kilogram in ${Math.floor(firstCell.year)}`,
  last: `${formatFixed(lastCell.value, 0)} in ${Math.floor(lastCell.year)}`,
  reached: formatFixed(reached, 2),
  expected: formatFixed(expected, 1),
};
/** What two cells far apart say of the talk’s pace, without being a rate. */
export const cellGap =
  reached < expected
    ? 'These are different products, and two of them are no rate. But they lend the claim no support'
    : 'These are different products, and two of them are no rate. They do not speak against the claim';
/** Why there is no rate, or that there is one. */
export const batteryRefusal =
  (batteries.result.refusal && `Here we give no rate. ${batteries.result.refusal}`) ??
  `The rate of the sold cells is ${paceOf(growthOf(batteries))}, ${sentenceFor(
    judgeRate(batteries.result.growth, claimedYears('liu-2024-battery-doubling')),
    besideClaim,
    'batteries beside the talk',
  )}.`;

const battery = claimedYears('liu-2024-battery-doubling');
const sorted = batteryTalk.map(({ years: value }) => value).sort((a, b) => a - b);
export const stated = {
  count: formatNumeral(sorted.length),
  range: `${formatFixed(sorted[0] ?? Number.NaN, 0)} to ${formatFixed(sorted.at(-1) ?? Number.NaN, 0)} years`,
  slower: formatNumeral(sorted.filter((value) => value > battery).length),
};

const kinds = { volume: 'by volume', mass: 'by mass', either: 'not said' };

/** What others state of batteries, with the quality of each. */
export const batteryTable: ChartTable = {
  columns: [
    { key: 'claim', label: 'Statement' },
    { key: 'kind', label: 'Density' },
    { key: 'years', label: 'Doubling, years', align: 'end' },
    { key: 'quality', label: 'Evidence' },
  ],
  rows: batteryTalk.map(({ claim, kind, years: value, quality, source }) => ({
    claim: { text: claim, href: source },
    kind: kinds[kind],
    years: years(value),
    quality,
  })),
};

/** How often model density doubles while another quantity doubles once, and both together. */
function togetherWith(other: number) {
  if (models?.status !== 'bounded') return null;
  return {
    ratio: formatFixed(other / models.years, 1),
    days: formatDays(combinedDoubling(models.years, other) * DAYS_PER_YEAR),
    share: Math.round((100 * other) / (other + models.years)),
  };
}

const phonePace = doublingOf(growthOf(phones));
const both = phonePace.status === 'bounded' ? togetherWith(phonePace.years) : null;
/** What dense models and roomier phones do together. */
export const together = both
  ? `Density doubles about ${both.ratio} times while the memory of leading phones doubles once. Multiply the two: the ability that fits a phone would double every ${both.days}. Of that growth ${both.share} % is the models’ and the rest the phones’`
  : 'One of the two has no bounded doubling time, so their product has none';
/** The same from the talk’s own values. */
export const talkTogether = formatDays(
  combinedDoubling(claimedYears('liu-2024-talk-doubling'), chipClaim) * DAYS_PER_YEAR,
);

/** Whether the order of the talk, models before chips, stands. */
export const order =
  models?.status === 'bounded' && doublingOf(growthOf(circuits)).status === 'bounded'
    ? models.interval[1] < fastest(growthOf(circuits))
      ? 'Even at the slow end of its interval, model density doubles faster than circuit density at the fast end. The order of the talk stands'
      : 'The intervals of model density and circuit density overlap. The order of the talk is not shown'
    : 'One of the two has no bounded doubling time. The order of the talk is not shown';

function fastest(growth: Growth): number {
  const doubling = doublingOf(growth);
  return doubling.status === 'bounded' ? doubling.interval[0] : Number.POSITIVE_INFINITY;
}
