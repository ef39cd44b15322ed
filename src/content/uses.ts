/**
 * Which article uses what: its figures and works as its source names them, its numbers as the words it
 * imports print them on these data.
 */
import { figures } from './figures/figures.ts';

const articleTexts = import.meta.glob<string>('./articles/en/**/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** The words of articles as they are on these data: of the versions of a sentence, the one that applies. */
const words = import.meta.glob<Readonly<Record<string, unknown>>>('./articles/en/**/*.ts', {
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
  const figures = idsOf(text, /<Figure\s+id="([^"]+)"/g);
  return {
    path: `/${slug}/`,
    title: field('title'),
    order: Number(field('order')),
    figures,
    numbers: [
      ...new Set([
        ...idsOf(text, /<N\s+id="([^"]+)"/g),
        ...idsOf([wordsOf(file, text), ...figures.map(captionOf)].join('\n'), /\[\[([a-z0-9.-]+)/g),
      ]),
    ],
    cites: [...new Set([...idsOf(text, /<Cite\s+id="([^"]+)"/g)])],
  };
}

/** Everything that an article prints of the modules it imports, as one text. */
function wordsOf(file: string, text: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const imports = /^import (?:\* as (\w+)|\{([^}]*)\}) from '(\.[^']+\.ts)'/gm;
  const printed = [...text.matchAll(imports)].flatMap(([, alias, list = '', path = '']) => {
    const module = words[resolve(folder, path)];
    if (!module) return [];
    const names =
      alias === undefined
        ? list.split(',').map((name) => name.trim())
        : [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name = '']) => name);
    return names.map((name) => module[name]);
  });
  return JSON.stringify(printed);
}

function captionOf(id: string): string {
  return figures.find((figure) => figure.id === id)?.caption ?? '';
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
