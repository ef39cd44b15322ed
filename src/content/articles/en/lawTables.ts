/** Tables of the law: paces side by side, what to quote, and what would refute it. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { estimators, windows } from '../../../lib/choices.ts';
import type { TrendResult } from '../../../lib/compute.ts';
import { formatDate, formatFixed, formatInterval } from '../../../lib/format.ts';
import { levelText, phraseDoubling, phraseInterval } from '../../../lib/phrases.ts';
import type { RivalReport } from '../../../lib/rivals.ts';
import { shapes } from '../../../lib/shapes.ts';
import { phrasePublished } from '../../../lib/published.ts';
import {
  all,
  allRecords,
  besides,
  headline,
  journal,
  panels,
  preprint,
  published,
  quote,
  rivals,
} from '../../measured.ts';
import { growthCheck, paceCheck, paceOf, panelCheck } from './words.ts';

/** Like for like: each published pace beside ours on the same months. */
export const windowTable: ChartTable = {
  columns: [
    { key: 'window', label: 'Models released' },
    { key: 'count', label: 'Models', align: 'end' },
    { key: 'ours', label: 'Measured here', align: 'end' },
    { key: 'interval', label: `${levelText} interval`, align: 'end' },
    { key: 'published', label: 'Published', align: 'end' },
    { key: 'words', label: 'Measured against published' },
  ],
  rows: [
    windowRow(preprint, 'xiao-2024-doubling-sec33'),
    windowRow(preprint, 'xiao-2024-doubling-highlights'),
    windowRow(journal, 'xiao-2025-doubling'),
    windowRow(all, null),
  ],
};

function windowRow(trend: TrendResult, id: string | null) {
  const quoted = id === null ? null : quote(id);
  return {
    window: windows[trend.window].name,
    count: String(trend.count),
    ours: phraseDoubling(trend),
    interval: phraseInterval(trend),
    published: quoted
      ? { text: phrasePublished(quoted), ...(quoted.source && { href: quoted.source }) }
      : 'none',
    words: id === null ? 'we found no other measurement of these months' : paceOf(trend, id),
  };
}

/** Number × source × window × method: what to quote for what. */
export const quoteTable: ChartTable = {
  columns: [
    { key: 'use', label: 'If you want to say' },
    { key: 'number', label: 'Quote', align: 'end' },
    { key: 'interval', label: `${levelText} interval`, align: 'end' },
    { key: 'window', label: 'Models released' },
    { key: 'method', label: 'Method' },
    { key: 'by', label: 'Source' },
  ],
  rows: [
    ownRow('how fast density grows, on today’s data', all, headline.panel.name),
    ownRow('the same, for the months of the preprint', preprint, headline.panel.name),
    ownRow('the same, for the months of the journal', journal, headline.panel.name),
    ...besides.map((results) =>
      ownRow('the same, on an independent harness', results.headline, results.panel.name),
    ),
    ownRow('what the paper’s own method gives here', allRecords, headline.panel.name),
    ...published.map(({ record }) => ({
      use: 'what was published',
      number: phrasePublished(record),
      interval: 'none given',
      window: record.date ? `published ${formatDate(record.date)}` : '',
      method: record.id.startsWith('xiao-') ? estimators['running-maximum'].name : 'not stated',
      by: {
        text: record.by,
        ...(record.source && { href: record.source }),
        note: record.seen === 'secondary' ? `${record.locator}; read in a report` : record.locator,
      },
    })),
  ],
};

function ownRow(use: string, trend: TrendResult, panel: string) {
  const { name, hasValidInterval } = estimators[trend.estimator];
  return {
    use,
    number: phraseDoubling(trend),
    interval: hasValidInterval ? phraseInterval(trend) : 'none is valid',
    window: windows[trend.window].name,
    method: { text: name, note: panel },
    by: 'this site',
  };
}

/** What would prove the law wrong, and whether it has happened. */
export const refutationTable: ChartTable = {
  columns: [
    { key: 'claim', label: 'Part of the law' },
    { key: 'test', label: 'It would be wrong if' },
    { key: 'today', label: 'Has that happened?' },
  ],
  rows: [
    {
      claim: 'Density grows',
      test: `the ${levelText} interval of the slope, all data, held zero or lay below it`,
      today: growthCheck,
    },
    paceRow(preprint, 'xiao-2024-doubling-sec33', 'preprint'),
    paceRow(preprint, 'xiao-2024-doubling-highlights', 'preprint'),
    paceRow(journal, 'xiao-2025-doubling', 'journal'),
    {
      claim: 'It is a fact about models, not about one set of tests',
      test: 'no single pace fitted inside the intervals of all panels',
      today: panelCheck,
    },
    {
      claim: 'It is a fact about ability, not about leaked tests',
      test: 'density measured on questions that no model can have seen did not grow',
      today: 'Cannot be said: too few models have published such scores.',
    },
  ],
};

function paceRow(trend: TrendResult, id: string, paper: string) {
  return {
    claim: `It doubles in ${phrasePublished(quote(id))} (${paper})`,
    test: `the interval on the ${paper}’s months left that pace outside`,
    today: paceCheck(trend, id),
  };
}

/** Rival shapes a year ahead: the best beside the exponential. */
export const rivalTable: ChartTable = {
  columns: [
    { key: 'panel', label: 'Panel' },
    { key: 'from', label: 'Models since' },
    { key: 'models', label: 'Forecasts scored', align: 'end' },
    { key: 'best', label: 'Foretells best' },
    { key: 'lead', label: 'Lead over the exponential', note: 'log score a model', align: 'end' },
    { key: 'sure', label: 'Surely better' },
  ],
  rows: [...rivals.recent, ...rivals.whole].map(rivalRow),
};

function rivalRow({ panel, from, scores, best, isSurelyBetter }: RivalReport) {
  const winner = scores.find(({ shape }) => shape === best);
  const lead = winner?.logDifference;
  const twoDecimals = (value: number) => formatFixed(value, 2);
  return {
    panel: { text: panels.find((results) => results.panel.id === panel)?.panel.name ?? panel },
    from: from.slice(0, 4),
    models: String(winner?.forecasts ?? 0),
    best: winner ? { text: shapes[winner.shape].name, note: shapes[winner.shape].note } : 'none',
    lead: lead
      ? { text: twoDecimals(lead.mean), note: formatInterval(lead.interval, twoDecimals) }
      : '–',
    sure: isSurelyBetter ? 'yes' : 'no',
  };
}
