/**
 * The smallest change of mind: the fewest models whose removal turns a statement about the trend
 * from true to false or back. One and two removals are searched through; beyond that the next
 * removal is always the one that brings the statement nearest to turning, so a smaller set may exist.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices } from './choices.ts';
import { defaultChoices, LEAST_MODELS } from './choices.ts';
import { validInterval } from './growth.ts';
import type { Base } from './influence.ts';
import { measureBase } from './influence.ts';
import type { PanelData } from './panel.ts';
import { fitDraws } from './resample.ts';
import { fitTrend } from './trend.ts';

/** A statement about a slope and its interval. */
export interface Statement {
  id: string;
  /** Whether the interval is asked for; without, every pair of removals is searched. */
  usesInterval: boolean;
  /** How far from turning, in slope per day: positive where the statement is true. */
  margin(slope: number, interval: readonly [number, number]): number;
}

/** Doubling takes from `short` to `long` days, by the line itself. */
export function doublesWithin(short: number, long: number): Statement {
  return {
    id: `doubles-within-${short}-to-${long}-days`,
    usesInterval: false,
    margin: (slope) => Math.min(slope - Math.LN2 / long, Math.LN2 / short - slope),
  };
}

/** Doubling takes longer than `days`, by the whole interval. */
export function doublesSlowerThan(days: number): Statement {
  return {
    id: `doubles-slower-than-${days}-days`,
    usesInterval: true,
    margin: (_, [, high]) => Math.LN2 / days - high,
  };
}

/** Density grows at all, by the whole interval. */
export const growsAtAll: Statement = {
  id: 'grows',
  usesInterval: true,
  margin: (_, [low]) => low,
};

export interface ChangeOfMind {
  statement: string;
  /** Whether it is true of all the data. */
  holds: boolean;
  /** The models whose removal turns it, in order of removal; null where none were found. */
  removed: { id: string; name: string }[] | null;
  /** Whether no smaller set does it. */
  isSmallest: boolean;
  /** Slope without them, per day. */
  slope: number | null;
  /** Models in the trend. */
  models: number;
}

/** How many removals are tried before giving up. */
const MOST_REMOVALS = 12;
/** How many candidates are looked at with their interval in each step. */
const SHORTLIST = 16;

/**
 * @param choices `draws` of 0 will do for statements without interval
 * @throws RefusalError where the trend cannot be fitted
 */
export function changeMinds(
  data: PanelData,
  statements: readonly Statement[],
  choices: Partial<Choices> = {},
): ChangeOfMind[] {
  const chosen: Choices = { ...defaultChoices, ...choices };
  checkChoices(chosen, data);
  const base = measureBase(data, chosen);
  return statements.map((statement) => changeMind(base, statement));
}

function changeMind(base: Base, statement: Statement): ChangeOfMind {
  const { end, begin } = base;
  const holds = marginWithout(base, statement, []) > 0;
  const turns = (without: readonly number[]) =>
    marginWithout(base, statement, without) > 0 !== holds;
  const positions = Array.from({ length: end - begin }, (_, i) => begin + i);
  const single = positions.find((i) => turns([i]));
  const found = single === undefined ? (findPair(base, statement, turns) ?? null) : [single];
  const without = found ?? searchOn(base, statement, holds);
  const isSmallest = found !== null && (found.length === 1 || !statement.usesInterval);
  return {
    statement: statement.id,
    holds,
    removed: without?.map((i) => nameAt(base, i)) ?? null,
    isSmallest,
    slope: without ? slopeWithout(base, without) : null,
    models: end - begin,
  };
}

function nameAt({ survey }: Base, i: number): { id: string; name: string } {
  const model = survey.input.candidates[i]?.model;
  return { id: model?.id ?? '', name: model?.name ?? '' };
}

function slopeWithout({ survey, begin, end, points, line }: Base, without: readonly number[]) {
  const counts = new Float64Array(end - begin).fill(1);
  for (const i of without) counts[i - begin] = 0;
  return fitTrend(points, survey.choices.estimator, counts, line)?.slope ?? Number.NaN;
}

/** The statement's margin without some models; NaN where no line is left. */
function marginWithout(base: Base, statement: Statement, without: readonly number[]): number {
  const slope = slopeWithout(base, without);
  if (!statement.usesInterval) return statement.margin(slope, [slope, slope]);
  const { survey, begin, end, line, draws } = base;
  if (!draws) throw new RangeError(`changeMinds requires draws for "${statement.id}"`);
  const task = { estimator: survey.choices.estimator, begin, end, line, without };
  const interval = validInterval(
    fitDraws(survey.input.points, draws, [task])[0]?.slopes ?? new Float64Array(),
  );
  return interval ? statement.margin(slope, interval) : Number.NaN;
}

/** Of all pairs (of the shortlist, where intervals are asked for) the first that turns it. */
function findPair(
  base: Base,
  statement: Statement,
  turns: (without: readonly number[]) => boolean,
): number[] | undefined {
  const list = statement.usesInterval
    ? shortlist(base, [])
    : Array.from({ length: base.end - base.begin }, (_, i) => base.begin + i);
  for (const [a, first] of list.entries()) {
    for (const second of list.slice(a + 1)) if (turns([first, second])) return [first, second];
  }
  return undefined;
}

/** The positions whose removal moves the slope most, half of them upwards and half downwards. */
function shortlist(base: Base, without: readonly number[]): number[] {
  const left = Array.from({ length: base.end - base.begin }, (_, i) => base.begin + i)
    .filter((i) => !without.includes(i))
    .map((i) => ({ i, slope: slopeWithout(base, [...without, i]) }))
    .sort((a, b) => a.slope - b.slope || a.i - b.i);
  const half = SHORTLIST / 2;
  const ends = left.length <= SHORTLIST ? left : [...left.slice(0, half), ...left.slice(-half)];
  return ends.map(({ i }) => i);
}

/** One removal after the other, each the one that brings the statement nearest to turning. */
function searchOn(base: Base, statement: Statement, holds: boolean): number[] | null {
  const without: number[] = [];
  const most = Math.min(MOST_REMOVALS, base.end - base.begin - LEAST_MODELS);
  while (without.length < most) {
    let best: { i: number; margin: number } | null = null;
    for (const i of shortlist(base, without)) {
      const margin = marginWithout(base, statement, [...without, i]);
      const isNearer = !best || (holds ? margin < best.margin : margin > best.margin);
      if (isNearer) best = { i, margin };
    }
    if (!best) return null;
    without.push(best.i);
    if (best.margin > 0 !== holds) return without;
  }
  return null;
}
