/** The analyses that `npm run fit` can print beside the measurement itself. */
import { availableParallelism } from 'node:os';
import { analyseBreaks, type PaceChange } from '../src/lib/breaks.ts';
import { shareAtLeastAsFast, summariseMap } from '../src/lib/choiceMapSummary.ts';
import type { Choices } from '../src/lib/choices.ts';
import { estimators, windows } from '../src/lib/choices.ts';
import type { Data } from '../src/lib/data.ts';
import { splitGrowth } from '../src/lib/drivers.ts';
import { formatFixed, formatPercent } from '../src/lib/format.ts';
import { measureInfluence } from '../src/lib/influence.ts';
import { changeMinds, doublesSlowerThan, doublesWithin, growsAtAll } from '../src/lib/mind.ts';
import { publishedDoublings } from '../src/lib/published.ts';
import { scoreRivals } from '../src/lib/rivals.ts';
import { shapes } from '../src/lib/shapes.ts';
import { runTimeMachine } from '../src/lib/timeMachine.ts';
import { forecastAgain, judgeClaims, judgePredictions } from './claims.ts';
import { mapInThreads } from './mapInThreads.ts';
import { printTable } from './tables.ts';

/** What an analysis is given. */
export interface Assignment {
  dir: string;
  data: Data;
  choices: Partial<Choices>;
  /** Panels to go through. */
  panels: readonly string[];
}

/** A finished analysis: its result for machines, and how to print it. */
export interface Analysis {
  json: unknown;
  print(): void;
}

/** The claim whose place on the map is asked for: "doubles every 3 to 4 months" of 30 days. */
const CLAIMED_DAYS = [90, 120] as const;

const perDay = (value: number | null) => (value === null ? '–' : formatFixed(value, 5));
const days = (slope: number | null) =>
  slope === null ? '–' : slope > 0 ? formatFixed(Math.LN2 / slope, 0) : 'none';
const range = (interval: readonly [number, number] | null) =>
  interval ? interval.map((end) => formatFixed(end, 5)).join(' to ') : '–';

/** Doubling days of a slope's interval, the short end first; "never" where it holds zero. */
function daysRange(interval: readonly [number, number] | null): string {
  if (!interval) return '–';
  const [low, high] = interval;
  if (high <= 0) return 'no growth';
  return `${formatFixed(Math.LN2 / high, 0)} to ${low > 0 ? formatFixed(Math.LN2 / low, 0) : 'never'}`;
}

async function mapChoices({ dir, data, choices }: Assignment): Promise<Analysis> {
  const draws = choices.draws ?? 200;
  const seed = choices.seed === undefined ? {} : { seed: choices.seed };
  const threads = Math.max(1, availableParallelism());
  const points = await mapInThreads(dir, { draws, ...seed }, threads, (done, all) => {
    if (done % 50 === 0) console.error(`Choice map: ${done} of ${all} measurements`);
  });
  const summary = summariseMap(points, CLAIMED_DAYS);
  const places = publishedDoublings(data).map(({ record, days: published }) => ({
    id: record.id,
    days: published,
    share: shareAtLeastAsFast(points, published),
  }));
  return {
    json: { summary, published: places, points },
    print() {
      const { shares, slopes } = summary;
      console.log(
        `\nChoice map: ${summary.lines} lines from ${summary.measurements - summary.refusedMeasurements} measurements; ` +
          `${summary.refusedMeasurements} measurements and ${summary.refusedLines} lines refused`,
      );
      console.log(
        `  Doubling days at the 5th, 25th, 50th, 75th, 95th percentile of growth: ${slopes.map(days).join(', ')}`,
      );
      console.log(
        `  ${CLAIMED_DAYS.join(' to ')} days: ${formatPercent(shares.inside)} of lines inside, ${formatPercent(shares.slower)} slower, ${formatPercent(shares.faster)} faster`,
      );
      if (shares.compatible !== null) {
        console.log(
          `  By interval: ${formatPercent(shares.compatible)} meet it, ${formatPercent(shares.surelySlower ?? 0)} surely slower, ${formatPercent(shares.surelyFaster ?? 0)} surely faster`,
        );
      }
      printTable([
        ['published', 'days', 'lines at least as fast'],
        ...places.map((place) => [
          place.id,
          formatFixed(place.days, 0),
          formatPercent(place.share),
        ]),
      ]);
      console.log('\n  What moves the map: share of the variance of the slopes');
      printTable([
        ...summary.effects.map(({ factor, share }) => [factor, formatPercent(share)]),
        ['no choice alone', formatPercent(summary.unexplained)],
      ]);
      console.log('');
      printTable([
        ['choice', 'level', 'lines', 'median days', 'inside', 'slower', 'faster'],
        ...summary.levels.map(({ factor, level, shares: of, medianSlope }) => [
          ...[factor, level, String(of.lines), days(medianSlope)],
          ...[of.inside, of.slower, of.faster].map((share) => formatPercent(share)),
        ]),
      ]);
    },
  };
}

async function travel({ data, choices, panels }: Assignment): Promise<Analysis> {
  const machines = panels.map((panel) =>
    runTimeMachine(data, { ...choices, panel, draws: choices.draws ?? 500 }),
  );
  return {
    json: machines,
    print() {
      for (const { panel, estimator, moments } of machines) {
        console.log(`\n${panel}, ${estimators[estimator].name}, as of the end of each month`);
        printTable([
          ['as of', 'models', 'per day', 'doubling days', '90 % interval', 'densest so far'],
          ...moments.map(({ asOf, trend, leader }) => [
            asOf,
            String(trend.count),
            perDay(trend.line?.slope ?? null),
            days(trend.line?.slope ?? null),
            trend.refusal?.sentence ?? daysRange(trend.slopeInterval),
            leader ? `${leader.id} (${formatFixed(leader.density, 2)})` : '–',
          ]),
        ]);
      }
    },
  };
}

async function weigh({ data, choices, panels }: Assignment): Promise<Analysis> {
  const draws = choices.draws ?? 200;
  const published = publishedDoublings(data).map(({ days: value }) => value);
  const statements = [
    doublesWithin(...CLAIMED_DAYS),
    doublesSlowerThan(Math.max(...published)),
    growsAtAll,
  ];
  const reports = panels.map((panel) => {
    console.error(`Leaving out one thing after the other on ${panel} …`);
    const chosen = { ...choices, panel, draws };
    return {
      panel,
      ...measureInfluence(data, chosen),
      minds: changeMinds(data, statements, chosen),
    };
  });
  return {
    json: reports,
    print() {
      for (const { panel, slope, slopeInterval, influences, minds } of reports) {
        console.log(
          `\n${panel}: ${perDay(slope)} a day, doubling in ${days(slope)} days (${daysRange(slopeInterval)})`,
        );
        const shown = ['model', 'family', 'benchmark', 'source'].flatMap((kind) =>
          influences.filter((influence) => influence.kind === kind).slice(0, 6),
        );
        printTable([
          [
            'without',
            'name',
            'models fewer',
            'doubling days',
            'change per day',
            '90 % interval of the change',
          ],
          ...shown.map(({ kind, name, removed, slope: left, change, changeInterval, refusal }) => [
            ...[kind, name, String(removed), days(left), perDay(change)],
            refusal?.sentence ?? range(changeInterval),
          ]),
        ]);
        for (const { statement, holds, removed, isSmallest } of minds) {
          const names = removed?.map(({ name }) => name).join(', ');
          const least = isSmallest ? 'the fewest that turn it' : 'a set that turns it';
          console.log(
            `  ${statement}: ${holds ? 'true' : 'not true'}; ${names ? `${least}: ${names}` : 'no set of a dozen was found that turns it'}`,
          );
        }
      }
    },
  };
}

async function compareRivals({ data, choices, panels }: Assignment): Promise<Analysis> {
  const draws = choices.draws ?? 2000;
  const reports = panels.flatMap((panel) =>
    [91, 365].map((horizon) =>
      scoreRivals(data, { ...choices, panel }, { horizon, from: null, draws }),
    ),
  );
  return {
    json: reports,
    print() {
      for (const { panel, from, horizon, origins, scores, best, isSurelyBetter } of reports) {
        console.log(
          `\n${panel}: fitted from ${from}, ${origins.length} ends of quarters, each ${horizon} days ahead`,
        );
        printTable([
          [
            'shape',
            'models',
            'log score',
            'against exponential',
            '90 % interval',
            'check loss',
            'stand-ins',
          ],
          ...scores.map((score) => [
            shapes[score.shape].name,
            String(score.forecasts),
            score.logScore === null ? '–' : formatFixed(score.logScore, 3),
            score.logDifference ? formatFixed(score.logDifference.mean, 3) : '–',
            score.logDifference?.interval.map((end) => formatFixed(end, 3)).join(' to ') ?? '–',
            score.checkLoss === null ? '–' : formatFixed(score.checkLoss, 3),
            String(score.standIns),
          ]),
        ]);
        if (best) {
          console.log(
            `  Best: ${shapes[best].name}${best === 'exponential' ? '' : isSurelyBetter ? ', surely better than exponential' : ', not surely better than exponential'}`,
          );
        }
      }
    },
  };
}

function paceRow(
  what: string,
  change: (PaceChange & { supF?: number; p?: number }) | null,
): string[] {
  if (!change) return [what, '–'];
  return [
    what,
    change.date,
    perDay(change.before),
    perDay(change.after),
    perDay(change.change),
    range(change.interval),
    `${change.modelsBefore} + ${change.modelsAfter}`,
    change.p === undefined ? '–' : formatFixed(change.p, 3),
  ];
}

async function findBreaks({ data, choices, panels }: Assignment): Promise<Analysis> {
  const reports = panels.map((panel) =>
    analyseBreaks(data, { ...choices, panel }, { draws: choices.draws ?? 1999 }),
  );
  return {
    json: reports,
    print() {
      for (const report of reports) {
        console.log(
          `\n${report.panel}: ${report.models} models from ${report.from} to ${report.to}`,
        );
        printTable([
          [
            'change',
            'day',
            'before',
            'after',
            'change per day',
            '90 % interval',
            'models',
            'p with search',
          ],
          paceRow('on the known day', report.known),
          paceRow('where it fits best', report.found),
          paceRow('since the known day', report.since),
        ]);
        if (report.knownRefusal) console.log(`  ${report.knownRefusal.sentence}`);
        const { days: tried, share } = report.placebo;
        if (share !== null) {
          console.log(
            `  ${formatPercent(share)} of ${tried.length} other days show a change at least as large in standard errors`,
          );
        }
      }
    },
  };
}

async function findDrivers({ data, choices, panels }: Assignment): Promise<Analysis> {
  const reports = panels.map((panel) =>
    splitGrowth(data, { ...choices, panel }, { draws: choices.draws ?? 2000 }),
  );
  return {
    json: reports,
    print() {
      for (const { panel, models, allModels, growth, r2, r2Time, drivers, refusal } of reports) {
        console.log(
          `\n${panel}: ${models} of ${allModels} models have known tokens; growth ${perDay(growth)} a day; ` +
            `R² ${formatFixed(r2, 2)}, by time alone ${formatFixed(r2Time, 2)}`,
        );
        if (refusal) console.log(`  ${refusal.sentence}`);
        printTable([
          ['goes with', 'coefficient', 'cluster error', 'share of growth', '90 % interval'],
          ...drivers.map(({ id, coefficient, standardError, share, shareInterval }) => [
            id,
            formatFixed(coefficient, 4),
            standardError === null ? '–' : formatFixed(standardError, 4),
            formatPercent(share, 0),
            shareInterval.map((end) => formatPercent(end, 0)).join(' to '),
          ]),
        ]);
      }
    },
  };
}

/** Every analysis by its option. */
export const analyses: Readonly<
  Record<string, { about: string; run(assignment: Assignment): Promise<Analysis> }>
> = {
  'choice-map': {
    about: `doubling times under every combination of choices (${windows.all.name} and two earlier windows)`,
    run: mapChoices,
  },
  'time-machine': { about: 'what each month-end would have said', run: travel },
  influence: { about: 'without each model, family, benchmark and source', run: weigh },
  rivals: { about: 'other shapes of growth, scored on what came later', run: compareRivals },
  breaks: { about: 'did the pace change, and when', run: findBreaks },
  drivers: { about: 'what the growth goes with', run: findDrivers },
  claims: {
    about: 'the law and its corollaries, each by a test fixed in advance',
    run: judgeClaims,
  },
  predictions: { about: 'what became of each prediction', run: judgePredictions },
  forecast: { about: 'probabilities behind our own predictions', run: forecastAgain },
};
