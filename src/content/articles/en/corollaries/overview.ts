/** Words and the table of the page that shows all corollaries side by side. */
import type { ChartTable } from '../../../../components/charts/table.ts';
import { href } from '../../../../components/href.ts';
import type { ClaimStatus } from '../../../../lib/claims/claim.ts';
import { claimTitle } from '../../../../lib/claims/claimText.ts';
import { formatFixed, formatNumeral } from '../../../../lib/format.ts';
import { capitalise, phraseList } from '../../../../lib/phrases.ts';
import { claims } from '../../../../build/results.ts';
import { claimRecord } from '../../../claims.ts';
import { gauges } from '../../../claimGauges.ts';
import { statusMeanings } from '../../../claimStatus.ts';

/** How many claims have each status, statuses that nobody has left out. */
const tally = statusMeanings.flatMap(({ status, meaning }) => {
  const count = claims.filter((claim) => claim.status === status).length;
  return count === 0 ? [] : [{ status, meaning, count }];
});

const verbs: Readonly<Record<ClaimStatus, readonly [string, string]>> = {
  holds: ['holds as stated', 'hold as stated'],
  'holds at another rate': ['holds at another rate', 'hold at another rate'],
  mixed: ['is mixed', 'are mixed'],
  fails: ['fails', 'fail'],
  'cannot be tested': ['cannot be tested yet', 'cannot be tested yet'],
};

/** "One holds as stated, three hold at another rate, two are mixed and one cannot be tested yet." */
export const tallySentence = `${capitalise(
  phraseList(
    tally.map(
      ({ status, count }) => `${formatNumeral(count)} ${verbs[status][count === 1 ? 0 : 1]}`,
    ),
  ),
)}.`;

export const total = formatNumeral(claims.length);

/** Status, number, interval and rows of each claim. */
export const overviewTable: ChartTable = {
  columns: [
    { key: 'claim', label: 'Corollary', wraps: true },
    { key: 'status', label: 'Status' },
    { key: 'claimed', label: 'Claimed', align: 'end' },
    { key: 'measured', label: 'Measured', note: '90 % interval', align: 'end' },
    { key: 'n', label: 'Rows', align: 'end' },
  ],
  rows: gauges.map(({ id, number, status, claimed, words, n }) => ({
    claim: {
      text: `${number}. ${claimTitle(claimRecord(id))}`,
      href: href(`/corollaries/${id}/`),
    },
    status: { text: status, href: href(`/c/${id}/`) },
    claimed: claimed.text,
    measured: words,
    n: formatFixed(n, 0),
  })),
};

/** What each verdict that occurs says, and how often it does. */
export const statusTable: ChartTable = {
  columns: [
    { key: 'status', label: 'Verdict' },
    { key: 'meaning', label: 'What it says', wraps: true },
    { key: 'count', label: 'Corollaries', align: 'end' },
  ],
  rows: tally.map(({ status, meaning, count }) => ({
    status,
    meaning,
    count: formatFixed(count, 0),
  })),
};
