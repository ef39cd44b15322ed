/**
 * Writes beside each built page what belongs to it: its citation as files, its card, and for articles
 * the text as Markdown. The built page is the one source, so that none of them can say otherwise.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { citationFormats, formatCitationFile, formatPage } from '../../build/citations.ts';
import { forgetUnused, renderPngOnce } from '../../build/images.ts';
import type { PageKind } from '../../lib/cite/place.ts';
import { cardOf, releaseOf } from '../../lib/cite/place.ts';
import { publication } from '../../lib/cite/publication.ts';
import type { Card } from './card.ts';
import { cardSize, drawCard } from './card.ts';
import type { BuiltPage } from './page.ts';
import { readPage, unescapeText } from './page.ts';
import { articleAsMarkdown } from './twin.ts';

/** Added to the build in astro.config.mjs. */
export function companions(): AstroIntegration {
  return {
    name: 'companions',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const pages = readPages(site);
        for (const page of pages) writeFiles(site, page);
        const cards = pages.filter(({ path }) => cardOf(path) === `${path}card.png`);
        for (const page of cards) await writeCard(site, page);
        forgetUnused();
        logger.info(`citations of ${pages.length} pages, ${cards.length} cards`);
      },
    },
  };
}

function readPages(site: string): BuiltPage[] {
  return globSync('**/index.html', { cwd: site })
    .sort()
    .flatMap((file) => {
      const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      return readPage(path, readFileSync(join(site, file), 'utf8')) ?? [];
    });
}

function writeFiles(site: string, { path, html, item, isArticle }: BuiltPage): void {
  const beside = (name: string) => join(site, path, name);
  for (const format of citationFormats) {
    writeFileSync(beside(`cite.${format}`), formatCitationFile([item], format));
  }
  if (!isArticle) return;
  const citation = formatPage(item);
  writeFileSync(beside('index.md'), articleAsMarkdown(html, { url: item.URL, citation }));
}

async function writeCard(site: string, page: BuiltPage): Promise<void> {
  const svg = drawCard(wordsOf(site, page), colour);
  writeFileSync(join(site, page.path, 'card.png'), await renderPngOnce(svg, cardSize.width));
}

const kickers: Record<PageKind, string> = {
  site: 'The Densing Law, measured',
  text: 'The Densing Law',
  model: 'Model',
  benchmark: 'Benchmark',
  number: 'Number',
  figure: 'Figure',
  claim: 'Claim, tested',
  prediction: 'Prediction',
  dataset: 'Data',
};

function wordsOf(site: string, page: BuiltPage): Card {
  const { html, kind, item } = page;
  const hasValue = kind === 'number' || kind === 'claim';
  // The first page is named after the site, which the card says anyway; its heading is the verdict.
  const title = kind === 'site' ? firstOf(html, '<h1[^>]*') : page.title;
  return {
    kicker: kickers[kind],
    title,
    text:
      kind === 'number'
        ? firstOf(html, '<[^>]*class="stat-interval[^>]*')
        : page.description.replace(`${title}. `, ''),
    value: hasValue ? firstOf(html, '<[^>]*class="stat-value[^>]*') : null,
    figure: hasValue ? null : firstFigure(site, page.path, html),
    site: publication.title,
    // The day alone: with the hash, every card would be drawn anew for every changed record.
    version: item.genre.replace(/^.*version /i, '').replace(/ · .*$/, ''),
  };
}

/** The text of the first element whose opening tag matches; empty where there is none. */
function firstOf(html: string, tag: string): string {
  const inside = new RegExp(`${tag}>(.*?)</(?:h1|p)>`, 's').exec(html)?.[1] ?? '';
  return unescapeText(inside.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The page's first figure that has files of its own: on a frozen page, as its release has it. */
export function firstFigure(site: string, path: string, html: string): string | null {
  const id = /<figure[^>]* id="f-([^"]+)"/.exec(html)?.[1];
  if (id === undefined) return null;
  const release = releaseOf(path);
  const folder = release === undefined ? site : join(site, 'v', release);
  return readFileSync(join(folder, 'f', `${id}.svg`), 'utf8');
}

const tokens = readFileSync(join(process.cwd(), 'src', 'styles', 'tokens.css'), 'utf8');

/** A colour of the light theme, by its name in the style sheet. */
function colour(name: string): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1];
  if (!found) throw new RangeError(`the style sheet has no colour "--${name}"`);
  return found;
}
