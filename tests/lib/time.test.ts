import { expect, test } from 'vitest';
import { clockDay } from '../../src/lib/panel.ts';
import { dateOfDay, dayNumber } from '../../src/lib/time.ts';

test.each([
  ['1970-01-01', 0], // by definition
  ['2000-03-01', 11017], // GNU date -u -d 2000-03-01 +%s / 86400
  ['2024-02-29', 19782], // GNU date
  ['1969-12-31', -1],
])('dayNumber(%s) counts days since 1970-01-01', (date, number) => {
  expect(dayNumber(date)).toBe(number);
});

test('dateOfDay inverts dayNumber on every day from 1900 to 2100', () => {
  for (let day = -25567; day < 47847; day += 1) expect(dayNumber(dateOfDay(day))).toBe(day);
});

test.each(['2025-02-30', '2025-13-01', '2025-00-10', '2025-1-1', 'today', ''])(
  'dayNumber refuses %j, which is no calendar date',
  (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  },
);

test('the clock starts on the day of LLaMA 1', () => {
  expect(clockDay('2023-02-24')).toBe(0);
  expect(clockDay('2022-11-30')).toBe(-86); // ChatGPT; 31 + 31 + 24 days before
});
