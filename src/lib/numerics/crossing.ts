import type { LineCovariance } from './linear.ts';

/** A fitted line with the covariance of its coefficients. */
export interface UncertainLine {
  intercept: number;
  slope: number;
  covariance: LineCovariance;
}

/**
 * Where two lines may cross: an `interval`; everywhere `outside` an interval (the crossing may lie
 * on either side of it, even at infinity); or `anywhere`. Only the first is a finite statement.
 */
export interface Crossing {
  /** Where the fitted lines cross; NaN when they are parallel. */
  estimate: number;
  kind: 'interval' | 'outside' | 'anywhere';
  low: number;
  high: number;
  /**
   * critical² · variance of the slopes' difference / difference²: below 1 for a finite interval,
   * below 0.1 the delta method would do.
   */
  g: number;
}

/**
 * Fieller's confidence set for the x at which two independently estimated lines cross (E. C.
 * Fieller, Journal of the Royal Statistical Society B 16 (1954), 175–185): all x at which the
 * difference of the lines is within `critical` standard errors of zero. `critical` is a normal or
 * Student quantile. Throws a RangeError when a covariance is not finite or `critical` not positive.
 */
export function findCrossing(
  first: UncertainLine,
  second: UncertainLine,
  critical: number,
): Crossing {
  const height = first.intercept - second.intercept;
  const slope = first.slope - second.slope;
  const square = critical * critical;
  const vHeight = square * (first.covariance.intercept + second.covariance.intercept);
  const vSlope = square * (first.covariance.slope + second.covariance.slope);
  const vBoth = square * (first.covariance.both + second.covariance.both);
  if (
    !(critical > 0) ||
    ![height, slope, vHeight, vSlope, vBoth].every((value) => Math.abs(value) < Infinity)
  ) {
    throw new RangeError(
      'findCrossing: lines, covariances and the critical value must be finite; fit each line to three points or more',
    );
  }
  // The set is a x² + 2 b x + c ≤ 0.
  const a = slope * slope - vSlope;
  const b = height * slope - vBoth;
  const c = height * height - vHeight;
  const discriminant = b * b - a * c;
  const estimate = slope === 0 ? Number.NaN : -height / slope;
  const g = vSlope / (slope * slope);
  if (a === 0 || discriminant < 0)
    return { estimate, kind: 'anywhere', low: -Infinity, high: Infinity, g };
  // Roots without cancellation.
  const sum = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant));
  const one = sum / a;
  const other = sum === 0 ? one : c / sum;
  return {
    estimate,
    kind: a > 0 ? 'interval' : 'outside',
    low: Math.min(one, other),
    high: Math.max(one, other),
    g,
  };
}
