/** Words for a prediction: its status with the day and the model, its deadline, its test. */
import {
  formatCount,
  formatDate,
  formatDensity,
  formatFixed,
  formatPercent,
} from '../../lib/format.ts';
import type { Resolution } from '../../lib/predictions/resolution.ts';
import type { PredictionRecord, Resolver } from '../../lib/schemaPredictions.ts';

/** "met on 29 April 2025", "open until 31 December 2026". */
export function sayStatus({ status, on, deadline }: Resolution): string {
  switch (status) {
    case 'met':
      return on ? `met on ${formatDate(on)}` : 'met';
    case 'missed':
      return on ? `missed, with ${formatDate(on)} as the last day` : 'missed';
    case 'open':
      return deadline ? `open until ${formatDate(deadline)}` : 'open, with no deadline';
    case 'cannot be judged':
      return 'cannot be judged';
  }
}

/** Who said it: the talk, or this site. */
export function sayOrigin(kind: PredictionRecord['kind']): string {
  const origins: Record<PredictionRecord['kind'], string> = {
    talk: 'Prediction of the talk',
    milestone: 'Milestone named by the talk',
    forward: 'Prediction of this site',
  };
  return origins[kind];
}

/** How a status is found, in a sentence or two for a reader who does not read code. */
export function sayTest(resolver: Resolver, nameOf: (id: string) => string): string {
  switch (resolver.kind) {
    case 'scores-at-size':
      return `Every open model of at most ${formatCount(resolver.most)} parameters is set beside ${nameOf(resolver.yardstick)} on the tests that both have taken the same way. At least ${resolver.least} must be shared. The first whose mean is as high meets it.`;
    case 'documented':
      return 'Written evidence, each piece with its day and its source. The first piece within the time meets it. Where none is known at the deadline, the prediction cannot be judged: that nothing was found does not show that nothing happened.';
    case 'unjudged':
      return 'None. No data of this site can tell.';
    case 'growth-since':
      return `A line at the dense edge, through the open base models released from ${formatDate(resolver.from)} on. ${resolver.surely ? 'Its whole 90 % interval must lie above zero.' : 'It must rise.'} Judged on the deadline.`;
    case 'shipments':
      return `Computing power of NVIDIA’s chips for data centres, by year of sale. Each full year from ${resolver.fromYear} on must bring more than the year before.`;
    case 'doubling-time':
      return `The doubling time of the headline, computed with the data of the deadline, must lie ${sayRange(resolver.atLeast, resolver.atMost)}.`;
    case 'model-reaches':
      return `One open base model${resolver.most === null ? '' : ` of at most ${formatCount(resolver.most)} parameters`}, released after the prediction was made, must reach ${[
        resolver.density === null ? null : `a density of ${formatDensity(resolver.density)}`,
        resolver.effectiveParameters === null
          ? null
          : `an effective size of ${formatCount(resolver.effectiveParameters)}`,
      ]
        .filter(Boolean)
        .join(' and ')}.`;
  }
}

function sayRange(atLeast: number | null, atMost: number | null): string {
  const days = (value: number) => formatFixed(value, 0);
  if (atLeast !== null && atMost !== null) {
    return `between ${days(atLeast)} and ${days(atMost)} days`;
  }
  if (atLeast !== null) return `at ${days(atLeast)} days or above`;
  return atMost === null ? 'anywhere' : `at ${days(atMost)} days or below`;
}

/** The probability with its scores once it is settled, in a sentence. */
export function sayProbability({ probability, brier, logScore }: Resolution): string | null {
  if (probability === null) return null;
  const given = formatPercent(probability, 0);
  if (brier === null || logScore === null) {
    return `We give it ${given}. It will be scored when it is settled: by the square of the error (Brier score, 0 best) and by the logarithm of the probability given to what happened (0 best).`;
  }
  const log = Number.isFinite(logScore) ? formatFixed(logScore, 2) : 'minus infinity';
  return `We gave it ${given}. Brier score ${formatFixed(brier, 3)} (0 is best), log score ${log} (0 is best).`;
}
