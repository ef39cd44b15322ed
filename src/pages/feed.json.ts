/** What is new, as JSON Feed. */
import type { APIRoute } from 'astro';
import { generateJsonFeed } from 'feedsmith';
import { href } from '../components/href.ts';
import { feedEntries } from '../content/feed.ts';
import { edition } from '../layouts/edition.ts';
import { publication } from '../lib/cite/publication.ts';

export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(href(path), site).href;
  const feed = generateJsonFeed({
    title: edition.site,
    description: publication.abstract,
    home_page_url: address('/'),
    feed_url: address('/feed.json'),
    language: publication.language,
    authors: [{ name: publication.authors, url: publication.repository }],
    items: feedEntries.map(({ id, path, title, summary, date, topic }) => ({
      id: address(id),
      url: address(path),
      title,
      content_text: summary,
      date_published: new Date(`${date}T00:00:00Z`),
      tags: [topic],
    })),
  });
  return new Response(`${JSON.stringify(feed, null, 2)}\n`);
};
