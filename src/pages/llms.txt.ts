/** What is where, for language models: the verdict, the articles as Markdown, the data as files. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { href } from '../components/href.ts';
import { verdict } from '../content/articles/en/words.ts';
import { all } from '../content/measured.ts';
import { articlePaths } from '../content/paths.ts';
import { edition } from '../layouts/edition.ts';
import { publication } from '../lib/cite/publication.ts';
import { phraseEstimate } from '../lib/phrases.ts';

export const GET: APIRoute = async ({ site }) => {
  const link = (name: string, path: string, text: string) =>
    `- [${name}](${new URL(href(path), site).href}): ${text}`;
  const articles = articlePaths(await getCollection('articles')).map(({ params, props }) => {
    const { title, standfirst } = props.article.data;
    return link(title, `/${params.slug}/index.md`, standfirst);
  });
  const lines = [
    `# ${edition.site}`,
    '',
    `> ${publication.abstract} ${verdict}. Doubling time of density: ${phraseEstimate(all)}, from ${all.count} base models. Data version ${edition.version}.`,
    '',
    'Every number here is computed from the data at the address it is given with. Please name the data version with any number you repeat, and the authors of the law: the page on citing says how.',
    '',
    '## Articles',
    '',
    ...articles,
    '',
    '## Data',
    '',
    link(
      'Downloads',
      '/data/v1/index.json',
      'every table as CSV and JSON, with fields and checksums',
    ),
    link('Numbers', '/n/', 'every computed number; /n/<id>.json holds value, interval, formula'),
    link('Figures', '/f/', 'every figure; .svg, .png, .csv and .json beside each page'),
    link('Models', '/models/', 'every model; /data/v1/models/<id>.json holds its record'),
    link('Claims', '/c/', 'the law and its corollaries: test, status, effect'),
    link(
      'Predictions',
      '/predictions/',
      'each with deadline and status; predictions.ics has the days',
    ),
    '',
    '## Citing',
    '',
    link('What to cite when', '/cite/', 'beside every page stand cite.bib, cite.ris and cite.json'),
    link('Releases', '/releases/', 'what the site said on a day, frozen; under /v/<release>/'),
    link('What is new', '/feed.xml', 'Atom; the same as JSON Feed in feed.json'),
  ];
  return new Response(`${lines.join('\n')}\n`);
};
