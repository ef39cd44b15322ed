/**
 * The one window of the site on data and results: reads `data/` once per build, measures once, and
 * names the version of the data by a hash of its content. Pages and articles import from here.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { mapChoices } from '../lib/choiceMap.ts';
import type { MappedPoint } from '../lib/choiceMap.ts';
import type { AnyClaimResult } from '../lib/claims/claims.ts';
import { evaluateClaims } from '../lib/claims/claims.ts';
import type { Data } from '../lib/data.ts';
import type { DriverReport } from '../lib/drivers.ts';
import { splitGrowth } from '../lib/drivers.ts';
import type { InfluenceReport } from '../lib/influence.ts';
import { measureInfluence } from '../lib/influence.ts';
import type { KindOfDensity } from '../lib/kindsOfDensity.ts';
import { measureKinds } from '../lib/kindsOfDensity.ts';
import type { MissingReport } from '../lib/missing/missing.ts';
import { rankMissing } from '../lib/missing/missing.ts';
import type { NumberRecord } from '../lib/numbers/number.ts';
import { collectNumbers } from '../lib/numbers/numbers.ts';
import type { Observatory } from '../lib/observatory.ts';
import { observe } from '../lib/observatory.ts';
import type { Fan } from '../lib/predictions/fan.ts';
import { spreadFutures } from '../lib/predictions/fan.ts';
import { resolvePredictions } from '../lib/predictions/predictions.ts';
import type { Resolution } from '../lib/predictions/resolution.ts';
import type { RecipeReport } from '../lib/recipes.ts';
import { compareRecipes } from '../lib/recipes.ts';
import { dateOfDay, dayNumber } from '../lib/time.ts';
import type { TimeMachine } from '../lib/timeMachine.ts';
import { runTimeMachine } from '../lib/timeMachine.ts';
import { hashFiles, keep, reachedFrom } from './cache.ts';
import { readData } from './readData.ts';

const root = process.cwd();

/** Every record in `data/`, checked; a bad record stops the build and names its file. */
export const data: Data = readData(resolve(root, 'data'));

/** SHA-256 of the records, in their canonical order. */
export const dataHash: string = createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** What figures and downloads carry: the data's own date and the first digits of its hash. */
export const dataVersion = `${data.dataset.asOf} · ${dataHash.slice(0, 8)}`;

/** SHA-256 of the science and the locked packages. */
export const codeHash: string = hashFiles(root, ['src/lib', 'package-lock.json']);

/** What no computation looks at, so that another work cited computes nothing anew. */
const { bibliography: _, ...measured } = data;
const measuredText = JSON.stringify(measured);

/** Names one state of the records, of the code behind `entry` and its input, of packages and Node. */
function keyOf(entry: string): string {
  const code = ['src/lib/observatory.ts', entry].flatMap((path) => reachedFrom(root, path));
  const settings = ['src/build/results.ts', 'package-lock.json'];
  const hash = hashFiles(root, [...new Set(code), ...settings]);
  return createHash('sha256').update(`${hash} ${process.version} ${measuredText}`).digest('hex');
}

/** Where results are kept; another folder by the variable RESULTS_CACHE. */
const folder = resolve(root, process.env['RESULTS_CACHE'] ?? '.cache/results');

/** A result computed once for this state of the data and of the code in `src/lib` behind it. */
function once<T>(name: string, entry: string, compute: () => T): T {
  return keep(folder, name, keyOf(`src/lib/${entry}`), compute);
}

/** Everything measured, with the headline's choices. */
export const observatory: Observatory = once('observatory', 'observatory.ts', () => observe(data));

/** The law's seven corollaries, each judged by its test, in order of number. */
export const claims: AnyClaimResult[] = once('claims', 'claims/claims.ts', () =>
  evaluateClaims(data, observatory),
);

/** What became of every prediction. */
export const resolutions: Resolution[] = once('predictions', 'predictions/predictions.ts', () =>
  resolvePredictions(data),
);

/** A year of simulated futures, from the data's own day; null without a line to go on. */
export const futures: Fan | null = once('futures', 'predictions/fan.ts', () => {
  const { asOf } = observatory.headline;
  const until = dateOfDay(dayNumber(asOf) + 365);
  const seed = Number(asOf.replaceAll('-', ''));
  return spreadFutures(data, observatory.headline, { sets: 4000, seed, until }, asOf);
});

/** The doubling time under every combination of choices, without intervals. */
export const choiceMap: MappedPoint[] = once('choice-map', 'choiceMap.ts', () =>
  mapChoices(data, { draws: 0 }),
);

/** What the headline would have said at the end of every month. */
export const timeMachine: TimeMachine = once('time-machine', 'timeMachine.ts', () =>
  runTimeMachine(data),
);

/** Resamples behind the intervals of influence: enough for a figure, few enough for every build. */
const INFLUENCE_DRAWS = 400;

/** The headline without one model, family, benchmark or source. */
export const influence: InfluenceReport = once('influence', 'influence.ts', () =>
  measureInfluence(data, { draws: INFLUENCE_DRAWS }),
);

/** Resamples behind the intervals of what growth goes with, and of single benchmarks. */
const SIDE_DRAWS = 1000;

/** What the growth of density goes with, one report a panel. */
export const drivers: DriverReport[] = once('drivers', 'drivers.ts', () =>
  data.panels.map(({ id: panel }) => splitGrowth(data, { panel }, { draws: SIDE_DRAWS })),
);

/** The headline's line with one benchmark at a time, on every panel. */
export const kinds: KindOfDensity[] = once('kinds', 'kindsOfDensity.ts', () =>
  measureKinds(data, { draws: SIDE_DRAWS }),
);

/** What is not on record and would narrow the headline's interval most. */
export const missing: MissingReport = once('missing', 'missing/missing.ts', () =>
  rankMissing(data),
);

/** Families beside each other, on each benchmark of the headline panel. */
export const recipes: RecipeReport[] = observatory.headline.ruler.axes.map(({ benchmark }) =>
  compareRecipes(data, observatory.headline.panel.id, benchmark),
);

/** Every number that has an address. */
export const numbers: NumberRecord[] = collectNumbers({
  data,
  observatory,
  claims,
  resolutions,
  choiceMap,
  timeMachine,
  influence,
  drivers,
  kinds,
  recipes,
});
