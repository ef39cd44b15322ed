import { makeWeightedValues, selectOwner } from './weightedSelection.ts';

/** A line, for starting the search near it. */
export interface LineStart {
  intercept: number;
  slope: number;
}

export interface QuantileLine {
  intercept: number;
  slope: number;
  /** Σ weight · ρ_τ(y − intercept − slope x), with ρ_τ(r) = r (τ − [r < 0]). */
  objective: number;
  converged: boolean;
  /** Why the search stopped, as a phrase that can be printed. */
  reason: string;
}

/** Residuals within this part of the largest |y| (or |slope · x|) lie on the line. */
const ON_LINE = 1e-11;
/**
 * Sums of weights this close, relative to the whole, are equal: then a whole edge of lines is
 * optimal.
 */
const TIE = 1e-13;
const MAX_PIVOTS = 10_000;

/**
 * The line whose residuals have their `tau` quantile at zero: minimises Σ weight · ρ_τ(residual),
 * exactly (R. Koenker and G. Bassett, Econometrica 46 (1978), 33–50). Vertex descent: the best line
 * through one point is a weighted quantile of the slopes to the others; the point that gives it
 * becomes the next pivot, until no point on the line lowers the sum. Where several lines are
 * equally good, the one with the lowest slope is returned, whatever the start and the order of the
 * points.
 *
 * `weights` are ≥ 0, zero leaves a point out. `start` only saves time. Fewer than two different x
 * with a positive weight, or values that are not finite, give `converged: false` with a reason, and
 * NaN for the line. A `tau` outside (0, 1) or lists of different lengths throw a RangeError.
 */
export function fitQuantileLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tau: number,
  weights?: ArrayLike<number>,
  start?: LineStart,
): QuantileLine {
  const fault = prepare(x, y, tau, weights);
  if (fault !== undefined)
    return {
      intercept: Number.NaN,
      slope: Number.NaN,
      objective: Number.NaN,
      converged: false,
      reason: fault,
    };
  let pivot = start === undefined ? quantilePoint(leastSquaresSlope(), tau) : nearestTo(start);
  let partner = bestPartner(pivot, tau);
  let converged = false;
  for (let pivots = 0; pivots < MAX_PIVOTS; pivots += 1) {
    const next = improve(pivot, partner, tau);
    if (next < 0) {
      converged = true;
      break;
    }
    pivot = improvedPivot;
    partner = next;
  }
  return describe(pivot, partner, tau, converged);
}

// The points with a positive weight, kept between calls so that thousands of fits allocate nothing.
let capacity = 0;
let size = 0;
let xs = new Float64Array(0);
let ys = new Float64Array(0);
let ws = new Float64Array(0);
let candidates = makeWeightedValues(0);
let improvedPivot = 0;

function prepare(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tau: number,
  weights: ArrayLike<number> | undefined,
): string | undefined {
  const n = x.length;
  if (!(tau > 0 && tau < 1))
    throw new RangeError(
      `fitQuantileLine: tau is ${tau}; it must lie between 0 and 1, for example 0.9`,
    );
  if (y.length !== n || (weights !== undefined && weights.length !== n)) {
    throw new RangeError(
      `fitQuantileLine: ${n} x, ${y.length} y and ${weights?.length ?? n} weights; give as many of each`,
    );
  }
  if (n > capacity) reserve(n);
  size = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < n; i += 1) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (weight === 0) continue;
    const xi = x[i]!;
    const yi = y[i]!;
    if (!(weight > 0 && weight < Infinity))
      return `weight ${i + 1} is ${weight}; weights must be finite and not negative`;
    if (!(Math.abs(xi) < Infinity && Math.abs(yi) < Infinity))
      return `point ${i + 1} is (${xi}, ${yi}); coordinates must be finite`;
    xs[size] = xi;
    ys[size] = yi;
    ws[size] = weight;
    size += 1;
    if (xi < lowest) lowest = xi;
    if (xi > highest) highest = xi;
  }
  if (size < 2)
    return `a line needs two points, and ${size} ${size === 1 ? 'has' : 'have'} a positive weight`;
  if (lowest === highest) return 'all points have the same x, so no slope can be told';
  return undefined;
}

function reserve(n: number): void {
  capacity = Math.max(64, 2 * n);
  xs = new Float64Array(capacity);
  ys = new Float64Array(capacity);
  ws = new Float64Array(capacity);
  candidates = makeWeightedValues(capacity);
}

/** A cheap place to begin. */
function leastSquaresSlope(): number {
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < size; i += 1) {
    total += ws[i]!;
    meanX += ws[i]! * xs[i]!;
    meanY += ws[i]! * ys[i]!;
  }
  meanX /= total;
  meanY /= total;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < size; i += 1) {
    const dx = xs[i]! - meanX;
    sxx += ws[i]! * dx * dx;
    sxy += ws[i]! * dx * (ys[i]! - meanY);
  }
  return sxy / sxx;
}

function nearestTo(line: LineStart): number {
  let best = 0;
  let distance = Infinity;
  for (let i = 0; i < size; i += 1) {
    const d = Math.abs(ys[i]! - line.intercept - line.slope * xs[i]!);
    if (d < distance) {
      distance = d;
      best = i;
    }
  }
  return best;
}

/** The point at the `tau` quantile of the residuals from a line of this slope. */
function quantilePoint(slope: number, tau: number): number {
  const { values, weights, owners } = candidates;
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    values[i] = ys[i]! - slope * xs[i]!;
    weights[i] = ws[i]!;
    owners[i] = i;
    total += ws[i]!;
  }
  return selectOwner(candidates, size, tau * total, TIE * total);
}

/**
 * The point that, joined to `pivot`, gives the best line through it; of equally good slopes the
 * lowest.
 */
function bestPartner(pivot: number, tau: number): number {
  const px = xs[pivot]!;
  const py = ys[pivot]!;
  const { values, weights, owners } = candidates;
  let count = 0;
  let target = 0;
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    const dx = xs[i]! - px;
    if (dx === 0) continue;
    const pull = ws[i]! * Math.abs(dx);
    values[count] = (ys[i]! - py) / dx;
    weights[count] = pull;
    owners[count] = i;
    count += 1;
    total += pull;
    target += dx > 0 ? tau * pull : (1 - tau) * pull;
  }
  return selectOwner(candidates, count, target, TIE * total);
}

function slopeOf(i: number, j: number): number {
  return (ys[j]! - ys[i]!) / (xs[j]! - xs[i]!);
}

/**
 * Turns the line about the points that lie on it until one turn finds a better line (lower sum, or
 * equal sum and lower slope): then returns the new partner and leaves the point turned about in
 * `improvedPivot`. Returns −1 when no turn does: the line is optimal.
 */
function improve(pivot: number, partner: number, tau: number): number {
  const slope = slopeOf(pivot, partner);
  const intercept = ys[pivot]! - slope * xs[pivot]!;
  const turned = turn(partner, slope, tau);
  if (turned >= 0) return turned;
  for (let i = 0; i < size; i += 1) {
    if (i === pivot || i === partner) continue;
    const scale = Math.abs(ys[i]!) + Math.abs(slope * xs[i]!) + Math.abs(intercept);
    if (Math.abs(ys[i]! - intercept - slope * xs[i]!) > ON_LINE * scale) continue;
    const other = turn(i, slope, tau);
    if (other >= 0) return other;
  }
  return -1;
}

function turn(about: number, slope: number, tau: number): number {
  const partner = bestPartner(about, tau);
  const found = slopeOf(about, partner);
  if (Math.abs(found - slope) <= ON_LINE * (Math.abs(found) + Math.abs(slope))) return -1;
  improvedPivot = about;
  return partner;
}

function describe(pivot: number, partner: number, tau: number, converged: boolean): QuantileLine {
  const left = xs[pivot]! < xs[partner]! ? pivot : partner;
  const slope = slopeOf(left, left === pivot ? partner : pivot); // left to right, so that a level line has slope 0, not −0
  const intercept = ys[left]! - slope * xs[left]!;
  let objective = 0;
  for (let i = 0; i < size; i += 1) {
    const residual = ys[i]! - intercept - slope * xs[i]!;
    objective += ws[i]! * residual * (residual < 0 ? tau - 1 : tau);
  }
  const reason = converged
    ? 'exact: no other line through the points has a lower sum'
    : `no optimum after ${MAX_PIVOTS} pivots`;
  return { intercept, slope, objective, converged, reason };
}
