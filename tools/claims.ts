/** Claims, predictions and forecasts in the terminal. */
import type { ClaimTest } from '../src/lib/claims/claim.ts';
import type { AnyClaimResult } from '../src/lib/claims/claims.ts';
import { evaluateClaims } from '../src/lib/claims/claims.ts';
import type { LevelSeries } from '../src/lib/claims/levels.ts';
import type { Data } from '../src/lib/data.ts';
import { formatCount, formatFixed, formatPercent, formatSignificant } from '../src/lib/format.ts';
import { measurePanels, panelOrder } from '../src/lib/observatory.ts';
import { doublingQuantiles, forecast, simulateFutures } from '../src/lib/predictions/forecast.ts';
import { resolvePredictions, scoreForecasts } from '../src/lib/predictions/predictions.ts';
import type { Resolution } from '../src/lib/predictions/resolution.ts';
import type { Analysis, Assignment } from './analyses.ts';
import { printTable } from './tables.ts';

/** Measures every panel and judges every claim. */
export async function judgeClaims({ data, choices, panels: asked }: Assignment): Promise<Analysis> {
  const panels = measurePanels(data, choices, panelOrder(data));
  const headline = panels.find(({ panel }) => panel.id === asked[0]) ?? panels[0];
  if (!headline) throw new RangeError('judgeClaims requires at least one panel');
  console.error('Judging the claims …');
  const claims = evaluateClaims(data, { headline, panels });
  return { json: claims, print: () => printClaims(data, claims) };
}

/** Seven statuses with their tests, then what lies behind each. */
export function printClaims(data: Pick<Data, 'claims'>, claims: readonly AnyClaimResult[]): void {
  const titles = new Map(data.claims.map(({ id, title }) => [id, title]));
  console.log('\nClaims');
  printTable([
    ['', 'claim', 'status', 'effect', '90 % interval', 'n'],
    ...claims.map((claim, i) => [
      String(i + 1),
      titles.get(claim.id) ?? claim.id,
      claim.status,
      measured(claim.effect.value, claim.effect.unit),
      ends(claim.interval, claim.effect.unit),
      String(claim.n),
    ]),
  ]);
  for (const claim of claims) {
    console.log(`\n${titles.get(claim.id) ?? claim.id}: ${claim.status}`);
    printTable(claim.tests.map(testRow));
    printDetails(claim);
    console.log(`  What would change it: ${claim.wouldChange}`);
  }
}

function testRow({ name, value, unit, interval, verdict, n, refusal }: ClaimTest): string[] {
  return [verdict, name, measured(value, unit), ends(interval, unit), `n = ${n}`, refusal ?? ''];
}

function measured(value: number | null, unit: string): string {
  if (value === null) return '–';
  return unit === 'share' ? formatPercent(value, 0) : `${plain(value, unit)} ${unit}`;
}

function plain(value: number, unit: string): string {
  if (unit === 'days') return formatFixed(value, 0);
  return unit === 'per day' ? formatFixed(value, 5) : formatSignificant(value, 2);
}

function ends(interval: readonly [number | null, number | null] | null, unit: string): string {
  if (!interval) return '–';
  return interval.map((end) => (end === null ? 'no bound' : plain(end, unit))).join(' to ');
}

function printDetails(claim: AnyClaimResult): void {
  switch (claim.id) {
    case 'parameters-halve':
      return printLevels(claim.details.levels, formatCount);
    case 'training-cost':
      return printLevels(claim.details.levels, (cost) => cost.toExponential(1));
    case 'inference-cost':
      printTable([
        ['benchmark', 'level', 'cuts', 'halving days', '90 % interval', 'now'],
        ...claim.details.levels.map(({ benchmark, level, steps, rate, refusal }) => [
          ...[benchmark, formatPercent(level, 0), String(Math.max(0, steps.length - 1))],
          ...[halving(rate?.perDay), halvingEnds(rate?.interval ?? null)],
          refusal ?? `$${formatSignificant(steps.at(-1)?.cost ?? 0, 2)} by ${steps.at(-1)?.name}`,
        ]),
      ]);
      return printTable(
        claim.details.ratios.map(({ price, until, ratio, days, halvingDays }) => [
          `${price} price to ${until}`,
          `${formatFixed(ratio, 1)} times in ${days} days`,
          `halving in ${formatFixed(halvingDays, 0)} days, ${formatFixed(halvingDays / 30, 2)} months of 30`,
        ]),
      );
    case 'acceleration':
      return printTable(
        [...claim.details.bends, claim.details.slowdown].map((bend) => [
          `${bend.name}, bend on ${bend.breakAt}`,
          `${bend.before} + ${bend.after} models`,
          `${slope(bend.slopeBefore)} then ${slope(bend.slopeAfter)} a day`,
          bend.edge
            ? `upper edge ${slope(bend.edge.slopeBefore)} then ${slope(bend.edge.slopeAfter)}, change ${ends(bend.edge.interval, 'per day')}`
            : '',
          bend.placebo === null
            ? ''
            : `${formatPercent(bend.placebo, 0)} of other days bend as much`,
        ]),
      );
    case 'on-device':
      printTable([
        ['ability', 'device', 'lines cross', '90 % set', 'first seen'],
        ...claim.details.crossings.map(
          ({ ability, device, date, low, high, observed, refusal }) => [
            ...[ability, device, refusal ?? date ?? 'never'],
            low && high ? `${low} to ${high}` : '–',
            observed ? `${observed.date} ${observed.name}` : 'not yet',
          ],
        ),
      ]);
      return printTable(
        claim.details.combinations.map(({ chips, chipDays, days, interval }) => [
          chips,
          `${formatFixed(chipDays, 0)} days`,
          `together ${days === null ? '–' : formatFixed(days, 0)} (${ends(interval, 'days')})`,
        ]),
      );
    case 'compression':
      printTable(
        claim.details.groups.map(({ name, pairs, loses, gains }) => [
          name,
          `${pairs} pairs`,
          `${loses} lose, ${gains} gain`,
        ]),
      );
      return console.log(
        `  Denser than their parents: ${claim.details.exceptions.map(({ childName }) => childName).join(', ') || 'none'}`,
      );
    case 'shelf-life':
      return printTable(
        claim.details.tables.map(
          ({ panelName, part, lives, overtaken, median, interval, refusal }) => [
            panelName,
            part === 1 ? 'no larger' : `at most ${part} of the size`,
            `${overtaken} of ${lives.length} overtaken`,
            refusal ?? `median ${measured(median, 'days')}, ${ends(interval, 'days')}`,
          ],
        ),
      );
  }
}

function slope(value: number | null): string {
  return value === null ? '–' : formatFixed(value, 5);
}

function halving(perDay: number | undefined): string {
  if (perDay === undefined) return '–';
  return perDay > 0 ? formatFixed(Math.LN2 / perDay, 0) : 'no fall';
}

function halvingEnds(interval: readonly [number, number] | null): string {
  if (!interval) return '–';
  return [...interval]
    .reverse()
    .map((perDay) => halving(perDay))
    .join(' to ');
}

function printLevels(levels: readonly LevelSeries[], formatCost: (cost: number) => string): void {
  printTable([
    ['benchmark', 'level', 'reach it', 'halving days', '90 % interval', 'least so far', 'falls in'],
    ...levels.map(({ benchmark, protocols, level, reached, missed, ...series }) => {
      const { tradeOff, steps, leastCost, refusal } = series;
      const [first, last] = [steps[0], steps.at(-1)];
      return [
        `${benchmark} (${protocols.join(', ')})`,
        formatPercent(level, 0),
        `${reached} of ${reached + missed}`,
        refusal ? '–' : halving(tradeOff?.perDay),
        refusal ?? halvingEnds(tradeOff?.interval ?? null),
        first && last ? `${formatCost(first.cost)} → ${formatCost(last.cost)}` : '–',
        halving(leastCost?.perDay),
      ];
    }),
  ]);
}

/** Resolves every prediction as of the data's day, or the day that was asked for. */
export async function judgePredictions({ data, choices }: Assignment): Promise<Analysis> {
  const resolutions = resolvePredictions(data, choices.asOf ?? data.dataset.asOf);
  const record = scoreForecasts(resolutions);
  return {
    json: { record, resolutions },
    print: () => printPredictions(data, resolutions),
  };
}

/** Statuses first, then the evidence for each. */
export function printPredictions(
  data: Pick<Data, 'predictions'>,
  resolutions: readonly Resolution[],
): void {
  const titles = new Map(
    data.predictions.map(({ id, label, title }) => [id, `${label} ${title}`] as const),
  );
  for (const [kind, heading] of Object.entries(headings)) {
    const shown = resolutions.filter((resolution) => resolution.kind === kind);
    if (shown.length === 0) continue;
    console.log(`\n${heading}`);
    printTable([
      ['prediction', 'until', 'status', 'on', 'by', 'probability', 'Brier', 'log score'],
      ...shown.map(({ id, deadline, status, on, by, probability, brier, logScore }) => [
        ...[titles.get(id) ?? id, deadline ?? 'no date', status, on ?? '–', by?.name ?? '–'],
        ...[probability, brier, logScore].map((value) =>
          value === null ? '–' : formatFixed(value, 2),
        ),
      ]),
    ]);
    for (const { id, evidence, settledBy } of shown) {
      console.log(`  ${id}: ${evidence}${settledBy ? ` Settled by: ${settledBy}` : ''}`);
    }
  }
  const { made, settled, brier, logScore } = scoreForecasts(resolutions);
  const means =
    brier === null || logScore === null
      ? 'no score yet'
      : `mean Brier score ${formatFixed(brier, 3)}, mean log score ${formatFixed(logScore, 3)}`;
  console.log(`\nOur own: ${made} made, ${settled} settled, ${means}`);
}

const headings: Readonly<Record<Resolution['kind'], string>> = {
  talk: 'Predictions of the talk',
  milestone: 'Milestones that the talk names',
  forward: 'Our own predictions, from the fitted law',
};

/** Probabilities of our own predictions again, from today's data, beside the frozen ones. */
export async function forecastAgain({ data, choices }: Assignment): Promise<Analysis> {
  const [headline] = measurePanels(data, { ...choices, draws: 0 });
  if (!headline) throw new RangeError('forecastAgain requires at least one panel');
  const rows = data.predictions.flatMap((record) => {
    if (!record.frozen) return [];
    const { id, title, deadline, probability, frozen } = record;
    const now = forecast(data, headline, record, frozen);
    return [{ id, title, deadline, frozen: probability, now }];
  });
  const until =
    rows
      .map(({ deadline }) => deadline ?? '')
      .sort()
      .at(-1) ?? headline.asOf;
  const settings = { sets: 4000, seed: 20261123, until };
  const futures = simulateFutures(data, headline, settings, headline.asOf);
  const quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
  const doubling = doublingQuantiles(futures, quantiles);
  return {
    json: { asOf: headline.asOf, until, quantiles, doubling, predictions: rows },
    print() {
      console.log(`\nForecast from ${headline.asOf} to ${until}, ${futures.length} futures`);
      printTable([
        [
          'share of futures with a shorter doubling time',
          ...quantiles.map((q) => formatPercent(q, 0)),
        ],
        ['days', ...doubling.map((days) => formatFixed(days, 0))],
      ]);
      printTable([
        ['prediction', 'until', 'frozen', 'from today’s data'],
        ...rows.map(({ title, deadline, frozen, now }) => [
          ...[title, deadline ?? '–'],
          ...[frozen, now].map((value) => (value === null ? '–' : formatFixed(value, 2))),
        ]),
      ]);
    },
  };
}
