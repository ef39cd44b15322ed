/** What is new, as Atom. */
import type { APIRoute } from 'astro';
import { generateAtomFeed } from 'feedsmith';
import { href } from '../components/href.ts';
import { feedEntries } from '../content/feed.ts';
import { edition } from '../layouts/edition.ts';
import { publication } from '../lib/cite/publication.ts';

const startOf = (date: string) => new Date(`${date}T00:00:00Z`);

export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(href(path), site).href;
  const feed = generateAtomFeed({
    id: address('/'),
    title: { value: edition.site },
    subtitle: { value: publication.abstract },
    updated: startOf(edition.asOf),
    authors: [{ name: publication.authors }],
    rights: { value: 'CC BY 4.0' },
    links: [
      { href: address('/feed.xml'), rel: 'self', type: 'application/atom+xml' },
      { href: address('/'), rel: 'alternate', type: 'text/html' },
    ],
    entries: feedEntries.map(({ id, path, title, summary, date, topic }) => ({
      id: address(id),
      title: { value: title },
      summary: { value: summary },
      updated: startOf(date),
      links: [{ href: address(path), rel: 'alternate', type: 'text/html' }],
      categories: [{ term: topic }],
    })),
  });
  return new Response(`${feed.trim()}\n`);
};
