/** What a built page says of itself in its head, read back from its HTML. */
import type { CslItem } from '../../lib/cite/citable.ts';
import type { PageKind } from '../../lib/cite/place.ts';
import { kindOfPage } from '../../lib/cite/place.ts';

export interface BuiltPage {
  /** From the site's root, without its base. */
  path: string;
  html: string;
  kind: PageKind;
  title: string;
  description: string;
  item: CslItem;
  isArticle: boolean;
}

const item = /<script type="application\/vnd\.citationstyles\.csl\+json">(.*?)<\/script>/s;

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
};

/** Text of a page as it reads. */
export function unescapeText(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

function content(html: string, name: string): string {
  const tag = new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html);
  return unescapeText(tag?.[1] ?? '');
}

/** A page that can be cited; undefined for redirects and pages of errors. */
export function readPage(path: string, html: string): BuiltPage | undefined {
  const block = item.exec(html)?.[1];
  if (block === undefined) return undefined;
  const [csl] = JSON.parse(block) as [CslItem];
  return {
    path,
    html,
    kind: kindOfPage(path),
    title: content(html, 'og:title'),
    description: content(html, 'description'),
    item: csl,
    isArticle: content(html, 'og:type') === 'article',
  };
}
