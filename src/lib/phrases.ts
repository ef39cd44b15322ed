/** Results as parts of sentences. What has no value gets words that say so, never a gap. */
import { LEVEL } from './choices.ts';
import type { TrendResult } from './compute.ts';
import { formatDays, formatFixed, formatInterval, formatInWords, formatPercent } from './format.ts';
import { exp } from './numerics/elementary.ts';

/** "90 %" with a space that does not break: the level of every interval of this site. */
export const levelText = formatPercent(LEVEL, 0).replace(' ', '\u00a0');

/** "174 days"; "no bounded time" where standstill is not excluded, "no line" where none was fitted. */
export function phraseDoubling({ doublingTime }: Pick<TrendResult, 'doublingTime'>): string {
  if (!doublingTime) return 'no line';
  return doublingTime.status === 'bounded' ? formatDays(doublingTime.days) : 'no bounded time';
}

/** "142 to 286 days"; the bounded end where only one is, "no interval" without draws. */
export function phraseInterval({ doublingTime }: Pick<TrendResult, 'doublingTime'>): string {
  if (doublingTime?.status === 'unbounded') {
    const { atLeast } = doublingTime;
    return atLeast === null ? 'no growth' : `${formatDays(atLeast)} or more, or never`;
  }
  if (!doublingTime?.interval) return 'no interval';
  return `${formatInterval(doublingTime.interval, wholeDays)} days`;
}

/** "174 days (90 % interval 142 to 286 days)". */
export function phraseEstimate(trend: Pick<TrendResult, 'doublingTime'>): string {
  return `${phraseDoubling(trend)} (${levelText} interval ${phraseInterval(trend)})`;
}

/** How many times density grows in a year at this pace: "4.3"; "–" without a line. */
export function phraseYearly({ line }: Pick<TrendResult, 'line'>): string {
  return line ? formatFixed(exp(365.25 * line.slope), 1) : '–';
}

/** "7.62 billion parameters". */
export function phraseSize(parameters: number): string {
  return `${formatInWords(parameters)} parameters`;
}

/** "A, B and C". */
export function phraseList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'none';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The text with its first letter large. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wholeDays(days: number): string {
  return formatDays(days).replace(/ days?$/, '');
}
