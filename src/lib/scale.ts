/**
 * The variable in which a ruler's score curves are logistic: ln N itself, or, for a two-step ruler,
 * the loss that a model of N parameters reaches on a fixed number of tokens. The loss is turned
 * round and stretched so that near the middle of the ruler one unit is one unit of ln N; the joint
 * effective size is then found by the same steps on either scale.
 */
import { exp, ln } from './numerics/elementary.ts';
import type { LossLaw } from './numerics/robustFit.ts';

/** Positions are ln N. */
export interface SizeScale {
  kind: 'size';
}

/**
 * Positions are middle + (lossAtMiddle − L(N, D)) / saving with L(N, D) = E + A N^−alpha + B D^−beta.
 */
export interface LossScale {
  kind: 'loss';
  law: LossLaw;
  /** Tokens D0 at which a loss is turned into a size. */
  tokens: number;
  /** ln N at which position and ln N agree. */
  middle: number;
  /** Loss there, and the loss that one unit of ln N saves there; nats per token. */
  lossAtMiddle: number;
  saving: number;
}

export type Scale = SizeScale | LossScale;

/** Loss of N parameters on D tokens, nats per token. */
export function predictLoss(law: LossLaw, lnParameters: number, tokens: number): number {
  return law.E + exp(law.lnA - law.alpha * lnParameters) + exp(law.lnB - law.beta * ln(tokens));
}

/** The loss scale of a law at D0 tokens, stretched about a size. */
export function lossScale(law: LossLaw, tokens: number, middle: number): LossScale {
  return {
    kind: 'loss',
    law,
    tokens,
    middle,
    lossAtMiddle: predictLoss(law, middle, tokens),
    saving: law.alpha * exp(law.lnA - law.alpha * middle),
  };
}

/**
 * Position of a model of N parameters.
 *
 * @param tokens the model's own training tokens; only a loss scale asks
 */
export function positionOf(scale: Scale, lnParameters: number, tokens?: number): number {
  if (scale.kind === 'size') return lnParameters;
  const loss = predictLoss(scale.law, lnParameters, tokens ?? scale.tokens);
  return scale.middle + (scale.lossAtMiddle - loss) / scale.saving;
}

/** ln N at a position, on D0 tokens; NaN where no finite number of parameters reaches it. */
export function sizeAt(scale: Scale, position: number): number {
  if (scale.kind === 'size') return position;
  const { lnA, alpha } = scale.law;
  const rest = lossOfSize(scale, position);
  return rest > 0 ? (lnA - ln(rest)) / alpha : Number.NaN;
}

/** How far the position moves with ln N: d position / d ln N, 1 on the size scale. */
export function stretch(scale: Scale, position: number): number {
  if (scale.kind === 'size') return 1;
  return (scale.law.alpha * lossOfSize(scale, position)) / scale.saving;
}

/** The position of infinitely many parameters. */
export function endOf(scale: Scale): number {
  if (scale.kind === 'size') return Number.POSITIVE_INFINITY;
  return scale.middle + lossOfSize(scale, scale.middle) / scale.saving;
}

/** A N^−alpha at a position: the part of the loss that more parameters can save. */
function lossOfSize({ law, tokens, middle, lossAtMiddle, saving }: LossScale, position: number) {
  const floor = law.E + exp(law.lnB - law.beta * ln(tokens));
  return lossAtMiddle - saving * (position - middle) - floor;
}
