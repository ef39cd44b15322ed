/** Fifth claim: falling size meets rising device memory. */
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { formatDays } from '../format.ts';
import { findPublished } from '../published.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimStatus, ClaimTest, Measured, Rate, Verdict } from './claim.ts';
import { rateTest } from './claim.ts';
import { drawnInterval } from './clusters.ts';
import type { Ability, CrossingRow, LawDraws } from './crossings.ts';
import { crossingOf, drawLaw, measureAbilities } from './crossings.ts';
import type { DeviceSeries } from './deviceMemory.ts';
import { circuitGrowth, deviceSeries } from './deviceMemory.ts';
import { densityRate } from './parametersHalve.ts';

type Parameters = ClaimOf<'on-device'>['parameters'];

/** Density combined with one doubling time of chips. */
export interface Combination {
  chips: string;
  chipDays: number;
  days: number | null;
  interval: readonly [number, number] | null;
}

export interface OnDeviceDetails {
  abilities: Ability[];
  devices: DeviceSeries[];
  crossings: CrossingRow[];
  combinations: Combination[];
  bitsPerWeight: number;
  memoryShare: number;
}

export function judgeOnDevice(
  data: Data,
  { headline }: Measured,
  { parameters }: ClaimOf<'on-device'>,
): ClaimResult<'on-device', OnDeviceDetails> {
  const law = drawLaw(data, headline, parameters);
  const devices = parameters.devices.map((device) =>
    deviceSeries(data.context, device, parameters),
  );
  const abilities = measureAbilities(data, headline, parameters.abilities);
  const crossings = abilities.flatMap((ability) =>
    devices.map((device) => crossingOf(ability, device, headline, law, parameters)),
  );
  const circuit = circuitGrowth(data.context.chips, parameters.chipsFrom, parameters);
  const combined = combinedRate(headline, law, circuit);
  const main = rateTest(
    'doubling time of density times circuit density',
    combined,
    headline.headline.count,
    parameters,
    combined ? null : (headline.headline.refusal?.sentence ?? 'There is no trend of density.'),
  );
  return {
    id: 'on-device',
    status: statusOf(main, crossings, densityRate(headline)),
    effect: { name: main.name, value: main.value, unit: main.unit },
    interval: main.interval,
    n: main.n,
    wouldChange: sayWouldChange(parameters),
    tests: [main, crossingTest(crossings)],
    details: {
      abilities,
      devices,
      crossings,
      combinations: combinationsOf(data, headline, circuit.perDay, parameters),
      bitsPerWeight: parameters.bitsPerWeight,
      memoryShare: parameters.memoryShare,
    },
  };
}

function combinedRate(
  { headline }: Results,
  law: LawDraws | null,
  circuit: { perDay: number; draws: Float64Array },
): Rate | null {
  if (!headline.line || !law || Number.isNaN(circuit.perDay)) return null;
  const draws = law.slopes.map((slope, d) => slope + (circuit.draws[d] as number));
  return { perDay: headline.line.slope + circuit.perDay, interval: drawnInterval(draws) };
}

function combinationsOf(
  data: Data,
  headline: Results,
  circuit: number,
  { chips, talkChipDays }: Parameters,
): Combination[] {
  const density = densityRate(headline);
  const year = 365.25;
  const published = chips.map((id) => {
    const { claim, value } = findPublished(data, id);
    return { chips: claim, chipDays: value * year };
  });
  const all = [
    { chips: 'circuit density, fitted here', chipDays: Math.LN2 / circuit },
    ...published,
    { chips: 'as the talk has it', chipDays: talkChipDays },
  ];
  return all.map(({ chips, chipDays }) => {
    const add = (perDay: number) => Math.LN2 / (perDay + Math.LN2 / chipDays);
    const interval = density?.interval;
    return {
      chips,
      chipDays,
      days: density && add(density.perDay),
      interval: interval ? [add(interval[1]), add(interval[0])] : null,
    };
  });
}

function crossingTest(crossings: readonly CrossingRow[]): ClaimTest {
  const reckoned = crossings.filter(({ kind }) => kind !== 'none');
  const finite = reckoned.filter(({ kind }) => kind === 'interval').length;
  const verdict: Verdict =
    reckoned.length === 0 ? 'open' : 2 * finite > reckoned.length ? 'agrees' : 'denies';
  return {
    name: 'crossings that are finite intervals, of those reckoned',
    value: reckoned.length > 0 ? finite / reckoned.length : null,
    interval: null,
    unit: 'share',
    verdict,
    n: reckoned.length,
    refusal: reckoned.length > 0 ? null : 'No crossing can be reckoned.',
  };
}

function statusOf(
  main: ClaimTest,
  crossings: readonly CrossingRow[],
  density: Rate | null,
): ClaimStatus {
  const reckoned = crossings.filter(({ kind }) => kind !== 'none');
  if (!density?.interval || reckoned.length === 0) return 'cannot be tested';
  if (density.interval[0] <= 0) return 'fails';
  const finite = reckoned.filter(({ kind }) => kind === 'interval').length;
  if (2 * finite <= reckoned.length) return finite > 0 ? 'mixed' : 'cannot be tested';
  return finite === reckoned.length && main.verdict === 'agrees'
    ? 'holds'
    : 'holds at another rate';
}

function sayWouldChange({ band }: Parameters): string {
  const [low, high] = band.map(formatDays);
  return `A combined doubling time whose interval meets ${low} to ${high} would let the claim hold as stated; a line of density whose interval holds no growth would make it fail.`;
}
