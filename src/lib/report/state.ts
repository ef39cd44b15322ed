/**
 * What one state of the data says: lines, densities, verdicts, claims, predictions and numbers, as
 * plain values that two states can be compared by. Pure; equal data give equal states.
 */
import { defaultChoices } from '../choices.ts';
import type { ClaimStatus, Verdict } from '../claims/claim.ts';
import { evaluateClaims } from '../claims/claims.ts';
import type { Results, TrendResult } from '../compute.ts';
import type { Data } from '../data.ts';
import type { Grade } from '../effective.ts';
import { fitOrRefuse, validInterval } from '../growth.ts';
import type { Base } from '../influence.ts';
import { measureBase } from '../influence.ts';
import type { Findings } from '../numbers/findings.ts';
import { formatNumber, formatNumberInterval } from '../numbers/number.ts';
import { topics } from '../numbers/numbers.ts';
import { measurePanels } from '../observatory.ts';
import type { Bystander, ExclusionReason } from '../panel.ts';
import { resolvePredictions } from '../predictions/predictions.ts';
import type { PredictionStatus } from '../predictions/resolution.ts';
import { publishedDoublings } from '../published.ts';
import { RefusalError } from '../refusal.ts';
import { fitDraws } from '../resample.ts';
import {
  judgeAgreement,
  judgeChange,
  judgeDrift,
  judgeGrowth,
  judgeLaw,
  judgePace,
} from '../sentences.ts';
import type { TrendLine } from '../trend.ts';

/** A line without what only its own page needs. */
export type LineState = Pick<
  TrendResult,
  | 'estimator'
  | 'window'
  | 'count'
  | 'families'
  | 'undefinedCount'
  | 'line'
  | 'refusal'
  | 'slopeInterval'
  | 'slopeIntervalError'
  | 'doublingTime'
>;

/** A measured model on one panel. */
export interface ModelState {
  id: string;
  name: string;
  released: string | null;
  day: number | null;
  bystander: Bystander | null;
  status: Results['models'][number]['status'];
  density: number | null;
  interval: [number, number] | null;
  grade: Grade | null;
}

export interface PanelState {
  id: string;
  name: string;
  needs: number;
  lines: LineState[];
  models: ModelState[];
  excluded: { id: string; reason: ExclusionReason; benchmarks: number }[];
  frontier: string[];
}

/** A judgement whose words the pages print. */
export interface VerdictState {
  id: string;
  about: string;
  state: string;
}

/** What the headline would be without one model. */
export interface LeftOutModel {
  id: string;
  /** Growth of ln ρ per day without it; null where the rest gives no line. */
  slope: number | null;
  /** Slope with it minus slope without it, with its 90 % interval by common random numbers. */
  change: number | null;
  changeInterval: [number, number] | null;
}

export interface DataState {
  asOf: string;
  /** One entry per panel, the headline's first. */
  panels: PanelState[];
  /** The headline's slope in every draw; null where a draw gave no line. */
  slopes: (number | null)[];
  leftOut: LeftOutModel[];
  verdicts: VerdictState[];
  claims: {
    id: string;
    number: number;
    status: ClaimStatus;
    tests: { name: string; verdict: Verdict }[];
  }[];
  predictions: { id: string; statement: string; status: PredictionStatus; by: string | null }[];
  /** Every number that follows from the lines, claims and predictions, as it is printed. */
  numbers: { id: string; name: string; value: string; interval: string | null }[];
  /** Topics of numbers that need longer computations or records that are not here; none is in the list. */
  skippedTopics: number;
}

/**
 * Measures a state of the data; about ten seconds.
 *
 * @param focus ids of models to leave out of the headline, one at a time
 */
export function measureState(data: Data, focus: readonly string[] = []): DataState {
  const panels = measurePanels(data);
  const headline = panels[0];
  if (!headline) throw new RangeError('measureState requires a panel');
  const claims = evaluateClaims(data, { headline, panels });
  const resolutions = resolvePredictions(data);
  const base = measureBase(data, defaultChoices);
  const observatory = { asOf: headline.asOf, headline, panels };
  return {
    asOf: headline.asOf,
    panels: panels.map(describePanel),
    slopes: Array.from(base.drawn?.slopes ?? [], (slope) => (Number.isNaN(slope) ? null : slope)),
    leftOut: focus.flatMap((id, i) => leaveOut(base, id, i < MOST_RESAMPLED) ?? []),
    verdicts: judge(data, panels),
    claims: claims.map(({ id, status, tests }) => ({
      id,
      number: data.claims.find((record) => record.id === id)?.number ?? 0,
      status,
      tests: tests.map(({ name, verdict }) => ({ name, verdict })),
    })),
    predictions: resolutions.map(({ id, status, by }) => ({
      id,
      statement: data.predictions.find((record) => record.id === id)?.statement ?? id,
      status,
      by: by?.name ?? null,
    })),
    ...collectCheapNumbers({ data, observatory, claims, resolutions }),
  };
}

function describePanel({ panel, trends, models, excluded, frontier }: Results): PanelState {
  return {
    id: panel.id,
    name: panel.name,
    needs: panel.needs,
    lines: trends.map((trend) => ({
      estimator: trend.estimator,
      window: trend.window,
      count: trend.count,
      families: trend.families,
      undefinedCount: trend.undefinedCount,
      line: trend.line,
      refusal: trend.refusal,
      slopeInterval: trend.slopeInterval,
      slopeIntervalError: trend.slopeIntervalError,
      doublingTime: trend.doublingTime,
    })),
    models: models.map(
      ({ id, name, released, day, bystander, status, density, interval, grade }) => ({
        ...{ id, name, released, day, bystander, status, density, interval, grade },
      }),
    ),
    excluded: excluded.map(({ id, reason, benchmarks }) => ({ id, reason, benchmarks })),
    frontier,
  };
}

/** Models left out in every draw, so that many new records don't take minutes; the rest get no interval. */
const MOST_RESAMPLED = 40;

/** The headline without one of its models; null where it is none of them. */
function leaveOut(
  { survey, begin, end, line, draws, drawn }: Base,
  id: string,
  isResampled: boolean,
): LeftOutModel | null {
  const { input, choices } = survey;
  const at = input.candidates.findIndex(({ model }) => model.id === id);
  if (at < begin || at >= end) return null;
  const isKept = (_: number, i: number) => i >= begin && i < end && i !== at;
  const { x, y, family } = input.points;
  const rest = fitOrRefuse(
    { x: x.filter(isKept), y: y.filter(isKept), family: family.filter(isKept) },
    choices.estimator,
  ).line;
  if (!rest) return { id, slope: null, change: null, changeInterval: null };
  const task = { estimator: choices.estimator, begin, end, line: rest as TrendLine, without: [at] };
  const slopes = isResampled && draws && fitDraws(input.points, draws, [task])[0]?.slopes;
  const changes = slopes && drawn && slopes.map((slope, d) => (drawn.slopes[d] as number) - slope);
  return {
    id,
    slope: rest.slope,
    change: line.slope - rest.slope,
    changeInterval: changes ? validInterval(changes) : null,
  };
}

/** The judgements behind the words of the pages, as far as they follow from the lines. */
function judge(data: Data, panels: readonly Results[]): VerdictState[] {
  const headline = panels[0] as Results;
  const published = publishedDoublings(data);
  const days = published.map((doubling) => doubling.days);
  const windows = headline.trends.filter(
    ({ estimator }) => estimator === headline.choices.estimator,
  );
  const earliest = windows[0];
  const all = headline.headline;
  const verdict = (id: string, about: string, state: string) => ({ id, about, state });
  return [
    ...(days.length === 0
      ? []
      : panels.map(({ panel, headline: line }) =>
          verdict(`law-${panel.id}`, `the law, on ${panel.name}`, judgeLaw(line, days)),
        )),
    ...panels.map(({ panel, headline: line }) =>
      verdict(`growth-${panel.id}`, `whether density grows, on ${panel.name}`, judgeGrowth(line)),
    ),
    ...published.map(({ record, days: value }) =>
      verdict(`pace-${record.id}`, `the pace beside ${record.by}`, judgePace(all, value)),
    ),
    ...(earliest
      ? [verdict('change', 'the pace beside that of the first window', judgeChange(earliest, all))]
      : []),
    verdict('drift', 'the estimate over the windows', judgeDrift(windows)),
    verdict(
      'agreement',
      'whether the panels agree',
      judgeAgreement(panels.map((panel) => panel.headline)),
    ),
  ];
}

/** A finding that a state does not measure, since it would take too long. */
class NotMeasured extends Error {}

type Cheap = Pick<Findings, 'data' | 'claims' | 'resolutions'> & {
  observatory: Pick<Findings['observatory'], 'asOf' | 'headline' | 'panels'>;
};

/** Numbers of all topics that need no longer computation. */
function collectCheapNumbers(cheap: Cheap): Pick<DataState, 'numbers' | 'skippedTopics'> {
  const findings = onlyMeasured({
    ...cheap,
    observatory: onlyMeasured(cheap.observatory),
  }) as unknown as Findings;
  const numbers: DataState['numbers'] = [];
  let skippedTopics = 0;
  for (const topic of topics) {
    try {
      for (const record of topic(findings)) {
        const { id, name, value, refusal } = record;
        const interval = formatNumberInterval(record);
        const printed = value === null ? `none: ${refusal ?? ''}` : formatNumber(record);
        numbers.push({ id, name, value: printed, interval });
      }
    } catch (error) {
      // A RangeError, or a refusal: this state lacks a record that the topic speaks of.
      const isMissing = [NotMeasured, RangeError, RefusalError].some(
        (kind) => error instanceof kind,
      );
      if (!isMissing) throw error;
      skippedTopics += 1;
    }
  }
  return { numbers, skippedTopics };
}

/** The object, but for keys that it does not have: asking for one throws. */
function onlyMeasured<T extends object>(measured: T): T {
  return new Proxy(measured, {
    get(target, key) {
      if (!Object.hasOwn(target, key)) throw new NotMeasured(String(key));
      return target[key as keyof T];
    },
  });
}
