/** The promise that an address, once published, answers for ever: what it means and how it is kept. */
import { z } from 'zod';
import { escapeText } from './markup.ts';

/** Where an address that was published before has gone, or why it is no more. */
const Move = z.strictObject({
  /** The old address, from the site's root: "/law/" or "/f/ruler.svg". */
  from: z.string().startsWith('/'),
  /** The address that has its content now; null where nothing has. */
  to: z.string().startsWith('/').nullable(),
  reason: z.string().trim().min(10),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, like 2026-11-23'),
});
export type Move = z.infer<typeof Move>;

/** `data/moves.json`. */
export const MovesFile = z.array(Move);

/**
 * What is nobody's to cite: files whose names change with their content, and those that stand beside
 * every page as long as the page does.
 */
const passing = /^_astro\/|(?:^|\/)(?:cite\.(?:bib|ris|json)|card\.png)$/;

/** The address of a file of the built site; null for one that is nobody's to cite. */
export function addressOf(file: string): string | null {
  if (passing.test(file) || file === '404.html') return null;
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The addresses of a built site, in order, each once. */
export function addressesOf(files: readonly string[]): string[] {
  const addresses = files.flatMap((file) => addressOf(file) ?? []);
  return [...new Set(addresses)].sort();
}

/** Published addresses that the site no longer answers, be it with a word on where its content went. */
export function lostAddresses(published: readonly string[], answered: readonly string[]): string[] {
  const known = new Set(answered);
  return published.filter((address) => !known.has(address));
}

/** Moves to an address that the site does not have; a move to another move is one, too. */
export function danglingMoves(moves: readonly Move[], answered: readonly string[]): Move[] {
  const known = new Set(answered);
  for (const { from } of moves) known.delete(from);
  return moves.filter(({ to }) => to !== null && !known.has(to));
}

/**
 * What a file that was withdrawn answers: its reason, in a form that whatever embedded it can show.
 *
 * @param from address of a file, such as "/badge/x.svg"
 */
export function withdrawnFile({ from, reason, date }: Move): string {
  const said = `Withdrawn on ${date}. ${reason}`;
  if (from.endsWith('.svg')) {
    const text = escapeText(said);
    const width = 16 + 7 * said.length;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="24" role="img"><title>${text}</title><text x="8" y="16" font-family="sans-serif" font-size="12" fill="#767676">${text}</text></svg>\n`;
  }
  if (from.endsWith('.json')) return `${JSON.stringify({ withdrawn: date, reason }, null, 2)}\n`;
  return `${said}\n`;
}
