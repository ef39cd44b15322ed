/** What the measurement says of one record: its place on each panel, its point, the law with it. */
import { defaultChoices } from '../../lib/choices.ts';
import type { Results } from '../../lib/compute.ts';
import { compute } from '../../lib/compute.ts';
import {
  formatCount,
  formatDensity,
  formatFixed,
  formatInterval,
  formatPercent,
} from '../../lib/format.ts';
import type { Measurement } from '../../lib/measure.ts';
import { levelText, phraseDoubling, phraseInterval } from '../../lib/phrases.ts';
import { rankOf } from '../../lib/report/report.ts';
import type { ModelRecord } from '../../lib/schema.ts';
import { compareLaws, type LawState, measureLaw } from '../../lib/trial/law.ts';
import { type TrialData, withModel, withoutModel } from '../../lib/trial/trialData.ts';
import { phoneFrame, wideFrame } from '../charts/frame.ts';
import { describeModelPlace, modelPlace } from '../charts/modelPlace.ts';
import { renderChart } from '../charts/render.ts';
import { caveats, headline, leadOf, standingsOf, trendSentence } from '../models/standing.ts';

/** One panel's word on the record, ready to print; exact numbers beside the words. */
export interface PanelRow {
  panel: string;
  name: string;
  effective: string;
  density: string;
  interval: string;
  rank: string;
  sentences: string[];
  measured: Pick<Measurement, 'effectiveParameters' | 'density' | 'interval'> | null;
}

export interface Standings {
  sentence: string;
  rows: PanelRow[];
  /** The panel to draw the record on; null where no panel measures it or it has no date. */
  drawn: string | null;
  /** Panels whose line it may move: the headline's, and those where it counts. */
  moved: string[];
}

export interface LawRow {
  panel: string;
  name: string;
  without: string;
  with: string;
  /** How the pace changes, a sentence. */
  change: string;
  exact: { without: LawState['doublingTime']; with: LawState['doublingTime'] };
}

/** A chart in two layouts, as markup of the charts' own renderer. */
export interface Drawing {
  title: string;
  caption: string;
  wide: string;
  phone: string;
}

/** Places the record on every panel. */
export function placeTrial(record: ModelRecord, data: TrialData): Standings {
  const all = withModel(data, record);
  const results = panelIds(all).map((panel) => compute(all, { panel, draws: 0 }, 'chosen'));
  const standings = standingsOf(record, results, all.panels);
  const lead = leadOf(standings);
  const isHeadline = lead.panel.id === defaultChoices.panel;
  const counts = standings.filter(({ measured }) => measured?.bystander === null);
  const moved = [defaultChoices.panel, ...counts.map(({ panel }) => panel.id)];
  return {
    sentence: headline(record, lead, isHeadline),
    rows: standings.map((standing) => ({
      ...describePlace(standing.measured, standing.results),
      sentences: [...caveats(standing), trendSentence(standing)].filter(Boolean),
    })),
    drawn: lead.measured && lead.measured.day !== null ? lead.panel.id : null,
    moved: [...new Set(moved)],
  };
}

function panelIds({ panels }: TrialData): string[] {
  const ids = panels.map(({ id }) => id);
  const first = defaultChoices.panel;
  return [first, ...ids.filter((id) => id !== first)];
}

function describePlace(
  measured: Measurement | null,
  results: Results,
): Omit<PanelRow, 'sentences'> {
  const { panel } = results;
  const { effectiveParameters = null, density = null, interval = null } = measured ?? {};
  const rank = measured && rankOf(measured, results);
  return {
    panel: panel.id,
    name: panel.name,
    effective: effectiveParameters === null ? 'none' : formatCount(effectiveParameters),
    density: density === null ? 'none' : formatDensity(density),
    interval: interval === null ? 'none' : formatInterval(interval, formatDensity),
    rank: rank ? sayRank(rank) : 'none',
    measured: measured && { effectiveParameters, density, interval },
  };
}

function sayRank({ place, of, from, to }: NonNullable<ReturnType<typeof rankOf>>): string {
  const range = from === to ? '' : ` (${formatFixed(from, 0)} to ${formatFixed(to, 0)})`;
  return `${formatFixed(place, 0)} of ${formatFixed(of, 0)}${range}`;
}

/**
 * One panel's law with the record against the law without it.
 *
 * @param known lines without the record by panel; filled for the next time
 */
export function changeLaw(
  record: ModelRecord,
  data: TrialData,
  panel: string,
  known: Map<string, LawState>,
): LawRow {
  const before = known.get(panel) ?? measureLaw(withoutModel(data, record.id), panel);
  known.set(panel, before);
  const law = compareLaws(before, measureLaw(withModel(data, record), panel));
  return {
    panel,
    name: data.panels.find(({ id }) => id === panel)?.name ?? panel,
    without: sayLine(law.without),
    with: sayLine(law.with),
    change: sayChange(law),
    exact: { without: law.without.doublingTime, with: law.with.doublingTime },
  };
}

function sayLine({ doublingTime, refusal }: LawState): string {
  if (refusal !== null) return `no line: ${refusal}`;
  return `${phraseDoubling({ doublingTime })} (${phraseInterval({ doublingTime })})`;
}

function sayChange({ without, change, changeInterval }: ReturnType<typeof compareLaws>): string {
  if (change === null || without.slope === null) return 'There is no line on one of the two sides.';
  const isStill = change === 0 && (changeInterval ?? []).every((end) => end === 0);
  if (isStill) return 'Growth stays the same to the last bit.';
  const part = (value: number) => signed(value / Math.abs(without.slope as number));
  const [low, high] = changeInterval ?? [change, change];
  const side = low > 0 ? 'faster' : high < 0 ? 'slower' : 'neither surely faster nor surely slower';
  const range = changeInterval ? ` (${part(low)} to ${part(high)})` : '';
  return `Growth changes by ${part(change)}${range} of itself: ${side}.`;
}

function signed(fraction: number): string {
  const text = formatPercent(fraction, 1);
  return fraction > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The record's point among all others. */
export function drawTrial(
  record: ModelRecord,
  data: TrialData,
  panel: string,
  version: string,
): Drawing {
  const results = compute(withModel(data, record), { panel }, 'chosen');
  const title = `${record.name} among the base models that set the trend`;
  const description = describeModelPlace(results, record.id);
  const labels = (layout: string) => ({
    id: `place-${layout}`,
    title,
    description,
    footer: `a trial, not published · data ${version}`,
  });
  const render = (layout: string, frame: typeof wideFrame) =>
    renderChart(modelPlace(results, record.id, frame), labels(layout), frame);
  return {
    title,
    caption: `${description} The line is the trend at τ = 0.9 with its ${levelText} band, fitted with this record among the others.`,
    wide: render('wide', wideFrame),
    phone: render('phone', phoneFrame),
  };
}
