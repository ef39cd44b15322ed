/** The promise that an address, once published, answers for ever: what it means and how it is kept. */
import { z } from 'zod';

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

/**
 * Published addresses that the site no longer answers. A page that moved answers with the page that
 * says so; a file cannot, so its entry in the list of moves has to do.
 */
export function lostAddresses(
  published: readonly string[],
  answered: readonly string[],
  moves: readonly Move[],
): string[] {
  const files = moves.map(({ from }) => from).filter((from) => !from.endsWith('/'));
  const known = new Set([...answered, ...files]);
  return published.filter((address) => !known.has(address));
}
