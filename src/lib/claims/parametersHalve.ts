/** First claim: at fixed ability, parameters halve every 100 days. */
import type { Results } from '../compute.ts';
import type { Data } from '../data.ts';
import { formatDays } from '../format.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import type { ClaimResult, ClaimTest, Measured, Rate } from './claim.ts';
import { combineVerdicts, rateTest } from './claim.ts';
import type { LevelSeries } from './levels.ts';
import { medianRate, rateOf } from './levels.ts';
import { isOpenBase, studyLevels } from './modelOffers.ts';

export interface ParametersHalveDetails {
  levels: LevelSeries[];
  /** Levels of the median. */
  levelsCounted: number;
}

export function judgeParametersHalve(
  data: Data,
  { headline, panels }: Measured,
  { parameters }: ClaimOf<'parameters-halve'>,
): ClaimResult<'parameters-halve', ParametersHalveDetails> {
  const models = data.models.filter((model) => isOpenBase(model, parameters.from, headline.asOf));
  const size = (model: (typeof models)[number]) => model.parameters?.total ?? Number.NaN;
  const study = studyLevels(models, parameters.levels, size, headline.asOf, parameters);
  const median = medianRate(study.tradeOffs, parameters.leastLevels);
  const others = panels.filter(({ panel }) => panel.id !== headline.panel.id);
  const byLevel = rateTest(
    'halving time of parameters at fixed scores, median over levels',
    median && rateOf(median),
    models.length,
    parameters,
    median ? null : `Needs ${parameters.leastLevels} levels with enough models.`,
  );
  const main = densityTest(headline, parameters);
  const tests = [main, byLevel, ...others.map((results) => densityTest(results, parameters))];
  const status = combineVerdicts(tests.map(({ verdict }) => verdict));
  return {
    id: 'parameters-halve',
    status,
    effect: { name: main.name, value: main.value, unit: main.unit },
    interval: main.interval,
    n: main.n,
    wouldChange: sayWouldChange(tests, parameters.band),
    tests,
    details: { levels: study.series, levelsCounted: study.tradeOffs.length },
  };
}

/** The growth of density on a panel as a rate. */
export function densityRate({ headline }: Results): Rate | null {
  return headline.line && { perDay: headline.line.slope, interval: headline.slopeInterval };
}

function densityTest(
  results: Results,
  claimed: ClaimOf<'parameters-halve'>['parameters'],
): ClaimTest {
  const { panel, headline } = results;
  const name = `doubling time of density, ${panel.short}`;
  const refusal = headline.refusal?.sentence ?? null;
  return rateTest(name, densityRate(results), headline.count, claimed, refusal);
}

function sayWouldChange(tests: readonly ClaimTest[], [low, high]: readonly [number, number]) {
  const [main] = tests;
  const band = `${formatDays(low)} to ${formatDays(high)}`;
  if (main?.verdict === 'agrees') {
    return `A doubling time on the headline panel whose interval leaves ${band} would change the rate; intervals that hold no growth would make the claim fail.`;
  }
  return `A doubling time on the headline panel whose interval reaches ${band}, with most other tests agreeing, would let the claim hold as stated; intervals that hold no growth, here and at most fixed scores, would make it fail.`;
}
