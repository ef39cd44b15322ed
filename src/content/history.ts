/** What is known of a number's past: its releases, and for the headline the months before. */
import { releases } from '../build/releases.ts';
import { timeMachine } from '../build/results.ts';
import type { PastValue } from '../components/charts/numberHistory.ts';

/** The numbers that the time machine knows. */
const MONTHLY = 'doubling-time';

/** A number's values over time, oldest first. */
export function pastOf(id: string): PastValue[] {
  const printed = releases.flatMap(({ release, data, numbers }) => {
    const record = numbers.find((number) => number.id === id);
    return record && record.value !== null
      ? [{ date: data.asOf, value: record.value, interval: record.interval, release }]
      : [];
  });
  const first = printed[0]?.date ?? '9999';
  const months = id === MONTHLY ? monthly().filter(({ date }) => date < first) : [];
  return [...months, ...printed];
}

function monthly(): PastValue[] {
  return timeMachine.moments.flatMap(({ asOf, trend: { doublingTime: time } }) =>
    time?.status === 'bounded'
      ? [{ date: asOf, value: time.days, interval: time.interval, release: null }]
      : [],
  );
}
