/** What the figures of corollaries five to seven show, from the claims' details. */
import { data, observatory } from '../build/results.ts';
import type { AbilityDays } from '../components/charts/crossingDays.ts';
import type { CrossingPicture } from '../components/charts/deviceCrossing.ts';
import type { EstimatePicture, EstimateRow } from '../components/charts/estimateRows.ts';
import type { CompressedModel } from '../components/charts/lossBySize.ts';
import type { Survival } from '../components/charts/survivalCurves.ts';
import { formatClaimInterval, formatClaimValue } from '../lib/claims/claimText.ts';
import { decidingPairs, ratioOfPair } from '../lib/claims/compressionSummary.ts';
import { heldOn } from '../lib/claims/deviceMemory.ts';
import type { LifeTable } from '../lib/claims/shelfLife.ts';
import { countsInTrend } from '../lib/compute.ts';
import { formatDays, formatFixed, formatSignificant } from '../lib/format.ts';
import { exp } from '../lib/numerics/elementary.ts';
import { clockDay } from '../lib/panel.ts';
import { phrasePublished } from '../lib/published.ts';
import { dayNumber } from '../lib/time.ts';
import { claimResult } from './claims.ts';
import { quote } from './measured.ts';

const { headline } = observatory;
const device = claimResult('on-device').details;
const compression = claimResult('compression').details;
const life = claimResult('shelf-life').details;

/** Days from 1970 to the start of the trend's clock; charts count from 1970. */
const clock = -clockDay('1970-01-01');

/** Devices older than this have nothing to do with language models. */
const FROM = dayNumber('2019-06-01');

/** Larger models fit no device of ours and would press the picture flat. */
export const LARGEST_SHOWN = 130e9;

/** The ability and device that the article looks at first. */
export const shown = { ability: 'gpt-3.5', device: 'phone' };

export const crossingPicture: CrossingPicture = picture();

function picture(): CrossingPicture {
  const ability = device.abilities.find(({ model }) => model === shown.ability);
  const series = device.devices.find(({ id }) => id === shown.device);
  const row = device.crossings.find(
    (crossing) => crossing.ability === shown.ability && crossing.device === shown.device,
  );
  const effective = ability?.effectiveParameters ?? Number.NaN;
  const asOf = dayNumber(headline.asOf);
  const { line } = series ?? { line: null };
  const held = line ? [FROM, asOf].map((day) => ({ day, size: heldOn(line, day - clock) })) : [];
  const heldAt = (day: number) => (line ? heldOn(line, day - clock) : Number.NaN);
  const day = row?.date ? dayNumber(row.date) : null;
  return {
    ability: ability?.name ?? shown.ability,
    device: series?.name ?? shown.device,
    needed: headline.band.map(({ day: at, density, low, high }) => ({
      day: clock + at,
      size: effective / density,
      low: high === null ? null : effective / high,
      high: low === null ? null : effective / low,
    })),
    models: headline.models.flatMap((model) =>
      countsInTrend(model) &&
      (model.effectiveParameters ?? 0) >= effective &&
      model.actual <= LARGEST_SHOWN &&
      model.released
        ? [{ name: model.name, day: dayNumber(model.released), size: model.actual }]
        : [],
    ),
    devices: (series?.points ?? [])
      .map(({ name, date, holds }) => ({ name, day: dayNumber(date), size: holds }))
      .filter((point) => point.day >= FROM),
    held,
    crossing:
      day === null
        ? null
        : {
            day,
            size: heldAt(day),
            low: row?.low ? dayNumber(row.low) : null,
            high: row?.high ? dayNumber(row.high) : null,
          },
    first: row?.observed
      ? {
          name: row.observed.name,
          day: dayNumber(row.observed.date),
          size: row.observed.parameters,
        }
      : null,
  };
}

const deviceNames: Readonly<Record<string, string>> = {
  phone: 'flagship phone',
  laptop: 'base laptop',
  gpu: 'graphics card',
};

/** One row for each ability and device. */
export const crossingGroups: readonly AbilityDays[] = device.abilities.map(({ model, name }) => ({
  ability: name,
  rows: device.crossings
    .filter(({ ability }) => ability === model)
    .map(({ device: id, date, low, high, observed, refusal }) => ({
      device: deviceNames[id] ?? id,
      date,
      interval: low && high ? ([low, high] as const) : null,
      first: observed && { name: observed.name, date: observed.date },
      refusal,
    })),
}));

function estimate(
  name: string,
  value: number | null,
  interval: EstimateRow['interval'],
  unit: string,
  more: Partial<EstimateRow> = {},
): EstimateRow {
  const text = value === null ? 'refused' : formatClaimValue(value, unit).replace(/ times$/, '');
  const range = formatClaimInterval({ value, interval, unit })?.replace(/ (?:days|times)/g, '');
  return { name, value, interval, words: range ? `${text} (${range})` : text, ...more };
}

/** Chips of the combination, by the order in which the test lists them. */
const chipNames = [
  'circuit density, fitted here',
  'the preprint’s chips of one price',
  'GPUs for learning machines, 2022',
  'the talk’s chips',
];

const on = claimResult('on-device');
const yearsOf = (days: number) => `${formatFixed(days / 365.25, 1)} years`;

export const combinedPicture: EstimatePicture = {
  quantity: 'Doubling time of density and chips together, days',
  groups: [
    {
      name: 'With our density, and chips that double in',
      rows: device.combinations.map(({ chipDays, days, interval }, i) =>
        estimate(
          `${yearsOf(chipDays)}: ${chipNames[i] ?? 'others'}`,
          i === 0 ? on.effect.value : days,
          i === 0 ? on.interval : interval,
          'days',
          { isMain: i === 0 },
        ),
      ),
    },
  ],
  ticks: [50, 100, 200, 400],
  format: (value) => formatFixed(value, 0),
  references: [
    {
      value: quote('xiao-2024-combined-doubling').value,
      label: `the preprint: ${phrasePublished(quote('xiao-2024-combined-doubling'))}`,
    },
  ],
};

const pairs = decidingPairs(compression.pairs);
const methodNames: Readonly<Record<string, string>> = {
  pruning: 'Pruned, then trained a little',
  'pruning and distillation': 'Pruned, then taught by a larger model',
  distillation: 'Made from scratch, taught by a larger model',
};

/** "gemma-2-9b" was made from "gemma-2-27b": a dumbbell for each pair. */
export const pairPicture: EstimatePicture = {
  quantity: 'Density of the child over density of its parent',
  groups: Object.entries(methodNames).map(([method, name]) => ({
    name,
    rows: pairs
      .filter((pair) => pair.method === method)
      .sort((a, b) => (b.lnRatio ?? -9) - (a.lnRatio ?? -9))
      .map((pair) => {
        const ratio = ratioOfPair(pair);
        return estimate(pair.childName, ratio?.ratio ?? null, ratio?.interval ?? null, 'times', {
          isMain: pair.direction === 'gains',
        });
      }),
  })),
  ticks: [0.03125, 0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8],
  format: ratioText,
  references: [{ value: 1, label: 'as dense as the parent' }],
  origin: 1,
};

function ratioText(ratio: number): string {
  return ratio >= 1 ? formatSignificant(ratio, 1) : `1/${Math.round(1 / ratio)}`;
}

const groupNames: Readonly<Record<string, string>> = {
  'pruned and distilled models': 'pruned or distilled, all',
  'pruning without retraining, by perplexity': 'pruned, not trained again',
};

/** Medians by method; the first decides. */
export const groupPicture: EstimatePicture = {
  quantity: 'Density of child over parent, median of the pairs',
  groups: [
    {
      name: '',
      rows: compression.groups.map(({ name, pairs: count, median, interval, refusal }, i) =>
        estimate(
          `${groupNames[name] ?? name}, ${count} pairs`,
          median === null ? null : exp(median),
          interval && [exp(interval[0]), exp(interval[1])],
          'times',
          { isMain: i === 0, ...(refusal && { words: 'too few to say' }) },
        ),
      ),
    },
  ],
  ticks: [0.03125, 0.0625, 0.125, 0.25, 0.5, 1, 2],
  format: ratioText,
  references: [{ value: 1, label: 'as dense as the parent' }],
};

/** Pairs with a ratio, by how much of the parent is gone. */
export const lossModels: readonly CompressedModel[] = pairs.flatMap((pair) => {
  const ratio = ratioOfPair(pair);
  if (!ratio) return [];
  return [
    {
      name: pair.childName,
      parent: pair.parentName,
      method: pair.method,
      removed: Math.max(0, 1 - pair.sizeRatio),
      ...ratio,
    },
  ];
});

const [halved, same] = life.tables;
if (!halved || !same) throw new RangeError('the claim of shelf life needs two tables of lives');

/** Lives on the headline panel, ended by a model of half the size. */
export const lives = halved.lives;

function survival(table: LifeTable, name: string, isMain: boolean): Survival {
  const { curve, median, onLine } = table;
  const standing = table.lives.filter(({ by }) => by === null).map(({ days }) => days);
  return { name, steps: curve, standing, median, onLine, isMain };
}

export const lifeCurves: readonly Survival[] = [
  survival(halved, 'against half the size', true),
  survival(same, 'against its own size', false),
];

/** Medians by panel, beside what each panel's own line gives. */
export const lifePicture: EstimatePicture = {
  quantity: 'Median life, days',
  groups: [
    { name: 'Until a model of half the size does as well', part: halved.part },
    { name: 'Until a model no larger does as well', part: 1 },
  ].map(({ name, part }) => ({
    name,
    rows: life.tables
      .filter((table) => table.part === part)
      .map(({ panelName, median, interval, onLine, lives: all }) =>
        estimate(`${panelName}, ${all.length} models`, median, interval, 'days', {
          mark: onLine,
          isMain: part !== 1 && panelName === halved.panelName,
        }),
      ),
  })),
  ticks: [50, 100, 200, 400, 800],
  format: (value) => formatFixed(value, 0),
  references: [
    {
      value: quote('liu-2024-talk-doubling').value,
      label: `the talk: ${formatDays(quote('liu-2024-talk-doubling').value)}`,
    },
  ],
  markName: 'what the law’s line gives',
};

/** Day on which the data end, for captions. */
export const dataEnd = data.dataset.asOf;
