/**
 * The bootstrap behind every interval of the trend. One draw (1) redraws every score within its
 * error, (2) refits the ruler to its redrawn scores, (3) measures every model again and (4) counts
 * each model family Poisson(1) times, so that families and not single models are resampled.
 *
 * Random numbers come from streams named after the family and after the model and benchmark: equal
 * names meet equal numbers in every variant of the measurement (common random numbers), and a new
 * record leaves the numbers of all others as they were.
 */
import type { Choices, EstimatorId } from './choices.ts';
import type { CurveTable } from './effective.ts';
import { curveTable, polishEffective, reachOf } from './effective.ts';
import { ln } from './numerics/elementary.ts';
import type { Stream } from './numerics/random.ts';
import { makeStream } from './numerics/random.ts';
import type { Candidate } from './panel.ts';
import type { Ruler, RulerMember } from './ruler.ts';
import { fitCurve } from './ruler.ts';
import { positionOf, sizeAt } from './scale.ts';
import type { TrendLine, TrendPoints } from './trend.ts';
import { fitTrend, slicePoints } from './trend.ts';

/** A line to be fitted in every draw: an estimator on a contiguous stretch of the points. */
export interface TrendTask {
  estimator: EstimatorId;
  /** First point and one past the last, positions in the order of day. */
  begin: number;
  end: number;
  /** The line of the data as they are; the first guess of every draw. */
  line: Pick<TrendLine, 'intercept' | 'slope'>;
  /** Positions of points that are left out. */
  without?: readonly number[];
}

/** Lines of all draws of one task; NaN where a draw gave none. */
export interface TaskDraws {
  slopes: Float64Array;
  intercepts: Float64Array;
}

/** The models that the trend rests on, in order of day, with their ln N̂. */
export interface TrendInput {
  candidates: readonly Candidate[];
  effective: Float64Array;
  points: TrendPoints;
  families: readonly string[];
}

interface ScoreNoise {
  streams: (Stream | null)[];
  values: Float64Array;
  errors: Float64Array;
  redrawn: Float64Array;
}

/** Redrawn densities and resampled families, kept so that any number of lines can share them. */
export interface DensityDraws {
  draws: number;
  /** Models in a draw, as many as the trend's points and in their order. */
  models: number;
  /** ln ρ, draw after draw; NaN where a draw has no density. */
  densities: Float64Array;
  /** How often each model's family was drawn, draw after draw; 0 where there is no density. */
  weights: Float64Array;
}

/**
 * Makes the draws.
 *
 * @param members the ruler's members, smallest first
 */
export function drawDensities(
  input: TrendInput,
  members: readonly RulerMember[],
  ruler: Ruler,
  choices: Pick<Choices, 'draws' | 'seed' | 'weights'>,
): DensityDraws {
  const { draws, seed } = choices;
  const models = input.candidates.length;
  const draw = makeDraw(input, members, ruler, choices);
  const densities = new Float64Array(draws * models);
  const weights = new Float64Array(draws * models);
  const familyStreams = input.families.map((family) => makeStream(seed, `family/${family}`));
  const counts = new Float64Array(familyStreams.length);
  for (let d = 0, at = 0; d < draws; d++) {
    for (let f = 0; f < counts.length; f++) counts[f] = (familyStreams[f] as Stream).poisson();
    const y = draw();
    for (let i = 0; i < models; i++, at++) {
      const density = y[i] as number;
      densities[at] = density;
      const count = counts[input.points.family[i] as number] as number;
      weights[at] = Number.isNaN(density) ? 0 : count;
    }
  }
  return { draws, models, densities, weights };
}

/** Fits every task's line in every draw. */
export function fitDraws(
  points: TrendPoints,
  { draws, models, densities, weights }: DensityDraws,
  tasks: readonly TrendTask[],
): TaskDraws[] {
  return tasks.map(({ estimator, begin, end, line: start, without = [] }) => {
    const slopes = new Float64Array(draws).fill(Number.NaN);
    const intercepts = new Float64Array(draws).fill(Number.NaN);
    const slice = slicePoints(points, begin, end);
    for (let d = 0; d < draws; d++) {
      const [from, to] = [d * models + begin, d * models + end];
      slice.y = densities.subarray(from, to);
      let counts = weights.subarray(from, to);
      if (without.length > 0) {
        counts = counts.slice();
        for (const i of without) counts[i - begin] = 0;
      }
      const line = fitTrend(slice, estimator, counts, start);
      if (!line) continue;
      slopes[d] = line.slope;
      intercepts[d] = line.intercept;
    }
    return { slopes, intercepts };
  });
}

/** A function that makes one draw of ln ρ for all trend models; its array is used again. */
function makeDraw(
  input: TrendInput,
  members: readonly RulerMember[],
  ruler: Ruler,
  { seed, weights }: Pick<Choices, 'seed' | 'weights'>,
): () => Float64Array {
  const [low, high] = reachOf(ruler);
  const points = input.candidates;
  const others = members.map(({ candidate }) => candidate);
  const rows = [...points, ...others.filter((candidate) => !points.includes(candidate))];
  const noise = prepareNoise(rows, ruler, seed);
  const refit = makeRefit(rows, members, ruler, noise, weights);
  const start = input.effective.map((u) => positionOf(ruler.scale, u));
  const lnActual = Float64Array.from(points, ({ actual }) => ln(actual));
  const y = new Float64Array(points.length);
  const axes = ruler.axes.length;
  return () => {
    redrawScores(noise);
    const curves = refit();
    if (!curves) return y.fill(Number.NaN);
    for (let i = 0; i < y.length; i++) {
      const from = start[i] as number;
      const at = polishEffective(curves, noise.redrawn, i * axes, from, low, high, 1e-5);
      y[i] = sizeAt(ruler.scale, at) - (lnActual[i] as number);
    }
    return y;
  };
}

function prepareNoise(rows: readonly Candidate[], ruler: Ruler, seed: number): ScoreNoise {
  const size = rows.length * ruler.axes.length;
  const streams: (Stream | null)[] = [];
  const values = new Float64Array(size).fill(Number.NaN);
  const errors = new Float64Array(size);
  for (const { model, scores } of rows) {
    for (const [b, axis] of ruler.axes.entries()) {
      const score = scores[b];
      const at = streams.length;
      streams.push(score ? makeStream(seed, `score/${model.id}/${axis.benchmark}`) : null);
      if (!score) continue;
      values[at] = score.value;
      errors[at] = Math.sqrt(axis.sigma * axis.sigma + score.spread * score.spread);
    }
  }
  return { streams, values, errors, redrawn: new Float64Array(size).fill(Number.NaN) };
}

function redrawScores({ streams, values, errors, redrawn }: ScoreNoise): void {
  for (let i = 0; i < values.length; i++) {
    const stream = streams[i];
    if (stream) redrawn[i] = (values[i] as number) + (errors[i] as number) * stream.normal();
  }
}

/**
 * Refits the ruler's curves to the redrawn scores of its members; σ stays as it was. Null where the
 * redrawn ruler has no usable curve on a benchmark: such a draw is lost, and seen to be.
 */
function makeRefit(
  rows: readonly Candidate[],
  members: readonly RulerMember[],
  ruler: Ruler,
  noise: ScoreNoise,
  weights: Choices['weights'],
): () => CurveTable | null {
  const curves = curveTable(ruler.axes, weights);
  const axes = ruler.axes.map((axis, b) => {
    const measured = members.filter(({ candidate }) => candidate.scores[b]);
    return {
      axis,
      positions: Float64Array.from(measured, ({ position }) => position),
      cells: measured.map(({ candidate }) => rows.indexOf(candidate) * ruler.axes.length + b),
      scores: new Float64Array(measured.length),
    };
  });
  return () => {
    for (const [b, { axis, positions, cells, scores }] of axes.entries()) {
      for (let i = 0; i < cells.length; i++) {
        scores[i] = noise.redrawn[cells[i] as number] as number;
      }
      const fit = fitCurve({ positions, scores }, axis, [axis.slope, axis.midpoint]);
      if (!fit.converged) return null;
      curves.slope[b] = fit.slope;
      curves.midpoint[b] = fit.midpoint;
    }
    return curves;
  };
}
