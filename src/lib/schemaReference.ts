/**
 * Formats of `data/reference/`: runs of public training studies, used to fit and check rulers.
 *
 * Units: parameters and tokens are plain counts, accuracies and errors fractions, losses as the
 * file's `metric` says.
 */
import { z } from 'zod';
import { count, schemaAddress, slug, source, text } from './schema.ts';

const runName = z.string().trim().min(1).max(80);
const loss = z.number().positive().max(100);
const fraction = z.number().min(0).max(1);

/** What every file of the folder says of itself; `source` and `locator` hold for all its runs. */
const header = {
  $schema: schemaAddress,
  id: slug,
  title: text,
  about: text,
  /** Unit and set-up of `loss` (or of the bits in `compression`). */
  metric: text,
  source,
  /** How to find one run in the source. */
  locator: text,
};

/** Training runs of Hoffmann et al. as read off a figure. */
export const LossesFile = z.strictObject({
  ...header,
  runs: z.array(
    z.strictObject({
      run: runName,
      parameters: count,
      tokens: count,
      loss,
      /** Training operations. */
      flop: z.number().positive(),
      /** Left out of the fit of those who read the points off the figure. */
      outlier: z.boolean(),
    }),
  ),
});
export type LossesFile = z.infer<typeof LossesFile>;
export type LossRun = LossesFile['runs'][number];

/** Task loss and accuracy of one recipe in several sizes and token budgets. */
export const LadderFile = z.strictObject({
  ...header,
  runs: z.array(
    z.strictObject({
      run: runName,
      task: slug,
      parameters: count,
      tokens: count,
      loss,
      accuracy: fraction,
      c4Loss: loss,
      /** True at the end of the run; false for a checkpoint before the learning rate decayed. */
      final: z.boolean(),
      role: z.enum(['fit', 'extra', 'rerun', 'target']),
    }),
  ),
});
export type LadderFile = z.infer<typeof LadderFile>;
export type LadderRun = LadderFile['runs'][number];

/** Runs trained far beyond the compute-optimal token count. */
export const OvertrainingFile = z.strictObject({
  ...header,
  runs: z.array(
    z.strictObject({
      run: runName,
      dataset: z.enum(['C4', 'RedPajama', 'RefinedWeb']),
      parameters: count,
      nonEmbedding: count,
      tokens: count,
      tokensPerParameter: z.number().positive(),
      loss,
      /** Loss by validation set. */
      losses: z.record(slug, loss),
      averageError46Tasks: fraction,
      averageError17Tasks: fraction,
      accuracy: z.record(slug, fraction),
    }),
  ),
});
export type OvertrainingFile = z.infer<typeof OvertrainingFile>;
export type OvertrainingRun = OvertrainingFile['runs'][number];

/** Bits per character of released models on text newer than their training data. */
export const CompressionFile = z.strictObject({
  ...header,
  runs: z.array(
    z.strictObject({
      /** Id of a record in `data/models`. */
      model: slug,
      bitsPerCharacter: z.strictObject({ commonCrawl: loss, python: loss, arxivMath: loss }),
      average: loss,
    }),
  ),
});
export type CompressionFile = z.infer<typeof CompressionFile>;
export type CompressionRun = CompressionFile['runs'][number];
