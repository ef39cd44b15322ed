/** When things came and turned, as far as releases prove it. */
import type { Release } from './release.ts';

/** A status, and the day on which a release, or the data of today, first had it. */
export interface Turn {
  status: string;
  /** YYYY-MM-DD. */
  date: string;
  /** The release that first said it; null for a status that no release has yet. */
  release: string | null;
}

type Judged = Pick<Release, 'release' | 'date' | 'claims'>;
type Recorded = Pick<Release, 'date' | 'records'>;

/**
 * Every status that a claim had, oldest first: the first one, and each that differs from the one before.
 *
 * @param releases in order of time
 * @param now the status today and the day of the data
 */
export function turnsOf(
  id: string,
  releases: readonly Judged[],
  now: { status: string; date: string },
): Turn[] {
  const said = releases.flatMap(({ release, date, claims }) => {
    const claim = claims.find((one) => one.id === id);
    return claim ? [{ status: claim.status, date, release }] : [];
  });
  return [...said, { ...now, release: null }].filter(
    ({ status }, i, all) => i === 0 || all[i - 1]?.status !== status,
  );
}

/**
 * The day on which a record came, as far as it can be proved; null for one that was there from the
 * first release on.
 *
 * @param today the day of the data, for records that no release has yet
 */
export function arrivalOf(id: string, releases: readonly Recorded[], today: string): string | null {
  const first = releases.findIndex(({ records }) => id in records);
  if (first > 0) return releases[first]?.date ?? null;
  return first === 0 || releases.length === 0 ? null : today;
}
