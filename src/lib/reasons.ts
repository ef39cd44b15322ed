/** Why a value stands where it stands, as sentences that pages and downloads print. */
import type { Grade, UndefinedReason } from './effective.ts';
import { formatCount, formatNumeral, formatSignificant } from './format.ts';
import type { Bystander, Exclusion } from './panel.ts';
import type { ScoreFate } from './scoreUse.ts';

/** A code of the results in words: a label for tables, a sentence for pages. */
export interface Reason {
  label: string;
  sentence: string;
}

/** How far an effective size lies from the ruler's own sizes, from near to far. */
export const grades: Readonly<Record<Grade, { label: string; advice: string }>> = {
  interpolated: { label: 'within the ruler', advice: '' },
  'within-2x': { label: 'up to 2× beyond', advice: 'so the curve is extended a little' },
  'within-10x': { label: '2 to 10× beyond', advice: 'so it rests on the shape of the curve' },
  'beyond-10x': {
    label: 'over 10× beyond',
    advice: 'where no model of the ruler was ever measured: read it as an order of magnitude',
  },
};

/** Where an effective size lies on the ruler, and what that means for trusting it. */
export function gradeSentence(
  effective: number,
  grade: Grade,
  [low, high]: readonly [number, number],
): string {
  if (grade === 'interpolated') {
    return `The effective size lies among the ruler’s own sizes, ${formatCount(low)} to ${formatCount(high)}.`;
  }
  const isBelow = effective < low;
  const factor = isBelow ? low / effective : effective / high;
  const place = isBelow
    ? `below the ruler’s smallest model (${formatCount(low)})`
    : `above the ruler’s largest model (${formatCount(high)})`;
  if (factor < 1.05) return `The effective size lies just ${place}.`;
  return `The effective size lies ${place} by a factor of ${formatSignificant(factor, 2)}, ${grades[grade].advice}.`;
}

/** Why a measured model has no effective size. */
export const undefinedReasons: Readonly<Record<UndefinedReason, Reason>> = {
  'at-or-below-chance': {
    label: 'at or below chance',
    sentence:
      'Its scores are no better than guessing, so no size of the ruler’s family corresponds to them.',
  },
  'at-or-above-ceiling': {
    label: 'at or above the ceiling',
    sentence:
      'Its scores are higher than the ruler’s family would reach at any size, so no size corresponds to them.',
  },
  'beyond-infinite-size': {
    label: 'beyond infinite size',
    sentence:
      'Its scores are higher than this ruler’s recipe would reach on its tokens even with infinitely many parameters, so no size corresponds to them.',
  },
};

/** Why a measured model does not set the trend. */
export const bystanderReasons: Readonly<Record<Bystander, Reason>> = {
  instruct: {
    label: 'instruction-tuned',
    sentence: 'It was tuned to follow instructions; the trend counts base models only.',
  },
  reasoning: {
    label: 'reasoning model',
    sentence:
      'It was trained to reason at length before it answers; the trend counts base models only.',
  },
  derived: {
    label: 'derived',
    sentence:
      'It starts from the weights of another model; the trend counts models trained from scratch.',
  },
  distilled: {
    label: 'distilled',
    sentence:
      'It learned from the outputs of a larger model, and these choices leave such models out.',
  },
  'no-release-date': {
    label: 'no release date',
    sentence: 'Its release date is not on record, so it has no place in time.',
  },
  'after-as-of': {
    label: 'after the data’s date',
    sentence: 'It was released after the day up to which these data count.',
  },
  'left-out-family': {
    label: 'family left out',
    sentence: 'These choices leave its family out.',
  },
};

/** Why a model cannot be measured on a panel of `size` benchmarks that needs `needs` of them. */
export function exclusionReason(
  { reason, benchmarks }: Pick<Exclusion, 'reason' | 'benchmarks'>,
  panel: { size: number; needs: number },
): Reason {
  switch (reason) {
    case 'no-panel-score':
      return {
        label: 'no score on this panel',
        sentence:
          'The record has no score on any benchmark of this panel under the panel’s protocols.',
      };
    case 'too-few-benchmarks':
      return {
        label: 'too few benchmarks',
        sentence: `The record has only ${formatNumeral(benchmarks)} of this panel’s ${formatNumeral(panel.size)} benchmarks, and the panel needs ${formatNumeral(panel.needs)}.`,
      };
    case 'no-parameter-count':
      return {
        label: 'size not published',
        sentence: 'Its number of parameters is not published, so there is nothing to divide by.',
      };
  }
}

/** Why a published value does not count. */
export const fateLabels: Readonly<Record<Exclude<ScoreFate, 'counted'>, string>> = {
  suspect: 'no: doubted',
  'no-panel-uses-benchmark': 'no panel uses it',
  'another-protocol': 'no: another protocol',
  'model-not-measured': 'no: model not measured',
};
