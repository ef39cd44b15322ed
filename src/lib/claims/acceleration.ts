/** Fourth claim: density grows faster since ChatGPT. */
import { defaultChoices } from '../choices.ts';
import type { Data } from '../data.ts';
import { formatSignificant } from '../format.ts';
import type { Measurement } from '../measure.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import { surveyPanel } from '../survey.ts';
import type { Bend } from './bend.ts';
import { describeBend } from './bend.ts';
import type { ClaimResult, ClaimTest, Measured, Verdict } from './claim.ts';
import { combineVerdicts } from './claim.ts';

type Parameters = ClaimOf<'acceleration'>['parameters'];

export interface AccelerationDetails {
  bends: Bend[];
  slowdown: Bend;
  hasSlowed: boolean;
}

export function judgeAcceleration(
  data: Data,
  { headline, panels }: Measured,
  { parameters }: ClaimOf<'acceleration'>,
): ClaimResult<'acceleration', AccelerationDetails> {
  const claimed = parameters.after - parameters.before;
  const bends = parameters.tests.map((test) => bendOf(data, headline.asOf, test, parameters));
  const tests = bends.map((bend) => changeTest(bend, claimed));
  const slowdown = slowdownOf(panels, headline.models, parameters);
  const hasSlowed = slowdown.interval !== null && slowdown.interval[1] < 0;
  const main = tests.find(({ verdict }) => verdict !== 'open') ?? (tests[0] as ClaimTest);
  const status = combineVerdicts(tests.map(({ verdict }) => verdict));
  const isHeld = status === 'holds' || status === 'holds at another rate';
  return {
    id: 'acceleration',
    status: isHeld && hasSlowed ? 'mixed' : status,
    effect: { name: main.name, value: main.value, unit: main.unit },
    interval: main.interval,
    n: main.n,
    wouldChange: sayWouldChange(claimed, main, parameters),
    tests: [...tests, slowdownTest(slowdown)],
    details: { bends, slowdown, hasSlowed },
  };
}

/** `open` where the interval holds both no change and the claimed one. */
function judgeChange(interval: Bend['interval'], claimed: number): Verdict {
  if (!interval) return 'open';
  const [low, high] = interval;
  if (low > 0) return low <= claimed && claimed <= high ? 'agrees' : 'another rate';
  return high < claimed ? 'denies' : 'open';
}

function changeTest(bend: Bend, claimed: number): ClaimTest {
  return {
    name: `change of growth at the release of ChatGPT, ${bend.name}`,
    value: bend.change,
    interval: bend.interval,
    unit: 'per day',
    verdict: judgeChange(bend.interval, claimed),
    n: bend.before + bend.after,
    refusal: bend.refusal,
  };
}

function slowdownTest(bend: Bend): ClaimTest {
  const { interval } = bend;
  return {
    name: 'change of growth since the preprint’s data end',
    value: bend.change,
    interval,
    unit: 'per day',
    verdict: !interval ? 'open' : interval[1] < 0 ? 'denies' : interval[0] > 0 ? 'agrees' : 'open',
    n: bend.before + bend.after,
    refusal: bend.refusal,
  };
}

function bendOf(
  data: Data,
  asOf: string,
  { name, panel, benchmarks, needs }: Parameters['tests'][number],
  parameters: Parameters,
): Bend {
  const choices = { ...defaultChoices, panel, benchmarks, needs, asOf, draws: 0 };
  const { models, table } = surveyPanel(data, choices);
  const chances = new Map(table.axes.map(({ benchmark, chance }) => [benchmark, chance]));
  const dated = models.filter(
    ({ bystander, released }) => bystander === null && (released ?? '') >= parameters.from,
  );
  const isAbove = ({ density, parts }: Measurement) =>
    density !== null &&
    parts.some(
      ({ benchmark, score }) => score >= (chances.get(benchmark) ?? 0) + parameters.aboveChance,
    );
  const counted = dated.filter(isAbove);
  return describeBend(name, counted, dated.length - counted.length, parameters.breakAt, parameters);
}

function slowdownOf(
  panels: Measured['panels'],
  fallback: readonly Measurement[],
  parameters: Parameters,
): Bend {
  const { panel, breakAt } = parameters.slowdown;
  const models = panels.find((results) => results.panel.id === panel)?.models ?? fallback;
  const counted = models.filter(
    ({ bystander, density, day }) => bystander === null && density !== null && (day ?? -1) >= 0,
  );
  return describeBend('headline panel', counted, 0, breakAt, parameters);
}

function sayWouldChange(claimed: number, main: ClaimTest, { leastEachSide }: Parameters): string {
  const [size, least] = [formatSignificant(claimed, 2), String(leastEachSide)];
  if (main.verdict === 'open') {
    return `${least} or more models from before ChatGPT with known size and scores clearly above chance, and an interval that excludes either no change or a change of ${size} a day.`;
  }
  return `An interval of the change that lies above zero and holds ${size} a day would let the claim hold; one that excludes ${size} a day and holds zero, or lies below it, makes it fail.`;
}
