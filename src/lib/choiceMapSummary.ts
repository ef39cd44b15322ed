/** What the choice map says as a whole: spread, share of a claim, place of published values, causes. */
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import type { MapCell, MappedPoint } from './choiceMap.ts';
import { percentile } from './numerics/distributions.ts';
import { fitLinear } from './numerics/linearModel.ts';

/** A line of the map that could be drawn. */
export interface MapLine extends MapCell {
  slope: number;
  point: MappedPoint;
}

/** Shares of lines that stand so to a band of doubling times. */
export interface BandShares {
  lines: number;
  /** The line's own doubling time lies in the band. */
  inside: number;
  /** It doubles more slowly than the band, or not at all. */
  slower: number;
  faster: number;
  /** Of the lines with an interval, those whose interval meets the band; null without any. */
  compatible: number | null;
  /** … whose whole interval is slower (or unbounded above it), … whose whole interval is faster. */
  surelySlower: number | null;
  surelyFaster: number | null;
}

/** One level of one choice. */
export interface LevelSummary {
  factor: Factor;
  level: string;
  shares: BandShares;
  /** Median growth of ln ρ per day. */
  medianSlope: number;
}

/** How much of the map's variance goes with one choice alone. */
export interface MapEffect {
  factor: Factor | 'panel and ruler together';
  /** Sum of squares that the choice explains beyond all others, over the map's whole. */
  share: number;
  levels: number;
}

const mapFactors = ['panel', 'left out', 'ruler', 'parameters', 'estimator', 'window'] as const;
export type Factor = (typeof mapFactors)[number];

/** A further choice made alone on each panel, against the headline's lines. */
export interface LoneEffect {
  alone: keyof Choices;
  value: Choices[keyof Choices];
  lines: number;
  /** Median change of the slope, per day. */
  medianChange: number;
}

export interface MapSummary {
  measurements: number;
  refusedMeasurements: number;
  lines: number;
  refusedLines: number;
  /** Growth of ln ρ per day at the 5th, 25th, 50th, 75th and 95th percentile of the lines. */
  slopes: [number, number, number, number, number];
  shares: BandShares;
  levels: LevelSummary[];
  /** Largest first. `unexplained` is what no choice explains by itself. */
  effects: MapEffect[];
  unexplained: number;
  lone: LoneEffect[];
}

/** The lines of the map that could be drawn. */
export function mapLines(points: readonly MappedPoint[]): MapLine[] {
  return points.flatMap((point) =>
    point.cells.flatMap((cell) =>
      cell.slope === null ? [] : [{ ...cell, slope: cell.slope, point }],
    ),
  );
}

/** Which level of a choice a line belongs to. */
export function levelOf(line: MapLine, factor: Factor): string {
  const choices = { ...defaultChoices, ...line.point.choices };
  switch (factor) {
    case 'left out':
      return line.point.without ? `${choices.panel} without ${line.point.without}` : 'none';
    case 'estimator':
      return line.estimator;
    case 'window':
      return line.window;
    default:
      return choices[factor];
  }
}

/**
 * Sums the map up.
 *
 * @param band doubling times in days, the claim's range, such as [90, 120]
 */
export function summariseMap(
  points: readonly MappedPoint[],
  band: readonly [number, number],
): MapSummary {
  const lines = mapLines(points);
  if (lines.length === 0) throw new RangeError('summariseMap requires at least one line');
  const grid = lines.filter(({ point }) => point.alone === null);
  const cells = points.reduce((sum, point) => sum + point.cells.length, 0);
  const sorted = lines.map(({ slope }) => slope).sort((a, b) => a - b);
  const at = (p: number) => percentile(sorted, p);
  return {
    measurements: points.length,
    refusedMeasurements: points.filter(({ refusal }) => refusal).length,
    lines: lines.length,
    refusedLines: cells - lines.length,
    slopes: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
    shares: bandShares(lines, band),
    levels: mapFactors.flatMap((factor) => summariseLevels(grid, factor, band)),
    ...decompose(grid),
    lone: loneEffects(lines),
  };
}

/** Share of the map's lines that grow at least as fast as a doubling in so many days. */
export function shareAtLeastAsFast(points: readonly MappedPoint[], days: number): number {
  const lines = mapLines(points);
  return lines.filter(({ slope }) => slope >= Math.LN2 / days).length / Math.max(1, lines.length);
}

function bandShares(
  lines: readonly MapLine[],
  [short, long]: readonly [number, number],
): BandShares {
  const [slow, fast] = [Math.LN2 / long, Math.LN2 / short];
  const share = (count: number, all: number) => count / Math.max(1, all);
  const count = (test: (line: MapLine) => boolean) => lines.filter(test).length;
  const intervals = lines.flatMap(({ interval }) => (interval ? [interval] : []));
  const among = (test: (interval: [number, number]) => boolean) =>
    intervals.length > 0 ? share(intervals.filter(test).length, intervals.length) : null;
  return {
    lines: lines.length,
    inside: share(
      count(({ slope }) => slope >= slow && slope <= fast),
      lines.length,
    ),
    slower: share(
      count(({ slope }) => slope < slow),
      lines.length,
    ),
    faster: share(
      count(({ slope }) => slope > fast),
      lines.length,
    ),
    compatible: among(([low, high]) => low <= fast && high >= slow),
    surelySlower: among(([, high]) => high < slow),
    surelyFaster: among(([low]) => low > fast),
  };
}

function summariseLevels(
  grid: readonly MapLine[],
  factor: Factor,
  band: readonly [number, number],
): LevelSummary[] {
  return levelsOf(grid, factor).map((level) => {
    const lines = grid.filter((line) => levelOf(line, factor) === level);
    const sorted = lines.map(({ slope }) => slope).sort((a, b) => a - b);
    return { factor, level, shares: bandShares(lines, band), medianSlope: percentile(sorted, 0.5) };
  });
}

function levelsOf(lines: readonly MapLine[], factor: Factor): string[] {
  return [...new Set(lines.map((line) => levelOf(line, factor)))];
}

/**
 * Main effects on the slope (defined even where the doubling time is unbounded): the sum of squares
 * that each choice explains beyond all the others. `left out` stands within panels, so a panel's
 * own effect is taken without it. The grid has gaps, hence the shares need not add up to one.
 */
function decompose(grid: readonly MapLine[]): Pick<MapSummary, 'effects' | 'unexplained'> {
  const slopes = grid.map(({ slope }) => slope);
  const columns = new Map(mapFactors.map((factor) => [factor, dummies(grid, factor)]));
  const pairs = pairDummies(grid);
  const misfit = (factors: readonly Factor[], extra: readonly Float64Array[] = []) => {
    const chosen = factors.flatMap((factor) => columns.get(factor) ?? []);
    return residualSquares([grid.map(() => 1), ...chosen, ...extra], slopes);
  };
  const total = misfit([]);
  const full = misfit(mapFactors);
  const panelFree = mapFactors.filter((factor) => factor !== 'left out');
  const effects: MapEffect[] = mapFactors.map((factor) => {
    const all = factor === 'panel' ? panelFree : mapFactors;
    const whole = factor === 'panel' ? misfit(panelFree) : full;
    const share = (misfit(all.filter((other) => other !== factor)) - whole) / total;
    return { factor, share, levels: levelsOf(grid, factor).length };
  });
  const withPairs = misfit(mapFactors, pairs);
  effects.push({
    factor: 'panel and ruler together',
    share: (full - withPairs) / total,
    levels: pairs.length,
  });
  effects.sort((a, b) => b.share - a.share);
  return { effects, unexplained: withPairs / total };
}

/** One column of zeros and ones for each level but the first. */
function dummies(grid: readonly MapLine[], factor: Factor): Float64Array[] {
  return levelsOf(grid, factor)
    .slice(1)
    .map((level) => Float64Array.from(grid, (line) => (levelOf(line, factor) === level ? 1 : 0)));
}

function pairDummies(grid: readonly MapLine[]): Float64Array[] {
  return dummies(grid, 'panel').flatMap((panel) =>
    dummies(grid, 'ruler').map((ruler) => panel.map((on, i) => on * (ruler[i] as number))),
  );
}

/** Residual sum of squares; columns that follow from those before them are passed over. */
function residualSquares(columns: readonly ArrayLike<number>[], y: readonly number[]): number {
  let kept = [...columns];
  for (;;) {
    const fit = fitLinear(kept, y);
    if (fit.converged) return fit.residualSumOfSquares;
    const bad = Number(/^column (\d+) follows/.exec(fit.reason)?.[1] ?? Number.NaN);
    if (Number.isNaN(bad)) return Number.NaN;
    kept = kept.filter((_, i) => i !== bad - 1);
  }
}

function loneEffects(lines: readonly MapLine[]): LoneEffect[] {
  const key = ({ point, estimator, window }: MapLine) =>
    `${point.choices.panel}/${estimator}/${window}`;
  const headline = new Map(lines.filter(isHeadlineMeasurement).map((line) => [key(line), line]));
  const effects = new Map<string, { effect: LoneEffect; changes: number[] }>();
  for (const line of lines) {
    const { alone, choices } = line.point;
    const base = headline.get(key(line));
    if (alone === null || !base) continue;
    const value = choices[alone] as Choices[keyof Choices];
    const id = `${alone}=${String(value)}`;
    const entry = effects.get(id) ?? {
      effect: { alone, value, lines: 0, medianChange: 0 },
      changes: [],
    };
    entry.changes.push(line.slope - base.slope);
    effects.set(id, entry);
  }
  return [...effects.values()].map(({ effect, changes }) => ({
    ...effect,
    lines: changes.length,
    medianChange: percentile(
      changes.sort((a, b) => a - b),
      0.5,
    ),
  }));
}

function isHeadlineMeasurement({ point }: MapLine): boolean {
  const { ruler, parameters } = { ...defaultChoices, ...point.choices };
  return (
    point.alone === null &&
    point.without === null &&
    ruler === defaultChoices.ruler &&
    parameters === defaultChoices.parameters
  );
}
