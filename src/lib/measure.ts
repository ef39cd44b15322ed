/** Density of one model: effective parameters over actual ones, with error, grade and parts. */
import { LEVEL } from './choices.ts';
import type { AxisPart, CurveTable, Grade, UndefinedReason } from './effective.ts';
import { gradeOf, measurePrecision, reachOf, solveEffective } from './effective.ts';
import { normalQuantile } from './numerics/distributions.ts';
import { exp, ln } from './numerics/elementary.ts';
import type { Bystander, Candidate } from './panel.ts';
import type { Ruler, RulerAxis } from './ruler.ts';
import { conditioning, invertScore, predictScore } from './ruler.ts';
import { sizeAt, stretch } from './scale.ts';

export interface Measurement {
  id: string;
  name: string;
  organization: string;
  family: string;
  stage: 'base' | 'instruct' | 'reasoning';
  /** Day of release, YYYY-MM-DD; null where unknown. */
  released: string | null;
  releasedPrecision: 'day' | 'month' | null;
  /** Days since the clock's start; null where the date is unknown. */
  day: number | null;
  parameters: { total: number; active: number };
  /** The count that density divides by: total or active, as chosen. */
  actual: number;
  /** null when the model counts in the trend, else why it stands beside it. */
  bystander: Bystander | null;
  status: 'defined' | UndefinedReason;
  /** The size that the ruler's family would need for the same scores; null where undefined. */
  effectiveParameters: number | null;
  /** effectiveParameters / actual; null where undefined. */
  density: number | null;
  /** 90 % interval of density, ruler held fixed; null where undefined or beyond any number. */
  interval: [number, number] | null;
  /** Standard error of ln density; null where undefined. */
  standardError: number | null;
  grade: Grade | null;
  chiSquare: number | null;
  degreesOfFreedom: number;
  /** One entry per benchmark the model has, in the panel's order. */
  parts: AxisPart[];
  /** Positions of the counted rows in the record's `scores`. */
  rows: number[];
}

const z = normalQuantile(0.5 + LEVEL / 2);

/** Measures one candidate with a fitted ruler. */
export function measureModel(candidate: Candidate, ruler: Ruler, curves: CurveTable): Measurement {
  const { model, actual, scores } = candidate;
  const [low, high] = reachOf(ruler);
  const row = Float64Array.from(scores, (score) => score?.value ?? Number.NaN);
  const position = solveEffective(curves, row, 0, low, high);
  const identity = describe(candidate);
  if (!Number.isFinite(position)) {
    return { ...identity, ...undefinedAt(position, candidate, ruler) };
  }
  const precision = measurePrecision(ruler.axes, curves, scores, position);
  const u = sizeAt(ruler.scale, position);
  const lnDensity = u - ln(actual);
  const standardError = precision.standardError / stretch(ruler.scale, position);
  return {
    ...identity,
    bystander: candidate.bystander,
    actual,
    parameters: {
      total: model.parameters?.total ?? actual,
      active: model.parameters?.active ?? actual,
    },
    status: 'defined',
    effectiveParameters: exp(u),
    density: exp(lnDensity),
    interval: intervalAround(lnDensity, standardError),
    standardError,
    grade: gradeOf(exp(u), ruler.domain),
    chiSquare: precision.chiSquare,
    degreesOfFreedom: precision.degreesOfFreedom,
    parts: describeParts(ruler, scores, position, precision.shares),
    rows: scores.flatMap((score) => score?.rows ?? []),
  };
}

function describe({ model, day }: Candidate) {
  return {
    id: model.id,
    name: model.name,
    organization: model.organization,
    family: model.family,
    stage: model.stage,
    released: model.released?.date ?? null,
    releasedPrecision: model.released?.precision ?? null,
    day: Number.isNaN(day) ? null : day,
  };
}

function undefinedAt(
  position: number,
  { model, actual, scores, bystander }: Candidate,
  ruler: Ruler,
) {
  const status: UndefinedReason = position > 0 ? upperReason(ruler) : 'at-or-below-chance';
  return {
    bystander,
    actual,
    parameters: {
      total: model.parameters?.total ?? actual,
      active: model.parameters?.active ?? actual,
    },
    status,
    effectiveParameters: null,
    density: null,
    interval: null,
    standardError: null,
    grade: null,
    chiSquare: null,
    degreesOfFreedom: scores.filter(Boolean).length - 1,
    parts: describeParts(ruler, scores, Number.NaN, []),
    rows: scores.flatMap((score) => score?.rows ?? []),
  };
}

function upperReason({ scale }: Ruler): UndefinedReason {
  return scale.kind === 'loss' ? 'beyond-infinite-size' : 'at-or-above-ceiling';
}

function describeParts(
  { axes, scale }: Ruler,
  scores: Candidate['scores'],
  position: number,
  shares: readonly number[],
): AxisPart[] {
  return axes.flatMap((axis, b) => {
    const score = scores[b];
    if (!score) return [];
    const alone = invertScore(axis, score.value);
    // A hair below the ceiling the inversion is finite and its exponential no number any more.
    const effectiveParameters = exp(sizeAt(scale, alone));
    const isDefined = Number.isFinite(effectiveParameters);
    return {
      benchmark: axis.benchmark,
      score: score.value,
      spread: score.spread,
      fitted: Number.isNaN(position) ? null : predictScore(axis, position),
      effectiveParameters: isDefined ? effectiveParameters : null,
      status: isDefined ? ('defined' as const) : undefinedPart(axis, score.value),
      share: shares[b] ?? 0,
      conditioning: isDefined
        ? finiteOrNull(conditioning(axis, score.value) / stretch(scale, alone))
        : null,
    };
  });
}

function intervalAround(lnDensity: number, standardError: number): [number, number] | null {
  const high = exp(lnDensity + z * standardError);
  return Number.isFinite(high) ? [exp(lnDensity - z * standardError), high] : null;
}

/** A score a hair from an asymptote can have a conditioning beyond any number. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function undefinedPart(axis: RulerAxis, score: number): UndefinedReason {
  if (score >= axis.ceiling) return 'at-or-above-ceiling';
  return score <= axis.chance ? 'at-or-below-chance' : 'beyond-infinite-size';
}
