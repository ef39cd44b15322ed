/** Numbers to words: the only place that rounds for readers. Numbers in, text out. */

const minus = '−';

/** A count in words up to twelve, in digits beyond: "five", "14". */
export function formatNumeral(count: number): string {
  return numerals[count] ?? formatFixed(count, 0);
}

const numerals = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number with so many significant digits, thousands apart by a thin space, never in exponents. */
export function formatSignificant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) throw new RangeError('formatSignificant requires a finite number');
  if (value === 0) return '0';
  const rounded = Number(Math.abs(value).toPrecision(digits));
  const magnitude = Number(rounded.toExponential().split('e')[1]);
  const decimals = Math.min(12, Math.max(0, digits - 1 - magnitude));
  return sign(value) + group(rounded.toFixed(decimals));
}

/** A fixed number of decimals. */
export function formatFixed(value: number, decimals: number): string {
  const text = group(Math.abs(value).toFixed(decimals));
  return /[1-9]/.test(text) ? sign(value) + text : text;
}

/** Whole days: "175 days". */
export function formatDays(days: number): string {
  const whole = Math.round(days);
  return `${sign(whole)}${group(String(Math.abs(whole)))} ${Math.abs(whole) === 1 ? 'day' : 'days'}`;
}

/** Months of 30 days, as the paper counts them: "5.8 months". */
export function formatMonths(days: number): string {
  return `${formatFixed(days / 30, 1)} months`;
}

/** A count of weights or tokens: "7.6B", "490M", "18T". */
export function formatCount(count: number): string {
  const steps: [number, string][] = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ];
  for (const [size, unit] of steps) {
    if (count >= size * 0.9995) return `${trimZeros(formatSignificant(count / size, 3))}${unit}`;
  }
  return formatSignificant(count, 3);
}

/** A large count as a reader says it: "6.74 billion", "490 million", "100 trillion". */
export function formatInWords(count: number): string {
  const steps: [number, string][] = [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ];
  for (const [size, unit] of steps) {
    if (count >= size * 0.9995) return `${trimZeros(formatSignificant(count / size, 3))} ${unit}`;
  }
  return formatSignificant(count, 3);
}

/** A fraction as percent: "47.5 %". */
export function formatPercent(fraction: number, decimals = 1): string {
  return `${formatFixed(fraction * 100, decimals)} %`;
}

/** A density: two significant digits below ten, as many as the number needs above. */
export function formatDensity(density: number): string {
  return formatSignificant(density, 2);
}

/** An interval with one formatter for both ends: "128 to 240". */
export function formatInterval(
  [low, high]: readonly [number, number],
  format: (value: number) => string,
): string {
  return `${format(low)} to ${format(high)}`;
}

/** A day of the calendar: "24 February 2023"; months only where that is all that is known. */
export function formatDate(date: string, precision: 'day' | 'month' = 'day'): string {
  const [year, month, day] = date.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  return precision === 'month' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A day for tables, without a place to break: "24 Feb 2023". */
export function formatDateShort(date: string, precision: 'day' | 'month' = 'day'): string {
  const [year = '', month, day] = date.split('-');
  const name = (monthNames[Number(month) - 1] ?? '').slice(0, 3);
  return precision === 'month'
    ? `${name}\u00a0${year}`
    : `${Number(day)}\u00a0${name}\u00a0${year}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "7.60" → "7.6", "100" stays. */
function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function sign(value: number): string {
  return value < 0 ? minus : '';
}

/** Thousands apart by a thin no-break space, from five digits on. */
function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
