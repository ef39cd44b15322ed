/**
 * Rival shapes scored forward: each shape is fitted to the models known at the end of a quarter and
 * foretells those of the time after; then it is scored on what came. Two scores: the log density of
 * the foretold normal distribution at each new model (higher is better), and the check loss of its
 * foretold upper edge at τ = 0.9 (lower is better). No shape sees what it is scored on.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices } from './choices.ts';
import { CLOCK_START, defaultChoices, LEVEL } from './choices.ts';
import { percentile } from './numerics/distributions.ts';
import { drawClusterWeights, numberClusters, percentileInterval } from './numerics/bootstrap.ts';
import { ln } from './numerics/elementary.ts';
import { makeStream } from './numerics/random.ts';
import type { PanelData } from './panel.ts';
import { clockDay } from './panel.ts';
import type { ShapeFit, ShapeId } from './shapes.ts';
import { fitShape, KNOWN_BREAK, shapeIds } from './shapes.ts';
import { surveyPanel } from './survey.ts';
import { dateOfDay, dayNumber } from './time.ts';
import type { TrendPoints } from './trend.ts';

/** A mean difference from the exponential with its 90 % interval over resampled families. */
export interface Difference {
  mean: number;
  interval: [number, number];
}

export interface RivalScore {
  shape: ShapeId;
  /** Models foretold; 0 where the shape could never be fitted. */
  forecasts: number;
  /** Mean log density per model. */
  logScore: number | null;
  /** Mean check loss per model at τ = 0.9. */
  checkLoss: number | null;
  /** Against the exponential on the same models; null for the exponential itself. */
  logDifference: Difference | null;
  checkDifference: Difference | null;
  /** Quarters in which the shape could not be fitted and the exponential stood in. */
  standIns: number;
}

export interface RivalReport {
  panel: string;
  /** First day of the models used for fitting. */
  from: string;
  /** Days after each origin that are foretold. */
  horizon: number;
  /** The ends of quarters from which was foretold. */
  origins: string[];
  scores: RivalScore[];
  /** Shape with the highest log score, and whether the exponential is surely worse. */
  best: ShapeId | null;
  isSurelyBetter: boolean;
}

export interface RivalOptions {
  /** Days after each origin that are foretold; 91 for the next quarter. */
  horizon: number;
  /** First day of the models used for fitting; null for all there are. */
  from: string | null;
  /** Bootstrap draws for the differences. */
  draws: number;
}

/** Fewest models before the first forecast. */
const LEAST_TRAINING = 20;
const TAU = 0.9;

/** One foretold model: a score for each shape. */
interface Scored {
  family: number;
  log: Float64Array;
  check: Float64Array;
}

/**
 * Scores every shape on one panel.
 *
 * @throws RefusalError where the panel or the ruler cannot be used at all
 */
export function scoreRivals(
  data: PanelData,
  choices: Partial<Choices>,
  options: RivalOptions,
): RivalReport {
  const chosen: Choices = { ...defaultChoices, ...choices };
  checkChoices(chosen, data);
  const { input } = surveyPanel(data, { ...chosen, draws: 0 });
  const last = chosen.asOf ?? data.dataset.asOf;
  const points = since(input.points, options.from);
  const origins = quarterEnds(points, last, options.horizon);
  const standIns = new Map<ShapeId, number>(shapeIds.map((id) => [id, 0]));
  const scored = origins.flatMap((origin) =>
    scoreOrigin(points, origin, options.horizon, standIns),
  );
  const scores = shapeIds.map((shape, s) => {
    const missing = standIns.get(shape) ?? 0;
    return summarise(shape, s, scored, missing, origins.length, { ...options, seed: chosen.seed });
  });
  const best = scores
    .filter(({ logScore }) => logScore !== null)
    .sort((a, b) => (b.logScore as number) - (a.logScore as number))[0];
  return {
    panel: chosen.panel,
    from: options.from ?? dateOfDay(clockZero + (points.x[0] ?? 0)),
    horizon: options.horizon,
    origins: origins.map((day) => dateOfDay(clockZero + day)),
    scores,
    best: best?.shape ?? null,
    isSurelyBetter: (best?.logDifference?.interval[0] ?? 0) > 0,
  };
}

/** Day number of the clock's day 0. */
const clockZero = dayNumber(CLOCK_START);

function since({ x, y, family }: TrendPoints, from: string | null): TrendPoints {
  const first = from === null ? Number.NEGATIVE_INFINITY : clockDay(from);
  const isIn = (_: number, i: number) => (x[i] as number) >= first;
  return { x: x.filter(isIn), y: y.filter(isIn), family: family.filter(isIn) };
}

/** Ends of quarters with enough models before and at least one to be foretold after. */
function quarterEnds({ x }: TrendPoints, last: string, horizon: number): number[] {
  const days: number[] = [];
  for (let year = Number(last.slice(0, 4)) - 12; year <= Number(last.slice(0, 4)); year++) {
    for (const end of ['03-31', '06-30', '09-30', '12-31']) {
      const day = clockDay(`${year}-${end}`);
      const known = x.filter((value) => value <= day).length;
      const after = x.filter((value) => value > day && value <= day + horizon).length;
      if (known >= LEAST_TRAINING && after > 0) days.push(day);
    }
  }
  return days;
}

function scoreOrigin(
  points: TrendPoints,
  origin: number,
  horizon: number,
  standIns: Map<ShapeId, number>,
): Scored[] {
  const known = points.x.filter((day) => day <= origin).length;
  const [x, y] = [points.x.subarray(0, known), points.y.subarray(0, known)];
  const knownBreak = clockDay(KNOWN_BREAK);
  const line = fitShape('exponential', x, y, knownBreak);
  if (!line) return [];
  const fits = shapeIds.map((id) => {
    const fit = fitShape(id, x, y, knownBreak);
    if (!fit) standIns.set(id, (standIns.get(id) ?? 0) + 1);
    return { fit: fit ?? line, lift: edgeLift(fit ?? line) };
  });
  const scored: Scored[] = [];
  for (let i = known; i < points.x.length && (points.x[i] as number) <= origin + horizon; i++) {
    const [day, value] = [points.x[i] as number, points.y[i] as number];
    const forecasts = fits.map(({ fit, lift }) => ({ ...fit.predict(day), lift }));
    scored.push({
      family: points.family[i] as number,
      log: Float64Array.from(forecasts, ({ mean, deviation }) =>
        logDensity(value, mean, deviation),
      ),
      check: Float64Array.from(forecasts, ({ mean, lift }) => checkLoss(value - mean - lift)),
    });
  }
  return scored;
}

/** How far above the fitted curve a tenth of its own points lie. */
function edgeLift({ residuals }: ShapeFit): number {
  return percentile(Float64Array.from(residuals).sort(), TAU);
}

function logDensity(value: number, mean: number, deviation: number): number {
  const z = (value - mean) / deviation;
  return -0.5 * ln(2 * Math.PI) - ln(deviation) - 0.5 * z * z;
}

function checkLoss(residual: number): number {
  return residual * (residual < 0 ? TAU - 1 : TAU);
}

function summarise(
  shape: ShapeId,
  s: number,
  scored: readonly Scored[],
  standIns: number,
  origins: number,
  { draws, seed }: { draws: number; seed: number },
): RivalScore {
  const e = shapeIds.indexOf('exponential');
  const isNever = origins === 0 || standIns === origins;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const compare = (key: 'log' | 'check'): Difference | null => {
    if (isNever || s === e) return null;
    const differences = scored.map((one) => (one[key][s] as number) - (one[key][e] as number));
    const families = scored.map(({ family }) => family);
    return { mean: mean(differences), interval: resample(differences, families, draws, seed) };
  };
  return {
    shape,
    forecasts: isNever ? 0 : scored.length,
    logScore: isNever ? null : mean(scored.map(({ log }) => log[s] as number)),
    checkLoss: isNever ? null : mean(scored.map(({ check }) => check[s] as number)),
    logDifference: compare('log'),
    checkDifference: compare('check'),
    standIns,
  };
}

/** Interval of a mean over resampled families. */
function resample(
  values: readonly number[],
  families: readonly number[],
  draws: number,
  seed: number,
): [number, number] {
  const clusters = numberClusters(families);
  const stream = makeStream(seed, 'rivals');
  const weights = new Float64Array(values.length);
  const means = Float64Array.from({ length: draws }, () => {
    drawClusterWeights(stream, clusters, weights);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const sum = values.reduce((all, value, i) => all + value * (weights[i] as number), 0);
    return total > 0 ? sum / total : Number.NaN;
  });
  const { low, high } = percentileInterval(means, LEVEL);
  return [low, high];
}
