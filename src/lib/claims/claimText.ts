/** Results of claims as words: values with their units, intervals, and the rule a status stands for. */
import { formatDays, formatFixed, formatPercent, formatSignificant } from '../format.ts';
import type { ClaimRecord } from '../schemaClaims.ts';
import type { ClaimStatus, Estimate, Verdict } from './claim.ts';

type Rules = ClaimRecord['statusRules'];

/** The rule of a record that each status stands for, in the order in which records write them. */
export const ruleOfStatus: Readonly<Record<ClaimStatus, keyof Rules>> = {
  holds: 'holds',
  'holds at another rate': 'holdsAtAnotherRate',
  mixed: 'mixed',
  fails: 'fails',
  'cannot be tested': 'cannotBeTested',
};

const formats: Readonly<Record<string, (value: number) => string>> = {
  days: formatDays,
  times: (value) => `${formatSignificant(value, 2)} times`,
  'per day': (value) => `${formatSignificant(value, 2)} a day`,
  share: (value) => formatPercent(value, 0).replace(' ', '\u00a0'),
};

/**
 * A value of a claim with its unit: "156 days", "0.78 times", "0.0070 a day", "100 %".
 *
 * @throws RangeError for a unit that no claim uses
 */
export function formatClaimValue(value: number, unit: string): string {
  const format = formats[unit];
  if (!format) throw new RangeError(`formatClaimValue has no words for the unit "${unit}"`);
  return format(value);
}

/** "130 to 239 days", "251 days or more"; null without an interval. */
export function formatClaimInterval({ interval, unit }: Estimate): string | null {
  if (!interval) return null;
  const [low, high] = interval;
  const format = (value: number) => formatClaimValue(value, unit);
  if (low !== null && high !== null) {
    const first = format(low).replace(/\s(?:days?|times|a day|%)$/, '');
    return `${first} to ${format(high)}`;
  }
  if (low !== null) return `${format(low)} or more`;
  return high === null ? null : `${format(high)} or less`;
}

/** The text of a record with the apostrophes of print. */
export function inPrint(text: string): string {
  return text.replaceAll("'", '’');
}

/** The title of a claim, ready to print. */
export function claimTitle({ title }: Pick<ClaimRecord, 'title'>): string {
  return inPrint(title);
}

/** What the verdict of a single test says, as a phrase. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  agrees: 'agrees',
  'another rate': 'agrees, at another rate',
  denies: 'denies',
  open: 'cannot tell',
};

/** A value that a record predicts: "88 days", "3.5 months of 30 days", "below 1 times". */
export function formatPredicted({ value, unit }: ClaimRecord['predicts'][number]): string {
  if (unit === 'days') return formatDays(value);
  const [, quantity = unit, side] = /^(.*?)(?: \((below|above)\))?$/.exec(unit) ?? [];
  const digits = Number.isInteger(value) ? formatFixed(value, 0) : formatSignificant(value, 3);
  const spoken = quantity === 'per day' ? 'a day' : quantity;
  return `${side ? `${side} ` : ''}${trimmed(digits)} ${spoken}`;
}

/** "0.00480" → "0.0048". */
function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/0+$/, '').replace(/\.$/, '') : digits;
}
