import { exp, ln } from './elementary.ts';
import type { Objective } from './lbfgs.ts';

/** Runs with ln N and ln D measured from their means. */
export interface CentredRuns {
  count: number;
  lnParameters: Float64Array;
  lnTokens: Float64Array;
  lnLoss: Float64Array;
  weights: Float64Array;
  meanLnParameters: number;
  meanLnTokens: number;
}

/** Σ weight · Huber(residual) · scale and its gradient; width Infinity is Σ weight · residual². */
export function criterionOf(
  runs: CentredRuns,
  withFloor: boolean,
  width: number,
  scale: number,
): Objective {
  const { count, lnParameters, lnTokens, lnLoss, weights } = runs;
  return (theta, gradient) => {
    const lnA = theta[0]!;
    const lnB = theta[1]!;
    const alpha = theta[2]!;
    const beta = theta[3]!;
    const lnE = withFloor ? theta[4]! : -Infinity;
    let sum = 0;
    let [g0, g1, g2, g3, g4] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i += 1) {
      const u = lnA - alpha * lnParameters[i]!;
      const v = lnB - beta * lnTokens[i]!;
      const top = Math.max(u, v, lnE);
      const a = u === top ? 1 : exp(u - top);
      const b = v === top ? 1 : exp(v - top);
      const e = lnE === top ? 1 : exp(lnE - top);
      const total = a + b + e;
      const residual = lnLoss[i]! - top - ln(total);
      const size = Math.abs(residual);
      const weight = weights[i]! * scale;
      let pull = residual;
      if (width === Infinity) {
        sum += weight * residual * residual;
        pull = 2 * residual;
      } else if (size <= width) sum += 0.5 * weight * residual * residual;
      else {
        sum += weight * width * (size - 0.5 * width);
        pull = residual < 0 ? -width : width;
      }
      const share = (weight * pull) / total;
      g0 -= share * a;
      g1 -= share * b;
      g2 += share * a * lnParameters[i]!;
      g3 += share * b * lnTokens[i]!;
      g4 -= share * e;
    }
    gradient[0] = g0;
    gradient[1] = g1;
    gradient[2] = g2;
    gradient[3] = g3;
    if (withFloor) gradient[4] = g4;
    return sum;
  };
}

/** Σ weight · |residual|. */
export function absoluteSum(runs: CentredRuns, theta: Float64Array, withFloor: boolean): number {
  // Huber's function with a vanishing width is width · |residual|.
  const width = 1e-300;
  return criterionOf(runs, withFloor, width, 1 / width)(theta, new Float64Array(5));
}

/**
 * The criterion's sum for the best law without any dependence on N and D, roughly: the scale of all
 * sums.
 */
export function sumAboutMean({ lnLoss, weights }: CentredRuns, width: number): number {
  const mean = lnLoss.reduce((sum, value) => sum + value, 0) / lnLoss.length;
  return lnLoss.reduce((sum, value, i) => {
    const size = Math.abs(value - mean);
    return sum + weights[i]! * (width === Infinity ? size * size : width * size);
  }, 0);
}
