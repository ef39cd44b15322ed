/** Sentences on models and devices, one per state. */
import type { ChartTable } from '../../../../components/charts/table.ts';
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { chipSums } from '../../../../lib/claims/chipArithmetic.ts';
import { heldOn } from '../../../../lib/claims/deviceMemory.ts';
import { formatDays, formatFixed, formatInWords, formatNumeral } from '../../../../lib/format.ts';
import { clockDay } from '../../../../lib/panel.ts';
import { capitalise, phraseList } from '../../../../lib/phrases.ts';
import { judgeShare, sentenceFor } from '../../../../lib/sentences.ts';
import { claimRecord, claimResult } from '../../../claims.ts';
import { crossingGroups, shown } from '../../../claimPictures.ts';
import { data, quote } from '../../../measured.ts';
import { mainNumberOf } from './mainNumber.ts';

export const record = claimRecord('on-device');
export const result = claimResult('on-device');
const { details, effect, interval } = result;
const { band } = record.parameters;

const sums = chipSums(data);
const own = sums.filter(({ density }) => density.id === 'xiao-2024-slope-highlights');
const [quoted] = own;
if (!quoted) throw new RangeError('the page needs the preprint’s own sum');

/** The terms of the preprint's sum. */
export const densityDays = formatDays(quoted.densityDays);
export const chipDays = formatDays(quoted.chipDays);
/** Whether the sum gives the printed value. */
export const sumCheck =
  Math.round(quoted.days) === quote('xiao-2024-combined-doubling').value
    ? 'The sum is right.'
    : 'That is not the printed value.';

const others = own.map(({ days }) => days);
const [least, most] = [Math.min(...others), Math.max(...others)];
/** How far the result moves with other paces of chips. */
export const insensitive = `${
  most / least < 1.15
    ? 'Hardly. Other published paces move the result only'
    : 'Yes. Other published paces move the result'
} between ${formatDays(least).replace(/ days?$/, '')} and ${formatDays(most)}.`;

/** The preprint's sum with every published value of either term. */
export const sumTable: ChartTable = {
  columns: [
    { key: 'density', label: 'Density doubles in', wraps: true },
    { key: 'chips', label: 'Chips double in', wraps: true },
    { key: 'days', label: 'Both together', align: 'end' },
  ],
  rows: sums.map(({ density, densityDays: a, chips, chipDays: b, days }) => ({
    density: { text: formatDays(a), note: density.by },
    chips: {
      text: `${formatFixed(b / 365.25, 1)} years`,
      note: chips.note ? `${chips.by}: ${chips.note}` : chips.by,
    },
    days: formatDays(days),
  })),
};

/** Where the interval of the combined time lies beside the claimed one. */
function beside(): 'slower' | 'faster' | 'meets' | 'unmeasured' {
  if (!interval || effect.value === null) return 'unmeasured';
  const [low, high] = interval;
  if (low !== null && low > band[1]) return 'slower';
  if (high !== null && high < band[0]) return 'faster';
  return 'meets';
}

export const combined = sentenceFor(
  beside(),
  {
    slower:
      'It doubles in [[claim-on-device]], interval [[claim-on-device|interval]]. The whole interval is slower than the preprint’s value.',
    faster:
      'It doubles in [[claim-on-device]], interval [[claim-on-device|interval]]. The whole interval is faster than the preprint’s value.',
    meets:
      'It doubles in [[claim-on-device]], interval [[claim-on-device|interval]]. The preprint’s value is compatible with that.',
    unmeasured: 'There is no bounded doubling time of the two together.',
  },
  'combined pace',
);

/** How much of it is the models'. */
export const shares =
  effect.value === null
    ? 'Without it there is nothing to share out.'
    : 'Of that growth [[combined-density-part]] is the models’; chips, at one doubling in [[circuit-doubling]], add the rest.';

export const mainNumber = mainNumberOf('on-device');

export const verdict = sentenceFor(
  result.status,
  {
    holds: 'The curves cross, and they close in at the preprint’s pace.',
    'holds at another rate': 'The curves cross, but they close in at another pace than claimed.',
    mixed: 'Some of the curves are shown to cross and some are not.',
    fails: 'The size at a fixed ability is not shown to fall, so nothing need ever cross.',
    'cannot be tested': 'Without a bounded line of density, or a bounded crossing, nobody can say.',
  } satisfies Record<ClaimStatus, string>,
  'verdict on devices',
);

const reckoned = details.crossings.filter(({ kind }) => kind !== 'none');
const finite = reckoned.filter(({ kind }) => kind === 'interval');
/** Whether the crossings are bounded. */
export const crossings = sentenceFor(
  reckoned.length === 0 ? 'nothing' : judgeShare(finite.length, reckoned.length),
  {
    all: 'All [[crossings-reckoned]] crossings have a first and a last day.',
    some: 'Of [[crossings-reckoned]] crossings [[crossings-finite]] have a first and a last day.',
    none: 'None of the [[crossings-reckoned]] crossings has a first and a last day.',
    nothing: 'No crossing can be reckoned.',
  },
  'crossings',
);

const made = reckoned.filter(({ date, observed }) => date && observed);
const late = made.filter(({ date, observed }) => (observed?.date ?? '') >= (date ?? ''));
/** Whether real models came after the lines crossed. */
export const lag = sentenceFor(
  made.length === 0 ? 'nothing' : judgeShare(late.length, made.length),
  {
    all: 'Every one of these models came after the lines had crossed, by [[crossing-lag]] in the middle case. A line is a promise; somebody must still train a model of just the right size.',
    some: 'Some of these models came before the lines crossed and some after; in the middle case [[crossing-lag]] lie between. A negative number means before.',
    none: 'Every one of these models came before the lines crossed. The line is slower than its best models.',
    nothing: 'No model on record has made a crossing yet.',
  },
  'lag behind the crossing',
);

const missing = crossingGroups.flatMap(({ ability, rows }) => {
  const devices = rows.filter(({ date, first }) => date && !first).map(({ device }) => device);
  return devices.length > 0 ? [`${ability} (${phraseList(devices)})`] : [];
});
/** Crossings that only the lines have made. */
export const exceptions =
  missing.length === 0
    ? 'Each ability has a model that fits each device.'
    : `The lines say that these fit, yet no model on record shows it: ${missing.join('; ')}.`;

const first = details.abilities.find(({ model }) => model === shown.ability);
/** How many tests the ability in the figure rests on. */
export const thin = first
  ? `The ability of ${first.name} rests on ${formatNumeral(first.benchmarks)} of the panel’s tests, since its makers published no more.`
  : '';

const series = (id: string) => details.devices.find((device) => device.id === id);
/** Pace of memory, where there is one. */
const memory = [
  ['phone', 'The memory of a flagship phone doubles in [[memory-doubling-phone]]'],
  ['gpu', 'that of the largest graphics card for players in [[memory-doubling-gpu]]'],
]
  .filter(([id = '']) => series(id)?.doublingDays)
  .map(([, words]) => words)
  .join(', ');
export const memorySentence =
  memory === '' ? 'Memory is not shown to grow.' : `${capitalise(memory)}.`;

const bits = details.bitsPerWeight;
export const assumed = `${formatFixed(bits, 1)} bits a weight`;
export const share = `${Math.round(100 * details.memoryShare)} %`;
/** Size that the answer in the interview speaks of, as the talk's milestone has it. */
const talked = 8e9;
export const talkedSize = formatInWords(talked);
const phoneLine = series('phone')?.line;
/** Whether memory was what kept an eight-billion model from a phone. */
export const chipSentence = !phoneLine
  ? 'There is no line of phone memory to check that with.'
  : heldOn(phoneLine, clockDay('2024-12-21')) > talked
    ? 'By our line a flagship phone could then hold [[phone-holds-at-talk]] parameters. So memory was not what stood in the way. Speed was, and heat, and the battery.'
    : 'By our line a flagship phone could then hold only [[phone-holds-at-talk]] parameters. So memory alone stood in the way.';
