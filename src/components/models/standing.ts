/** What one model's page says of it: its measurement or exclusion on every panel, in sentences. */
import { formatCount, formatDensity, formatInterval, formatNumeral } from '../../lib/format.ts';
import type { Results } from '../../lib/compute.ts';
import { countsInTrend } from '../../lib/compute.ts';
import type { Measurement } from '../../lib/measure.ts';
import type { Exclusion } from '../../lib/panel.ts';
import {
  bystanderReasons,
  exclusionReason,
  gradeSentence,
  undefinedReasons,
} from '../../lib/reasons.ts';
import type { ModelRecord, PanelRecord } from '../../lib/schema.ts';

/** A model on one panel: measured, or left out. */
export interface Standing {
  results: Results;
  panel: PanelRecord;
  measured: Measurement | null;
  excluded: Exclusion | null;
}

/** The model on every panel, in the order of the results. */
export function standingsOf(
  model: ModelRecord,
  results: readonly Results[],
  panels: readonly PanelRecord[],
): Standing[] {
  return results.map((result) => {
    const panel = panels.find(({ id }) => id === result.panel.id);
    if (!panel) throw new RangeError(`standingsOf requires the panel ${result.panel.id}`);
    return {
      results: result,
      panel,
      measured: result.models.find(({ id }) => id === model.id) ?? null,
      excluded: result.excluded.find(({ id }) => id === model.id) ?? null,
    };
  });
}

/** The standing to lead with: the first with a density, else the first measured, else the first. */
export function leadOf(standings: readonly Standing[]): Standing {
  const lead =
    standings.find(({ measured }) => measured !== null && measured.density !== null) ??
    standings.find(({ measured }) => measured !== null) ??
    standings.find(({ excluded }) => excluded?.reason === 'no-parameter-count') ??
    standings[0];
  if (!lead) throw new RangeError('leadOf requires at least one panel');
  return lead;
}

/** Whether the model is one of the ruler's own. */
function isOfRuler({ results, measured }: Standing): boolean {
  return results.ruler.axes.some(({ points }) => points.some(({ id }) => id === measured?.id));
}

/** An interval whose ends differ by more than this factor says little. */
const HARDLY_SETTLED = 100;

/** The page in one or two sentences that an outsider understands. */
export function headline(model: ModelRecord, lead: Standing, isHeadlinePanel: boolean): string {
  const { measured, excluded, panel } = lead;
  if (!measured) {
    const reason =
      excluded?.reason === 'no-parameter-count'
        ? exclusionSentence(lead)
        : 'Its record has too few scores on the benchmarks, and under the protocols, that the panels use.';
    return `${model.name} has no density. ${reason}`;
  }
  const count = formatNumeral(measured.parts.length);
  const where = isHeadlinePanel
    ? `On ${count} benchmarks`
    : `On ${count} benchmarks of ${panel.short}`;
  if (measured.density === null || measured.effectiveParameters === null || !measured.interval) {
    const reason = measured.status === 'defined' ? '' : undefinedReasons[measured.status].sentence;
    return `${model.name} has no density. ${reason}`;
  }
  const effective = formatCount(measured.effectiveParameters);
  const [low, high] = measured.interval;
  const range = formatInterval(measured.interval, formatDensity);
  const doubt =
    high > HARDLY_SETTLED * low
      ? `, though its scores hardly settle that (${range})`
      : ` (${range})`;
  return `${where} ${model.name} does what a ${lead.results.ruler.name} model of ${effective} parameters would do. It has ${formatCount(measured.actual)}, so its density is ${formatDensity(measured.density)}${doubt}.`;
}

/** Why the panel cannot measure the model. */
function exclusionSentence({ excluded, panel }: Standing): string {
  if (!excluded) return '';
  return exclusionReason(excluded, { size: panel.benchmarks.length, needs: panel.needs }).sentence;
}

/** What to know before trusting a measurement: how far it reaches, how well its parts agree. */
export function caveats(standing: Standing): string[] {
  const { measured, results } = standing;
  if (!measured) return [exclusionSentence(standing)];
  if (measured.effectiveParameters === null || measured.grade === null) {
    return measured.status === 'defined' ? [] : [undefinedReasons[measured.status].sentence];
  }
  const { effectiveParameters, grade } = measured;
  const sentences = [gradeSentence(effectiveParameters, grade, results.ruler.domain)];
  const widening = birgeRatio(measured);
  if (widening >= 2) {
    sentences.push(
      `Its benchmarks disagree about its size by more than their errors explain, so the interval is ${formatNumeral(Math.round(widening))} times as wide as those errors alone would make it.`,
    );
  }
  if (isOfRuler(standing)) {
    sentences.push(
      `It belongs to the ruler, the family that the others are measured by, so a density near 1 is no finding.`,
    );
  }
  return sentences;
}

function birgeRatio({ chiSquare, degreesOfFreedom }: Measurement): number {
  if (chiSquare === null || degreesOfFreedom < 1) return 1;
  return Math.sqrt(Math.max(1, chiSquare / degreesOfFreedom));
}

/** Whether it counts in the panel's trend, and if not, why. */
export function trendSentence({ measured, results }: Standing): string {
  if (!measured) return '';
  if (measured.bystander !== null) {
    return `It does not count in the trend. ${bystanderReasons[measured.bystander].sentence}`;
  }
  if (!countsInTrend(measured)) return '';
  return results.frontier.includes(measured.id)
    ? 'It counts in the trend, and was denser than every model before it.'
    : 'It counts in the trend.';
}
