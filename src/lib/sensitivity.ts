/**
 * How far the headline moves when one decision changes: every other ruler, each benchmark left out,
 * other counts and rules. Point values only; the whole grid of decisions is another module's work.
 */
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import type { Results } from './compute.ts';
import { compute, countsInTrend } from './compute.ts';
import { percentile } from './numerics/distributions.ts';
import type { PanelData } from './panel.ts';
import { RefusalError } from './refusal.ts';

export type VariantGroup = 'ruler' | 'benchmarks' | 'models' | 'counting';

/** The headline with one decision changed. */
export interface Variant {
  id: string;
  group: VariantGroup;
  choices: Partial<Choices>;
  /** Models behind the line; 0 where there is none. */
  count: number;
  /** Days in which density doubles; null where the line is flat, falls or is refused. */
  days: number | null;
  /** Why there is no value. */
  refusal: string | null;
}

/** The headline trend under each single change of a choice, on the default panel. */
export function measureVariants(data: PanelData): Variant[] {
  return variantList(data).map(([group, id, choices]) => measureVariant(data, group, id, choices));
}

function variantList(data: PanelData): [VariantGroup, string, Partial<Choices>][] {
  const panel = data.panels.find(({ id }) => id === defaultChoices.panel);
  const benchmarks = panel?.benchmarks.map(({ benchmark }) => benchmark) ?? [];
  return [
    ...data.rulers
      .filter(({ id }) => id !== defaultChoices.ruler)
      .map(({ id }): [VariantGroup, string, Partial<Choices>] => ['ruler', id, { ruler: id }]),
    ...benchmarks.map((left): [VariantGroup, string, Partial<Choices>] => [
      'benchmarks',
      left,
      { benchmarks: benchmarks.filter((id) => id !== left) },
    ]),
    ['models', 'active', { parameters: 'active' }],
    ['models', 'derived', { derived: 'in' }],
    ['models', 'distilled', { distilled: 'out' }],
    ['counting', 'equal', { weights: 'equal' }],
    ['counting', 'ceiling', { ceiling: 0.95 }],
    ['counting', 'strict', { scoreRule: 'strict' }],
    ['counting', 'developer', { scoreRule: 'developer' }],
    ['counting', 'third-party', { scoreRule: 'third-party' }],
  ];
}

function measureVariant(
  data: PanelData,
  group: VariantGroup,
  id: string,
  choices: Partial<Choices>,
): Variant {
  const variant = { id, group, choices };
  try {
    const { headline } = compute(data, { ...choices, draws: 0 }, 'chosen');
    const time = headline.doublingTime;
    return {
      ...variant,
      count: headline.line ? headline.count : 0,
      days: time?.status === 'bounded' ? time.days : null,
      refusal: headline.refusal?.sentence ?? (time?.status === 'unbounded' ? time.sentence : null),
    };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ...variant, count: 0, days: null, refusal: error.message };
  }
}

/** Shortest and longest doubling time of the variants that have one; null where none has. */
export function rangeOf(variants: readonly Variant[]): [number, number] | null {
  const days = variants.flatMap((variant) => variant.days ?? []);
  return days.length > 0 ? [Math.min(...days), Math.max(...days)] : null;
}

/** The headline without one family. */
export interface FamilyEffect {
  family: string;
  models: number;
  days: number | null;
}

/** The headline trend without each family in turn, the most influential first. */
export function leaveFamiliesOut(data: PanelData, headline: Results): FamilyEffect[] {
  const counted = headline.models.filter(countsInTrend);
  const families = [...new Set(counted.map(({ family }) => family))].sort();
  const slope = headline.headline.line?.slope ?? Number.NaN;
  const effects = families.map((family) => {
    const { doublingTime, line } = compute(data, { withoutFamily: family, draws: 0 }, 'chosen').headline;
    return {
      family,
      models: counted.filter((model) => model.family === family).length,
      days: doublingTime?.status === 'bounded' ? doublingTime.days : null,
      shift: Math.abs((line?.slope ?? slope) - slope),
    };
  });
  effects.sort((a, b) => b.shift - a.shift || (a.family < b.family ? -1 : 1));
  return effects.map(({ family, models, days }) => ({ family, models, days }));
}

/** How many models of the trend lie how far from the ruler's own sizes. */
export interface GradeCount {
  grade: 'interpolated' | 'within-2x' | 'within-10x' | 'beyond-10x';
  count: number;
  share: number;
}

/** The trend's models by grade, near to far. */
export function countGrades({ models }: Pick<Results, 'models'>): GradeCount[] {
  const counted = models.filter(countsInTrend);
  return (['interpolated', 'within-2x', 'within-10x', 'beyond-10x'] as const).map((grade) => {
    const count = counted.filter((model) => model.grade === grade).length;
    return { grade, count, share: count / Math.max(1, counted.length) };
  });
}

/** Differences among the published values of one model on one benchmark. */
export interface ScoreSpreads {
  /** Pairs of model and benchmark behind the trend, and those with several values. */
  pairs: number;
  several: number;
  /** Median distance between the lowest and the highest value of such a pair, a fraction. */
  medianRange: number;
  /** The widest one. */
  widest: { id: string; name: string; benchmark: string; low: number; high: number } | null;
}

/** How much the published values behind the trend differ among themselves. */
export function measureSpreads(data: PanelData, { models, ruler }: Results): ScoreSpreads {
  const records = new Map(data.models.map((record) => [record.id, record]));
  let pairs = 0;
  const ranges = models.filter(countsInTrend).flatMap((model) =>
    model.parts.flatMap(({ benchmark }) => {
      pairs += 1;
      const scores = records.get(model.id)?.scores ?? [];
      const axis = ruler.axes.find((candidate) => candidate.benchmark === benchmark);
      const values = model.rows
        .map((row) => scores[row])
        .filter((score) => score?.benchmark === axis?.benchmark)
        .map((score) => score?.value as number);
      if (values.length < 2) return [];
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return { id: model.id, name: model.name, benchmark, low, high };
    }),
  );
  const sorted = ranges.map(({ low, high }) => high - low).sort((a, b) => a - b);
  ranges.sort((a, b) => b.high - b.low - (a.high - a.low) || (a.id < b.id ? -1 : 1));
  return {
    pairs,
    several: ranges.length,
    medianRange: sorted.length > 0 ? percentile(sorted, 0.5) : 0,
    widest: ranges[0] ?? null,
  };
}

/** Tuned models beside the base models of the same family and size. */
export interface TuningEffect {
  pairs: number;
  /** Median of the tuned model's density over the base model's. */
  medianRatio: number;
  /** Pairs in which the tuned model is denser. */
  denser: number;
}

/** What tuning does to density as measured; null where no pair is on record. */
export function compareTuned({ models }: Pick<Results, 'models'>): TuningEffect | null {
  const bases = models.filter(countsInTrend);
  const ratios = models.flatMap((tuned) => {
    if (tuned.stage === 'base' || tuned.density === null) return [];
    const base = bases.find(
      ({ family, parameters }) =>
        family === tuned.family &&
        Math.abs(parameters.total / tuned.parameters.total - 1) < SAME_SIZE,
    );
    return base ? tuned.density / (base.density as number) : [];
  });
  if (ratios.length === 0) return null;
  ratios.sort((a, b) => a - b);
  return {
    pairs: ratios.length,
    medianRatio: percentile(ratios, 0.5),
    denser: ratios.filter((ratio) => ratio > 1).length,
  };
}

/** Two records of one family have the same size when their counts differ by less than this share. */
const SAME_SIZE = 0.03;

/** How near the trend's models have come to the top of one benchmark. */
export interface Saturation {
  benchmark: string;
  name: string;
  /** Highest score among the trend's models, and its holder. */
  best: number;
  holder: string;
  /** What one more point of score adds to the effective size there, a fraction. */
  onePoint: number;
}

/** Headroom per benchmark of the panel, the fullest first. */
export function measureSaturation({ models, ruler }: Results): Saturation[] {
  const found = ruler.axes.flatMap((axis) => {
    const scored = models.filter(countsInTrend).flatMap(({ name, parts }) => {
      const part = parts.find(({ benchmark }) => benchmark === axis.benchmark);
      return part ? { name, score: part.score, steepness: part.conditioning ?? 0 } : [];
    });
    scored.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
    const top = scored[0];
    if (!top) return [];
    const { benchmark, name } = axis;
    return { benchmark, name, best: top.score, holder: top.name, onePoint: 0.01 * top.steepness };
  });
  return found.sort((a, b) => b.best - a.best);
}
