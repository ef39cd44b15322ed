/**
 * Every decision the measurement depends on, with its default. The defaults are the headline; any
 * other value is a choice that a reader can make and that an address can carry.
 */

/** Day 0 of the clock: the release of LLaMA 1, as in the paper. */
export const CLOCK_START = '2023-02-24';

export const estimatorIds = ['tau90', 'tau95', 'all-models', 'running-maximum'] as const;
export type EstimatorId = (typeof estimatorIds)[number];

export const windowIds = ['preprint', 'journal', 'all'] as const;
export type WindowId = (typeof windowIds)[number];

export const scoreRules = ['median', 'strict', 'developer', 'third-party'] as const;
export type ScoreRule = (typeof scoreRules)[number];

export interface Choices {
  /** Panel id: which benchmarks, under which protocol classes. */
  panel: string;
  /** A subset of the panel's benchmarks; null for all of them. */
  benchmarks: readonly string[] | null;
  /** Least number of benchmarks a model must have; null for the panel's own rule. */
  needs: number | null;
  /** Ruler id: the family that gets density 1. */
  ruler: string;
  /** Upper asymptote of every score curve, a fraction. */
  ceiling: number;
  /** Which of several published values count. */
  scoreRule: ScoreRule;
  /** How benchmarks are weighed in the joint effective size. */
  weights: 'ruler' | 'equal';
  /** What a model's own size means: all weights, or those used for one token. */
  parameters: 'total' | 'active';
  /** Whether models that start from another model's weights join the trend. */
  derived: 'out' | 'in';
  /** Whether models distilled while pre-trained join the trend. */
  distilled: 'in' | 'out';
  window: WindowId;
  estimator: EstimatorId;
  /** Only what was released up to this day (YYYY-MM-DD); null for the data's own date. */
  asOf: string | null;
  /** A family left out, by name; null for none. */
  withoutFamily: string | null;
  /** Bootstrap draws; 0 for point values without intervals. */
  draws: number;
  seed: number;
}

export const defaultChoices: Choices = {
  panel: 'paper-five',
  benchmarks: null,
  needs: null,
  ruler: 'qwen2.5',
  ceiling: 1,
  scoreRule: 'median',
  weights: 'ruler',
  parameters: 'total',
  derived: 'out',
  distilled: 'in',
  window: 'all',
  estimator: 'tau90',
  asOf: null,
  withoutFamily: null,
  draws: 2000,
  seed: 20230224,
};

export interface Estimator {
  id: EstimatorId;
  name: string;
  /** One sentence on what it does and how far to trust it. */
  note: string;
  /** Whether the bootstrap interval covers the truth in simulation. */
  hasValidInterval: boolean;
}

export const estimators: Readonly<Record<EstimatorId, Estimator>> = {
  tau90: {
    id: 'tau90',
    name: 'quantile line, τ = 0.9',
    note: 'A line that nine in ten models lie below. It uses every model and shows no growth where there is none.',
    hasValidInterval: true,
  },
  tau95: {
    id: 'tau95',
    name: 'quantile line, τ = 0.95',
    note: 'As τ = 0.9 but nearer the edge; used only with 60 models or more.',
    hasValidInterval: true,
  },
  'all-models': {
    id: 'all-models',
    name: 'least squares, all models',
    note: 'The middle of the field rather than its edge.',
    hasValidInterval: true,
  },
  'running-maximum': {
    id: 'running-maximum',
    name: 'running maximum (the paper’s method)',
    note: 'Least squares through the record holders. A record can only rise, so this line grows even where nothing does; its interval is not valid.',
    hasValidInterval: false,
  },
};

export interface Window {
  id: WindowId;
  name: string;
  from: string;
  /** Last day; null for the end of the data. */
  to: string | null;
}

export const windows: Readonly<Record<WindowId, Window>> = {
  preprint: { id: 'preprint', name: 'to September 2024', from: CLOCK_START, to: '2024-09-30' },
  journal: { id: 'journal', name: 'to April 2025', from: CLOCK_START, to: '2025-04-30' },
  all: { id: 'all', name: 'all data', from: CLOCK_START, to: null },
};

/** Fewest models a trend is fitted to. */
export const LEAST_MODELS = 8;
/** Fewest families: below this a cluster bootstrap says little. */
export const LEAST_FAMILIES = 4;
/** Fewest models for the line at τ = 0.95. */
export const LEAST_MODELS_TAU95 = 60;
/** Confidence level of every interval. */
export const LEVEL = 0.9;
