import { exp, ln } from './elementary.ts';
import { normalQuantile } from './distributions.ts';

export interface SurvivalStep {
  /** A time at which at least one event happened. */
  time: number;
  atRisk: number;
  events: number;
  /** Part that survives beyond this time. */
  survival: number;
  /** Greenwood's standard error of the survival. */
  standardError: number;
  /** Pointwise interval by the log(−log) transformation, in [0, 1]. */
  low: number;
  high: number;
}

export interface SurvivalCurve {
  steps: SurvivalStep[];
  n: number;
  events: number;
  /** The first time at which survival is 1/2 or less; null when the curve stays above. */
  median: number | null;
  /** Interval of the median; null for an end the data do not reach. */
  medianLow: number | null;
  medianHigh: number | null;
  converged: boolean;
  reason: string;
}

/**
 * Kaplan–Meier estimate from durations ≥ 0, each ended by an event (true) or censored (false); at
 * equal times events come before censorings. Intervals: Greenwood's variance on the log(−log)
 * scale; the median's from where those bounds cross 1/2 (R. Brookmeyer and J. Crowley, Biometrics
 * 38 (1982), 29–41). No durations, or one that is negative or not finite, give `converged: false`
 * with a reason.
 */
export function kaplanMeier(
  durations: ArrayLike<number>,
  happened: ArrayLike<boolean>,
  level: number,
): SurvivalCurve {
  const n = durations.length;
  if (happened.length !== n)
    throw new RangeError(
      `kaplanMeier: ${n} durations but ${happened.length} outcomes; give one each`,
    );
  if (!(level > 0 && level < 1))
    throw new RangeError(
      `kaplanMeier: level is ${level}; it must lie between 0 and 1, for example 0.9`,
    );
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => durations[i]! - durations[j]!,
  );
  const bad = order.find((i) => !(durations[i]! >= 0 && durations[i]! < Infinity));
  if (n === 0) return refuse(0, 'no durations');
  if (bad !== undefined)
    return refuse(
      n,
      `duration ${bad + 1} is ${durations[bad]}; it must be finite and not negative`,
    );

  const steps: SurvivalStep[] = [];
  let survival = 1;
  let hazardVariance = 0;
  for (let from = 0; from < n;) {
    const time = durations[order[from]!]!;
    let to = from;
    let events = 0;
    while (to < n && durations[order[to]!] === time) {
      if (happened[order[to]!]) events += 1;
      to += 1;
    }
    const atRisk = n - from;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      hazardVariance += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, ...spread(survival, hazardVariance, level) });
    }
    from = to;
  }
  const events = steps.reduce((sum, step) => sum + step.events, 0);
  const first = (part: 'survival' | 'low' | 'high') =>
    steps.find((step) => step[part] <= 0.5 + 1e-12)?.time ?? null;
  const median = first('survival');
  return {
    steps,
    n,
    events,
    median,
    medianLow: first('low'),
    medianHigh: first('high'),
    converged: median !== null,
    reason:
      median === null
        ? `survival stays above 1/2: ${events} events among ${n}`
        : `${events} events among ${n}`,
  };
}

function spread(
  survival: number,
  hazardVariance: number,
  level: number,
): Pick<SurvivalStep, 'survival' | 'standardError' | 'low' | 'high'> {
  if (survival === 0) return { survival, standardError: 0, low: 0, high: 0 };
  const standardError = survival * Math.sqrt(hazardVariance);
  const hazard = -ln(survival);
  const factor = exp((normalQuantile((1 + level) / 2) * Math.sqrt(hazardVariance)) / hazard);
  return { survival, standardError, low: exp(-hazard * factor), high: exp(-hazard / factor) };
}

function refuse(n: number, reason: string): SurvivalCurve {
  return {
    steps: [],
    n,
    events: 0,
    median: null,
    medianLow: null,
    medianHigh: null,
    converged: false,
    reason,
  };
}
