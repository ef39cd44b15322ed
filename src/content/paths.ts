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

/** Words behind a computed sentence and behind an expression, on average. */
const [SENTENCE, EXPRESSION] = [24, 3];

/** Minutes it takes to read an article, from its source; computed words count as so many on average. */
export function readingMinutes(body: string): number {
  const prose = body
    .replace(/^import .*$/gm, '')
    .replace(/<Say\b[^>]*>/g, ' word'.repeat(SENTENCE))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\{[^}]*\}/g, ' word'.repeat(EXPRESSION));
  const words = prose.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
