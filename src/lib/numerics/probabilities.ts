/**
 * Student, F and binomial probabilities, from @stdlib. Apart from `distributions.ts` because the
 * packages weigh about 50 kB compressed in a browser bundle: code that only needs quantiles of a
 * sample or of the normal distribution stays light.
 */
import betainc from '@stdlib/math-base-special-betainc';
import stdlibStudentCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibStudentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(T ≤ t) for Student's t with `degreesOfFreedom` > 0. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return stdlibStudentCdf(t, degreesOfFreedom);
}

/** The t with P(T ≤ t) = p: p in [0, 1], `degreesOfFreedom` > 0, else NaN. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return stdlibStudentQuantile(p, degreesOfFreedom);
}

/** P(|T| > |t|), the two-sided p-value, without cancellation in the tail. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return betainc(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/**
 * P(F > f) with `numerator` and `denominator` degrees of freedom, the p-value of an F test, without
 * cancellation in the tail.
 */
export function fisherUpper(f: number, numerator: number, denominator: number): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  return betainc(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
}

/**
 * The f with P(F ≤ f) = p, by bisection to the last bits; p in [0, 1), else Infinity at 1 and NaN
 * outside.
 */
export function fisherQuantile(p: number, numerator: number, denominator: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  let low = 0;
  let high = 1;
  while (fisherUpper(high, numerator, denominator) > 1 - p) high *= 2;
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (fisherUpper(middle, numerator, denominator) > 1 - p) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X ≤ k) for the number of successes in `trials` draws with probability `p` each. */
export function binomialCdf(k: number, trials: number, p: number): number {
  const successes = Math.floor(k);
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return betainc(1 - p, trials - successes, successes + 1);
}

/** The smallest k with P(X ≤ k) ≥ `level`; level in [0, 1], else NaN. */
export function binomialQuantile(level: number, trials: number, p: number): number {
  if (!(level >= 0 && level <= 1)) return Number.NaN;
  let low = 0;
  let high = trials;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialCdf(middle, trials, p) >= level) high = middle;
    else low = middle + 1;
  }
  return low;
}
