import { describe, expect, it } from 'vitest';
import {
  circuitGrowth,
  deviceSeries,
  parametersHeld,
} from '../../../src/lib/claims/deviceMemory.ts';
import { judgeOnDevice } from '../../../src/lib/claims/onDevice.ts';
import { middleDay } from '../../../src/lib/claims/partialDates.ts';
import type { PublishedRecord } from '../../../src/lib/schema.ts';
import { dateOfDay, dayNumber } from '../../../src/lib/time.ts';
import type { ChipsFile, MemoryFile } from '../../../src/lib/schemaContext.ts';
import {
  claimRecord,
  emptyContext,
  measured,
  noisyModels,
  wholeData,
} from '../../fixtures/claims.ts';

const evidence = { source: 'made-up' };

/** One phone a year and maker whose memory doubles every `years` years. */
function phones(years: number): MemoryFile {
  const rows = ['A', 'B', 'C', 'D'].flatMap((maker, m) =>
    Array.from({ length: 12 }, (_, i) => ({
      device: `Phone ${maker}${i}`,
      maker,
      year: 2013 + i,
      ramGb: (1 + 0.1 * m) * 2 ** (i / years),
      tier: 'flagship' as const,
      ...evidence,
    })),
  );
  return { ...emptyContext.memory, phones: rows };
}

/** Chips whose circuit density doubles every `years` years. */
function chips(years: number): ChipsFile {
  const rows = Array.from({ length: 80 }, (_, i) => ({
    name: `Chip ${i}`,
    kind: 'GPU' as const,
    date: `${2003 + Math.floor(i / 4)}-0${1 + (i % 4)}-15`,
    processNm: 100 - Math.floor(i / 4),
    transistorsMillions: 1,
    dieMm2: 1,
    densityMtrPerMm2: 2 ** ((Math.floor(i / 4) + (i % 4) / 12) / years),
    ...evidence,
  }));
  return { ...emptyContext.chips, densityRows: rows };
}

const published = [
  {
    id: 'xiao-2024-chip-doubling',
    claim: 'Chips double.',
    quantity: 'chips',
    value: 2.1,
    unit: 'years',
  },
] as unknown as PublishedRecord[];

const record = claimRecord('on-device', {
  abilities: [{ model: 'model-030', name: 'Model 30' }],
  devices: [{ id: 'phone', name: 'phone', list: 'phones', rows: null }],
  chips: ['xiao-2024-chip-doubling'],
});

function judge(rate: number, memory = phones(2.5), count = 160) {
  const context = { memory, chips: chips(2) };
  const data = wholeData(noisyModels(rate, { count }), { context, published });
  return judgeOnDevice(data, measured(data), record);
}

describe('judgeOnDevice', () => {
  it('holds where density and circuits together double in 88 days', () => {
    const claim = judge(Math.LN2 / 88 - Math.LN2 / 730.5);
    expect(claim.status).toBe('holds');
    expect(claim.effect.value).toBeGreaterThan(80);
    expect(claim.effect.value).toBeLessThan(97);
    expect(claim.details.crossings[0]).toMatchObject({ kind: 'interval', refusal: null });
  });

  it('holds at another rate where they take longer, and finds the crossing that was made', () => {
    const rate = 0.003;
    const claim = judge(rate);
    expect(claim.status).toBe('holds at another rate');
    const { crossings, devices, abilities } = claim.details;
    const [crossing] = crossings;
    const data = wholeData(noisyModels(rate));
    const { line: law } = measured(data).headline.headline;
    const memory = devices[0]?.line;
    const effective = Math.log(abilities[0]?.effectiveParameters ?? Number.NaN);
    // Where ln N̂ − (a + b t) = c + d t.
    const day =
      (effective - (law?.intercept ?? 0) - (memory?.intercept ?? 0)) /
      ((law?.slope ?? 0) + (memory?.slope ?? 0));
    expect(crossing?.date).toBe(dateOfDay(dayNumber('2023-02-24') + day));
    const [low, high] = [crossing?.low ?? '', crossing?.high ?? ''];
    expect(low < (crossing?.date ?? '') && (crossing?.date ?? '') < high).toBe(true);
    expect(crossing?.observed?.parameters).toBeLessThanOrEqual(crossing?.observed?.holds ?? 0);
  });

  it('fails where size does not fall', () => {
    expect(judge(0).status).toBe('fails');
  });

  it('cannot be tested without devices or without a trend, and says why', () => {
    const bare = judge(0.005, emptyContext.memory);
    expect(bare.status).toBe('cannot be tested');
    expect(bare.details.crossings[0]?.refusal).toMatch(/three devices/);
    const few = judge(0.005, phones(2.5), 4);
    expect(few.status).toBe('cannot be tested');
    expect(few.tests[0]?.refusal).toMatch(/at least 8 models/);
  });

  it('says when an ability is unknown', () => {
    const data = wholeData(noisyModels(0.004), {
      context: { memory: phones(2.5), chips: chips(2) },
    });
    const unknown = claimRecord('on-device', {
      ...record.parameters,
      abilities: [{ model: 'nobody', name: 'Nobody' }],
      chips: [],
    });
    const claim = judgeOnDevice(data, measured(data), unknown);
    expect(claim.details.abilities[0]?.refusal).toContain('"nobody"');
    expect(claim.status).toBe('cannot be tested');
  });

  it('combines rates as rates', () => {
    const claim = judge(Math.LN2 / 99);
    const paper = claim.details.combinations.find(({ chips }) => chips === 'Chips double.');
    const alone = 1 / (1 / (paper?.days ?? 0) - 1 / (2.1 * 365.25)); // the preprint: 99 and 767 give 88
    expect(Math.abs(alone / 99 - 1)).toBeLessThan(0.1); // the line through noisy models
  });
});

describe('deviceSeries', () => {
  const device = record.parameters.devices[0] as (typeof record)['parameters']['devices'][number];
  it('recovers the doubling time of memory', () => {
    const series = deviceSeries(
      { memory: phones(2.5), chips: emptyContext.chips },
      device,
      record.parameters,
    );
    expect((series.doublingDays ?? 0) / 365.25).toBeCloseTo(2.5, 2); // as made
  });

  it('passes over rumours and needs three devices over three years', () => {
    const memory = phones(2.5);
    const rumours = { ...memory, phones: memory.phones.map((row) => ({ ...row, rumour: true })) };
    const series = deviceSeries(
      { memory: rumours, chips: emptyContext.chips },
      device,
      record.parameters,
    );
    expect(series).toMatchObject({ line: null, points: [] });
    expect(series.refusal).toMatch(/there are 0/);
  });
});

it('parametersHeld divides the share of memory by the bits', () => {
  // Half of 16 GB at 4 bits: 8e9 bytes · 2 weights a byte
  expect(parametersHeld(16, { bitsPerWeight: 4, memoryShare: 0.5 })).toBe(1.6e10);
});

it('circuitGrowth finds the rate of the made-up chips, several dies left out', () => {
  const made = chips(3);
  const {
    perDay,
    draws,
    chips: counted,
  } = circuitGrowth(made, '2003-01-01', { draws: 60, seed: 1 });
  expect(Math.LN2 / perDay / 365.25).toBeCloseTo(3, 1); // as made; months are unequal
  expect([draws.length, counted]).toEqual([60, 80]);
  const multi = { densityRows: made.densityRows.map((row) => ({ ...row, multiDie: true })) };
  expect(circuitGrowth(multi, '2003-01-01', { draws: 60, seed: 1 }).perDay).toBeNaN();
});

it.each([
  ['2024', '2024-07-01'],
  ['2024-09', '2024-09-15'],
  ['2024-09-05', '2024-09-05'],
])('middleDay of %s is %s', (date, day) => {
  expect(middleDay(date)).toBe(day);
});
