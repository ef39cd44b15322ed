/** Days on which the size needed for an ability meets what a device holds. */
import { LEVEL } from '../choices.ts';
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { windowSlice } from '../growth.ts';
import type { UncertainLine } from '../numerics/crossing.ts';
import { findCrossing } from '../numerics/crossing.ts';
import { normalQuantile } from '../numerics/distributions.ts';
import { ln } from '../numerics/elementary.ts';
import { clockDay } from '../panel.ts';
import { fitDraws } from '../resample.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import { drawSurvey, surveyPanel } from '../survey.ts';
import { dateOfDay } from '../time.ts';
import type { Resampling } from './clusters.ts';
import { drawnInterval } from './clusters.ts';
import type { DeviceSeries } from './deviceMemory.ts';
import { drawMemory, heldOn } from './deviceMemory.ts';

/** An ability as the size that the ruler's family needs for it. */
export interface Ability {
  model: string;
  name: string;
  effectiveParameters: number | null;
  /** Benchmarks of the panel that the size rests on. */
  benchmarks: number;
  refusal: string | null;
}

/** The day on which the size needed for an ability meets what a device holds. */
export interface CrossingRow {
  ability: string;
  device: string;
  /** Where the two lines cross; null where they don't within a century. */
  date: string | null;
  /** Fieller's 90 % set: an interval, or no finite statement. */
  kind: 'interval' | 'outside' | 'anywhere' | 'none';
  low: string | null;
  high: string | null;
  /** 90 % interval from resampling models and makers. */
  bootstrap: readonly [string, string] | null;
  /** Part of the draws with a crossing in which it lies before the data's day. */
  past: number | null;
  /** The first open base model with the ability that fits the device of its day. */
  observed: { id: string; name: string; date: string; parameters: number; holds: number } | null;
  refusal: string | null;
}

/** The law's line in every draw. */
export interface LawDraws {
  intercepts: Float64Array;
  slopes: Float64Array;
}

/** The headline's line again in every draw, since a crossing needs slope and height together. */
export function drawLaw(
  data: Data,
  { choices, headline }: Results,
  { draws, seed }: Resampling,
): LawDraws | null {
  if (!headline.line) return null;
  const survey = surveyPanel(data, { ...choices, draws, seed });
  const [begin, end] = windowSlice(survey.input.points, headline.from, headline.to);
  const task = { estimator: headline.estimator, begin, end, line: headline.line };
  return fitDraws(survey.input.points, drawSurvey(survey), [task])[0] ?? null;
}

/** Sizes that the ruler needs for the scores of models; their own sizes play no part. */
export function measureAbilities(
  data: Data,
  { choices }: Results,
  wanted: ClaimOf<'on-device'>['parameters']['abilities'],
): Ability[] {
  const ids = new Set(wanted.map(({ model }) => model));
  const nominal = { total: 1e9, active: 1e9, precision: 'nominal' as const, source: 'https://' };
  const models = data.models.map((model) =>
    ids.has(model.id) && !model.parameters ? { ...model, parameters: nominal } : model,
  );
  const measured = surveyPanel({ ...data, models }, { ...choices, needs: 1, draws: 0 }).models;
  return wanted.map(({ model: id, name }): Ability => {
    const found = measured.find((model) => model.id === id);
    const effectiveParameters = found?.effectiveParameters ?? null;
    const refusal = !found
      ? `There is no model called "${id}" with a score on the panel.`
      : `The scores of ${name} lie outside what the ruler can measure.`;
    return {
      model: id,
      name,
      effectiveParameters,
      benchmarks: found?.parts.length ?? 0,
      refusal: effectiveParameters === null ? refusal : null,
    };
  });
}

/** The crossing of one ability with one device. */
export function crossingOf(
  ability: Ability,
  device: DeviceSeries,
  headline: Results,
  law: LawDraws | null,
  resampling: Resampling,
): CrossingRow {
  const { line } = headline.headline;
  const { effectiveParameters: effective } = ability;
  const row = { ability: ability.model, device: device.id };
  if (!line || !law || !device.line || effective === null) {
    const refusal = ability.refusal ?? device.refusal ?? 'There is no trend of density.';
    return { ...row, ...noCrossing, refusal };
  }
  const size = sizeLine(ln(effective), line, law);
  const set = findCrossing(size, memoryLine(device.line), normalQuantile(0.5 + LEVEL / 2));
  const draws = crossingDraws(ln(effective), law, drawMemory(device.points, resampling));
  const [today, interval] = [clockDay(headline.asOf), drawnInterval(draws)];
  return {
    ...row,
    date: dateOfClock(set.estimate),
    kind: set.kind,
    low: set.kind === 'interval' ? dateOfClock(set.low) : null,
    high: set.kind === 'interval' ? dateOfClock(set.high) : null,
    bootstrap: interval && datesOfClock(interval),
    past: shareOf(draws, (day) => day <= today),
    observed: observe(effective, device, headline),
    refusal: null,
  };
}

const noCrossing = {
  date: null,
  kind: 'none' as const,
  low: null,
  high: null,
  bootstrap: null,
  past: null,
  observed: null,
};

/** ln size needed on days: ln N̂ − ln ρ(t), with the covariance of the draws. */
function sizeLine(
  lnEffective: number,
  { intercept, slope }: { intercept: number; slope: number },
  law: LawDraws,
): UncertainLine {
  const both = law.slopes.map((value, d) => value + (law.intercepts[d] as number));
  const defined = [...both.keys()].filter((d) => !Number.isNaN(both[d]));
  const pick = (list: Float64Array) => defined.map((d) => list[d] as number);
  const [a, b] = [pick(law.intercepts), pick(law.slopes)];
  return {
    intercept: lnEffective - intercept,
    slope: -slope,
    covariance: { intercept: covariance(a, a), slope: covariance(b, b), both: covariance(a, b) },
  };
}

function memoryLine({
  intercept,
  slope,
  covariance,
}: NonNullable<DeviceSeries['line']>): UncertainLine {
  return { intercept, slope, covariance: covariance.cluster ?? covariance.hc3 };
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = a.reduce((total, v, i) => total + (v - meanA) * ((b[i] as number) - meanB), 0);
  return sum / Math.max(1, a.length - 1);
}

function crossingDraws(
  lnEffective: number,
  law: LawDraws,
  memory: { intercepts: Float64Array; slopes: Float64Array },
): Float64Array {
  return law.slopes.map((slope, d) => {
    const closing = slope + (memory.slopes[d] as number);
    const gap = lnEffective - (law.intercepts[d] as number) - (memory.intercepts[d] as number);
    return closing > 0 ? gap / closing : Number.NaN;
  });
}

function observe(
  effective: number,
  device: DeviceSeries,
  { models }: Results,
): CrossingRow['observed'] {
  const { line } = device;
  const found = models.find(
    ({ bystander, effectiveParameters, actual, day }) =>
      bystander === null &&
      line !== null &&
      day !== null &&
      (effectiveParameters ?? 0) >= effective &&
      actual <= heldOn(line, day),
  );
  if (!found || !line) return null;
  const { id, name, released, actual, day } = found;
  return {
    id,
    name,
    date: released as string,
    parameters: actual,
    holds: heldOn(line, day as number),
  };
}

function shareOf(draws: Float64Array, isCounted: (draw: number) => boolean): number | null {
  const defined = draws.filter((draw) => !Number.isNaN(draw));
  return defined.length > 0 ? defined.filter(isCounted).length / defined.length : null;
}

/** A century on either side of the clock's start; a crossing beyond says nothing about devices. */
const CENTURY = 36525;

function dateOfClock(day: number): string | null {
  return Math.abs(day) < CENTURY ? dateOfDay(day - clockDay('1970-01-01')) : null;
}

function datesOfClock([low, high]: readonly [number, number]): readonly [string, string] | null {
  const [from, to] = [dateOfClock(low), dateOfClock(high)];
  return from && to ? [from, to] : null;
}
