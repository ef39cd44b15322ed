/** Addresses of the articles and the order in which they are read. */
import type { CollectionEntry } from 'astro:content';
import { href } from '../components/href.ts';

type Entry = CollectionEntry<'articles'>;

/** The language at the root of the site; others stand under their own folder. */
const rootLanguage = 'en/';

/** One page per article of the root language, with the articles before and after it. */
export function articlePaths(entries: readonly Entry[]) {
  const articles = entries
    .filter(({ id }) => id.startsWith(rootLanguage))
    .sort((a, b) => a.data.order - b.data.order);
  return articles.map((article, i) => {
    const [before, after] = [articles[i - 1], articles[i + 1]];
    const neighbours = {
      ...(before && { previous: linkTo(before) }),
      ...(after && { next: linkTo(after) }),
    };
    return { params: { slug: slugOf(article) }, props: { article, neighbours } };
  });
}

function slugOf({ id }: Entry): string {
  return id.slice(rootLanguage.length).replace(/\/?index$/, '');
}

function linkTo(entry: Entry) {
  return { title: entry.data.title, href: href(`/${slugOf(entry)}/`) };
}

/** Words that an adult reads in a minute of a text like this, on the slow side. */
const WORDS_A_MINUTE = 200;

/**
 * Words behind a computed passage, an expression, a figure with its caption and a quotation's note:
 * least squares over the built articles, tables left out, since nobody reads them row by row.
 */
const WORDS = { passage: 53, expression: 6, figure: 52, note: 44 };

/** Articles with less text of their own are looked things up in, and not read. */
const LEAST_WORDS = 100;

/** Minutes it takes to read an article, from its source; undefined where it is a list. */
export function readingMinutes(body: string): number | undefined {
  const some = (count: number) => ' word'.repeat(count);
  const prose = body
    .replace(/^import .*$/gm, '')
    .replace(/<Say\b[^>]*>/g, some(WORDS.passage))
    .replace(/<Figure\b[^>]*>/g, some(WORDS.figure))
    .replace(/<QuotedFrom\b[^>]*>/g, some(WORDS.note))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\{[^}]*\}/g, some(WORDS.expression));
  const words = prose.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return words < LEAST_WORDS ? undefined : Math.round(words / WORDS_A_MINUTE);
}
