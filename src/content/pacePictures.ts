/** Pictures of the corollary on the change of pace, and of tokens per parameter. */
import type { SearchPicture } from '../components/charts/breakSearch.ts';
import type { DotsPicture } from '../components/charts/dotsAndLines.ts';
import type { ForestPicture, ForestRow } from '../components/charts/intervalForest.ts';
import type { Bend } from '../lib/claims/bend.ts';
import { daysOfRate } from '../lib/claims/claim.ts';
import { formatDays, formatFixed, formatSignificant } from '../lib/format.ts';
import { exp, ln } from '../lib/numerics/elementary.ts';
import { clockDay } from '../lib/panel.ts';
import { dayNumber } from '../lib/time.ts';
import { bends, eras, training } from './economy.ts';

const { alone, whole } = bends;

/** Corners of a bent line over its points. */
function cornersOf(bend: Bend): { day: number; value: number }[] {
  const { intercept, slopeBefore, slopeAfter } = bend;
  if (intercept === null || slopeBefore === null || slopeAfter === null) return [];
  const days = bend.points.map(({ date }) => dayNumber(date));
  const origin = dayNumber('1970-01-01') - clockDay('1970-01-01');
  const bendDay = dayNumber(bend.breakAt);
  const valueAt = (day: number) => {
    const [before, after] = [Math.min(day, bendDay) - origin, Math.max(0, day - bendDay)];
    return exp(intercept + slopeBefore * before + slopeAfter * after);
  };
  return [Math.min(...days), bendDay, Math.max(...days)].map((day) => ({
    day,
    value: valueAt(day),
  }));
}

function doublingTicks(values: readonly number[], step: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks: number[] = [];
  for (let k = -14; k <= 8; k += step) ticks.push(2 ** k);
  const from = ticks.findLastIndex((tick) => tick <= low);
  const to = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, from), to + 1);
}

const asShare = (value: number) => (value >= 1 ? String(value) : `1/${Math.round(1 / value)}`);

function bendPicture(
  bend: Bend,
  marks: DotsPicture['marks'],
  named: readonly string[],
): DotsPicture {
  const corners = cornersOf(bend);
  const { slopeBefore, slopeAfter } = bend;
  const label =
    slopeBefore === null || slopeAfter === null
      ? ''
      : `${formatSignificant(slopeBefore, 2)} a day, then ${formatSignificant(slopeAfter, 2)}`;
  return {
    quantity: 'Density, each grid line four times the one below',
    points: bend.points.map(({ id, name, date, density }) => ({ id, name, date, value: density })),
    lines: corners.length > 0 ? [{ corners, label, isMain: true }] : [],
    marks,
    named,
    ticks: doublingTicks(
      bend.points.map(({ density }) => density),
      2,
    ),
    format: asShare,
  };
}

export const bendSince2019 = bendPicture(
  whole,
  [{ date: whole.breakAt, label: 'ChatGPT' }],
  ['gpt2-1.5b', 'gpt-j-6b', 'bloom-176b', 'llama-1-7b', 'opt-66b', 'phi-2'],
);
export const bendSince2024 = bendPicture(
  bends.slowdown,
  [{ date: bends.slowdown.breakAt, label: 'preprint’s data end' }],
  [],
);

/** Thousandths a day, so that readers need no leading zeros. */
const perDay = (value: number) => formatFixed(1000 * value, 1);
const thousandths = (interval: readonly [number, number] | null) =>
  interval && ([1000 * interval[0], 1000 * interval[1]] as const);
const bendRow = (name: string, bend: Bend, isMain: boolean): ForestRow => ({
  name,
  value: bend.change === null ? null : 1000 * bend.change,
  interval: thousandths(bend.interval),
  words:
    bend.change === null || !bend.interval
      ? 'too few models'
      : `${perDay(bend.change)} (${perDay(bend.interval[0])} to ${perDay(bend.interval[1])})`,
  isMain,
});

export const bendForest: ForestPicture = {
  quantity: 'Change of growth, thousandths of ln density a day',
  groups: [
    {
      name: 'At ChatGPT',
      rows: [
        bendRow('MMLU alone', alone, alone.change !== null),
        bendRow('five tests, all models', whole, alone.change === null),
        ...(whole.edge
          ? [
              {
                name: 'five tests, dense edge',
                value: 1000 * whole.edge.change,
                interval: thousandths(whole.edge.interval),
                words: whole.edge.interval
                  ? `${perDay(whole.edge.change)} (${perDay(whole.edge.interval[0])} to ${perDay(whole.edge.interval[1])})`
                  : perDay(whole.edge.change),
              },
            ]
          : []),
      ],
    },
    {
      name: 'Since October 2024',
      rows: [
        bendRow('headline panel', bends.slowdown, false),
        ...(bends.slowdown.edge?.interval
          ? [
              {
                name: 'its dense edge',
                value: 1000 * bends.slowdown.edge.change,
                interval: thousandths(bends.slowdown.edge.interval),
                words: `${perDay(bends.slowdown.edge.change)} (${perDay(bends.slowdown.edge.interval[0])} to ${perDay(bends.slowdown.edge.interval[1])})`,
              },
            ]
          : []),
      ],
    },
  ],
  references: [
    { value: 0, label: 'no change' },
    { value: 1000 * eras.change, label: `${perDay(eras.change)}, the preprint` },
  ],
  axis: {
    log: false,
    domain: [-10, 10],
    ticks: [-10, -5, 0, 5, 10],
    format: (value) => formatFixed(value, 0),
  },
};

export const searchSince2019: SearchPicture = {
  candidates: whole.candidates,
  claimed: { date: whole.breakAt, f: whole.f ?? 0, label: 'ChatGPT' },
};

const perParameter = training.result.details.runs.map(
  ({ id, name, date, tokens, operations: ops }) => ({
    id,
    name,
    date,
    value: tokens / (ops / (6 * tokens)),
  }),
);

/** The line through ln(tokens per parameter); least squares passes through the middle of both. */
function tokenLine(): DotsPicture['lines'] {
  const rate = training.result.details.tokensPerParameter;
  if (!rate) return [];
  const mean = (list: readonly number[]) =>
    list.reduce((sum, value) => sum + value, 0) / list.length;
  const days = perParameter.map(({ date }) => dayNumber(date));
  const middle = { day: mean(days), ln: mean(perParameter.map(({ value }) => ln(value))) };
  const corners = [Math.min(...days), Math.max(...days)].map((day) => ({
    day,
    value: exp(middle.ln + rate.perDay * (day - middle.day)),
  }));
  const { value } = daysOfRate(rate);
  return [
    {
      corners,
      label: value === null ? 'no growth' : `doubles in ${formatDays(value)}`,
      isMain: true,
    },
  ];
}

export const tokensPerParameter: DotsPicture = {
  quantity: 'Training tokens for each active parameter',
  points: perParameter,
  lines: tokenLine(),
  marks: [],
  named: [
    'llama-1-65b',
    'llama-3-8b',
    'qwen3-4b-base',
    'qwen3-0.6b-base',
    'phi-2',
    'tinyllama-1.1b-3t',
  ],
  ticks: [1, 10, 100, 1000, 10000, 100000],
  format: (value) => (value < 10 ? formatFixed(value, 0) : formatSignificant(value, 2)),
};
