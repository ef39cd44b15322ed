/**
 * A digest of what the numerics return, bit by bit, one for each part. Imports nothing of Node, so
 * that a browser can run it: every engine has to give the same digests.
 */
import { bcaInterval, percentileInterval } from '../../../src/lib/numerics/bootstrap.ts';
import { findCrossing } from '../../../src/lib/numerics/crossing.ts';
import { normalQuantile, percentile } from '../../../src/lib/numerics/distributions.ts';
import { exp, ln } from '../../../src/lib/numerics/elementary.ts';
import { erfc, normalCdf } from '../../../src/lib/numerics/errorFunction.ts';
import { fitLeastSquares } from '../../../src/lib/numerics/leastSquares.ts';
import { fitLine } from '../../../src/lib/numerics/linear.ts';
import { fitLinear } from '../../../src/lib/numerics/linearModel.ts';
import {
  binomialCdf,
  fisherUpper,
  studentCdf,
  studentQuantile,
} from '../../../src/lib/numerics/probabilities.ts';
import { fitQuantileLine } from '../../../src/lib/numerics/quantileRegression.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { fitLossLaw } from '../../../src/lib/numerics/robustFit.ts';
import { fitJoinpoint, searchBreak } from '../../../src/lib/numerics/segmented.ts';
import { kaplanMeier } from '../../../src/lib/numerics/survival.ts';
import { atan, cos, pow, sin } from '../../../src/lib/numerics/transcendental.ts';

/** FNV-1a over the bytes of doubles, as eight hexadecimal digits; NaNs count alike. */
function digest(values: Iterable<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, Number.isNaN(value) ? Number.NaN : value);
    for (let i = 0; i < 8; i += 1) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function draws(
  name: string,
  count: number,
  of: (stream: ReturnType<typeof makeStream>) => number,
): number[] {
  const stream = makeStream(20250101, name);
  return Array.from({ length: count }, () => of(stream));
}

export function portableDigests(): Record<string, string> {
  const wide = draws('wide', 5000, (stream) => 400 * stream.normal());
  const unit = draws('unit', 5000, (stream) => stream.uniform());
  const x = draws('x', 90, (stream) => Math.floor(1200 * stream.uniform()));
  const y = draws('y', 90, (stream) => stream.normal()).map((noise, i) => 0.006 * x[i]! + noise);
  const weights = draws('weights', 90, (stream) => stream.poisson());
  const clusters = x.map((_, i) => i % 17);
  const line = fitLine(x, y, { weights, clusters });
  const quantiles = [0.5, 0.9, 0.95].map((tau) => fitQuantileLine(x, y, tau, weights));
  const columns = [x.map(() => 1), x, y.map((value) => value * value)];
  const model = fitLinear(columns, y, { weights, clusters });
  const joint = fitJoinpoint(x, y, 600, { clusters });
  const search = searchBreak(x, y, { shape: 'separate', draws: 50, seed: 1 });
  const survival = kaplanMeier(
    x,
    y.map((value) => value > 2),
    0.9,
  );
  const plain = percentileInterval(y, 0.9);
  const bca = bcaInterval(y, 3, x, 0.9);
  const crossing = findCrossing(
    { ...line, covariance: line.covariance.hc3 },
    { intercept: 4, slope: 0.001, covariance: line.covariance.classical },
    1.96,
  );
  return {
    exp: digest(wide.map(exp)),
    ln: digest(unit.map(ln)),
    power: digest(unit.map((u, i) => pow(u, wide[i]! / 100))),
    angles: digest([...wide.map(sin), ...wide.map(cos), ...wide.map(atan)]),
    normal: digest([
      ...unit.map(normalQuantile),
      ...wide.map((value) => normalCdf(value / 60)),
      ...wide.map((value) => erfc(value / 90)),
    ]),
    probabilities: digest([
      ...unit.slice(0, 300).map((u) => studentQuantile(u, 7)),
      ...wide.slice(0, 300).map((value) => studentCdf(value / 100, 12)),
      ...unit.slice(0, 300).map((u) => fisherUpper(4 * u, 2, 31)),
      ...unit.slice(0, 300).map((u) => binomialCdf(70, 164, u)),
    ]),
    random: digest([...wide, ...unit, ...weights]),
    leastSquares: digest(
      curves(unit).flatMap((fit) => [
        ...fit.parameters,
        ...fit.covariance,
        fit.residualSumOfSquares,
      ]),
    ),
    quantileLine: digest(quantiles.flatMap((each) => [each.intercept, each.slope, each.objective])),
    line: digest([
      line.intercept,
      line.slope,
      line.r2,
      line.standardError,
      line.hc3Error,
      line.clusterError!,
    ]),
    linearModel: digest([
      ...model.coefficients,
      ...model.hc3Covariance,
      ...model.clusterCovariance!,
    ]),
    lossLaw: digest(lossLaws(unit)),
    breaks: digest([joint.change, joint.hc3Error, search.breakAt, search.supF, search.p]),
    survival: digest(
      survival.steps.flatMap((step) => [step.survival, step.standardError, step.low, step.high]),
    ),
    intervals: digest([
      plain.low,
      plain.high,
      bca.low,
      bca.high,
      crossing.low,
      crossing.high,
      percentile(
        [...y].sort((a, b) => a - b),
        0.37,
      ),
    ]),
  };
}

function curves(unit: readonly number[]): ReturnType<typeof fitLeastSquares>[] {
  return [0, 1, 2, 3, 4].map((set) =>
    fitLeastSquares({
      count: 9,
      start: [0.5, 22],
      residuals(p, out) {
        for (let i = 0; i < 9; i += 1) {
          out[i] =
            1 / (1 + exp(-p[0]! * (20 + 0.7 * i - p[1]!))) - 0.1 * i - 0.1 * unit[9 * set + i]!;
        }
      },
    }),
  );
}

function lossLaws(unit: readonly number[]): number[] {
  const runs = unit.slice(0, 40).map((u, i) => {
    const parameters = exp(18 + 0.6 * (i % 8));
    const tokens = exp(22 + 5 * unit[40 + i]!);
    return {
      parameters,
      tokens,
      loss: 1.7 + 400 / pow(parameters, 0.34) + 1500 / pow(tokens, 0.36) + 0.01 * u,
    };
  });
  const fit = fitLossLaw(
    {
      parameters: runs.map((run) => run.parameters),
      tokens: runs.map((run) => run.tokens),
      loss: runs.map((run) => run.loss),
    },
    { start: { E: 1.5, lnA: 6, lnB: 7, alpha: 0.3, beta: 0.3 } },
  );
  return [fit.E, fit.lnA, fit.lnB, fit.alpha, fit.beta, fit.objective];
}
