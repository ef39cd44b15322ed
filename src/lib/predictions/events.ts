/** Predictions about things that happen: by written evidence, and by chips shipped. */
import type { Data } from '../data.ts';
import { formatDate, formatFixed, formatInWords } from '../format.ts';
import type { PredictionRecord, ResolverOf } from '../schemaPredictions.ts';
import type { Finding } from './resolution.ts';
import { lastDay, pending } from './resolution.ts';

type Dates = Pick<PredictionRecord, 'deadline'>;

/**
 * Met on the day of the first evidence. Without evidence it is open until the deadline and cannot be
 * judged afterwards: that nothing was written here does not show that nothing happened.
 */
export function resolveDocumented(
  { deadline }: Dates,
  { evidence }: ResolverOf<'documented'>,
  asOf: string,
): Finding {
  const until = lastDay(deadline, asOf);
  const rows = [...evidence].sort((a, b) => (a.date < b.date ? -1 : 1));
  const first = rows.find(({ date }) => date <= until);
  if (first) {
    const said = `${first.what} (${formatDate(first.date)}).`;
    return { status: 'met', on: first.date, by: null, evidence: said, rows };
  }
  const status = pending(deadline, asOf) === 'open' ? 'open' : 'cannot be judged';
  return { status, on: null, by: null, evidence: 'No evidence is recorded.', rows };
}

/** Predictions that no data here could tell. */
export function resolveUnjudged(): Finding {
  const evidence = 'Nothing in the data can tell.';
  return { status: 'cannot be judged', on: null, by: null, evidence, rows: [] };
}

/**
 * Computing power shipped in each full year, as H100 chips, from running totals; missed with the
 * first year that ships less than the year before.
 */
export function resolveShipments(
  { nvidiaTotals }: Pick<Data['context']['ubiquity'], 'nvidiaTotals'>,
  { deadline }: Dates,
  { fromYear }: ResolverOf<'shipments'>,
  asOf: string,
): Finding {
  const until = lastDay(deadline, asOf);
  const rows = yearlyShipments(nvidiaTotals.filter(({ to }) => to <= until));
  const counted = rows.filter(({ year, before }) => year >= fromYear && before !== null);
  const falling = counted.find(({ shipped, before }) => shipped < (before as number));
  if (falling) {
    const evidence = `In ${falling.year} fewer were shipped than in the year before.`;
    return { status: 'missed', on: `${falling.year}-12-31`, by: null, evidence, rows };
  }
  const last = counted.at(-1);
  if (!last) {
    const evidence = `No full year from ${fromYear} on is counted yet.`;
    return { status: 'open', on: null, by: null, evidence, rows };
  }
  const ratio = formatFixed(last.shipped / (last.before as number), 1);
  const evidence = `So far it holds: in ${last.year} chips with the power of about ${formatInWords(last.shipped)} H100 were shipped, ${ratio} times the year before.`;
  const isOver = deadline !== null && asOf >= deadline;
  return {
    status: isOver ? 'met' : 'open',
    on: isOver ? deadline : null,
    by: null,
    evidence,
    rows,
  };
}

function yearlyShipments(totals: Data['context']['ubiquity']['nvidiaTotals']) {
  const ends = totals
    .filter(({ to }) => to.endsWith('-12-31'))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .map(({ to, h100Equivalents }) => ({ year: Number(to.slice(0, 4)), total: h100Equivalents }));
  return ends.map(({ year, total }, i) => {
    const previous = ends[i - 1]?.year === year - 1 ? ends[i - 1] : undefined;
    const earlier = ends[i - 2]?.year === year - 2 ? ends[i - 2] : undefined;
    return {
      year,
      shipped: total - (previous?.total ?? 0),
      before: previous ? previous.total - (earlier?.total ?? 0) : null,
    };
  });
}
