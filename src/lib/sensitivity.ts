/**
 * How far the headline moves when one decision changes: every other ruler, each benchmark left out,
 * other counts and rules. Point values only; the whole grid of decisions is another module's work.
 */
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import type { Results } from './compute.ts';
import { compute, countsInTrend } from './compute.ts';
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
    const { doublingTime, line } = compute(
      data,
      { withoutFamily: family, draws: 0 },
      'chosen',
    ).headline;
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
