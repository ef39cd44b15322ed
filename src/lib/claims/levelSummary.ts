/** What many fixed scores say together: how many fall at the claimed pace, and who stood longest. */
import { dayNumber } from '../time.ts';
import type { Rate } from './claim.ts';
import type { Step } from './levels.ts';

/** Rates of levels beside a claimed halving time. The first three add up to `fitted`. */
export interface LevelCounts {
  fitted: number;
  /** The whole interval is slower than the claim, holds it, or is faster. */
  slower: number;
  within: number;
  faster: number;
  /** The interval holds no fall at all; counted among the others, too. */
  flat: number;
}

/** Counts the levels that have a rate with an interval. */
export function countLevels(rates: readonly (Rate | null)[], claimedDays: number): LevelCounts {
  const claimed = Math.LN2 / claimedDays;
  const intervals = rates.flatMap((rate) => (rate?.interval ? [rate.interval] : []));
  const count = (test: (interval: readonly [number, number]) => boolean) =>
    intervals.filter(test).length;
  const slower = count(([, high]) => high < claimed);
  const faster = count(([low]) => low > claimed);
  const fitted = intervals.length;
  return {
    fitted,
    slower,
    faster,
    within: fitted - slower - faster,
    flat: count(([low]) => low <= 0),
  };
}

/** A model that stayed the cheapest at or above a score, and until when. */
export interface Reign {
  id: string;
  name: string;
  benchmark: string;
  level: number;
  from: string;
  /** The day on which a cheaper one came, or the data's last day. */
  to: string;
  days: number;
  /** Whether nothing has followed yet. */
  isOpen: boolean;
}

/** The time for which each step stood, the longest first; ties by benchmark, level and id. */
export function reignsOf(
  levels: readonly { benchmark: string; level: number; steps: readonly Step[] }[],
  asOf: string,
): Reign[] {
  const reigns = levels.flatMap(({ benchmark, level, steps }) =>
    steps.map(({ id, name, date }, i): Reign => {
      const next = steps[i + 1];
      const to = next?.date ?? asOf;
      const days = dayNumber(to) - dayNumber(date);
      return { id, name, benchmark, level, from: date, to, days, isOpen: !next };
    }),
  );
  const key = ({ benchmark, level, id }: Reign) => `${benchmark} ${level} ${id}`;
  return reigns.sort((a, b) => b.days - a.days || (key(a) < key(b) ? -1 : 1));
}
