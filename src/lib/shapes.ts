/**
 * Shapes that the growth of ln ρ could have, beside the straight line of the law: each is fitted by
 * least squares to the middle of the field and foretells a normal distribution for any later day,
 * with the variance of the residuals plus that of the fitted curve.
 */
import { exp } from './numerics/elementary.ts';
import { fitLeastSquares } from './numerics/leastSquares.ts';
import { fitLinear } from './numerics/linearModel.ts';
import { searchBreak } from './numerics/segmented.ts';

export const shapeIds = [
  'constant',
  'exponential',
  'known-break',
  'unknown-break',
  'quadratic',
  'logistic',
] as const;
export type ShapeId = (typeof shapeIds)[number];

export interface Shape {
  id: ShapeId;
  name: string;
  note: string;
}

export const shapes: Readonly<Record<ShapeId, Shape>> = {
  constant: {
    id: 'constant',
    name: 'no growth',
    note: 'ln density varies about one level for ever.',
  },
  exponential: {
    id: 'exponential',
    name: 'exponential',
    note: 'ln density rises on one straight line: the law.',
  },
  'known-break': {
    id: 'known-break',
    name: 'two rates, change in November 2022',
    note: 'Two joined lines that meet on the day ChatGPT came out.',
  },
  'unknown-break': {
    id: 'unknown-break',
    name: 'two rates, change found',
    note: 'Two joined lines that meet on the day that fits best.',
  },
  quadratic: {
    id: 'quadratic',
    name: 'bending',
    note: 'ln density follows a parabola: growth speeds up or slows down steadily.',
  },
  logistic: {
    id: 'logistic',
    name: 'levelling off',
    note: 'ln density follows an S from one level to another: growth ends.',
  },
};

/** The day of the change that the paper names: ChatGPT's release. */
export const KNOWN_BREAK = '2022-11-30';

/** A normal distribution foretold for one day. */
export interface Forecast {
  mean: number;
  /** Standard deviation, residuals and curve together. */
  deviation: number;
}

export interface ShapeFit {
  id: ShapeId;
  /** Fitted coefficients beside the residual variance. */
  parameters: number;
  predict(day: number): Forecast;
  /** Residuals of the points it was fitted to. */
  residuals: Float64Array;
  residualSumOfSquares: number;
}

/** Fewest points on either side of a break. */
const LEAST_BESIDE_BREAK = 4;

/**
 * Fits one shape.
 *
 * @param x days, rising
 * @param knownBreak day of the known change
 * @returns null where the points cannot determine the shape
 */
export function fitShape(
  id: ShapeId,
  x: Float64Array,
  y: Float64Array,
  knownBreak: number,
): ShapeFit | null {
  switch (id) {
    case 'constant':
      return fitColumns(id, x, y, []);
    case 'exponential':
      return fitColumns(id, x, y, [(day) => day]);
    case 'known-break':
      return fitBroken(id, x, y, knownBreak);
    case 'unknown-break': {
      const { breakAt, converged } = searchBreak(x, y, { shape: 'joined', draws: 0, seed: 0 });
      return converged ? fitBroken(id, x, y, breakAt) : null;
    }
    case 'quadratic': {
      const middle = ((x[0] as number) + (x.at(-1) as number)) / 2;
      return fitColumns(id, x, y, [(day) => day, (day) => (day - middle) * (day - middle)]);
    }
    case 'logistic':
      return fitLogistic(x, y);
  }
}

function fitBroken(id: ShapeId, x: Float64Array, y: Float64Array, at: number): ShapeFit | null {
  const before = x.filter((day) => day <= at).length;
  if (before < LEAST_BESIDE_BREAK || x.length - before < LEAST_BESIDE_BREAK) return null;
  const fit = fitColumns(id, x, y, [(day) => day, (day) => Math.max(0, day - at)]);
  // The day of an unknown break is a coefficient too.
  return fit && { ...fit, parameters: fit.parameters + (id === 'unknown-break' ? 1 : 0) };
}

function fitColumns(
  id: ShapeId,
  x: Float64Array,
  y: Float64Array,
  terms: readonly ((day: number) => number)[],
): ShapeFit | null {
  const all = [() => 1, ...terms];
  const fit = fitLinear(
    all.map((term) => x.map((day) => term(day))),
    y,
  );
  if (!fit.converged || fit.degreesOfFreedom < 1) return null;
  const variance = fit.residualSumOfSquares / fit.degreesOfFreedom;
  const p = all.length;
  return {
    id,
    parameters: p,
    residuals: fit.residuals,
    residualSumOfSquares: fit.residualSumOfSquares,
    predict(day) {
      const row = all.map((term) => term(day));
      const mean = row.reduce((sum, value, j) => sum + value * (fit.coefficients[j] as number), 0);
      return { mean, deviation: Math.sqrt(variance + quadraticForm(fit.covariance, row, p)) };
    },
  };
}

function quadraticForm(matrix: ArrayLike<number>, row: readonly number[], p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      sum += (row[i] as number) * (matrix[i * p + j] as number) * (row[j] as number);
    }
  }
  return sum;
}

/** Low level, rise, rate and middle. */
type LogisticParameters = readonly [number, number, number, number];

/** low + rise / (1 + e^(−rate (day − middle))), rate per day; its derivatives go into `row` from `at`. */
function logistic(
  [low, rise, rate, middle]: LogisticParameters,
  day: number,
  row: Float64Array | number[],
  at: number,
): number {
  const part = 1 / (1 + exp(-rate * (day - middle)));
  const slope = part * (1 - part);
  row[at] = 1;
  row[at + 1] = part;
  row[at + 2] = rise * slope * (day - middle);
  row[at + 3] = -rise * slope * rate;
  return low + rise * part;
}

/**
 * An S between two levels. Where the points show no levelling off, its levels run away and the fit
 * does not settle: then there is none.
 */
function fitLogistic(x: Float64Array, y: Float64Array): ShapeFit | null {
  const [first, last] = [x[0] as number, x.at(-1) as number];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const span = last - first;
  const unused = new Float64Array(4);
  const residuals = (parameters: Float64Array, out: Float64Array) => {
    const four = parameters as unknown as LogisticParameters;
    for (let i = 0; i < x.length; i++) {
      out[i] = logistic(four, x[i] as number, unused, 0) - (y[i] as number);
    }
  };
  const jacobian = (parameters: Float64Array, out: Float64Array) => {
    const four = parameters as unknown as LogisticParameters;
    for (let i = 0; i < x.length; i++) logistic(four, x[i] as number, out, 4 * i);
  };
  const fits = [0.3, 0.6, 0.9].map((part) => {
    const start = [low, high - low, 6 / span, first + part * span];
    const problem = { count: x.length, start, residuals, jacobian };
    return fitLeastSquares(problem, { maxIterations: 200 });
  });
  const best = fits
    .filter(({ converged, parameters }) => converged && (parameters[2] as number) > 0)
    .sort((a, b) => a.residualSumOfSquares - b.residualSumOfSquares)[0];
  if (!best || best.degreesOfFreedom < 1) return null;
  const variance = best.residualSumOfSquares / best.degreesOfFreedom;
  const fitted = new Float64Array(x.length);
  residuals(best.parameters, fitted);
  return {
    id: 'logistic',
    parameters: 4,
    residuals: fitted.map((value) => -value),
    residualSumOfSquares: best.residualSumOfSquares,
    predict(day) {
      const row = [0, 0, 0, 0];
      const mean = logistic(best.parameters as unknown as LogisticParameters, day, row, 0);
      return { mean, deviation: Math.sqrt(variance + quadraticForm(best.covariance, row, 4)) };
    },
  };
}
