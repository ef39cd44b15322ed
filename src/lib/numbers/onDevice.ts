/** Numbers of the fifth corollary beside its main one: chips, memory, abilities, crossings. */
import { chipSums } from '../claims/chipArithmetic.ts';
import type { ClaimResultOf } from '../claims/claims.ts';
import { findClaim } from '../claims/claims.ts';
import { medianOf } from '../claims/clusters.ts';
import { heldOn } from '../claims/deviceMemory.ts';
import { DAYS_PER_YEAR } from '../engines.ts';
import { clockDay } from '../panel.ts';
import { dayNumber } from '../time.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

type OnDevice = ClaimResultOf<'on-device'>;

const inputs = [{ label: 'The claim, its test and its result', path: '/c/on-device/' }];

/** Day of the report of the talk. */
const TALK = '2024-12-21';

export function onDeviceNumbers({ data, claims }: Findings): NumberRecord[] {
  const claim = findClaim(claims, 'on-device');
  if (!claim) return [];
  const [quoted] = chipSums(data);
  const days = quoted?.days ?? null;
  return [
    defineNumber({
      inputs: [{ label: 'The claim and its quoted values', path: '/c/on-device/' }],
      code: 'src/lib/claims/chipArithmetic.ts',
      id: 'combined-quoted',
      name: 'doubling time of density and chips together, from the preprint’s own values',
      value: days,
      refusal: days === null ? 'The quoted values are not on record.' : null,
      unit: 'days',
      definition:
        'Two quantities that grow together multiply, so their rates add up: one over the result is the sum of one over each.',
      formula: '1 / (1 / (ln 2 / 0.007) + 1 / (2.1 · 365.25))',
    }),
    ...chipNumbers(claim),
    ...memoryNumbers(claim),
    ...abilityNumbers(claim),
    ...crossingNumbers(claim),
  ];
}

function chipNumbers({ effect, details }: OnDevice): NumberRecord[] {
  const chipDays = details.combinations[0]?.chipDays ?? Number.NaN;
  const isGrowing = Number.isFinite(chipDays) && chipDays > 0;
  const isBoth = isGrowing && effect.value !== null;
  return [
    defineNumber({
      inputs,
      code: 'src/lib/claims/deviceMemory.ts',
      id: 'circuit-doubling',
      name: 'doubling time of circuit density at the dense edge of chips',
      value: isGrowing ? chipDays / DAYS_PER_YEAR : null,
      refusal: isGrowing ? null : 'Circuit density is not seen to grow.',
      unit: 'years',
      definition:
        'Transistors on a square millimetre, single dies since 2000, along the line below which nine chips in ten lie.',
      formula: 'ln 2 / slope of the line, in years of 365.25 days',
    }),
    defineNumber({
      inputs,
      code: 'src/lib/claims/onDevice.ts',
      id: 'combined-density-part',
      name: 'part of the combined growth that is the models’',
      value: isBoth ? 1 - (effect.value as number) / chipDays : null,
      refusal: isBoth ? null : 'There is no combined growth to share out.',
      unit: 'fraction',
      definition: 'Growth of density over growth of density and circuit density together.',
      formula: '1 − combined doubling time / doubling time of chips',
    }),
  ];
}

function memoryNumbers({ details }: OnDevice): NumberRecord[] {
  const series = details.devices.map(({ id, name, doublingDays, refusal, points }) =>
    defineNumber({
      inputs,
      code: 'src/lib/claims/deviceMemory.ts',
      id: `memory-doubling-${id}`,
      name: `doubling time of the memory of a ${name}`,
      value: doublingDays === null ? null : doublingDays / DAYS_PER_YEAR,
      refusal: doublingDays === null ? (refusal ?? 'Its memory is not seen to grow.') : null,
      unit: 'years',
      definition: `From the line through ${points.length} devices of the series.`,
      formula: 'ln 2 / slope of ln memory on days, in years of 365.25 days',
    }),
  );
  const line = details.devices.find(({ id }) => id === 'phone')?.line ?? null;
  const held = defineNumber({
    inputs,
    code: 'src/lib/claims/deviceMemory.ts',
    id: 'phone-holds-at-talk',
    name: 'parameters that a flagship phone could hold when the talk was reported',
    value: line && heldOn(line, clockDay(TALK)),
    refusal: line ? null : 'There is no line of phone memory.',
    unit: 'parameters',
    definition: `What the line of phone memory gives for ${TALK}, with a model of ${details.bitsPerWeight.toFixed(1)} bits a weight in half of the memory.`,
    formula: 'memory · share · 8 / bits per weight',
  });
  return [...series, held];
}

function abilityNumbers({ details }: OnDevice): NumberRecord[] {
  return details.abilities.map(({ model, name, effectiveParameters, refusal }) =>
    defineNumber({
      inputs,
      code: 'src/lib/claims/crossings.ts',
      id: `ability-${model}`,
      name: `effective size of ${name}`,
      value: effectiveParameters,
      refusal,
      unit: 'parameters',
      definition: `How large a model of the ruler’s family must be for the scores of ${name}; its own size plays no part.`,
      formula: 'the size at which the ruler’s curves give the model’s scores',
    }),
  );
}

function crossingNumbers({ details }: OnDevice): NumberRecord[] {
  const reckoned = details.crossings.filter(({ kind }) => kind !== 'none');
  const finite = reckoned.filter(({ kind }) => kind === 'interval');
  const lags = reckoned.flatMap(({ date, observed }) =>
    date && observed ? [dayNumber(observed.date) - dayNumber(date)] : [],
  );
  const count = (draft: Pick<NumberDraft, 'id' | 'name' | 'value' | 'definition'>) =>
    defineNumber({
      inputs,
      code: 'src/lib/claims/crossings.ts',
      unit: 'count',
      counted: 'crossings',
      formula: 'count of rows',
      ...draft,
    });
  return [
    count({
      id: 'crossings-reckoned',
      name: 'crossings that can be reckoned',
      value: reckoned.length,
      definition: 'Pairs of an ability and a device for which both lines exist.',
    }),
    count({
      id: 'crossings-finite',
      name: 'crossings with a finite interval',
      value: finite.length,
      definition: 'Crossings whose day is bounded on both sides by Fieller’s set.',
    }),
    count({
      id: 'crossings-observed',
      name: 'crossings that a model on record has made',
      value: lags.length,
      definition: 'Crossings for which an open base model has the ability and fits the device.',
    }),
    defineNumber({
      inputs,
      code: 'src/lib/claims/crossings.ts',
      id: 'crossing-lag',
      name: 'days from the crossing of the lines to the first model that made it, median',
      value: lags.length > 0 ? medianOf(lags) : null,
      refusal: lags.length > 0 ? null : 'No model on record has made a crossing.',
      unit: 'days',
      definition:
        'Below zero where a model came before the lines cross. The line is the dense edge; a real model of the right size comes when it comes.',
      formula: 'median of (release of the first fitting model − day of the crossing)',
    }),
  ];
}
