/** Each claim as one scale: what was claimed beside what is measured. For charts of all seven at once. */
import type { Data } from '../data.ts';
import { ln } from '../numerics/elementary.ts';
import type { ClaimId, ClaimRecord } from '../schemaClaims.ts';
import type { ClaimStatus } from './claim.ts';
import type { AnyClaimResult } from './claims.ts';
import { claimTitle, formatClaimValue } from './claimText.ts';

export interface GaugeScale {
  domain: readonly [number, number];
  log: boolean;
  ticks: readonly number[];
}

export interface ClaimGauge {
  id: ClaimId;
  number: number;
  title: string;
  status: ClaimStatus;
  unit: string;
  scale: GaugeScale;
  /** Values that count as the claim: a band, or a whole side up to the end of the scale. */
  claimed: { from: number; to: number; text: string };
  /** Another value to compare with, where the test does so. */
  reference: { value: number; text: string } | null;
  value: number | null;
  /** An end that the data do not bound is the end of the scale, and `open` says which. */
  bar: readonly [number, number] | null;
  open: { low: boolean; high: boolean };
  n: number;
}

/** Scales share their ends where they share a unit, so that rates in days can be compared by eye. */
const LEAST_DAYS: readonly [number, number] = [50, 400];
const LEAST_TIMES: readonly [number, number] = [0.25, 2];

/**
 * The gauges of all claims, in order of number.
 *
 * @throws RangeError where a claim has a unit that no scale is made for
 */
export function claimGauges(
  { claims: records }: Pick<Data, 'claims'>,
  results: readonly AnyClaimResult[],
): ClaimGauge[] {
  const pairs = results.flatMap((result) => {
    const record = records.find(({ id }) => id === result.id);
    return record
      ? [{ record, result, claimed: claimedOf(record), reference: referenceOf(result) }]
      : [];
  });
  const valuesIn = (unit: string) =>
    pairs
      .filter(({ result }) => result.effect.unit === unit)
      .flatMap(({ result, claimed, reference }) => [
        result.effect.value,
        ...(result.interval ?? []),
        claimed.from,
        claimed.to,
        reference?.value ?? null,
      ])
      .filter((value) => value !== null && Number.isFinite(value)) as number[];
  return pairs.map(({ record, result, claimed, reference }) => {
    const { unit, value } = result.effect;
    const scale = scaleFor(unit, valuesIn(unit));
    const [low, high] = scale.domain;
    const { interval } = result;
    return {
      id: record.id,
      number: record.number,
      title: claimTitle(record),
      status: result.status,
      unit,
      scale,
      claimed: { ...claimed, from: Math.max(low, claimed.from), to: Math.min(high, claimed.to) },
      reference,
      value,
      bar: interval && [interval[0] ?? low, interval[1] ?? high],
      open: { low: interval?.[0] === null, high: interval?.[1] === null },
      n: result.n,
    };
  });
}

/** What the record says, as a band of the effect's unit; a claim of direction fills one side. */
function claimedOf(record: ClaimRecord): ClaimGauge['claimed'] {
  if (record.id === 'compression') {
    return { from: 0, to: 1, text: 'below one' };
  }
  if (record.id === 'acceleration') {
    const change = record.parameters.after - record.parameters.before;
    return { from: change, to: change, text: formatClaimValue(change, 'per day') };
  }
  const { band, claimedDays } = record.parameters;
  return { from: band[0], to: band[1], text: formatClaimValue(claimedDays, 'days') };
}

function referenceOf(result: AnyClaimResult): ClaimGauge['reference'] {
  if (result.id !== 'shelf-life') return null;
  const value = result.details.tables[0]?.onLine ?? null;
  return value === null ? null : { value, text: 'what the law’s line gives' };
}

function scaleFor(unit: string, values: readonly number[]): GaugeScale {
  if (unit === 'days') return doublingScale(LEAST_DAYS, values);
  if (unit === 'times') return doublingScale(LEAST_TIMES, values);
  if (unit === 'per day') return linearScale(values);
  throw new RangeError(`claimGauges has no scale for the unit "${unit}"`);
}

/** From the least domain outwards by doublings until all positive values lie inside. */
function doublingScale(
  [from, to]: readonly [number, number],
  values: readonly number[],
): GaugeScale {
  const positive = values.filter((value) => value > 0);
  let [low, high] = [from, to];
  while (positive.some((value) => value < low)) low /= 2;
  while (positive.some((value) => value > high)) high *= 2;
  const ticks: number[] = [];
  for (let tick = low; tick <= high * 1.001; tick *= 2) ticks.push(tick);
  return { domain: [low, high], log: true, ticks };
}

const STEP = 0.005;

function linearScale(values: readonly number[]): GaugeScale {
  const low = STEP * Math.floor(Math.min(0, ...values) / STEP);
  const high = STEP * Math.ceil(Math.max(STEP, ...values) / STEP);
  const count = Math.round((high - low) / STEP);
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((low + i * STEP).toFixed(3)));
  return { domain: [low, high], log: false, ticks };
}

/** Where a value lies on the scale: 0 at its low end, 1 at its high end, cut off there. */
export function shareOf({ domain: [low, high], log }: GaugeScale, value: number): number {
  const share = log
    ? value <= 0
      ? 0
      : ln(value / low) / ln(high / low)
    : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}
