/** The deadlines of predictions, as a calendar to subscribe to. */
import type { APIRoute } from 'astro';
import ical from 'ical-generator';
import { href } from '../components/href.ts';
import { sayStatus } from '../components/predictions/predictionWords.ts';
import { predictions } from '../content/predictions.ts';
import { edition } from '../layouts/edition.ts';

export const GET: APIRoute = ({ site }) => {
  const calendar = ical({
    name: `Deadlines of predictions, ${edition.site}`,
    description: `What was predicted, and until when. Data version ${edition.version}.`,
    prodId: { company: edition.site, product: 'Predictions', language: 'EN' },
    url: new URL(href('/predictions/'), site).href,
  });
  for (const { record, resolution } of predictions) {
    const { id, label, title, statement, made, deadline } = record;
    if (deadline === null) continue;
    const page = new URL(href(`/p/${id}/`), site);
    calendar.createEvent({
      id: `${id}@${page.hostname}`,
      start: new Date(`${deadline}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      // The day of the prediction: a calendar file needs a stamp, and this one is known.
      stamp: new Date(`${made}T00:00:00Z`),
      summary: `${label}: ${title}`,
      description: `${statement} Status: ${sayStatus(resolution)}.`,
      url: page.href,
    });
  }
  return new Response(`${calendar.toString()}\r\n`);
};
