/** What devices hold over time, as a line of ln parameters on days, and chips' circuit density. */
import type { Data } from '../data.ts';
import { exp, ln } from '../numerics/elementary.ts';
import type { Line } from '../numerics/linear.ts';
import { fitLine } from '../numerics/linear.ts';
import { fitQuantileLine } from '../numerics/quantileRegression.ts';
import { clockDay } from '../panel.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { Resampling } from './clusters.ts';
import { drawEstimates, familyWeights } from './clusters.ts';
import { middleDay } from './partialDates.ts';

type Parameters = ClaimOf<'on-device'>['parameters'];
type Device = Parameters['devices'][number];

/** One device of a series. */
export interface DevicePoint {
  name: string;
  maker: string;
  date: string;
  memoryGb: number;
  /** Parameters that its memory holds at the stated bits and share. */
  holds: number;
}

export interface DeviceSeries {
  id: string;
  name: string;
  points: DevicePoint[];
  /** ln(parameters held) on days since the clock's start; null with a refusal. */
  line: Line | null;
  /** Days in which the memory doubles; null where it is not seen to grow. */
  doublingDays: number | null;
  refusal: string | null;
}

/** Parameters that a memory holds. */
export function parametersHeld(
  memoryGb: number,
  { bitsPerWeight, memoryShare }: Pick<Parameters, 'bitsPerWeight' | 'memoryShare'>,
): number {
  return (memoryGb * 1e9 * memoryShare * 8) / bitsPerWeight;
}

export function deviceSeries(
  { memory, chips }: Pick<Data['context'], 'memory' | 'chips'>,
  device: Device,
  parameters: Parameters,
): DeviceSeries {
  const points = rowsOf({ memory, chips }, device)
    .map((row) => ({ ...row, holds: parametersHeld(row.memoryGb, parameters) }))
    .sort((a, b) => (a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.name < b.name ? -1 : 1));
  const { id, name } = device;
  const span =
    points.length > 0
      ? clockDay((points.at(-1) as DevicePoint).date) - clockDay((points[0] as DevicePoint).date)
      : 0;
  if (points.length < 3 || span < LEAST_SPAN) {
    const refusal = `Needs three devices over ${LEAST_SPAN} days; there are ${points.length} over ${span}.`;
    return { id, name, points, line: null, doublingDays: null, refusal };
  }
  const line = fitMemory(points);
  const doublingDays = line.slope > 0 ? Math.LN2 / line.slope : null;
  return { id, name, points, line, doublingDays, refusal: null };
}

/** Three years: below this a growth of memory is read off one or two generations. */
const LEAST_SPAN = 1000;

type Row = Omit<DevicePoint, 'holds'>;

function rowsOf(
  { memory, chips }: Pick<Data['context'], 'memory' | 'chips'>,
  device: Device,
): Row[] {
  const isNamed = (name: string) => device.rows?.includes(name) ?? true;
  if (device.list === 'phones') {
    return memory.phones
      .filter(({ tier, rumour, device: name }) => tier === 'flagship' && !rumour && isNamed(name))
      .map(({ device: name, maker, year, ramGb }) => ({
        name,
        maker,
        date: middleDay(String(year)),
        memoryGb: ramGb,
      }));
  }
  const named =
    device.list === 'systems'
      ? memory.socsAndBoards.map((row) => ({ ...row, name: row.device, gb: row.maxMemoryGb }))
      : chips.accelerators.map((row) => ({ ...row, gb: row.memoryGb ?? null }));
  return named.flatMap(({ name, maker, date, gb }) =>
    isNamed(name) && date && gb ? [{ name, maker, date: middleDay(date), memoryGb: gb }] : [],
  );
}

function fitMemory(points: readonly DevicePoint[], weights?: ArrayLike<number>): Line {
  const x = points.map(({ date }) => clockDay(date));
  const y = points.map(({ holds }) => ln(holds));
  return fitLine(x, y, { clusters: makersOf(points), ...(weights ? { weights } : {}) });
}

/** What is resampled together: makers, or single devices where there are fewer than three makers. */
function makersOf(points: readonly DevicePoint[]): string[] {
  const makers = points.map(({ maker }) => maker);
  return new Set(makers).size >= 3 ? makers : points.map(({ name }) => name);
}

/** The line of memory in every draw: intercepts and slopes, NaN where a draw gives none. */
export function drawMemory(
  points: readonly DevicePoint[],
  resampling: Resampling,
): { intercepts: Float64Array; slopes: Float64Array } {
  const weightsOf = familyWeights(makersOf(points), resampling);
  const lines = Array.from({ length: resampling.draws }, (_, d) => fitMemory(points, weightsOf(d)));
  return {
    intercepts: Float64Array.from(lines, ({ intercept }) => intercept),
    slopes: Float64Array.from(lines, ({ slope }) => slope),
  };
}

/** Parameters that a device of the series holds on a day, by its line. */
export function heldOn(line: Pick<Line, 'intercept' | 'slope'>, day: number): number {
  return exp(line.intercept + line.slope * day);
}

/** Growth of ln (transistors per area) per day at the upper edge, with its draws. */
export function circuitGrowth(
  { densityRows }: Pick<Data['context']['chips'], 'densityRows'>,
  from: string,
  resampling: Resampling,
): { perDay: number; draws: Float64Array; chips: number } {
  const rows = densityRows
    .map((row) => ({ ...row, day: middleDay(row.date) }))
    .filter(({ day, multiDie }) => !multiDie && day >= from);
  const x = rows.map(({ day }) => clockDay(day));
  const y = rows.map(({ densityMtrPerMm2 }) => ln(densityMtrPerMm2));
  const slope = (weights?: Float64Array) => fitQuantileLine(x, y, 0.9, weights).slope;
  const nodes = rows.map(({ processNm, name }) => `node/${processNm ?? name}`);
  return { perDay: slope(), draws: drawEstimates(nodes, resampling, slope), chips: rows.length };
}
