/**
 * Which article uses what, read from the sources: the numbers of its figures, and for each figure,
 * number and work the pages that speak of it.
 */
const articleTexts = import.meta.glob<string>('./articles/en/**/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const wordTexts = import.meta.glob<string>(['./articles/en/**/*.ts', './figures/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface ArticleSource {
  /** Path from the site's root: "/law/", "/corollaries/on-device/". */
  path: string;
  title: string;
  order: number;
  /** Ids in the order in which the text names them, each once. */
  figures: string[];
  numbers: string[];
  cites: string[];
}

const sources = Object.entries(articleTexts)
  .map(([file, text]) => readArticle(file, text))
  .sort((a, b) => a.order - b.order);

function readArticle(file: string, text: string): ArticleSource {
  const slug = file.replace('./articles/en/', '').replace(/(\/?index)?\.mdx$/, '');
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(text)?.[1] ?? '';
  const words = wordsBehind(file, text);
  const figures = idsOf(text, /<Figure\s+id="([^"]+)"/g);
  return {
    path: `/${slug}/`,
    title: field('title'),
    order: Number(field('order')),
    figures,
    numbers: [
      ...new Set([...idsOf(text, /<N\s+id="([^"]+)"/g), ...idsOf(words, /\[\[([a-z0-9.-]+)/g)]),
    ],
    cites: [...new Set([...idsOf(text, /<Cite\s+id="([^"]+)"/g)])],
  };
}

/** The sentences an article imports: modules beside it, at any depth. */
function wordsBehind(file: string, text: string, seen = new Set<string>()): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const imported = [...text.matchAll(/from '(\.[^']+\.ts)'/g)].map(([, path = '']) =>
    resolve(folder, path),
  );
  return imported
    .filter((path) => path in wordTexts && !seen.has(path))
    .map((path) => {
      seen.add(path);
      const words = wordTexts[path] ?? '';
      return words + wordsBehind(path, words, seen);
    })
    .join('\n');
}

function resolve(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function idsOf(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
}

/** The article at a path of the site, with or without the site's base; undefined elsewhere. */
export function articleAt(pathname: string): ArticleSource | undefined {
  return sources.find(({ path }) => pathname.endsWith(path) && path !== '/');
}

/** Articles that show a figure, or speak of a number. */
export function usersOf(kind: 'figures' | 'numbers' | 'cites', id: string): ArticleSource[] {
  return sources.filter((article) => article[kind].includes(id));
}

/** The number of a figure within the article at `pathname`; undefined on other pages. */
export function figureNumber(pathname: string, id: string): number | undefined {
  const at = articleAt(pathname)?.figures.indexOf(id) ?? -1;
  return at < 0 ? undefined : at + 1;
}
