/**
 * What a contributor types, read as what a record holds. A reading is a value or the rule that was
 * broken with a mend; nothing is guessed and nothing is rounded.
 */

export type Reading<T> = { value: T } | { rule: string; mend: string };

/** Whether a reading is a value. */
export function isRead<T>(reading: Reading<T>): reading is { value: T } {
  return 'value' in reading;
}

/** Powers of ten that the letters behind a rounded count stand for, in small letters. */
export const thousands: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6, b: 9, t: 12 };

/** A count of weights or tokens, and whether it was written out to the last digit. */
export interface Count {
  value: number;
  isExact: boolean;
}

/** "7615616512", "7_615_616_512", "7.6B" or "18T" as a plain count. */
export function readCount(text: string): Reading<Count> {
  const match = /^(\d[\d_,\u202f ]*)(\.\d+)?\s*([kmbt]?)$/i.exec(text.trim());
  const mend = 'write a plain count such as 7615616512, or a rounded one such as 7.6B or 18T';
  if (!match) return { rule: 'must be a count above zero', mend };
  const [, whole = '', fraction = '', suffix = ''] = match;
  if (/^\d{1,3},\d{1,2}$/.test(whole)) {
    return { rule: 'has a comma that could be a decimal point', mend };
  }
  const digits = whole.replace(/\D/g, '');
  const value = Number(`${digits}${fraction}e${thousands[suffix.toLowerCase()] ?? 0}`);
  if (!(value > 0)) return { rule: 'must be above zero', mend };
  if (value > 1e17) return { rule: 'must not exceed 1e17', mend };
  if (suffix === '' && value < 1e4) {
    return {
      rule: 'is too small for a count of weights or tokens; billions are not the unit',
      mend: `write ${digits}${fraction}B if you mean billions`,
    };
  }
  if (!Number.isInteger(value)) return { rule: 'must be a whole number', mend };
  return { value: { value, isExact: suffix === '' && value % 1000 !== 0 } };
}

/** A share of right answers, a fraction; a percentage is refused with the fraction to write. */
export function readShare(text: string): Reading<number> {
  const trimmed = text.trim();
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(trimmed)?.[1];
  const value = /^\d+(?:\.\d+)?(?:e-\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  const asPercent = percent === undefined ? value : Number(percent);
  if (percent !== undefined || (value > 1 && value <= 100)) {
    return {
      rule: 'must be a fraction between 0 and 1, not a percentage',
      mend: `write ${asFraction(asPercent)} instead of ${trimmed}`,
    };
  }
  if (!(value >= 0 && value <= 1)) {
    return { rule: 'must be a fraction between 0 and 1', mend: 'write for example 0.653' };
  }
  return { value };
}

/** A percentage as a fraction, without the digits that division adds: 65.3 → 0.653. */
export function asFraction(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}

/** A day or a month; a month counts as its 15th. */
export interface Release {
  date: string;
  precision: 'day' | 'month';
}

/** "2024-09-19" or "2024-09". */
export function readRelease(text: string): Reading<Release> {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  const mend = 'write a day, 2024-09-19, or a month where the day is unknown, 2024-09';
  if (!match) return { rule: 'must be a day written YYYY-MM-DD', mend };
  const [, year = '', month = '', day] = match;
  const date = `${year}-${month}-${day ?? '15'}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) {
    return { rule: 'must be a day of the calendar', mend };
  }
  return { value: { date, precision: day === undefined ? 'month' : 'day' } };
}

/** The address of a page. */
export function readAddress(text: string): Reading<string> {
  const value = text.trim();
  const mend = 'write the whole address, such as https://arxiv.org/abs/2412.15115';
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/.test(value)) {
    return { rule: 'must be the address of a page, with https://', mend };
  }
  if (/\s/.test(value)) return { rule: 'must not contain spaces', mend: 'write %20 for a space' };
  if (value.length > 500) return { rule: 'must not exceed 500 characters', mend };
  return { value };
}

/** An id, also the name of a file. */
export function readId(text: string): Reading<string> {
  const value = text.trim();
  if (value.length <= 80 && /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(value)) return { value };
  const mend = `write for example ${suggestId(value) || 'qwen2.5-7b'}`;
  return { rule: 'must be lower case: a-z, 0-9, dots and hyphens between them', mend };
}

/** An id made of a name: "Qwen2.5 7B" → "qwen2.5-7b"; empty where nothing is left. */
export function suggestId(name: string): string {
  const parts = name.toLowerCase().split(/[^a-z0-9.]+/);
  return parts
    .map((part) => part.replace(/^\.+|\.+$/g, '').replace(/\.{2,}/g, '.'))
    .filter(Boolean)
    .join('-')
    .slice(0, 80)
    .replace(/[.-]+$/, '');
}

/** Words of at most `most` characters. */
export function readWords(text: string, most = 600): Reading<string> {
  const value = text.trim();
  if (value === '') return { rule: 'must not be empty', mend: 'write a word or a sentence' };
  if (value.length > most) {
    return { rule: `must not exceed ${most} characters`, mend: 'say it in fewer words' };
  }
  return { value };
}

/** One of a few words. */
export function readOneOf<T extends string>(text: string, words: readonly T[]): Reading<T> {
  const value = words.find((word) => word === text.trim().toLowerCase());
  if (value !== undefined) return { value };
  return { rule: `must be one of ${words.join(', ')}`, mend: `write ${words[0]}` };
}

/** A number of worked examples; null where the source does not say. */
export function readShots(text: string): Reading<number | null> {
  const value = text.trim();
  if (value === '' || value === '?') return { value: null };
  if (/^\d{1,3}$/.test(value) && Number(value) <= 100) return { value: Number(value) };
  return {
    rule: 'must be a whole number from 0 to 100',
    mend: 'write 5, or leave it empty where the source does not say',
  };
}

/** A repository of Hugging Face; its address is taken, too. */
export function readHub(text: string): Reading<string> {
  const value = text
    .trim()
    .replace(/^https:\/\/huggingface\.co\//, '')
    .replace(/\/$/, '');
  if (/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/.test(value) && value.length <= 200) {
    return { value };
  }
  return { rule: 'must be owner/name', mend: 'write for example Qwen/Qwen2.5-7B' };
}
