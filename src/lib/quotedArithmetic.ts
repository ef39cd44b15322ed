/** The arithmetic behind the numbers of the talk and the papers, done again from the quoted values. */
import type { Data } from './data.ts';
import { exp, ln } from './numerics/elementary.ts';
import { selectScore } from './panel.ts';
import { daysOf, findPublished } from './published.ts';
import { RefusalError } from './refusal.ts';
import { dayNumber } from './time.ts';

/** Days of a year, as the talk's sum needs them, and of a month, as the authors count. */
const YEAR = 365;
export const DAYS_PER_MONTH = 30;

/**
 * The halving time of something that falls by a ratio in so many days.
 *
 * @param ratio > 1
 */
export function halvingDays(ratio: number, days: number): number {
  if (!(ratio > 1)) throw new RangeError(`halvingDays requires a ratio above 1, not ${ratio}`);
  return (days * Math.LN2) / ln(ratio);
}

/** What is left after so many days of halving: 2^(−days / halving). */
export function shareLeft(days: number, halving: number): number {
  return exp((-Math.LN2 * days) / halving);
}

/** What a halving every so many days does in a year to the size that the talk names. */
export interface YearOfHalving {
  share: number;
  /** Parameters that are left of the size. */
  size: number;
  /** The same with three whole halvings. */
  sizeByThree: number;
  /** The share of computation that the talk names. */
  quotedShare: number;
}

export function yearOfHalving(data: Pick<Data, 'published'>): YearOfHalving {
  const value = (id: string) => findPublished(data, id).value;
  const share = shareLeft(YEAR, daysOf(findPublished(data, 'liu-2024-talk-doubling')));
  const before = value('liu-2024-size-now');
  return {
    share,
    size: before * share,
    sizeByThree: before / 8,
    quotedShare: value('liu-2024-compute-in-a-year'),
  };
}

/** The two slopes of the preprint as times, and how much faster the second is. */
export interface EraSlopes {
  before: number;
  after: number;
  change: number;
  /** (after − before) / before. */
  faster: number;
  /** Doubling times, months of 30 days. */
  monthsBefore: number;
  monthsAfter: number;
}

export function eraSlopes(data: Pick<Data, 'published'>): EraSlopes {
  const before = findPublished(data, 'xiao-2024-slope-before-chatgpt').value;
  const after = findPublished(data, 'xiao-2024-slope-after-chatgpt').value;
  const months = (slope: number) => Math.LN2 / slope / DAYS_PER_MONTH;
  return {
    before,
    after,
    change: after - before,
    faster: (after - before) / before,
    monthsBefore: months(before),
    monthsAfter: months(after),
  };
}

/** The talk's milestone: two models said to be about as able as each other. */
export interface Milestone {
  ratio: number;
  days: number;
  halvingDays: number;
  /** Scores on MMLU, fractions: the median of the published ones. */
  large: number;
  small: number;
}

const mmlu = { benchmark: 'mmlu', protocols: ['reported'] };

/**
 * From GPT-3 to MiniCPM-2B. Only a lower bound on the pace where the small model scores more.
 *
 * @throws RefusalError where a date or a score is not on record
 */
export function milestone({ models, published, context }: Data): Milestone {
  const large = models.find(({ id }) => id === 'gpt-3-175b');
  const small = models.find(({ id }) => id === 'minicpm-2b');
  const scoreOf = (model: typeof large) =>
    model && selectScore(model.scores, mmlu, 'median', null)?.value;
  const began = context.training.records.find(({ model }) => model === 'GPT-3 175B (davinci)');
  const ended = small?.released?.date;
  const [first, second] = [scoreOf(large), scoreOf(small)];
  if (!began?.date || !ended || first === undefined || second === undefined) {
    const sentence = 'The milestone needs dates and MMLU scores of GPT-3 175B and MiniCPM-2B.';
    throw new RefusalError({ code: 'unknown-choice', sentence });
  }
  const value = (id: string) => findPublished({ published }, id).value;
  const ratio = value('liu-2024-gpt-3-size') / value('liu-2024-gpt-3-match-size');
  const days = dayNumber(ended) - dayNumber(began.date);
  return {
    ratio,
    days,
    halvingDays: halvingDays(ratio, days),
    large: first,
    small: second,
  };
}
