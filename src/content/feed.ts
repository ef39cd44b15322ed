/** What is new, as entries of a feed: editions, releases, models, verdicts on claims, predictions resolved. */
import { releases } from '../build/releases.ts';
import { claims, data, dataVersion, observatory } from '../build/results.ts';
import { sayStatus } from '../components/predictions/predictionWords.ts';
import { headline as sentenceOf, leadOf, standingsOf } from '../components/models/standing.ts';
import { claimTitle } from '../lib/claims/claimText.ts';
import { formatDate } from '../lib/format.ts';
import { phraseEstimate } from '../lib/phrases.ts';
import type { ModelRecord } from '../lib/schema.ts';
import { arrivalOf, turnsOf } from '../lib/releases/turns.ts';
import { verdict } from './articles/en/words.ts';
import { claimRecord } from './claims.ts';
import { statusMeanings } from './claimStatus.ts';
import { all } from './measured.ts';
import { predictions } from './predictions.ts';

export interface FeedEntry {
  /** Path of its page from the site's root; with a fragment where the page changes with its status. */
  id: string;
  path: string;
  title: string;
  summary: string;
  /** A day that the data prove, YYYY-MM-DD. */
  date: string;
  topic: 'edition' | 'release' | 'model' | 'claim' | 'prediction';
}

/** Newest models in the feed: about half a year of them. */
const MODELS = 30;

const { asOf } = data.dataset;

function editionEntry(): FeedEntry {
  return {
    id: `/#${dataVersion.replace(' · ', '-')}`,
    path: '/',
    title: `Data of ${formatDate(asOf)}`,
    summary: `${verdict}. Doubling time: ${phraseEstimate(all)}.`,
    date: asOf,
    topic: 'edition',
  };
}

function releaseEntries(): FeedEntry[] {
  return releases.map(({ release, date, verdict: said }) => ({
    id: `/v/${release}/`,
    path: `/v/${release}/`,
    title: `Release ${release}`,
    summary: `${said}.`,
    date,
    topic: 'release',
  }));
}

/** Models by the day they came to this site; those of the first release by the day they came out. */
function modelEntries(): FeedEntry[] {
  return data.models
    .flatMap((model) => {
      const { id, released } = model;
      const date =
        arrivalOf(id, releases, asOf) ?? (released?.precision === 'day' ? released.date : null);
      return date === null ? [] : [{ model, date }];
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.model.id < b.model.id ? -1 : 1))
    .slice(0, MODELS)
    .map(({ model, date }) => ({
      id: `/m/${model.id}/`,
      path: `/m/${model.id}/`,
      title: `${model.name}, released by ${model.organization}`,
      summary: sentenceAbout(model),
      date,
      topic: 'model',
    }));
}

function sentenceAbout(model: ModelRecord): string {
  const lead = leadOf(standingsOf(model, observatory.panels, data.panels));
  return sentenceOf(model, lead, lead.panel.id === observatory.headline.panel.id);
}

/** The first verdict on each claim and every turn since, dated by the release that first says it. */
function claimEntries(): FeedEntry[] {
  return claims.flatMap(({ id, status: current }) =>
    turnsOf(id, releases, { status: current, date: asOf }).map(({ status, date }) => ({
      id: `/c/${id}/#${status.replaceAll(' ', '-')}-${date}`,
      path: `/c/${id}/`,
      title: `${claimTitle(claimRecord(id))}: ${status}`,
      summary: `${meaningOf(status)} On the data of ${formatDate(date)}.`.trim(),
      date,
      topic: 'claim' as const,
    })),
  );
}

/** What a status says; a release may hold one that is no longer given. */
function meaningOf(status: string): string {
  return statusMeanings.find((known) => known.status === status)?.meaning ?? '';
}

function predictionEntries(): FeedEntry[] {
  return predictions.flatMap(({ record, resolution }) => {
    const { status, on, evidence } = resolution;
    if (on === null || (status !== 'met' && status !== 'missed')) return [];
    return [
      {
        id: `/p/${record.id}/#${status}`,
        path: `/p/${record.id}/`,
        title: `${record.label}: ${record.title}, ${sayStatus(resolution)}`,
        summary: evidence,
        date: on,
        topic: 'prediction' as const,
      },
    ];
  });
}

/** Everything, the newest first. */
export const feedEntries: readonly FeedEntry[] = [
  editionEntry(),
  ...releaseEntries(),
  ...claimEntries(),
  ...predictionEntries(),
  ...modelEntries(),
].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
