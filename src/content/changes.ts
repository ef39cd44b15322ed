/** Pairs of editions that follow one another, and what changed between them. */
import { latest, releases } from '../build/releases.ts';
import type { ReleaseDiff } from '../lib/releases/diff.ts';
import { diffReleases } from '../lib/releases/diff.ts';
import { liveEdition } from './edition.ts';

export interface Step {
  from: string;
  to: string;
  date: string;
  diff: ReleaseDiff;
}

/** Each release with the one before it, the newest first. */
export const steps: readonly Step[] = releases
  .slice(1)
  .map((release, i) => {
    const before = releases[i];
    if (!before) throw new RangeError('releases are out of order');
    const { release: to, date } = release;
    return { from: before.release, to, date, diff: diffReleases(before, release) };
  })
  .reverse();

/** From the latest release to the site as it is; null before the first release. */
export const sinceLatest: ReleaseDiff | null = latest ? diffReleases(latest, liveEdition) : null;
