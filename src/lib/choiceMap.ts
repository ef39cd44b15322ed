/**
 * The choice map: the doubling time under every defensible combination of choices, each with its
 * interval, so that nobody has to trust the headline's. All combinations of benchmark set, ruler
 * and parameter count, and each further choice alone on each panel, are measured; every measurement
 * gives a line for each window and estimator, and one set of bootstrap draws serves them all.
 */
import type { Choices, EstimatorId, WindowId } from './choices.ts';
import { defaultChoices } from './choices.ts';
import { addIntervals, fitTrends } from './growth.ts';
import type { PanelData } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { RefusalError } from './refusal.ts';
import { rulerRecords } from './ruler.ts';
import { drawSurvey, surveyPanel } from './survey.ts';

/** One measurement of the map: choices that differ from the headline, and how they are grouped. */
export interface MapPoint {
  /** Choices of the measurement; window and estimator come with each cell. */
  choices: Partial<Choices>;
  /** The benchmark left out of the panel; null for the whole panel. */
  without: string | null;
  /** Which choice was changed alone; null for a point of the full grid. */
  alone: keyof Choices | null;
}

/** One line of the map. */
export interface MapCell {
  estimator: EstimatorId;
  window: WindowId;
  /** Models behind the line. */
  count: number;
  /** Growth of ln ρ per day; null where the line is refused. */
  slope: number | null;
  /** 90 % interval of the slope; null without draws. */
  interval: [number, number] | null;
  refusal: Refusal | null;
}

/** A measurement with its lines; without any where the ruler cannot measure the benchmarks. */
export interface MappedPoint extends MapPoint {
  cells: MapCell[];
  refusal: Refusal | null;
}

export interface MapOptions {
  /** Bootstrap draws of each measurement; 0 for slopes without intervals. */
  draws: number;
  seed?: number;
}

/** The measurements of the map, in a fixed order. */
export function mapPoints(data: PanelData): MapPoint[] {
  const rulers = rulerRecords(data).map(({ id }) => id);
  const points: MapPoint[] = [];
  for (const set of benchmarkSets(data)) {
    for (const ruler of rulers) {
      for (const parameters of ['total', 'active'] as const) {
        points.push({ ...set, choices: { ...set.choices, ruler, parameters }, alone: null });
      }
    }
  }
  for (const { id: panel } of data.panels) {
    for (const [alone, choices] of loneChoices) {
      points.push({ choices: { panel, ...choices }, without: null, alone });
    }
  }
  return points;
}

const loneChoices: readonly [keyof Choices, Partial<Choices>][] = [
  ['weights', { weights: 'equal' }],
  ['scoreRule', { scoreRule: 'strict' }],
  ['scoreRule', { scoreRule: 'developer' }],
  ['scoreRule', { scoreRule: 'third-party' }],
  ['derived', { derived: 'in' }],
  ['distilled', { distilled: 'out' }],
  ['ceiling', { ceiling: 0.95 }],
  ['needs', { needs: 2 }],
  ['needs', { needs: 4 }],
];

/** Every panel whole, and with each benchmark left out. */
function benchmarkSets({ panels }: PanelData): Omit<MapPoint, 'alone'>[] {
  return panels.flatMap(({ id: panel, benchmarks: rows }) => {
    const ids = rows.map(({ benchmark }) => benchmark);
    const whole = { choices: { panel }, without: null };
    if (ids.length < 3) return [whole];
    return [
      whole,
      ...ids.map((without) => ({
        choices: { panel, benchmarks: ids.filter((id) => id !== without) },
        without,
      })),
    ];
  });
}

/** Measures one point of the map; equal arguments give equal bits, whoever computes them. */
export function mapPoint(data: PanelData, point: MapPoint, options: MapOptions): MappedPoint {
  const { draws, seed = defaultChoices.seed } = options;
  try {
    const survey = surveyPanel(data, { ...defaultChoices, ...point.choices, draws, seed });
    const trends = fitTrends(survey, data.dataset.asOf);
    if (draws > 0) addIntervals(survey, trends, drawSurvey(survey));
    const cells = trends.map(({ estimator, window, count, line, slopeInterval, refusal }) => ({
      estimator,
      window,
      count,
      slope: line?.slope ?? null,
      interval: slopeInterval,
      refusal,
    }));
    return { ...point, cells, refusal: null };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ...point, cells: [], refusal: error.refusal };
  }
}

/** Measures the whole map in one thread. */
export function mapChoices(
  data: PanelData,
  options: MapOptions,
  report?: (done: number, all: number) => void,
): MappedPoint[] {
  const points = mapPoints(data);
  return points.map((point, i) => {
    report?.(i, points.length);
    return mapPoint(data, point, options);
  });
}
