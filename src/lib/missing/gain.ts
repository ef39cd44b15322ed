/** What a value that is not on record would do for the trend's slope, in expectation. */
import type { LineVariance } from './lineVariance.ts';
import { add, heightAtLine, sandwich, slopeRow } from './lineVariance.ts';
import type { Distance } from './side.ts';
import { chanceBelow, settledBy } from './side.ts';

/**
 * By how much the slope's variance is expected to fall when a model on the trend is measured more
 * precisely: g² times what is settled of its side, with g the slope's move for one pull at its day.
 */
export function gainOfPrecision(line: LineVariance, x: number, distance: Distance): number {
  const row = slopeRow(line.density);
  if (!row) return 0;
  const pull = row[0] + row[1] * x;
  return pull * pull * settledBy(distance);
}

/**
 * By how much the slope's variance is expected to fall when a model comes to the trend. Its distance
 * from the line is not known; it is any of `distances` with equal chance.
 *
 * @param family index of its family among the line's, or −1 for a new one
 * @returns below 0 where the model is expected to widen the interval
 */
export function gainOfPoint(
  line: LineVariance,
  tau: number,
  { x, family, distances }: { x: number; family: number; distances: readonly Distance[] },
): number {
  const { covariance, density, meat, pulls } = line;
  let [below, square, height] = [0, 0, 0];
  for (const distance of distances) {
    const chance = chanceBelow(distance);
    below += chance / distances.length;
    square += (chance * chance + settledBy(distance)) / distances.length;
    height += heightAtLine(distance.centre, distance.spread, x, covariance) / distances.length;
  }
  const after = { density: { ...density }, meat: { ...meat } };
  add(after.density, x, height);
  add(after.meat, x, tau * tau - 2 * tau * below + square + 2 * (below - square));
  const pull = pulls[family] ?? { a: 0, b: 0 };
  const push = tau - below;
  after.meat.aa += 2 * pull.a * push;
  after.meat.ab += (pull.a * x + pull.b) * push;
  after.meat.bb += 2 * pull.b * x * push;
  const wider = sandwich(after.density, after.meat);
  return wider ? covariance.bb - wider.bb : 0;
}
