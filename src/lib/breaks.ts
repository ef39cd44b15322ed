/**
 * Did growth change its pace? Two joined lines through all models of a panel, also those before the
 * clock's start: with the change on the day that the paper names, on the day that fits best, and on
 * every other day of the calendar as a placebo. Least squares on the middle of the field, families
 * as clusters.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices } from './choices.ts';
import { CLOCK_START, defaultChoices, LEVEL } from './choices.ts';
import { fitOrRefuse } from './growth.ts';
import { bootstrapChange, fitJoinpoint, searchBreak, testBreak } from './numerics/segmented.ts';
import type { PanelData } from './panel.ts';
import { clockDay } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { RefusalError } from './refusal.ts';
import { KNOWN_BREAK } from './shapes.ts';
import { surveyPanel } from './survey.ts';
import { dateOfDay, dayNumber } from './time.ts';
import type { TrendPoints } from './trend.ts';

/** Growth before and after a day, per day of ln ρ. */
export interface PaceChange {
  date: string;
  before: number;
  after: number;
  change: number;
  /** Cluster-robust standard error of the change. */
  standardError: number | null;
  /** 90 % interval of the change over resampled families; null where too few draws give one. */
  interval: [number, number] | null;
  /** p-value of the F test for a change on this day, families ignored: too small, for comparison. */
  chowP: number;
  modelsBefore: number;
  modelsAfter: number;
}

export interface BreakReport {
  panel: string;
  from: string;
  to: string;
  models: number;
  families: number;
  /** The change on the known day; null with the reason where there are too few models before it. */
  known: PaceChange | null;
  knownRefusal: Refusal | null;
  /** The change on the day that fits best, with the p-value that allows for the search. */
  found: (PaceChange & { supF: number; p: number }) | null;
  /** The same among models since the known day: has it slowed or quickened since? */
  since: (PaceChange & { supF: number; p: number }) | null;
  /** |t| of the change on each tried day, and the share of days at least as extreme as the known. */
  placebo: { days: { date: string; t: number }[]; share: number | null };
}

export interface BreakOptions {
  /** Bootstrap draws for intervals and p-values. */
  draws: number;
  /** The known day, YYYY-MM-DD. */
  date?: string;
}

/** Fewest models on either side of a known change. */
const LEAST_MODELS_ASIDE = 8;
/** Day number of the clock's day 0. */
const clockZero = dayNumber(CLOCK_START);

/**
 * Looks for changes of pace on one panel.
 *
 * @throws RefusalError where the panel has too few models for any line
 */
export function analyseBreaks(
  data: PanelData,
  choices: Partial<Choices>,
  options: BreakOptions,
): BreakReport {
  const chosen: Choices = { ...defaultChoices, ...choices, draws: 0 };
  checkChoices(chosen, data);
  const { input } = surveyPanel(data, chosen);
  const { points, families } = input;
  const { refusal } = fitOrRefuse(points, 'all-models');
  if (refusal) throw new RefusalError(refusal);
  const day = clockDay(options.date ?? KNOWN_BREAK);
  const context = { ...options, seed: chosen.seed };
  const knownRefusal = refuseKnown(points, day);
  const days = searchBreak(points.x, points.y, { shape: 'joined', draws: 0, seed: 0 }).candidates;
  return {
    panel: chosen.panel,
    from: dateOfDay(clockZero + (points.x[0] as number)),
    to: dateOfDay(clockZero + (points.x.at(-1) as number)),
    models: points.x.length,
    families: families.length,
    known: knownRefusal ? null : describeChange(points, day, context),
    knownRefusal,
    found: findChange(points, context),
    since: findChange(after(points, day), context),
    placebo: comparePlacebos(
      points,
      day,
      days.map(({ breakAt }) => breakAt),
      knownRefusal === null,
    ),
  };
}

interface Context {
  draws: number;
  seed: number;
}

function refuseKnown({ x }: TrendPoints, day: number): Refusal | null {
  const before = x.filter((value) => value <= day).length;
  if (Math.min(before, x.length - before) >= LEAST_MODELS_ASIDE) return null;
  const sentence = `A change of pace needs at least ${LEAST_MODELS_ASIDE} models before the day and after it; this panel has ${before} and ${x.length - before}.`;
  return { code: 'too-few-models', sentence };
}

function describeChange(points: TrendPoints, day: number, { draws, seed }: Context): PaceChange {
  const { x, y, family: clusters } = points;
  const line = fitJoinpoint(x, y, day, { clusters });
  const drawn =
    draws > 0 ? bootstrapChange(x, y, day, { clusters, draws, seed, level: LEVEL }) : null;
  const before = x.filter((value) => value <= day).length;
  return {
    date: dateOfDay(clockZero + day),
    before: line.before,
    after: line.after,
    change: line.change,
    standardError: line.clusterError,
    interval: drawn?.converged ? [drawn.low, drawn.high] : null,
    chowP: testBreak(x, y, day, 'joined').p,
    modelsBefore: before,
    modelsAfter: x.length - before,
  };
}

function findChange(points: TrendPoints, context: Context): BreakReport['found'] {
  const { x, y, family: clusters } = points;
  if (fitOrRefuse(points, 'all-models').refusal) return null;
  const search = searchBreak(x, y, { shape: 'joined', clusters, ...context });
  // Points without any scatter about the broken line leave nothing to test it by.
  if (!search.converged || !Number.isFinite(search.supF)) return null;
  const { breakAt, supF, p } = search;
  return { ...describeChange(points, breakAt, context), supF, p };
}

function after({ x, y, family }: TrendPoints, day: number): TrendPoints {
  const isAfter = (_: number, i: number) => (x[i] as number) > day;
  return { x: x.filter(isAfter), y: y.filter(isAfter), family: family.filter(isAfter) };
}

function comparePlacebos(
  { x, y, family: clusters }: TrendPoints,
  known: number,
  days: readonly number[],
  isKnownTestable: boolean,
): BreakReport['placebo'] {
  const size = (day: number) => {
    const { change, clusterError } = fitJoinpoint(x, y, day, { clusters });
    return Math.abs(change / (clusterError ?? Number.NaN));
  };
  const tried = days.map((day) => ({ date: dateOfDay(clockZero + day), t: size(day) }));
  const valid = tried.filter(({ t }) => !Number.isNaN(t));
  const own = isKnownTestable ? size(known) : Number.NaN;
  if (Number.isNaN(own) || valid.length === 0) return { days: valid, share: null };
  return { days: valid, share: valid.filter(({ t }) => t >= own).length / valid.length };
}
