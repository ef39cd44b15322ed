import { ln } from './elementary.ts';

/**
 * Quantile of a sorted sample by linear interpolation (R's type 7, the usual default): `p` in [0,
 * 1], values in rising order. NaN of an empty sample. Throws a RangeError when `p` is outside [0,
 * 1].
 */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1))
    throw new RangeError(`percentile: p is ${p}; it must lie in [0, 1], for example 0.95`);
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = (n - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = below + 1 < n ? sorted[below + 1]! : low;
  if (at === below || low === high || low === -Infinity) return low; // keeps infinite values from turning into NaN
  return low + (at - below) * (high - low);
}

/**
 * Weighted quantile: the smallest value at which the running sum of weights reaches the part `p` of
 * the whole. With `p` = 0.5 the lower weighted median. Values need not be sorted; weights are ≥ 0.
 * NaN when no weight is positive. Throws a RangeError when `p` is outside [0, 1] or the lists
 * differ in length.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  p: number,
): number {
  if (!(p >= 0 && p <= 1))
    throw new RangeError(`weightedQuantile: p is ${p}; it must lie in [0, 1], for example 0.5`);
  if (values.length !== weights.length) {
    throw new RangeError(
      `weightedQuantile: ${values.length} values but ${weights.length} weights; give one each`,
    );
  }
  const order = Array.from({ length: values.length }, (_, i) => i).filter((i) => weights[i]! > 0);
  order.sort((i, j) => values[i]! - values[j]!);
  const total = order.reduce((sum, i) => sum + weights[i]!, 0);
  let running = 0;
  for (const i of order) {
    running += weights[i]!;
    if (running >= p * total * (1 - 1e-14)) return values[i]!;
  }
  return Number.NaN;
}

/**
 * Quantile of the standard normal distribution, relative error about 1e-16 for p from 1e-300 to 1 −
 * 1e-16. Below 0 or above 1: NaN; at 0 and 1: −Infinity and Infinity. M. J. Wichura, Algorithm AS
 * 241 (PPND16), Applied Statistics 37 (1988), 477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * central(0.180625 - q * q);
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const x = r <= 5 ? middle(r - 1.6) : far(r - 5);
  return q < 0 ? -x : x;
}

function central(r: number): number {
  return (
    (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
      45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
      3.387132872796366608) /
    (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
      21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
      1)
  );
}

function middle(r: number): number {
  return (
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) *
      r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
      1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r +
      0.0151986665636164571966) *
      r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
      1)
  );
}

function far(r: number): number {
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
      0.0012426609473880784386) *
      r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
      6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r +
      1.8463183175100546818e-5) *
      r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
      1)
  );
}
