/**
 * The paper's ruler in two steps (arXiv 2412.04315, section 2): the loss of a model follows from its
 * parameters and tokens, the score from the loss,
 *
 *   L(N, D) = E + A N^−alpha + B D^−beta,   S = d + (c − d) / (1 + exp(−γ (L − l))),
 *
 * and the effective size of a score is the N that reaches it on D0 tokens. The paper's own training
 * runs are not public; the loss law here is fitted to those of Hoffmann et al. in
 * `data/reference/losses`, the scores to Llama 1 and Llama 2, the released families whose recipe
 * is nearest to theirs. A score is out of reach where even infinitely many parameters on D0 tokens
 * would not bring the loss down to it.
 */
import { ln } from './numerics/elementary.ts';
import type { LossLaw, LossLawFit } from './numerics/robustFit.ts';
import { fitLossLaw } from './numerics/robustFit.ts';
import { RefusalError } from './refusal.ts';
import type { LossScale } from './scale.ts';
import { lossScale } from './scale.ts';
import type { LossesFile } from './schemaReference.ts';

/** A ruler that goes through the loss. */
export interface TwoStepRecord {
  id: string;
  name: string;
  /** Released models by which losses are turned into scores. */
  models: readonly string[];
  note: string;
  /** Token budget D0 at which a loss is turned into a size. */
  tokens: number;
}

const calibration = [
  'llama-1-7b',
  'llama-1-13b',
  'llama-1-33b',
  'llama-1-65b',
  'llama-2-7b',
  'llama-2-13b',
  'llama-2-70b',
];

function twoStepRecord(id: string, tokens: number, name: string): TwoStepRecord {
  const note =
    'Loss law of the Chinchilla runs, scores of Llama 1 and 2; the paper’s own runs are not public.';
  return { id, name, models: calibration, note, tokens };
}

/** D0 as in the preprint, and as reported for the journal version. */
export const twoStepRecords: readonly TwoStepRecord[] = [
  twoStepRecord('two-step-1t', 1e12, 'two-step, 1T tokens'),
  twoStepRecord('two-step-5t', 5e12, 'two-step, 5T tokens'),
];

/** Near the optimum for the public runs (T. Besiroglu et al., arXiv 2404.10102): saves 71 of 72 starts. */
const start: LossLaw = {
  E: 1.8172,
  lnA: ln(482.01),
  lnB: ln(2085.43),
  alpha: 0.3478,
  beta: 0.3658,
};

const fits = new WeakMap<LossesFile, LossLawFit>();

/**
 * The loss law of the public training runs: Huber's criterion on log residuals, half-width 1e-3,
 * without the runs marked as outliers.
 *
 * @throws RefusalError where the fit does not settle
 */
export function fitPublicRuns(file: LossesFile): LossLawFit {
  const known = fits.get(file);
  if (known) return known;
  const runs = file.runs.filter(({ outlier }) => !outlier);
  const fit = fitLossLaw(
    {
      parameters: runs.map(({ parameters }) => parameters),
      tokens: runs.map(({ tokens }) => tokens),
      loss: runs.map(({ loss }) => loss),
    },
    { start },
  );
  if (!fit.converged) {
    const sentence = `The loss law of the public training runs has no settled fit: ${fit.reason}.`;
    throw new RefusalError({ code: 'unusable-ruler', sentence });
  }
  fits.set(file, fit);
  return fit;
}

/**
 * The scale of a two-step ruler.
 *
 * @param sizes parameters of the models that calibrate it
 */
export function twoStepScale(
  { tokens, name }: TwoStepRecord,
  losses: LossesFile | undefined,
  sizes: readonly number[],
): LossScale {
  if (!losses) {
    const sentence = `The ruler ${name} needs the training runs of data/reference/losses.json.`;
    throw new RefusalError({ code: 'unusable-ruler', sentence });
  }
  const middle = (ln(Math.min(...sizes)) + ln(Math.max(...sizes))) / 2;
  const { E, lnA, lnB, alpha, beta } = fitPublicRuns(losses);
  return lossScale({ E, lnA, lnB, alpha, beta }, tokens, middle);
}
