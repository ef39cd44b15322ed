/**
 * A date as precise as its source, as a day: the middle of the month or year where no more is known.
 *
 * @param date `2024`, `2024-09` or `2024-09-05`
 */
export function middleDay(date: string): string {
  if (date.length === 4) return `${date}-07-01`;
  return date.length === 7 ? `${date}-15` : date;
}
