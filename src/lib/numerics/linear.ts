export interface LinearOptions {
  /** Weights ≥ 0, as of inverse variances; zero leaves a point out. Default: all equal. */
  weights?: ArrayLike<number>;
  /** A label for each point; points of one label are dependent, for the cluster-robust error. */
  clusters?: ArrayLike<number | string>;
}

/** Variances of intercept and slope, and their covariance. */
export interface LineCovariance {
  intercept: number;
  slope: number;
  both: number;
}

export interface Line {
  intercept: number;
  slope: number;
  r2: number;
  /** Points with a positive weight. */
  n: number;
  degreesOfFreedom: number;
  /** Σ weight · residual². */
  residualSumOfSquares: number;
  /**
   * Standard errors of the slope: classical, heteroskedasticity-robust HC3, cluster-robust CR1
   * (null without clusters or with one).
   */
  standardError: number;
  hc3Error: number;
  clusterError: number | null;
  covariance: { classical: LineCovariance; hc3: LineCovariance; cluster: LineCovariance | null };
  converged: boolean;
  reason: string;
}

/**
 * Least-squares line, weighted if asked. With two points the errors are Infinity (no degree of
 * freedom is left); with fewer than two different x, or values that are not finite, `converged` is
 * false with a reason and the numbers are NaN. Lists of different lengths throw a RangeError.
 *
 * HC3: J. G. MacKinnon and H. White, Journal of Econometrics 29 (1985), 305–325. CR1: residuals
 * summed by cluster, times G/(G − 1) · (n − 1)/(n − 2) for G clusters (A. C. Cameron and D. L.
 * Miller, Journal of Human Resources 50 (2015), 317–372).
 */
export function fitLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: LinearOptions = {},
): Line {
  const { weights, clusters } = options;
  checkLengths('fitLine', y.length, [x, weights, clusters]);
  let n = 0;
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < y.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    if (!isUsable(x[i]!, y[i]!, w))
      return failedLine(
        `point ${i + 1} is (${x[i]}, ${y[i]}) with weight ${w}; all must be finite, the weight not negative`,
      );
    n += 1;
    total += w;
    meanX += w * x[i]!;
    meanY += w * y[i]!;
  }
  if (n < 2)
    return failedLine(
      `a line needs two points, and ${n} ${n === 1 ? 'has' : 'have'} a positive weight`,
    );
  meanX /= total;
  meanY /= total;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  let widest = 0;
  for (let i = 0; i < y.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    sxx += w * dx * dx;
    sxy += w * dx * dy;
    syy += w * dy * dy;
    widest = Math.max(widest, Math.abs(dx));
  }
  if (!(widest > 1e-13 * Math.abs(meanX)))
    return failedLine('all points have the same x, so no slope can be told');
  const slope = sxy / sxx;
  return describeLine(x, y, options, { n, total, meanX, meanY, sxx, syy, slope });
}

interface LineSums {
  n: number;
  total: number;
  meanX: number;
  meanY: number;
  sxx: number;
  syy: number;
  slope: number;
}

function describeLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: LinearOptions,
  sums: LineSums,
): Line {
  const { n, total, meanX, meanY, sxx, syy, slope } = sums;
  const { weights, clusters } = options;
  let squares = 0;
  // Sandwich filling in the basis (1, x − mean), which is orthogonal under the weights.
  let m00 = 0;
  let m01 = 0;
  let m11 = 0;
  const scores = clusters ? new Map<number | string, [number, number]>() : undefined;
  for (let i = 0; i < y.length; i += 1) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const dx = x[i]! - meanX;
    const residual = y[i]! - meanY - slope * dx;
    squares += w * residual * residual;
    const free = 1 - w / total - (w * dx * dx) / sxx;
    const weighted = w * residual;
    const u = free > 1e-12 ? weighted / free : Infinity;
    m00 += u * u;
    m01 += u * u * dx;
    m11 += dx === 0 ? 0 : u * u * dx * dx;
    if (scores) {
      const score = scores.get(clusters![i]!);
      if (score) {
        score[0] += weighted;
        score[1] += weighted * dx;
      } else scores.set(clusters![i]!, [weighted, weighted * dx]);
    }
  }
  const degreesOfFreedom = n - 2;
  const variance = degreesOfFreedom > 0 ? squares / degreesOfFreedom : Infinity;
  const classical = uncentre(variance / total, 0, variance / sxx, meanX);
  const hc3 =
    degreesOfFreedom > 0 && m00 < Infinity
      ? uncentre(m00 / (total * total), m01 / (total * sxx), m11 / (sxx * sxx), meanX)
      : { ...UNBOUNDED };
  const cluster = scores ? clusterCovariance(scores, sums, degreesOfFreedom) : null;
  return {
    intercept: meanY - slope * meanX,
    slope,
    r2: syy > 0 ? Math.max(0, 1 - squares / syy) : 0,
    n,
    degreesOfFreedom,
    residualSumOfSquares: squares,
    standardError: Math.sqrt(classical.slope),
    hc3Error: Math.sqrt(hc3.slope),
    clusterError: cluster && Math.sqrt(cluster.slope),
    covariance: { classical, hc3, cluster },
    converged: true,
    reason: 'closed form',
  };
}

function clusterCovariance(
  scores: Map<unknown, [number, number]>,
  { n, total, sxx, meanX }: LineSums,
  degreesOfFreedom: number,
): LineCovariance | null {
  const groups = scores.size;
  if (groups < 2 || degreesOfFreedom < 1) return null;
  let c00 = 0;
  let c01 = 0;
  let c11 = 0;
  for (const [a, b] of scores.values()) {
    c00 += a * a;
    c01 += a * b;
    c11 += b * b;
  }
  const correction = (groups / (groups - 1)) * ((n - 1) / degreesOfFreedom);
  return uncentre(
    (correction * c00) / (total * total),
    (correction * c01) / (total * sxx),
    (correction * c11) / (sxx * sxx),
    meanX,
  );
}

const UNBOUNDED: LineCovariance = { intercept: Infinity, slope: Infinity, both: Infinity };

/** From the covariance of (height at the mean of x, slope) to that of (height at x = 0, slope). */
function uncentre(height: number, both: number, slope: number, meanX: number): LineCovariance {
  if (!(slope < Infinity && height < Infinity)) return { ...UNBOUNDED };
  return {
    intercept: height - 2 * meanX * both + meanX * meanX * slope,
    slope,
    both: both - meanX * slope,
  };
}

function failedLine(reason: string): Line {
  const nan = Number.NaN;
  const unknown = { intercept: nan, slope: nan, both: nan };
  return {
    intercept: nan,
    slope: nan,
    r2: nan,
    n: 0,
    degreesOfFreedom: 0,
    residualSumOfSquares: nan,
    standardError: nan,
    hc3Error: nan,
    clusterError: null,
    covariance: { classical: unknown, hc3: unknown, cluster: null },
    converged: false,
    reason,
  };
}

function isUsable(x: number, y: number, weight: number): boolean {
  return Math.abs(x) < Infinity && Math.abs(y) < Infinity && weight > 0 && weight < Infinity;
}

function checkLengths(
  name: string,
  n: number,
  lists: readonly (ArrayLike<unknown> | undefined)[],
): void {
  for (const list of lists) {
    if (list !== undefined && list.length !== n)
      throw new RangeError(
        `${name}: ${n} y but a list of ${list.length}; give one entry for each point`,
      );
  }
}
