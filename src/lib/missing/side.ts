/**
 * On which side of the trend's line a model lies, when its density is known with an error. All that
 * a quantile line asks of a point is its side; so what a new score can do for the line is to make
 * the side surer.
 */
import { exp } from '../numerics/elementary.ts';
import { normalCdf } from '../numerics/errorFunction.ts';
import { atan, sin } from '../numerics/transcendental.ts';

/** Steps of Simpson's rule; the integrand is smooth, and 32 leave no more than 1e-9. */
const STEPS = 32;

/**
 * What is known of a point's distance from the line, ln density minus line: normal with mean
 * `centre` and standard deviation `spread`, of which `error` would remain once it is measured.
 */
export interface Distance {
  centre: number;
  /** > 0. */
  spread: number;
  /** In [0, spread]. */
  error: number;
}

/** Chance that a point lies below the line, as known now. */
export function chanceBelow({ centre, spread }: Pick<Distance, 'centre' | 'spread'>): number {
  return normalCdf(-centre / spread);
}

/**
 * By how much measuring the point is expected to settle its side: the variance of the chance that
 * it lies below the line, over what may be measured. 0 where nothing is learnt, p(1 − p) where
 * everything is.
 *
 * With a = −centre/spread and r = 1 − (error/spread)² this is Φ₂(a, a; r) − Φ(a)², the integral of
 * exp(−a²/(1 + sin t)) / 2π from 0 to arcsin r (Plackett 1954, in polar form).
 */
export function settledBy({ centre, spread, error }: Distance): number {
  const squared = (centre / spread) * (centre / spread);
  const share = 1 - (error / spread) * (error / spread);
  if (!(share > 0)) return 0;
  const end = share < 1 ? atan(share / Math.sqrt(1 - share * share)) : Math.PI / 2;
  const height = (t: number) => exp(-squared / (1 + sin(t)));
  let sum = height(0) + height(end);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * height((end * i) / STEPS);
  return (sum * end) / (3 * STEPS) / (2 * Math.PI);
}
