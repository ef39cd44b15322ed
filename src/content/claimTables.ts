/** A claim's record and result as tables for its own page and for the list of all claims. */
import { claims, data } from '../build/results.ts';
import type { ChartTable } from '../components/charts/table.ts';
import { href } from '../components/href.ts';
import type { AnyClaimResult } from '../lib/claims/claims.ts';
import {
  claimTitle,
  formatClaimInterval,
  formatClaimValue,
  formatPredicted,
  inPrint,
  ruleOfStatus,
  verdictWords,
} from '../lib/claims/claimText.ts';
import { formatFixed } from '../lib/format.ts';
import type { ClaimRecord } from '../lib/schemaClaims.ts';
import { statusOf } from './claimStatus.ts';
import { quote } from './measured.ts';

/** What the claim says in numbers, each with the place it was read in. */
export function predictedTable({ predicts }: ClaimRecord): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'Quantity', wraps: true },
      { key: 'value', label: 'Claimed', align: 'end' },
      { key: 'from', label: 'Quoted from', wraps: true },
    ],
    rows: predicts.map((predicted) => {
      const record = predicted.published === null ? null : quote(predicted.published);
      return {
        name: inPrint(predicted.name),
        value: formatPredicted(predicted),
        from: record
          ? {
              text: record.by,
              note: record.locator,
              ...(record.source && { href: record.source }),
            }
          : 'follows from the talk',
      };
    }),
  };
}

/** Every single test, the main one first. */
export function testTable({ tests }: AnyClaimResult): ChartTable {
  return {
    columns: [
      { key: 'name', label: 'What is measured', wraps: true },
      { key: 'verdict', label: 'Says of the claim', wraps: true },
      { key: 'value', label: 'Value', align: 'end' },
      { key: 'interval', label: '90 % interval', align: 'end' },
      { key: 'n', label: 'Rows', align: 'end' },
    ],
    rows: tests.map((test) => ({
      name: { text: test.name, ...(test.refusal && { note: test.refusal }) },
      verdict: verdictWords[test.verdict],
      value: test.value === null ? 'refused' : formatClaimValue(test.value, test.unit),
      interval: formatClaimInterval(test) ?? '–',
      n: formatFixed(test.n, 0),
    })),
  };
}

interface StatusRule {
  status: string;
  rule: string;
  applies: boolean;
}

/** When each status is given, and which is. */
export function rulesOf({ statusRules }: ClaimRecord, { status }: AnyClaimResult): StatusRule[] {
  return Object.entries(ruleOfStatus).flatMap(([name, key]) => {
    const rule = statusRules[key];
    return rule ? [{ status: name, rule, applies: name === status }] : [];
  });
}

/** All claims, sortable. */
export const claimsTable: ChartTable = {
  columns: [
    { key: 'title', label: 'Claim', wraps: true },
    { key: 'status', label: 'Status' },
    { key: 'effect', label: 'Main number', align: 'end' },
    { key: 'interval', label: '90 % interval', align: 'end' },
    { key: 'n', label: 'Rows', align: 'end' },
  ],
  rows: claims.flatMap((result) => {
    const record = data.claims.find(({ id }) => id === result.id);
    if (!record) return [];
    const { effect, interval, n } = result;
    return [
      {
        title: {
          text: `${record.number}. ${claimTitle(record)}`,
          href: href(`/c/${record.id}/`),
          note: effect.name,
          sort: record.number,
        },
        status: { text: result.status, sort: statusOf(result).order },
        effect: {
          text: effect.value === null ? 'none' : formatClaimValue(effect.value, effect.unit),
          sort: effect.value,
        },
        interval: formatClaimInterval({ ...effect, interval }) ?? '–',
        n: { text: formatFixed(n, 0), sort: n },
      },
    ];
  }),
};
