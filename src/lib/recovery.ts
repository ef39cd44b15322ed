/**
 * Known truth from end to end: scores are made up for the real models (their days, families, sizes
 * and benchmarks) from a chosen growth, blurred, and given to the whole measurement, ruler and
 * bootstrap included. What share of the 90 % intervals holds the truth?
 *
 * In a made-up world ln ρ = level + rate · day + family effect + model effect, with the spread of the
 * real data; scores lie on the ruler's curves plus normal noise of a multiple of the ruler's σ. The
 * ruler's own family calibrates the ruler, blurred as well, and stays out of the trend.
 */
import type { Choices, EstimatorId } from './choices.ts';
import { defaultChoices, estimatorIds } from './choices.ts';
import { addIntervals, fitTrends } from './growth.ts';
import type { Design } from './nullSimulation.ts';
import { designOf } from './nullSimulation.ts';
import { ln } from './numerics/elementary.ts';
import type { Stream } from './numerics/random.ts';
import { makeStream } from './numerics/random.ts';
import type { PanelData } from './panel.ts';
import { RefusalError } from './refusal.ts';
import type { RulerAxis } from './ruler.ts';
import { predictScore } from './ruler.ts';
import { positionOf } from './scale.ts';
import type { ModelRecord, ScoreRecord } from './schema.ts';
import type { Survey } from './survey.ts';
import { drawSurvey, surveyPanel } from './survey.ts';

export interface RecoveryOptions {
  /** True growth of ln ρ per day. */
  rate: number;
  /** Noise of the scores as a multiple of the ruler's σ. */
  noise: number;
  /** Made-up worlds. */
  sets: number;
  /** Bootstrap draws in each. */
  draws: number;
  seed?: number;
}

export interface RecoveredEstimator {
  estimator: EstimatorId;
  /** Worlds in which there was a line with an interval. */
  lines: number;
  /** Mean and standard deviation of the slopes, per day. */
  mean: number;
  deviation: number;
  /** Mean width of the 90 % intervals, per day. */
  width: number;
  /** Share of those intervals that hold the truth. */
  coverage: number;
}

export interface Recovery extends Required<RecoveryOptions> {
  panel: string;
  models: number;
  families: number;
  /** Worlds whose noise left the ruler without a usable curve; they have no outcome. */
  refused: number;
  estimators: RecoveredEstimator[];
}

/**
 * Makes worlds and measures each.
 *
 * @param report called before each world with how many are done
 * @throws RefusalError where the real data give no trend to take the design from
 */
export function recoverGrowth(
  data: PanelData,
  choices: Partial<Choices>,
  { seed = defaultChoices.seed, ...options }: RecoveryOptions,
  report?: (done: number) => void,
): Recovery {
  const chosen: Choices = { ...defaultChoices, ...choices, draws: options.draws };
  const world = takeDesign(data, chosen);
  const outcomes: Outcome[] = [];
  let refused = 0;
  for (let set = 0; set < options.sets; set++) {
    report?.(set);
    const measured = measureWorld(world, { ...options, seed }, set);
    if (measured) outcomes.push(...measured);
    else refused += 1;
  }
  return {
    ...options,
    seed,
    panel: chosen.panel,
    models: world.survey.input.candidates.length,
    families: world.survey.input.families.length,
    refused,
    estimators: estimatorIds.map((estimator) =>
      summarise(
        estimator,
        outcomes.filter((outcome) => outcome.estimator === estimator),
        options.rate,
      ),
    ),
  };
}

/** The real measurement that made-up worlds copy. */
interface World {
  data: PanelData;
  survey: Survey;
  design: Design;
  /** Mean day and mean ln ρ of the real points, which every world keeps. */
  middle: { day: number; lnDensity: number };
}

function takeDesign(data: PanelData, choices: Choices): World {
  const all = surveyPanel(data, choices);
  const withoutFamily = all.members[0]?.candidate.model.family ?? null;
  const survey = surveyPanel(data, { ...choices, withoutFamily });
  const { x, y } = survey.input.points;
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
  const middle = { day: mean(x), lnDensity: mean(y) };
  return { data, survey, design: designOf(survey.input.points), middle };
}

interface Outcome {
  estimator: EstimatorId;
  slope: number;
  interval: [number, number];
}

/** Measures one world; null where its noise makes the ruler unusable. */
function measureWorld(
  world: World,
  options: Required<RecoveryOptions>,
  set: number,
): Outcome[] | null {
  const { data, survey } = world;
  const models = makeModels(world, options, makeStream(options.seed, `world/${set}`));
  const choices = { ...survey.choices, seed: options.seed + set + 1 };
  const measured = surveyOrNull({ ...data, models }, choices);
  if (!measured) return null;
  const names = estimatorIds.map((estimator) => ({ estimator, window: 'all' as const }));
  const trends = fitTrends(measured, choices.asOf ?? data.dataset.asOf, names);
  addIntervals(measured, trends, drawSurvey(measured));
  return trends.flatMap(({ estimator, line, slopeInterval: interval }) =>
    line && interval ? [{ estimator, slope: line.slope, interval }] : [],
  );
}

function surveyOrNull(data: PanelData, choices: Choices): Survey | null {
  try {
    return surveyPanel(data, choices);
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

/** The trend's models and the ruler's members with made-up scores; nobody else. */
function makeModels(
  { survey, design, middle }: World,
  { rate, noise }: RecoveryOptions,
  stream: Stream,
): ModelRecord[] {
  const { input, members, ruler } = survey;
  const effects = input.families.map(() => design.familySpread * stream.normal());
  const blur = (model: ModelRecord, position: number): ModelRecord => ({
    ...model,
    scores: ruler.axes.flatMap((axis) => blurScore(model, axis, position, noise, stream)),
  });
  const free = input.candidates.map(({ model, actual, day }, i) => {
    const effect = effects[input.points.family[i] as number] as number;
    const lnDensity =
      middle.lnDensity + rate * (day - middle.day) + effect + design.modelSpread * stream.normal();
    return blur(model, positionOf(ruler.scale, ln(actual) + lnDensity));
  });
  return [...free, ...members.map(({ candidate, position }) => blur(candidate.model, position))];
}

/** One score where the model has any that count; its value made up. */
function blurScore(
  model: ModelRecord,
  axis: RulerAxis,
  position: number,
  noise: number,
  stream: Stream,
): ScoreRecord[] {
  const own = model.scores.find(
    ({ benchmark, protocol, suspect }) =>
      benchmark === axis.benchmark && axis.protocols.includes(protocol) && !suspect,
  );
  if (!own) return [];
  const value = predictScore(axis, position) + noise * axis.sigma * stream.normal();
  return [{ ...own, value: Math.max(0, Math.min(1, value)) }];
}

function summarise(
  estimator: EstimatorId,
  outcomes: readonly Outcome[],
  rate: number,
): RecoveredEstimator {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const slopes = outcomes.map(({ slope }) => slope);
  const middle = mean(slopes);
  return {
    estimator,
    lines: outcomes.length,
    mean: middle,
    deviation: Math.sqrt(mean(slopes.map((slope) => (slope - middle) * (slope - middle)))),
    width: mean(outcomes.map(({ interval: [low, high] }) => high - low)),
    coverage: mean(
      outcomes.map(({ interval: [low, high] }) => (low <= rate && rate <= high ? 1 : 0)),
    ),
  };
}
