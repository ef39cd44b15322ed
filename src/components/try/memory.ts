/** What was typed, kept in this window until it is closed, so that a reload loses nothing. */
import type { Answers } from '../../lib/records/answers.ts';

export interface Remembered {
  mode: 'form' | 'text';
  text: string;
  answers: Answers;
}

const key = 'contribute-try';

export function remember(state: Remembered): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // A browser that keeps nothing: the page works, a reload empties it.
  }
}

/** What was kept; null where nothing was, or nothing of use. */
export function recall(): Remembered | null {
  try {
    const state = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Remembered | null;
    const isWhole = typeof state?.text === 'string' && Array.isArray(state.answers.scores);
    return isWhole ? state : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
